/** What is put right when an officer says that a fact is wrong: which places of the guide it stands in. Pure. */
import { guideShape, putAt, shapeAt, valueAt } from '../guide-form/index.ts'
import type { Fee, Topic } from '../procedures.ts'
import type { ReviewItem } from './items.ts'

type Item = Pick<ReviewItem, 'kind' | 'key'>

/** Something else in one place of a guide, or of an office: `channels.0.timeLimit`. */
export interface Correction {
  place: string
  value: unknown
}

/** Where a flag usually points; the officer may choose another place. */
const placesOfFlag: Record<string, string> = {
  FEE_SUSPECT: 'channels',
  AGENCY_NOT_COMMUNE: 'authority',
  LEVEL_NOT_WARD: 'authority',
  DECISION_BEFORE_REFORM: 'authority',
  CODE_SUPERSEDED: 'procedures',
  NAME_UNCERTAIN: 'procedures',
  NEWER_LAW: 'legalBases',
  LAW_CHANGE_SCHEDULED: 'legalBases',
  PARTIAL_RECORD: 'cases',
  MENTIONS_ABOLISHED: 'steps',
  SOURCE_TEXT_DEFECT: 'steps',
  CONFLICT: 'steps',
}
const placesOfAspect: Record<string, string> = {
  papers: 'cases',
  form: 'cases',
  fee: 'channels',
  time: 'channels',
  online: 'channels',
  where: 'authority',
  law: 'legalBases',
  eligibility: 'eligibility',
}

/** What an officer may look for a mistake in, the commonest first; its questions are a program and have the editor alone. */
export const correctedPlaces = [
  'channels',
  'cases',
  'authority',
  'steps',
  'eligibility',
  'advice',
  'results',
  'summary',
  'legalBases',
  'scheduledChanges',
  'procedures',
  'relatedProcedures',
  'disagreements',
  'confusableWith',
  'checklist',
] as const

/** Of a flag and of a difference the officer says where the mistake is; all else says it itself. */
export function needsPlace({ kind }: Pick<Item, 'kind'>): boolean {
  return kind === 'flag' || kind === 'difference'
}

/** @returns where the words of a fact stand in the guide; of a flag or a difference, where the mistake usually is */
export function placesOfItem({ kind, key }: Item, topic: Topic): string[] {
  const { channels, cases } = topic
  if (kind === 'fee') return channels.flatMap(({ fees }, at) => fees.map((_, index) => `channels.${at}.fees.${index}`))
  if (kind === 'time') return channels.flatMap(({ timeLimit }, at) => (timeLimit ? [`channels.${at}.timeLimit`] : []))
  if (kind === 'place') return ['authority']
  if (kind === 'papers') return cases.flatMap(({ id }, at) => (key === `papers-${id}` ? [`cases.${at}.documents`] : []))
  if (kind === 'steps') return ['steps', 'eligibility', 'advice', 'results']
  if (kind === 'flag') return [placesOfFlag[/^flag-([A-Z_]+)-/.exec(key)?.[1] ?? ''] ?? 'steps']
  if (kind === 'difference') return [placesOfAspect[/^difference-([a-z]+)-/.exec(key)?.[1] ?? ''] ?? 'steps']
  return []
}

/** What a correction of this fact may touch: its own places, and what lies above or below them. */
function isPlaceOf(item: Item, topic: Topic, place: string): boolean {
  const [field = ''] = place.split('.')
  if (needsPlace(item))
    return Object.hasOwn(guideShape, field) && (correctedPlaces as readonly string[]).includes(field)
  if (item.kind === 'fee') return /^channels\.\d+\.fees(\.\d+)?$/.test(place)
  return placesOfItem(item, topic).includes(place)
}

/** @returns null when a change lies outside the fact, or where the guide has nothing */
export function correctTopic(topic: Topic, item: Item, changes: readonly Correction[]): Topic | null {
  let next = topic
  for (const { place, value } of changes) {
    if (!isPlaceOf(item, topic, place) || shapeAt(place) === null || valueAt(next, place) === undefined) return null
    next = putAt(next, place, value)
  }
  return next
}

/** A flag and a difference go when the mistake they point at is put right; a difference may also be put in other words. */
export function settleItem(topic: Topic, { kind, key, fact }: ReviewItem, places: readonly string[]): Topic {
  if (kind === 'flag')
    return {
      ...topic,
      reviewFlags: topic.reviewFlags.filter(({ code, procedure }) => key !== `flag-${code}-${procedure}`),
    }
  if (kind === 'difference' && !places.some(place => place.startsWith('disagreements')))
    return { ...topic, disagreements: topic.disagreements.filter(({ text }) => text !== fact) }
  return topic
}

/** An amount and what it means belong together: nothing to pay is stated, an unknown amount is no amount. */
export function settleFee(before: Fee, after: Fee): Fee {
  if (after.amount !== before.amount && after.amount !== null)
    return { ...after, status: after.amount === 0 ? 'free_stated' : 'stated' }
  if (after.status === before.status) return after
  if (after.status === 'free_stated') return { ...after, amount: 0 }
  return after.status === 'stated' ? after : { ...after, amount: null }
}
