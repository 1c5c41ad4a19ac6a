/** What the API offers to officers: the list, one case, taking it on, writing to the person, remarks, closing. */
import { sql } from 'kysely'
import { z } from 'zod'
import {
  type CannedReplies,
  type CannedReply,
  type Handoff,
  type HandoffClosing,
  HandoffLine,
  type HandoffReply,
  type HandoffSummary,
  type OwnReply,
} from '../../../shared/handoffs.ts'
import { maskPersonalData } from '../../../shared/privacy/index.ts'
import type { House, Line } from '../../feature.ts'
import type { Deliveries } from '../../platform/deliveries/index.ts'
import type { Principal } from '../../platform/people/index.ts'
import { type HandoffRow, holdHandoff, isMine, mayAnswerFor, refuse, requireHandoff } from './access.ts'
import type { Callback } from './callback.ts'
import { readCanned, writeCanned } from './canned.ts'
import { audit, claimHandoff, releaseHandoff } from './claims.ts'
import { createReplying, findReplyWay, openOwnReplies, readOwnReplies, readReplies } from './replying.ts'
import { giveBack } from './silence.ts'
import { closeCases } from './store.ts'

/** Refusals are AppErrors: `not_found` (also for a case of another area), `conflict` with a `HandoffRefusal`. */
export interface HandoffOperations {
  /** Open ones first: escalated before the others, the longest waiting first; then those closed, newest first. */
  list(officer: Principal): Promise<HandoffSummary[]>
  get(officer: Principal, id: string): Promise<Handoff>
  claim(officer: Principal, id: string, from?: string): Promise<HandoffSummary>
  release(officer: Principal, id: string): Promise<HandoffSummary>
  reply(officer: Principal, id: string, reply: HandoffReply): Promise<Handoff>
  addNote(officer: Principal, id: string, text: string): Promise<Handoff>
  close(officer: Principal, id: string, closing: HandoffClosing): Promise<HandoffSummary>
  readCanned(officer: Principal, area: string): Promise<CannedReplies>
  writeCanned(officer: Principal, list: { area: string; replies: CannedReply[] }): Promise<CannedReplies>
  listOwn(personId: string): Promise<OwnReply[]>
  /** @returns how many they had not read yet */
  openOwn(personId: string): Promise<number>
}

/** What the published guides say to the last question of these lines; null: nothing that they are sure of. */
export type Suggest = (
  lines: readonly Line[],
  about: { oaId: string; topic: string | null },
) => Promise<Handoff['suggestion']>

const MOST_LISTED = 200
const MINUTE_MS = 60_000

