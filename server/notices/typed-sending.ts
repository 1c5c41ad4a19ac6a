/** What becomes of a notice that a leader typed: shown as a draft, sent, dropped. Inside the conversation's transaction. */
import { sql, type Transaction } from 'kysely'
import {
  composeConfirmedElsewhere,
  composeNoticeGoing,
  composeNoticePreview,
  composeNoticeRefused,
  composeNoticeWaiting,
  composeOwnNotices,
} from '../../shared/answers/index.ts'
import type { OutgoingMessage } from '../../shared/messages.ts'
import { findTemplate, kindRules } from '../../shared/notices/index.ts'
import { AppError } from '../errors.ts'
import type { Speaker } from '../feature.ts'
import { createPrincipal, type Principal } from '../platform/people/index.ts'
import type { Tables } from '../platform/storage/index.ts'
import { actorOf, findAreas, maySpeakTo } from './charge.ts'
import { adviseDraft, type Desk } from './desk.ts'
import { cleanDraft, hand, writeDraft } from './drafting.ts'
import { countAudience } from './planning.ts'
import { submitWithin } from './release.ts'
import { findOwnStarter } from './starters.ts'
import { lockNotice, readNotices, writeAudit } from './store.ts'
import { type Memory, toDraft } from './typed-notice.ts'
import { toSheet } from './view.ts'

export async function previewTyped(
  desk: Desk,
  tx: Transaction<Tables>,
  speaker: Speaker,
  { typed, key }: Memory,
): Promise<OutgoingMessage[]> {
  const caller = await callerOf(tx, speaker)
  const area = await leadArea(tx, caller, typed.area?.code ?? '')
  if (!area) return composeOwnNotices()
  const own = await findOwnStarter(tx, typed.template)
  const draft = toDraft(typed, own ?? findTemplate(typed.template), desk.house.clock.now())
  if (!draft) return composeNoticeRefused(['Nội dung dài quá hoặc trống.'])
  const row = await writeDraft(desk, tx, caller, {
    requestKey: key,
    draft: cleanDraft(draft),
    areas: [area],
    corrects: null,
  })
  return composeNoticePreview({
    sheet: toSheet(row, desk.house.config.publicUrl),
    advice: adviseDraft(desk, row.draft, own),
    audience: await countAudience(tx, row),
    isConfirmedElsewhere: kindRules[row.draft.kind].confirmation !== null,
  })
}

export async function sendTyped(
  desk: Desk,
  tx: Transaction<Tables>,
  speaker: Speaker,
  key: string,
): Promise<OutgoingMessage[]> {
  const caller = await callerOf(tx, speaker)
  const [row] = await readNotices(tx, sql`n.author = ${actorOf(caller)} and n.request_key = ${key}`)
  if (!row) return composeNoticeRefused(['Tin không còn.'])
  const blocks = adviseDraft(desk, row.draft).filter(({ level }) => level === 'block')
  if (row.shown === 'draft' && blocks.length === 0 && kindRules[row.draft.kind].confirmation !== null)
    return composeConfirmedElsewhere()
  // What was begun is undone when it is refused half-way; the conversation goes on.
  await sql`savepoint notice`.execute(tx)
  try {
    const sent = await submitWithin(desk, tx, caller, {
      id: row.id,
      version: row.version,
      isConfirmed: false,
      isAlone: false,
    })
    return sent.shown === 'waiting' ? composeNoticeWaiting(sent.code) : composeNoticeGoing(sent.code)
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    await sql`rollback to savepoint notice`.execute(tx)
    return composeNoticeRefused(
      reasonsOf(
        error,
        blocks.map(({ words }) => words),
      ),
    )
  }
}

export async function dropTyped(desk: Desk, tx: Transaction<Tables>, speaker: Speaker, key: string): Promise<void> {
  const caller = await callerOf(tx, speaker)
  const [row] = await readNotices(
    tx,
    sql`n.author = ${actorOf(caller)} and n.request_key = ${key} and n.state = 'draft'`,
  )
  if (!row) return
  const locked = await lockNotice(tx, row.id)
  await sql`update notices set state = 'cancelled', updated_at = ${desk.house.clock.now()} where id = ${row.id}`.execute(
    tx,
  )
  await writeAudit(tx, { ...hand(locked, caller), action: 'discarded' })
}

/** @param blocks what stops it: how it could be said better is no reason */
function reasonsOf({ message }: AppError, blocks: string[]): string[] {
  if (blocks.length > 0) return blocks.slice(0, 5)
  return [message === 'nobody is in the audience' ? 'Chưa có ai trong danh sách của tổ.' : 'Tin đã được xử lý rồi.']
}

async function callerOf(tx: Transaction<Tables>, { personId, areaId }: Speaker): Promise<Principal> {
  const held = await tx
    .selectFrom('roles')
    .select('area_id')
    .where('person_id', '=', personId)
    .where('role', '=', 'leader')
    .where('revoked_at', 'is', null)
    .execute()
  const leads = held.map(({ area_id }) => ({ role: 'leader' as const, areaId: area_id }))
  const caller = createPrincipal({
    label: `person ${personId}`,
    personId,
    grants: [...leads, { role: 'resident', areaId }],
  })
  if (!caller) throw new AppError('forbidden', 'whoever speaks holds at least their own place')
  return caller
}

async function leadArea(tx: Transaction<Tables>, caller: Principal, code: string) {
  const areas = await findAreas(tx, [code])
  return maySpeakTo(caller, areas) ? (areas[0] ?? null) : null
}
