/** Looks through what is about to go out, also through the text of a PDF, for what identifies people. */
import { findPersonalData } from '../privacy/index.ts'
import { cleanWords } from './clean.ts'
import { type FoundClass, kindRules, type NoticeKind } from './kinds.ts'
import { hasNameList } from './names.ts'

export interface ScanFinding {
  found: FoundClass
  /** It stops this kind of notice; else it is only warned of. */
  isBlocking: boolean
}

/** Days are what notices are about, and whoever is to be asked has a field of their own. */
const IGNORED = new Set<FoundClass>(['date'])

/** @param text of the notice or of a file @returns each class once */
export function findInOutgoing(text: string): FoundClass[] {
  const words = cleanWords(text)
  const found: FoundClass[] = [...findPersonalData(words), ...(hasNameList(words) ? (['name_list'] as const) : [])]
  return found.filter(one => !IGNORED.has(one))
}

export function judgeFound(found: readonly FoundClass[], kind: NoticeKind): ScanFinding[] {
  return found.map(one => ({ found: one, isBlocking: kindRules[kind].forbids.includes(one) }))
}

/** On the screen. */
export const foundNames: Record<FoundClass, string> = {
  identity: 'số căn cước, số định danh',
  phone: 'số điện thoại',
  health_insurance: 'số thẻ bảo hiểm y tế',
  social_insurance: 'số bảo hiểm xã hội',
  card: 'số thẻ ngân hàng',
  account: 'số tài khoản',
  tax: 'mã số thuế',
  passport: 'số hộ chiếu',
  plate: 'biển số xe',
  email: 'địa chỉ email',
  address: 'địa chỉ nhà',
  date: 'ngày',
  birth_year: 'năm sinh',
  number: 'dãy số dài',
  name_list: 'danh sách tên người',
}
