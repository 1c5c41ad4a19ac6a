/** Numbers dictated digit by digit: "không chín một hai …". */
import { maskOf } from './classes.ts'
import type { Finding, Reading } from './reading.ts'

const DIGIT = '(?:khong|linh|mot|hai|ba|bon|tu|nam|lam|sau|bay|tam|chin)'
const ROW = new RegExp(`(?<![a-z])${DIGIT}(?:[ ,.-]{1,3}${DIGIT}){7,}(?![a-z])`, 'g')

export function findSpelledNumbers({ plain }: Reading): Finding[] {
  return [...plain.matchAll(ROW)].map(({ index, 0: row }) => ({
    from: index,
    to: index + row.length,
    mask: () => maskOf(row.split(/[ ,.-]+/).length === 10 && row.startsWith('khong') ? 'phone' : 'number'),
  }))
}
