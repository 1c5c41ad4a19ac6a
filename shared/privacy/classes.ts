/** What is looked for, and the word that stands in its place. */
const WORDS = {
  identity: 'số định danh',
  phone: 'số điện thoại',
  health_insurance: 'số thẻ BHYT',
  social_insurance: 'số BHXH',
  card: 'số thẻ ngân hàng',
  account: 'số tài khoản',
  tax: 'mã số thuế',
  passport: 'số hộ chiếu',
  plate: 'biển số xe',
  email: 'email',
  address: 'địa chỉ nhà',
  date: 'ngày',
  birth_year: 'năm sinh',
  /** Long enough to name somebody; nothing tells what it is. */
  number: 'dãy số',
} as const

export type PersonalDataClass = keyof typeof WORDS

const CLASSES = new Map<string, PersonalDataClass>(
  Object.entries(WORDS).map(([name, words]) => [words, name as PersonalDataClass]),
)

/** @param detail what stays known: an age, how long ago */
export function maskOf(kind: PersonalDataClass, detail?: string): string {
  return detail === undefined ? `⟨${WORDS[kind]}⟩` : `⟨${WORDS[kind]}, ${detail}⟩`
}

/** A mask as `maskOf` writes it, in any case. */
export const MASK = new RegExp(`⟨(${[...CLASSES.keys()].join('|')})(?:, (?:\\d{1,6} )?[\\p{L} ]{1,20})?⟩`, 'giu')

/** What a masked text held, each class once, in the order of their first masks. */
export function classesInMasked(text: string): PersonalDataClass[] {
  const found = [...text.matchAll(MASK)].flatMap(([, words = '']) => CLASSES.get(words) ?? [])
  return [...new Set(found)]
}
