/**
 * What looks like personal data and must stay readable: people ask about it.
 *
 * Codes of submitted dossiers (`H29.165-240101-0001`) stay too. They are what a person asks after, they open nothing
 * without the number on the appointment slip or the identity card, and they leave with the message.
 */
import { MASK } from './classes.ts'
import type { Finder, Reading } from './reading.ts'

/** Not inside a longer number. */
const ALONE = '(?<!\\d[ .,/-]{0,2})'
const ENDS = '(?![ .,/-]{0,2}\\d)'
const HOUR = '(?:[01]?\\d|2[0-4])[.:hg][0-5]\\d'
/** Not "đồng ý", "đồng chí", "đồng hồ". */
const DONG = '(?:dong|vnd|d)(?![a-z]| ?(?:y|chi|ho)(?![a-z]))'
const YEAR = '(?:19|20)\\d{2}'

const KEPT = [
  MASK,
  // Dossiers: "H29.165-240101-0001", "000.00.19.H26-240101-0001", "G01.899-250101-00012".
  /(?<![a-z\d])(?:\d{3}\.\d{2}\.\d{2}\.)?[gh]\d{2}(?:\.\d{1,4}){0,3}-\d{6}-\d{4,6}(?!\d)/g,
  // Procedures: "1.001193", "2.000815.000.00.00.H26".
  new RegExp(`${ALONE}[1-3]\\.\\d{6}(?:(?:\\.\\d{2,3}){3}\\.[gh]\\d{2})?(?!\\.?\\d)`, 'g'),
  // Laws: "123/2015/NĐ-CP", "91/2025/QH15".
  new RegExp(`(?<![\\d/])\\d{1,5}/${YEAR}/[a-z]{2,6}\\d{0,2}(?:-[a-z]{2,8}){0,3}`, 'g'),
  // Amounts: "1.250.000 đồng", "500.000.000".
  new RegExp(`${ALONE}[1-9]\\d{0,2}(?:[., ]\\d{3})+ ?${DONG}`, 'g'),
  new RegExp(`(?<![\\d)][ .,/-]{0,2})[1-9]\\d{0,2}(?:[.,]\\d{3})*[.,]\\d00[.,]000${ENDS}`, 'g'),
  new RegExp(`${ALONE}[1-9]\\d{0,7}0{4} ?${DONG}`, 'g'),
  new RegExp(`${ALONE}${YEAR}(?:[ ,/-]{1,3}${YEAR}){1,2}${ENDS}`, 'g'),
  new RegExp(`${ALONE}${HOUR} ?- ?${HOUR}(?!\\.?\\d)`, 'g'),
  // Telephone numbers of services: "1900 1234", "1800 599 920".
  new RegExp(`${ALONE}1[89]00(?:[ .-]?\\d){4,6}(?![ .-]?\\d)`, 'g'),
]

export const keepers: Finder[] = KEPT.map(
  pattern =>
    ({ plain, marked }: Reading) =>
      [...(pattern === MASK ? marked : plain).matchAll(pattern)].map(({ index, 0: words }) => ({
        from: index,
        to: index + words.length,
        mask: null,
      })),
)
