/** A resident's own notices: found, searched, read, answered; and what they want to be pushed. */
import { sql } from 'kysely'
import { fold } from '../../shared/language/index.ts'
import {
  type Inbox,
  type InboxQuery,
  type NoticeAnswer,
  NoticeKind,
  type NoticePreferences,
  type ResidentNotice,
} from '../../shared/notices/index.ts'
import { AppError } from '../errors.ts'
import { type InboxItem, readPreferences, savePreferences } from '../platform/deliveries/index.ts'
import { keepAnswer } from './answers.ts'
import type { Desk } from './desk.ts'
import { toPublic } from './public.ts'
import { lockNotice, type NoticeRow, readNotices } from './store.ts'

const PAGE = 20
const AT_A_TIME = 60
/** A search gives up after so many notices. */
const MOST_LOOKED_THROUGH = 600

export async function listInbox(desk: Desk, personId: string, query: InboxQuery): Promise<Inbox> {
  const { broadcasts, db } = desk.house
  const area = query.area
    ? await db.selectFrom('areas').select('id').where('code', '=', query.area).executeTakeFirst()
    : undefined
  if (query.area && !area) throw new AppError('not_found', 'no such area')
  const found: ResidentNotice[] = []
  let before = query.before ? await carrierOf(desk, query.before) : null
  let hasMore = true
  for (let looked = 0; hasMore && found.length <= PAGE && looked < MOST_LOOKED_THROUGH; looked += AT_A_TIME) {
    const items = await broadcasts.inbox(personId, { before, limit: AT_A_TIME })
    hasMore = items.length === AT_A_TIME
    before = items.at(-1)?.broadcastId ?? null
    const ofArea = area ? items.filter(({ areaId }) => areaId === area.id) : items
    found.push(...(await toResidents(desk, personId, ofArea)).filter(notice => isWanted(notice, query)))
  }
  return {
    notices: found.slice(0, PAGE),
    unread: await broadcasts.countUnread(personId),
    hasMore: hasMore || found.length > PAGE,
  }
}

function isWanted(notice: ResidentNotice, { search, unread }: InboxQuery): boolean {
  if (unread && notice.isRead) return false
  if (!search) return true
  const { title, what, place } = notice.fields
  const text = bare([title, what, place ?? '', notice.sender, notice.code].join(' '))
  return bare(search)
    .split(' ')
    .every(word => text.includes(word))
}

function bare(text: string): string {
  return fold(text.normalize('NFC').toLowerCase()).replace(/\s+/g, ' ').trim()
}

async function carrierOf({ house }: Desk, noticeId: string): Promise<string | null> {
  const row = await house.db.selectFrom('notices').select('broadcast_id').where('id', '=', noticeId).executeTakeFirst()
  if (!row?.broadcast_id) throw new AppError('not_found', 'no such notice')
  return row.broadcast_id
}

async function toResidents(desk: Desk, personId: string, items: InboxItem[]): Promise<ResidentNotice[]> {
  if (items.length === 0) return []
  const { db, config, clock } = desk.house
  const ids = items.map(({ broadcastId }) => broadcastId)
  const rows = await readNotices(db, sql`n.broadcast_id = any(${ids}::bigint[]) and n.erased_at is null`)
  const answers = await db
    .selectFrom('notice_answers')
    .select(['notice_id', 'kind', 'question', 'reply'])
    .where('person_id', '=', personId)
    .where('notice_id', 'in', rows.length > 0 ? rows.map(({ id }) => id) : ['0'])
    .orderBy('id')
    .execute()
  return items.flatMap(item => {
    const row = rows.find(({ broadcast_id }) => broadcast_id === item.broadcastId)
    if (!row) return []
    const own = answers.filter(({ notice_id }) => notice_id === row.id)
    const attendance = own.find(({ kind }) => kind !== 'question')?.kind
    return [
      {
        ...toPublic(row, { publicUrl: config.publicUrl, now: clock.now() }),
        id: row.id,
        isRead: item.openedAt !== null,
        attendance: attendance === 'going' || attendance === 'not_going' ? attendance : null,
        questions: own.flatMap(({ question, reply }) => (question === null ? [] : [{ text: question, reply }])),
      },
    ]
  })
}

/** @throws AppError `not_found` for what is not theirs */
async function requireOwn(desk: Desk, personId: string, id: string): Promise<NoticeRow> {
  const { rows } = await sql`
    select 1 from notices n join broadcast_recipients r on r.broadcast_id = n.broadcast_id and r.person_id = ${personId}
    where n.id = ${id} and n.erased_at is null
  `.execute(desk.house.db)
  if (rows.length === 0) throw new AppError('not_found', 'no such notice in the inbox')
  const [row] = await readNotices(desk.house.db, sql`n.id = ${id}`)
  if (!row) throw new AppError('not_found', 'no such notice')
  return row
}

export async function readOwn(desk: Desk, personId: string, id: string): Promise<ResidentNotice> {
  const row = await requireOwn(desk, personId, id)
  const { rows } = await sql<{ openedAt: Date | null; areaId: string }>`
    select opened_at as "openedAt", area_id as "areaId" from broadcast_recipients
    where broadcast_id = ${row.broadcast_id} and person_id = ${personId}
  `.execute(desk.house.db)
  const [seen] = rows
  const item = { broadcastId: row.broadcast_id ?? '', openedAt: seen?.openedAt ?? null } as InboxItem
  const [notice] = await toResidents(desk, personId, [item])
  if (!notice) throw new AppError('not_found', 'no such notice in the inbox')
  return notice
}

export async function markRead(desk: Desk, personId: string, id: string): Promise<{ unread: number }> {
  const { broadcasts } = desk.house
  const row = await requireOwn(desk, personId, id)
  if (row.broadcast_id) await broadcasts.markOpened(personId, row.broadcast_id)
  return { unread: await broadcasts.countUnread(personId) }
}

export async function answerNotice(
  desk: Desk,
  personId: string,
  { id, answer }: { id: string; answer: NoticeAnswer },
): Promise<ResidentNotice> {
  await requireOwn(desk, personId, id)
  await desk.house.db
    .transaction()
    .execute(async tx => keepAnswer(desk, tx, { row: await lockNotice(tx, id), personId, answer }))
  return readOwn(desk, personId, id)
}

const minutesOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3))
const timeOf = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`

export async function readWishes({ house }: Desk, personId: string): Promise<NoticePreferences> {
  const { push, mutedKinds, quiet, notificationsSince } = await readPreferences(house.db, personId)
  return {
    push,
    mutedKinds: mutedKinds.flatMap(kind => NoticeKind.safeParse(kind).data ?? []),
    quiet: quiet && { from: timeOf(quiet.from), until: timeOf(quiet.until) },
    notifications: notificationsSince !== null,
  }
}

export async function writeWishes(desk: Desk, personId: string, wishes: NoticePreferences): Promise<NoticePreferences> {
  const { db, clock } = desk.house
  const { notificationsSince } = await readPreferences(db, personId)
  await savePreferences(
    db,
    personId,
    {
      push: wishes.push,
      mutedKinds: [...new Set(wishes.mutedKinds)],
      quiet: wishes.quiet && { from: minutesOf(wishes.quiet.from), until: minutesOf(wishes.quiet.until) },
      notificationsSince: wishes.notifications ? (notificationsSince ?? clock.now()) : null,
    },
    clock.now(),
  )
  return readWishes(desk, personId)
}
