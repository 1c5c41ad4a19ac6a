/** What this tab had not been able to save, with what it began from: there after a reload and a lost connection. */
import type { Draft } from './words.ts'

export type Words = Pick<Draft, 'content' | 'effectiveFrom' | 'effectiveUntil'>

export interface Kept {
  /** Of the draft that the words began from. */
  version: number
  words: Words
  base: Words
}

const keyOf = (id: string) => `mot-cua.guide.${id}`
const plain = ({ content, effectiveFrom, effectiveUntil }: Words): Words => ({ content, effectiveFrom, effectiveUntil })

export const keptWords = {
  write(id: string, { version, words, base }: Kept): void {
    sessionStorage.setItem(keyOf(id), JSON.stringify({ version, words: plain(words), base: plain(base) }))
  },
  forget(id: string): void {
    sessionStorage.removeItem(keyOf(id))
  },
  read(id: string): Kept | null {
    return JSON.parse(sessionStorage.getItem(keyOf(id)) ?? 'null') as Kept | null
  },
}
