/** Which case of a guide an address means. In the fragment: a fragment never travels to a server. */
import type { Topic } from '../../../shared/procedures.ts'

const NAME = '#truong-hop='

/** @returns the path of the guide; the common case needs no fragment */
export function casePath({ key, cases }: Pick<Topic, 'key' | 'cases'>, caseId: string | null): string {
  const isCommon = caseId === null || caseId === cases[0]?.id
  return `/thu-tuc/${key}${isCommon ? '' : NAME + caseId}`
}

/** @returns null when the fragment names no case of this guide */
export function caseInFragment({ cases }: Pick<Topic, 'cases'>, fragment: string): string | null {
  const id = fragment.startsWith(NAME) ? fragment.slice(NAME.length) : null
  return cases.find(one => one.id === id)?.id ?? null
}
