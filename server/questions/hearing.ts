/** Takes note of questions that were not served well: which message it was, and what came of it. Never who asked. */
import { sql, type Transaction } from 'kysely'
import { isDistressed, readOfficerRequest } from '../../shared/answering/index.ts'
import type { QuestionKind } from '../../shared/questions/index.ts'
import type { Hear, Heard, House, Speaker } from '../feature.ts'
import type { Tables } from '../platform/storage/index.ts'

/** The counts of a week; by area. No person is in them. */
export const COUNTED = ['answered', 'unanswered', 'asked_back', 'handed_over', 'thumbs_up', 'thumbs_down'] as const
export type Counted = (typeof COUNTED)[number]
export const counterOf = (kind: Counted): string => `question ${kind}`

/** What is said about an answer comes within this time. */
const SAME_TALK_MS = 3600_000
const LOOKED_BACK = 4
/** Shorter words are a number, a yes, a sign. */
const SHORTEST_QUESTION = 5

export function createHearing({ count }: Pick<House, 'count'>): Hear {
  return async (tx, heard) => {
    const { speaker, turn, at } = heard
    for (const kind of countedAs(heard)) count(counterOf(kind), speaker.areaId)
    const kind = kindOf(heard)
    // An answer that could not be read is no question, and says nothing of the one before it.
    if (!kind || heard.outcome === 'unclear') return
    // What somebody says in distress is for the officer of their case alone.
    if (isDistressed(turn.text)) return
    const eventId = isAboutEarlier(heard) ? await findEarlier(tx, speaker, at) : ownEvent(heard)
    if (eventId === null) return
    await sql`
      insert into questions (event_id, kind, area_id, topic_key, asked_at)
      select id, ${kind}, ${speaker.areaId}, ${turn.topic}, occurred_at from events where id = ${eventId}
      on conflict (event_id, kind) do nothing
    `.execute(tx)
  }
}

function countedAs(heard: Heard): Counted[] {
  const { thumb, isAnswered } = heard
  const kind = kindOf(heard)
  if (thumb) return [thumb === 'up' ? 'thumbs_up' : 'thumbs_down']
  return [...(isAnswered ? (['answered'] as const) : []), ...(kind ? [kind] : [])]
}

function kindOf({ outcome, opens, thumb }: Heard): QuestionKind | null {
  if (thumb) return thumb === 'down' ? 'thumbs_down' : null
  if (opens) return opens === 'distress' ? null : 'handed_over'
  if (outcome === 'refuse' || outcome === 'misfit') return 'unanswered'
  return outcome === 'clarify' ? 'asked_back' : null
}

/** 👎, "gặp cán bộ" and "không phải các mục này" say something of what was asked before them. */
function isAboutEarlier({ outcome, opens, thumb }: Heard): boolean {
  return thumb !== undefined || opens === 'asked' || outcome === 'misfit'
}

function ownEvent({ turn, speaker }: Heard): string | null {
  return isQuestion(turn.text) ? speaker.eventId : null
}

async function findEarlier(tx: Transaction<Tables>, speaker: Speaker, at: Date): Promise<string | null> {
  const { rows } = await sql<{ id: string; text: string }>`
    select id, payload ->> 'text' as text from events
    where subject_id = ${speaker.oaUserId} and oa_id = ${speaker.oaId} and id < ${speaker.eventId}
      and payload ->> 'kind' = 'message' and payload ->> 'text' is not null
      and occurred_at > ${new Date(at.getTime() - SAME_TALK_MS)}
    order by id desc limit ${LOOKED_BACK}
  `.execute(tx)
  const found = rows.find(({ text }) => isQuestion(text))
  return found && !isDistressed(found.text) ? found.id : null
}

function isQuestion(text: string): boolean {
  const words = text.replace(/[^\p{L}\p{N}]+/gu, ' ').trim()
  return words.length >= SHORTEST_QUESTION && !/^[\d ]+$/.test(words) && readOfficerRequest(text) === null
}
