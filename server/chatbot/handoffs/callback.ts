/**
 * A telephone number to call back: asked for, given in answer, kept sealed with the case and with nothing else. Incoming
 * text is masked before it is stored, so the number comes beside the event and is forgotten unless it was asked for.
 */
import { sql, type Transaction } from 'kysely'
import { maskOfKeptPhone } from '../../../shared/answers/index.ts'
import type { IncomingEvent } from '../../platform/events/index.ts'
import type { SecretBox } from '../../platform/secrets/index.ts'
import type { Database, Tables } from '../../platform/storage/index.ts'
import { isNumberGiven } from './phone-answer.ts'
import { type Correspondent, isOf } from './store.ts'

/** Giving the number is the consent, so it must follow the request, and be all that the message is about. */
const ASKED_FOR_MS = 30 * 60_000
/** Zalo's clock and ours may differ by this much. */
const CLOCK_SKEW_MS = 3000
const PHONE_MASK = '⟨số điện thoại⟩'
const ANY_MASK = /⟨[^⟩]+⟩/u

export interface Callback {
  /** @returns the event as it is to be stored: it tells whether the number was kept */
  keepPhone(event: IncomingEvent, phone: string): Promise<IncomingEvent>
  /** @returns null when nothing was given, or SECRET_KEY is another one than then */
  openPhone(handoffId: string, sealed: string | null): string | null
}

export function createCallback({ db, box }: { db: Database; box: SecretBox }): Callback {
  return {
    async keepPhone(event, phone) {
      const id = isAnswer(event) ? await findAsked(db, event) : null
      if (id === null) return event
      // The same event may be delivered again, after the number was corrected or taken back.
      const { numAffectedRows } = await sql`
        update handoffs set callback_phone = ${box.seal(phone, contextOf(id))}, callback_given_at = ${event.occurredAt}
        where id = ${id} and closed_at is null and callback_asked_at is not null
          and (callback_given_at is null or callback_given_at <= ${event.occurredAt})
      `.execute(db)
      return Number(numAffectedRows ?? 0) > 0 ? markKept(event, phone) : event
    },
    openPhone: (id, sealed) => sealed && box.open(sealed, contextOf(id)),
  }
}

export async function askForPhone(tx: Transaction<Tables>, who: Correspondent, now: Date): Promise<void> {
  await sql`update handoffs set callback_asked_at = ${now} where closed_at is null and ${isOf(who)}`.execute(tx)
}

/** Takes the consent back: the number goes at once. */
export async function forgetPhone(tx: Transaction<Tables>, who: Correspondent): Promise<void> {
  await sql`
    update handoffs set callback_phone = null, callback_asked_at = null, callback_given_at = null
    where closed_at is null and ${isOf(who)}
  `.execute(tx)
}

async function findAsked(db: Database, { oaId, subjectId, occurredAt }: IncomingEvent): Promise<string | null> {
  const { rows } = await sql<{ id: string }>`
    select id from handoffs where closed_at is null and ${isOf({ oaId, oaUserId: subjectId })}
      and callback_asked_at between ${before(occurredAt, ASKED_FOR_MS)} and ${before(occurredAt, -CLOCK_SKEW_MS)}
  `.execute(db)
  return rows[0]?.id ?? null
}

function isAnswer({ payload }: IncomingEvent): boolean {
  return payload.kind === 'message' && payload.text !== null && isNumberGiven(payload.text)
}

function markKept(event: IncomingEvent, phone: string): IncomingEvent {
  const { payload } = event
  if (payload.kind !== 'message' || payload.text === null) return event
  // A number without its nought is the only one in its message, and may be masked as another class.
  const mask = payload.text.includes(PHONE_MASK) ? PHONE_MASK : ANY_MASK
  return { ...event, payload: { ...payload, text: payload.text.replace(mask, maskOfKeptPhone(phone)) } }
}

function contextOf(handoffId: string): string {
  return `callback ${handoffId}`
}

function before(moment: Date, ms: number): Date {
  return new Date(moment.getTime() - ms)
}
