/** The sources the starter topics rest on. `portal` is read from a public copy of the national portal's own records. */
import type { NationalProcedure, Source } from '../procedures.ts'

export const portal = {
  id: 'cong-dvc-quoc-gia',
  name: 'Cổng Dịch vụ công quốc gia',
  shortName: 'Cổng Dịch vụ công',
  url: 'https://dichvucong.gov.vn',
  asOf: '2026-07-18',
} satisfies Source

export const identityDecision: Source = {
  id: 'bo-cong-an-5230',
  name: 'Bộ Công an',
  url: 'https://bocongan.gov.vn/chinh-sach-phap-luat/bai-viet/cong-bo-thu-tuc-hanh-chinh-moi-ban-hanh-thu-tuc-hanh-chinh-duoc-sua-doi-bo-sung-va-bai-bo-thuoc-tham-quyen-giai-quyet-cua-bo-cong-an-1787732411',
  asOf: '2026-09-12',
}

export const feeReading: Source = {
  id: 'bang-phi-2026',
  name: 'Bảng phí, lệ phí do tư nhân đối chiếu',
  url: null,
  asOf: '2026-10-08',
}

export const residenceReading: Source = {
  id: 'cu-tru-2026',
  name: 'Văn bản cư trú mới do tư nhân đọc lại',
  url: null,
  asOf: '2026-09-12',
}

export const civilStatusReading: Source = {
  id: 'luat-ho-tich-2026',
  name: 'Luật Hộ tịch mới do tư nhân đọc lại',
  url: 'https://congbao.chinhphu.vn/van-ban/luat-so-03-2026-qh16-469530/64878.htm',
  asOf: '2026-10-06',
}

export const businessReading: Source = {
  id: 'ho-kinh-doanh-2026',
  name: 'Nghị định mới về hộ kinh doanh do tư nhân đọc lại',
  url: null,
  asOf: '2026-11-21',
}

export const povertyReading: Source = {
  id: 'chuan-ngheo-2027',
  name: 'Danh mục thủ tục theo chuẩn nghèo mới do tư nhân đọc lại',
  url: null,
  asOf: '2026-11-21',
}

/** Printed as it stands at the end of "Nguồn: …". */
export const wardProfile: Source = {
  id: 'thong-tin-phuong',
  name: 'thông tin phường đã nhập',
  url: null,
  asOf: null,
}

export const complaintsDecision: Source = {
  id: 'hai-phong-3626',
  name: 'Danh mục thủ tục UBND TP Hải Phòng công bố',
  url: 'https://cdn.haiphong.gov.vn/gov-hpg/6833/tintuc/2026/9/qd-3626-thanh-tra639247396433436237.pdf',
  asOf: '2026-09-21',
}

export const linkedBirthDecision: Source = {
  id: 'hai-phong-3582',
  name: 'UBND TP Hải Phòng',
  url: 'https://cdn.haiphong.gov.vn/gov-hpg/6833/tintuc/2026/9/qd-3582-tp639245593448950620.pdf',
  asOf: '2026-09-21',
}

export const civilStatusComparison: Source = {
  id: 'doi-chieu-ho-tich-2026',
  name: 'Văn bản hộ tịch do tư nhân đối chiếu',
  url: null,
  asOf: '2026-10-09',
}

/** Who handles what the ward does not, where no record of the procedure is at hand. */
export const authorityReading: Source = {
  id: 'noi-giai-quyet-2026',
  name: 'Bảng tra nơi giải quyết',
  url: null,
  asOf: '2026-11-21',
}

interface PortalRecord {
  code: string
  name: string
  decision: { number: string; date: string }
  updatedOn: string
  /** Last part of the record's address on the portal. */
  recordId: string
  supersededBy?: string[]
  casesLeftOut?: string[]
}

/** A procedure as the national portal published it. */
export function fromPortal({ recordId, supersededBy = [], ...record }: PortalRecord): NationalProcedure {
  return {
    ...record,
    status: supersededBy.length > 0 ? 'superseded' : 'active',
    supersededBy,
    source: portal.id,
    sourceUrl: `https://dichvucong.gov.vn/thu-tuc-hanh-chinh/${recordId}`,
    retrievedOn: portal.asOf,
  }
}
