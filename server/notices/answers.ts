/** Residents' answers: kept without a name for the leader, each person's newest attendance, questions masked. */
import { sql, type Transaction } from 'kysely'
import {
  type AnswersOfNotice,
  cleanWords,
  type NoticeAnswer,
  type NoticeQuestion,
  type NoticeReply,
} from '../../shared/notices/index.ts'
import { maskPersonalData } from '../../shared/privacy/index.ts'
import { AppError } from '../errors.ts'
import type { Principal } from '../platform/people/index.ts'
import type { Database, Tables } from '../platform/storage/index.ts'
import { type Desk, lockInCharge } from './desk.ts'
import { hand } from './drafting.ts'
import { type NoticeRow, writeAudit } from './store.ts'
import { countAnswers } from './watch.ts'

/** As many questions as one person may have about one notice. */
const MOST_QUESTIONS = 5
/** Zalo lets the OA write freely for so long after the person's last act. */
const WINDOW_MS = 48 * 3600_000

/** @throws AppError `conflict` when the notice is over, or asks nothing of the kind */
export async function keepAnswer(
  desk: Desk,
  tx: Transaction<Tables>,
  { row, personId, answer }: { row: NoticeRow; personId: string; answer: NoticeAnswer },
): Promise<void> {
  const now = desk.house.clock.now()
  if (row.state !== 'released' || row.erased_at || row.expires_at <= now || row.shown === 'cancelled')
    throw new AppError('conflict', 'this notice is over')
  if (answer.kind === 'question') return keepQuestion(tx, { row, personId, text: answer.text, now })
  if (row.draft.rsvp === 'none') throw new AppError('conflict', 'this notice does not ask who comes')
  await sql`
    insert into notice_answers (notice_id, person_id, kind, people, answered_at)
    values (${row.id}, ${personId}, ${answer.attendance}, ${answer.people}, ${now})
    on conflict (notice_id, person_id) where kind <> 'question'
    do update set kind = excluded.kind, people = excluded.people, answered_at = excluded.answered_at
  `.execute(tx)
}

async function keepQuestion(
  tx: Transaction<Tables>,
  { row, personId, text, now }: { row: NoticeRow; personId: string; text: string; now: Date },
): Promise<void> {
  const { rows } = await sql<{ total: number }>`
    select count(*)::int as total from notice_answers where notice_id = ${row.id} and person_id = ${personId} and kind = 'question'
  `.execute(tx)
  if ((rows[0]?.total ?? 0) >= MOST_QUESTIONS) throw new AppError('conflict', 'enough questions about one notice')
  await tx
    .insertInto('notice_answers')
    .values({
      notice_id: row.id,
      person_id: personId,
      kind: 'question',
      question: maskPersonalData(cleanWords(text), now),
      answered_at: now,
    })
    .execute()
}

/** The leader sees what is asked, never by whom. */
export async function listAnswers(desk: Desk, row: NoticeRow): Promise<AnswersOfNotice> {
  const counts = await countAnswers(desk, row.id)
  const questions = await desk.house.db
    .selectFrom('notice_answers')
    .select(['id', 'question', 'reply'])
    .where('notice_id', '=', row.id)
    .where('kind', '=', 'question')
    .orderBy('id')
    .limit(500)
    .execute()
  return {
    going: counts.going,
    goingPeople: counts.goingPeople,
    notGoing: counts.notGoing,
    questions: questions.map(({ id, question, reply }) => ({ id, text: question ?? '', reply })),
  }
}

/**
 * Written into the person's inbox, and sent while Zalo lets us write to them. Once for a question.
 * @throws AppError `conflict` when it was answered with other words
 */
export async function answerQuestion(
  desk: Desk,
  caller: Principal,
  { id, question, text }: { id: string; question: string; text: string },
): Promise<NoticeQuestion> {
  const { db, clock } = desk.house
  const answered = await db.transaction().execute(async tx => {
    const row = await lockInCharge(desk, tx, caller, id)
    const reply = cleanWords(text)
    if (reply === '') throw new AppError('invalid', 'an answer has words')
    const asked = await tx
      .selectFrom('notice_answers')
      .select(['id', 'question', 'person_id', 'reply'])
      .where('id', '=', question)
      .where('notice_id', '=', id)
      .where('kind', '=', 'question')
      .forUpdate()
      .executeTakeFirst()
    if (!asked) throw new AppError('not_found', 'no such question')
    const shown = { id: asked.id, text: asked.question ?? '', reply }
    // The same words once more are a second press of the button.
    if (asked.reply === reply) return shown
    if (asked.reply !== null) throw new AppError('conflict', 'somebody has answered this question')
    await tx.updateTable('notice_answers').set({ reply, replied_at: clock.now() }).where('id', '=', asked.id).execute()
    await sendReply(desk, tx, { row, personId: asked.person_id, question: shown.text, reply, key: asked.id })
    await writeAudit(tx, { ...hand(row, caller), action: 'question answered' })
    return shown
  })
  desk.deliveries.nudge()
  return answered
}

/** Newest first. */
export async function listReplies(db: Database, personId: string): Promise<NoticeReply[]> {
  const { rows } = await sql<NoticeReply>`
    select a.id, n.code, n.draft -> 'fields' ->> 'title' as title, a.question, a.reply, a.replied_at as at, a.reply_opened_at is null as "isNew"
    from notice_answers a join notices n on n.id = a.notice_id
    where a.person_id = ${personId} and a.reply is not null order by a.replied_at desc, a.id desc limit 50
  `.execute(db)
  return rows
}

/** @returns how many were new */
export async function openReplies(db: Database, personId: string, now: Date): Promise<number> {
  const { numAffectedRows } = await sql`
    update notice_answers set reply_opened_at = ${now}
    where person_id = ${personId} and reply is not null and reply_opened_at is null
  `.execute(db)
  return Number(numAffectedRows ?? 0)
}

async function sendReply(
  desk: Desk,
  tx: Transaction<Tables>,
  {
    row,
    personId,
    question,
    reply,
    key,
  }: { row: NoticeRow; personId: string; question: string; reply: string; key: string },
): Promise<void> {
  const now = desk.house.clock.now()
  const identity = await tx
    .selectFrom('identities')
    .select(['external_id', 'last_interaction_at', 'following'])
    .where('person_id', '=', personId)
    .where('kind', '=', 'oa')
    .where('issuer', '=', row.oa_id)
    .executeTakeFirst()
  const until = new Date((identity?.last_interaction_at?.getTime() ?? 0) + WINDOW_MS)
  if (!identity || identity.following === false || until <= now) return
  await desk.deliveries.enqueue(tx, [
    {
      oaId: row.oa_id,
      areaId: row.area_id,
      requestKey: `notice:${row.id}:answer:${key}`,
      lane: 'reply',
      channel: 'oa_message',
      recipientId: identity.external_id,
      message: {
        text: `Trả lời câu hỏi về tin ${row.code} "${row.draft.fields.title}":\nHỏi: ${question}\nĐáp: ${reply}`,
        buttons: [],
      },
      source: { notice: row.id },
      expiresAt: until,
    },
  ])
}
