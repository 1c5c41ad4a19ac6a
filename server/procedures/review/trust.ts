/** How far a ward stands behind each guide: from what was confirmed there or above, and from the days of the guide. */

import type { PublishedTopic, Topic } from '../../../shared/procedures.ts'
import { kindsOfPart, listOfficeItems, listTopicItems, officeItemOf } from '../../../shared/review/index.ts'
import type { ConfirmedPart, TopicTrust } from '../../../shared/trust/index.ts'
import { addDays, vietnamDay } from '../../../shared/vietnam-time.ts'
import type { ServedWard } from '../../platform/areas/index.ts'
import type { Database } from '../../platform/storage/index.ts'
import { createJudge, readWords, type Verdict, type Word } from './words.ts'

export interface Days {
  reviewDays: number
  withholdDays: number
}

type Care = { review_on: string | null; withhold_on: string | null; set_at: Date }

export async function readTrust(
  db: Database,
  { ward, published, ...days }: { ward: ServedWard | null; published: readonly PublishedTopic[] } & Days,
): Promise<ReadonlyMap<string, TopicTrust>> {
  const judge = createJudge(ward ? await readWords(db, ward.areaId) : [])
  const care = await db.selectFrom('guide_care').select(['topic_key', 'review_on', 'withhold_on', 'set_at']).execute()
  const desks = ward ? listOfficeItems(ward.profile) : []
  return new Map(
    published.map(entry => {
      const { topic } = entry
      const judged = listTopicItems(topic).map(item => ({ ...item, verdict: judge(item) }))
      const desk = desks.find(({ key }) => key === officeItemOf(topic))
      const all = desk ? [...judged, { ...desk, verdict: judge(desk) }] : judged
      const words = wordsOf(judged.map(({ verdict }) => verdict))
      const confirmed = judged.length > 0 && words.length === judged.length ? joinWords(words) : null
      const own = care.find(({ topic_key }) => topic_key === topic.key)
      return [
        topic.key,
        {
          confirmed,
          parts: judged.length > 0 ? [...partsOf(all), ...localParts(topic)] : [],
          isBeingCorrected: all.some(({ verdict }) => verdict.state === 'wrong'),
          ...daysOf(entry, own, confirmed?.on ?? null, days),
        },
      ]
    }),
  )
}

function partsOf(all: readonly { kind: string; verdict: Verdict }[]): TopicTrust['parts'] {
  return (Object.keys(kindsOfPart) as ConfirmedPart[]).flatMap(part => {
    const own = all.filter(({ kind }) => (kindsOfPart[part] as readonly string[]).includes(kind))
    const words = wordsOf(own.map(({ verdict }) => verdict))
    return own.length > 0 && words.length === own.length ? [{ part, ...joinWords(words) }] : []
  })
}

/** A fee of the ward's own was agreed to by two of its officers. */
function localParts({ local }: Topic): TopicTrust['parts'] {
  return local?.fee ? [{ part: 'fee', by: local.fee.area, on: local.fee.asOf }] : []
}

function wordsOf(verdicts: readonly Verdict[]): Word[] {
  return verdicts.flatMap(({ state, word }) => (state === 'right' && word ? [word] : []))
}

/** The oldest day: since then at least all of it is known to hold. */
function joinWords(words: readonly Word[]): { by: string; on: string } {
  const areas = [...new Set([...words].sort((a, b) => a.above - b.above).map(({ area }) => area))]
  return { by: areas.join(' và '), on: words.map(({ on }) => on).sort()[0] ?? '' }
}

/** A day set by hand counts until the guide is published after it; what the ward keeps itself has none of its own accord. */
function daysOf(
  { topic, publishedAt }: PublishedTopic,
  care: Care | undefined,
  confirmedOn: string | null,
  { reviewDays, withholdDays }: Days,
): Pick<TopicTrust, 'reviewOn' | 'withholdOn'> {
  const publishedOn = vietnamDay(publishedAt)
  if (care?.review_on && (care.set_at > publishedAt || care.review_on > publishedOn))
    return { reviewOn: care.review_on, withholdOn: care.withhold_on ?? addDays(care.review_on, withholdDays) }
  if (isOwn(topic)) return { reviewOn: null, withholdOn: null }
  const from = [publishedOn, confirmedOn ?? publishedOn].sort().at(-1) ?? publishedOn
  const reviewOn = addDays(from, reviewDays)
  return { reviewOn, withholdOn: addDays(reviewOn, withholdDays) }
}

function isOwn({ sources }: Topic): boolean {
  return sources.every(({ asOf }) => asOf === null)
}
