/**
 * Keeps people out of what officers write down for good: a wording that becomes an example must name nobody, must hold
 * no number of theirs, and must not be the very sentence that somebody wrote.
 */
import { fold } from '../language/index.ts'
import { maskPersonalData } from '../privacy/index.ts'

/** `looks_like_name` may be waved through by an officer who sees that it is none; the others may not. */
export type WordingFault = 'personal_data' | 'not_rewritten' | 'looks_like_name'

/** Nine in ten Vietnamese bear one of these. Folded. */
const SURNAMES = new Set(
  'nguyen tran le pham hoang huynh phan vu vo dang bui do ho ngo duong ly dinh trinh lam mai dao doan luong truong ha cao chau ta thai tang tong kieu to quach vuong la luu nghiem phung'.split(
    ' ',
  ),
)
/** These stand before a name, and never in a question about paperwork. */
const NAME_MIDDLES = /^(?:van|thi)$/
const TITLES = /^(?:ong|ba|anh|chi|co|chu|bac|em|chau|cu)$/

/** @param originals what people wrote, as it is kept */
export function checkWording(wording: string, originals: readonly string[], now: Date): WordingFault[] {
  const faults: WordingFault[] = []
  if (/[⟨⟩]/u.test(wording) || maskPersonalData(wording, now) !== wording) faults.push('personal_data')
  const bare = (text: string): string =>
    text
      .normalize('NFC')
      .toLowerCase()
      .replace(/[\s\p{P}]+/gu, ' ')
      .trim()
  if (originals.some(text => bare(text) === bare(wording))) faults.push('not_rewritten')
  if (looksLikeName(wording)) faults.push('looks_like_name')
  return faults
}

/** "Nguyễn Văn An", "nguyen thi b", "anh Hùng", "Trần Quốc Toản". Streets that bear names look the same. */
function looksLikeName(wording: string): boolean {
  const words = wording.normalize('NFC').match(/[\p{L}\p{M}]+/gu) ?? []
  return words.some((word, index) => {
    const next = words[index + 1] ?? ''
    const folded = fold(word.toLowerCase())
    const isSurname = SURNAMES.has(folded)
    if (isSurname && NAME_MIDDLES.test(fold(next.toLowerCase()))) return true
    // The first word of a sentence is written large whatever it is.
    const isTitled = TITLES.test(folded) && isCapital(next) && words.length > 1
    return isTitled || (isSurname && isCapital(word) && isCapital(next) && (index > 0 || isCapital(words[2] ?? '')))
  })
}

function isCapital(word: string): boolean {
  return /^\p{Lu}/u.test(word) && !/^\p{Lu}{2,}$/u.test(word)
}
