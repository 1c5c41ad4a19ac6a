/** What a draft must be to be kept, and what it still lacks to be handed in. */
import type { z } from 'zod'
import { Topic } from '../procedures.ts'

type Issue = z.core.$ZodIssue

/** A guide of a ward is some tens of kilobytes; this is a wall against floods. */
const largestJson = 400_000

/** Missing words and half-typed dates are what drafts consist of; a wrong shape is no draft. */
const INCOMPLETE = new Set<Issue['code']>(['too_small', 'invalid_format', 'custom'])

/** True when the shape of a topic is whole, though words may be missing. */
export function isWritable(value: unknown): value is Topic {
  const parsed = Topic.safeParse(value)
  if (typeof value === 'object' && value !== null && !Object.keys(value).every(isOfDraft)) return false
  if (!parsed.success && !parsed.error.issues.every(({ code }) => INCOMPLETE.has(code))) return false
  return JSON.stringify(value).length <= largestJson
}

/** A field that the form does not know would be shown to nobody; what holds in one ward only, and its trust, is kept apart. */
const isOfDraft = (name: string): boolean => name in Topic.shape && name !== 'local' && name !== 'trust'

/** Where something is still missing or is written in a form that cannot be published: `cases.0.label`. */
export function listIncomplete(topic: Topic): string[] {
  const parsed = Topic.safeParse(topic)
  const missing = parsed.success ? [] : parsed.error.issues.map(({ path }) => path.join('.'))
  return [...missing, ...repeatedIds(topic)]
}

/** Ids that stand twice: what refers to them would mean both. */
function repeatedIds({ cases }: Topic): string[] {
  const twice = (ids: string[]) => ids.some((id, index) => ids.indexOf(id) !== index)
  return [
    ...(twice(cases.map(({ id }) => id)) ? ['cases'] : []),
    ...cases.flatMap(({ documents }, index) =>
      twice(documents.map(({ id }) => id)) ? [`cases.${index}.documents`] : [],
    ),
  ]
}
