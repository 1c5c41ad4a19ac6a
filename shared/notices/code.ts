/** The short code that each notice carries, and how it is found in what people type. */

const LETTERS = 'BCDFGHJKMNPQRSTVWXZ'
const SIGNS = `23456789${LETTERS}`
const LENGTH = 5
const TYPED = /(?<![\p{L}\d])t\s?b\s?[-–. ]?\s?([bcdfghjkmnpqrstvwxz][2-9bcdfghjkmnpqrstvwxz]{4})(?![\p{L}\d])/giu

/** @param random whole numbers below the one it is given, each equally likely */
export function makeNoticeCode(random: (below: number) => number): string {
  const pick = (from: string): string => from[random(from.length)] ?? ''
  return `TB-${pick(LETTERS)}${Array.from({ length: LENGTH - 1 }, () => pick(SIGNS)).join('')}`
}

/** "tb k7m2p", "TBK7M2P", "tb-k7m2p": all of them, as written on the notice, each once. */
export function findNoticeCodes(text: string): string[] {
  return [...new Set([...text.normalize('NFKC').matchAll(TYPED)].map(([, code = '']) => `TB-${code.toUpperCase()}`))]
}

/** Path of the page that everybody with the link may read. @param via how it was come by, for the anonymous count */
export function noticePath(code: string, via?: LinkVia): string {
  return `/tb/${code.slice(3).toLowerCase()}${via ? `?tu=${VIA_WORDS[via]}` : ''}`
}

/** Where a reader of the page came from. Nothing of the reader is kept. */
export const LINK_VIAS = ['group', 'poster', 'chat', 'feed', 'sms'] as const
export type LinkVia = (typeof LINK_VIAS)[number]

const VIA_WORDS: Record<LinkVia, string> = {
  group: 'nhom',
  poster: 'giay',
  chat: 'zalo',
  feed: 'rss',
  sms: 'sms',
}

export function readVia(words: string | undefined): LinkVia | null {
  return LINK_VIAS.find(via => VIA_WORDS[via] === words) ?? null
}

/** The code in a path of `noticePath`; null when it cannot be one. */
export function codeOfPath(part: string): string | null {
  return findNoticeCodes(`TB-${part}`)[0] ?? null
}
