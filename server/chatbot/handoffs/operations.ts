/** What the API offers to officers: the list, one case, its closing. */
import { type RawBuilder, sql } from 'kysely'
import { z } from 'zod'
import { type Handoff, type HandoffClosing, HandoffLine, type HandoffSummary } from '../../../shared/handoffs.ts'
import { maskPersonalData } from '../../../shared/privacy/index.ts'
import { AppError } from '../../errors.ts'
import type { House } from '../../feature.ts'
import { areasBelow } from '../../platform/areas/index.ts'
import type { Principal } from '../../platform/people/index.ts'
import type { Callback } from './callback.ts'
import { giveBack } from './silence.ts'
import { closeCases } from './store.ts'

export interface HandoffOperations {
  /** Open ones first: escalated before the others, the longest waiting first; then those closed, newest first. */
  list(officer: Principal): Promise<HandoffSummary[]>
  /** @throws AppError `not_found`, also for a case of another area */
  get(officer: Principal, id: string): Promise<Handoff>
  /** @throws AppError `not_found`, `conflict` when it is closed already */
  close(officer: Principal, id: string, closing: HandoffClosing): Promise<HandoffSummary>
}

const MOST_LISTED = 200
const MINUTE_MS = 60_000

interface Row {
  id: string
  oa_id: string
  area_id: string
  oa_user_id: string
  reason: HandoffSummary['reason']
  topic_key: string | null
  context: unknown
  opened_at: Date
  due_at: Date | null
  officer_at: Date | null
  escalated_at: Date | null
  callback_phone: string | null
  closed_at: Date | null
  closed_by: string | null
  outcome: HandoffSummary['outcome']
  note: string | null
}

export function createOperations({
  house: { db, clock, count },
  callback,
}: {
  house: House
  callback: Callback
}): HandoffOperations {
  async function find(officer: Principal, id: string): Promise<Row> {
    const { rows } = await sql<Row>`select * from handoffs where id = ${id} and ${mayAnswerFor(officer)}`.execute(db)
    const [row] = rows
    if (!row) throw new AppError('not_found', 'no such case')
    return row
  }

  return {
    async list(officer) {
      const { rows } = await sql<Row>`
        select * from handoffs where ${mayAnswerFor(officer)}
        order by closed_at desc nulls first, officer_at is not null, escalated_at is null, opened_at limit ${MOST_LISTED}
      `.execute(db)
      return rows.map(row => summarise(row, clock.now()))
    },

    async get(officer, id) {
      const row = await find(officer, id)
      const phone = callback.openPhone(row.id, row.callback_phone)
      if (phone !== null)
        await db
          .insertInto('audit')
          .values({ actor: officer.label, action: 'handoff phone read', area_id: row.area_id, subject: row.id })
          .execute()
      const context = z.array(HandoffLine).parse(row.context)
      return { ...summarise(row, clock.now()), context, phone, note: row.note, closedBy: row.closed_by }
    },

    async close(officer, id, { outcome, note }) {
      const { oa_id, oa_user_id, area_id } = await find(officer, id)
      const at = clock.now()
      const masked = note ? maskPersonalData(note, at) : null
      await db.transaction().execute(async tx => {
        // The conversation before the case, as the chatbot takes them: nobody waits for himself.
        await giveBack(tx, { oaId: oa_id, oaUserId: oa_user_id }, at)
        const closed = await closeCases(tx, sql`id = ${id}`, { at, by: officer.label, outcome, note: masked })
        if (closed === 0) throw new AppError('conflict', 'the case is closed already')
        await tx
          .insertInto('audit')
          .values({
            actor: officer.label,
            action: 'handoff closed',
            area_id,
            subject: id,
            detail: JSON.stringify({ outcome }),
          })
          .execute()
      })
      count('handoff', outcome)
      return summarise(await find(officer, id), at)
    },
  }
}

/** An officer answers for their own areas and everything below them. */
function mayAnswerFor({ areaIds }: Principal): RawBuilder<unknown> {
  return sql`area_id in (${areasBelow(areaIds)})`
}

function summarise(row: Row, now: Date): HandoffSummary {
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
  }
}