export function createOperations({
  house,
  deliveries,
  callback,
  suggest,
}: {
  house: House
  deliveries: Deliveries
  callback: Callback
  suggest: Suggest
}): HandoffOperations {
  const { db, clock, count, config } = house
  const replying = createReplying({ house, deliveries })

  async function summary(officer: Principal, id: string): Promise<HandoffSummary> {
    return summarise(await requireHandoff(db, officer, id), officer, clock.now())
  }

  async function detail(officer: Principal, row: HandoffRow): Promise<Handoff> {
    const now = clock.now()
    const context = z.array(HandoffLine).parse(row.context)
    const [{ way, until }, replies, notes, suggestion] = await Promise.all([
      findReplyWay(db, row, config.zalo.api, now),
      readReplies(db, row),
      db
        .selectFrom('handoff_notes')
        .select(['at', 'by', 'text'])
        .where('handoff_id', '=', row.id)
        .orderBy('id')
        .execute(),
      suggest(context, { oaId: row.oa_id, topic: row.topic_key }),
    ])
    return {
      ...summarise(row, officer, now),
      context,
      phone: null,
      note: row.note,
      closedBy: row.closed_by,
      notes,
      replies,
      suggestion,
      replyWay: row.closed_at ? null : way,
      replyUntil: row.closed_at ? null : until,
    }
  }

  return {
    async list(officer) {
      const { rows } = await sql<HandoffRow>`
        select h.*, a.code as area_code, a.name as area_name from handoffs h join areas a on a.id = h.area_id where ${mayAnswerFor(officer)}
        order by h.closed_at desc nulls first, h.officer_at is not null, h.escalated_at is null, h.opened_at limit ${MOST_LISTED}
      `.execute(db)
      return rows.map(row => summarise(row, officer, clock.now()))
    },

    async get(officer, id) {
      const row = await requireHandoff(db, officer, id)
      const phone = callback.openPhone(row.id, row.callback_phone)
      if (phone !== null) await db.transaction().execute(tx => audit(tx, officer, row, 'handoff phone read', {}))
      return { ...(await detail(officer, row)), phone }
    },

    async claim(officer, id, from) {
      await db.transaction().execute(tx => claimHandoff(tx, officer, { id, from, at: clock.now() }))
      return summary(officer, id)
    },

    async release(officer, id) {
      await db.transaction().execute(tx => releaseHandoff(tx, officer, id))
      return summary(officer, id)
    },

    async reply(officer, id, reply) {
      await replying.reply(officer, { id, ...reply })
      return detail(officer, await requireHandoff(db, officer, id))
    },

    async addNote(officer, id, text) {
      const at = clock.now()
      await db.transaction().execute(async tx => {
        const row = await holdHandoff(tx, officer, id)
        if (row.closed_at) throw refuse('closed', 'the case is closed')
        await tx
          .insertInto('handoff_notes')
          .values({ handoff_id: id, at, by: officer.label, text: maskPersonalData(text, at) })
          .execute()
        // Without its words: a case is erased one day, the audit is not.
        await audit(tx, officer, row, 'handoff noted', {})
      })
      return detail(officer, await requireHandoff(db, officer, id))
    },

    async close(officer, id, { outcome, note }) {
      const row = await requireHandoff(db, officer, id)
      const at = clock.now()
      const masked = note ? maskPersonalData(note, at) : null
      await db.transaction().execute(async tx => {
        // The conversation before the case, as the chatbot takes them: nobody waits for himself.
        await giveBack(tx, { oaId: row.oa_id, oaUserId: row.oa_user_id }, at)
        const held = await holdHandoff(tx, officer, id)
        if (held.claimed_by !== null && !isMine(officer, held)) throw refuse('claimed', 'a colleague has taken it on')
        const closed = await closeCases(tx, sql`id = ${id}`, { at, by: officer.label, outcome, note: masked })
        if (closed === 0) throw refuse('closed', 'the case is closed already')
        await audit(tx, officer, row, 'handoff closed', { outcome })
      })
      count('handoff', outcome)
      return summary(officer, id)
    },

    readCanned: (officer, area) => readCanned(db, officer, area),
    writeCanned: (officer, list) => writeCanned(db, officer, list),
    listOwn: personId => readOwnReplies(db, personId),
    openOwn: personId => openOwnReplies(db, personId, clock.now()),
  }
}

function summarise(row: HandoffRow, officer: Principal, now: Date): HandoffSummary {
  const state = row.closed_at ? 'closed' : row.officer_at ? 'answering' : 'waiting'
  return {
    id: row.id,
    state,
    reason: row.reason,
    topic: row.topic_key,
    openedAt: row.opened_at,
    dueAt: row.due_at,
    escalatedAt: row.escalated_at,
    officerAt: row.officer_at,
    closedAt: row.closed_at,
    outcome: row.outcome,
    waitingMinutes:
      state === 'waiting' ? Math.max(0, Math.floor((now.getTime() - row.opened_at.getTime()) / MINUTE_MS)) : null,
    hasPhone: row.callback_phone !== null,
    claimedBy: row.claimed_by,
    isMine: isMine(officer, row),
    area: row.area_code,
    areaName: row.area_name,
  }
}
