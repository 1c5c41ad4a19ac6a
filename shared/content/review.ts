/** Why an officer should look again, in the same words wherever the reason is the same. */
import type { Fact, NationalProcedure, ReviewFlag } from '../procedures.ts'
import { portal } from './sources.ts'

/** The decision behind the record is older than the wards of today. */
export function beforeReform({ code, decision }: NationalProcedure): ReviewFlag {
  const day = decision?.date?.split('-').reverse().join('/')
  return {
    code: 'DECISION_BEFORE_REFORM',
    procedure: code,
    text: `Quyết định ${decision?.number} ngày ${day} có trước khi sắp xếp chính quyền từ 01/07/2025; cần xem lại nơi giải quyết.`,
  }
}

/** The day `beforeReform` speaks of, as the record of one such procedure states it. */
export function reformFact(record: string): Fact {
  return { subject: 'reform-from', value: '01/7/2025', source: portal.id, record }
}

/** The portal names another office than the ward's. `office` reads on after "ghi cơ quan giải quyết là". */
export function otherAgency({ code }: NationalProcedure, office: string): ReviewFlag {
  return {
    code: 'AGENCY_NOT_COMMUNE',
    procedure: code,
    text: `Bản gốc ghi cơ quan giải quyết là ${office}; cần xem phường nhận hồ sơ hay cũng quyết định.`,
  }
}

/** The record still speaks of offices or papers that are gone. */
export function speaksOf({ code }: NationalProcedure, what: string): ReviewFlag {
  return {
    code: 'MENTIONS_ABOLISHED',
    procedure: code,
    text: `Bản gốc còn nhắc ${what}, nay không còn; cần đối chiếu lại.`,
  }
}
