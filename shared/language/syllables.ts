/** Syllables: what a Vietnamese syllable can look like without marks, and which ones sound alike across the regions. */
import { unifyFinalY } from './letters.ts'

const INITIALS = 'ngh|ng|nh|gh|gi|kh|ph|th|tr|ch|qu|[bcdghklmnpqrstvx]'
const OPEN_NUCLEI =
  'a|ai|ao|au|ay|e|eo|eu|i|ia|ieu|iu|o|oa|oai|oao|oay|oe|oeo|oi|u|ua|uay|uau|ue|ui|uo|uoi|uou|uu|uy|uya|uyu|uyeu|y|yeu|ya|ia'
const CLOSED_NUCLEI = 'a|e|i|ie|o|oa|oe|oo|u|ua|ue|uo|uy|uye|y|ye'
const FINALS = 'c|ch|m|n|ng|nh|p|t'
const SYLLABLE = new RegExp(`^(?:${INITIALS})?(?:(?:${OPEN_NUCLEI})|(?:${CLOSED_NUCLEI})(?:${FINALS}))$`)

/** Whether the marks-free letters can be one Vietnamese syllable. */
export function isSyllable(folded: string): boolean {
  return SYLLABLE.test(folded)
}

const FRONT = /^(?:ngh|gh|gi(?=[aeou])|tr|[kq](?!h)|[flrsz])/
const SAME_FRONT: Record<string, string> = {
  ngh: 'ng',
  gh: 'g',
  gi: 'd',
  r: 'd',
  z: 'd',
  tr: 'ch',
  s: 'x',
  l: 'n',
  k: 'c',
  q: 'c',
  f: 'ph',
}
const NASAL_END = /([aeiou])(?:ng|nh|nk)$/
const STOP_END = /([aeiou])(?:ch|c|k)$/

/**
 * A key equal for syllables that regions pronounce and chats write alike: tr/ch, s/x, d/gi/r/z, l/n, c/k/q, ph/f at the
 * front; n/ng/nh and t/c/ch at the end; j and y for i.
 */
export function soundOf(folded: string): string {
  return folded
    .replace(/[jy]/g, 'i')
    .replace(FRONT, front => SAME_FRONT[front] ?? front)
    .replace(NASAL_END, '$1n')
    .replace(STOP_END, '$1t')
}

/** What is left when a typing method was off: "giaays", "ddang", "tow", "ky1". */
export function withoutTypingMarks(folded: string): string {
  const letters = folded
    .replace(/[0-9]/g, '')
    .replace(/([aeiouywmnpctgh])[sfrxj]+$/, '$1')
    .replace(/dd/g, 'd')
    .replace(/([aeo])\1/g, '$1')
    .replace(/w/g, '')
  return unifyFinalY(letters)
}
