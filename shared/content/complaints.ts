/** What complaints and denunciations share: an annex that holds names only, and one amending law. */
import type { NationalProcedure, ReviewFlag } from '../procedures.ts'
import { complaintsDecision } from './sources.ts'

/** A procedure of the annex: its name, its code, and nothing else. */
export function fromAnnex(code: string, name: string): NationalProcedure {
  return {
    code,
    name,
    decision: { number: '3626/QĐ-UBND', date: '2026-09-10' },
    status: 'active',
    supersededBy: [],
    source: complaintsDecision.id,
    sourceUrl: complaintsDecision.url,
    updatedOn: null,
    retrievedOn: '2026-11-21',
  }
}

export function annexFlags(procedure: string): ReviewFlag[] {
  return [
    {
      code: 'PARTIAL_RECORD',
      procedure,
      text: 'Mới biết tên và mã, lấy từ phụ lục Quyết định 3626/QĐ-UBND của Hải Phòng; giấy tờ, thời hạn phải xem quyết định của tỉnh, thành phố mình.',
    },
    {
      code: 'NEWER_LAW',
      procedure,
      text: 'Luật 136/2025/QH15 sửa các luật về tiếp công dân, khiếu nại, tố cáo từ 01/07/2026.',
    },
  ]
}

export const reception = {
  code: '2.001909',
  name: 'Thủ tục tiếp công dân tại cấp xã',
  when: 'muốn gặp để trình bày trước',
}

export const petition = {
  code: '2.001801',
  name: 'Thủ tục xử lý đơn tại cấp xã',
  when: 'đã gửi đơn kiến nghị và muốn biết đơn đi tới đâu',
}

/** Days and numbers of the law, where the annex gives nothing else. */
export const lawFrom = { subject: 'new-law-from', value: '01/7/2026', source: complaintsDecision.id }
