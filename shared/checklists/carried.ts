/**
 * Answers in the fragment of an address, so that a list opens on another phone: a fragment never travels to a server, and
 * holds ids of answers, nothing about a person.
 */

export interface CarriedAnswer {
  question: string
  option: string
}

const NAME = '#tra-loi='
const LONGEST = 1500

/** @param revision of the guide whose questions these are */
export function answersToFragment(revision: number, given: readonly CarriedAnswer[]): string {
  return `${NAME}${[revision, ...given.map(({ question, option }) => `${question}.${option}`)].join(';')}`
}

/** @returns null when the fragment carries no answers; what does not fit the questions is left out by whoever asks them */
export function answersInFragment(fragment: string): { revision: number; given: CarriedAnswer[] } | null {
  if (!fragment.startsWith(NAME) || fragment.length > LONGEST) return null
  const [revision = '', ...parts] = fragment.slice(NAME.length).split(';')
  const pairs = parts.map(part => /^([a-z0-9-]+)\.([a-z0-9-]+)$/.exec(part))
  if (!/^\d{1,9}$/.test(revision) || pairs.some(pair => pair === null)) return null
  return {
    revision: Number(revision),
    given: pairs.map(pair => ({ question: pair?.[1] ?? '', option: pair?.[2] ?? '' })),
  }
}
