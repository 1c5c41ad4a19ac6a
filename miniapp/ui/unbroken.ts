const GROUPS = /(\d) (?=\d)/g
const RANGE = /(\d)–(?=\d)/g

/** Keeps a telephone number or a stretch of time on one line. */
export function unbroken(text: string): string {
  return text.replace(GROUPS, '$1\u00a0').replace(RANGE, '$1\u2060–\u2060')
}
