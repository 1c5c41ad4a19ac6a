/** Honest figures: what became of a notice, and who did what to it. No person is in them. */
import { sql } from 'kysely'
import type { BroadcastReport } from '../../shared/broadcasts.ts'
import type { NoticeCounts, NoticeEvent } from '../../shared/notices/index.ts'
import type { Desk } from './desk.ts'
import { countHouses } from './planning.ts'
import type { NoticeRow } from './store.ts'

const NOBODY: NoticeCounts = {
  state: 'draft',
  reason: null,
  inInbox: 0,
  waiting: 0,
  sent: 0,
  failed: 0,
  unknown: 0,
  cancelled: 0,
  inboxOnly: 0,
  reached: 0,
  opened: { inChat: 0, inApp: 0 },
  failures: [],
  channels: [],
  houses: null,
  linkOpenings: { group: 0, poster: 0, other: 0 },
  answers: { going: 0, goingPeople: 0, notGoing: 0, openQuestions: 0 },
  finishesAt: null,
}

export async function countNotice(desk: Desk, row: NoticeRow): Promise<NoticeCounts> {
  const { broadcasts, db } = desk.house
  const report = row.broadcast_id ? await broadcasts.report(row.broadcast_id) : null
  const houses = await countHouses(db, row.areas)
  const shared = {
    state: row.shown,
    reason:
      row.cancelled_because ??
      row.returned_because ??
      (report?.reason ? sayPause(report.reason) : row.shown === 'sending' ? await readRest(desk, row.oa_id) : null),
    houses: houses.known === 0 ? null : { ...houses, toldAtTheDoor: await countTold(desk, row.id) },
    linkOpenings: await countOpenings(desk, row.id),
    answers: await countAnswers(desk, row.id),
  }
  if (!report) return { ...NOBODY, ...shared }
  const { counts } = report
  return {
    ...shared,
    inInbox: report.audience,
    waiting: counts.waiting,
    sent: counts.sent,
    failed: counts.failed,
    unknown: counts.unknown,
    cancelled: counts.cancelled,
    inboxOnly: counts.inbox,
    reached: report.received,
    opened: { inChat: report.seen, inApp: report.opened },
    failures: sayFailures(report),
    channels: report.channels.map(({ channel, counts: own }) => ({
      channel,
      people: own.waiting + own.sent + own.failed + own.unknown + own.cancelled,
    })),
    finishesAt: report.finishedAt ? new Date(report.finishedAt) : null,
  }
}

function sayPause(reason: string): string {
  const known: Record<string, string> = {
    late: 'Lỡ giờ hẹn, đang chờ hỏi lại',
    'by a person': 'Người gửi tạm dừng',
    corrected: 'Đã có tin đính chính',
    withdrawn: 'Đã rút lại',
    expired: 'Hết hạn khi chưa gửi hết',
    quota: 'Hết lượt gửi của Zalo; có lượt là máy tự gửi tiếp, nếu tin còn hạn',
  }
  return known[reason] ?? reason
}

/** The same words once, however many codes of Zalo stand behind them. */
function sayFailures({ failures, posts }: BroadcastReport): NoticeCounts['failures'] {
  const all = new Map<string, NoticeCounts['failures'][number]>()
  for (const { reason, people } of failures) {
    if (reason === '') continue
    const said = sayFailure(reason)
    all.set(said.words, { ...said, people: people + (all.get(said.words)?.people ?? 0) })
  }
  // Nobody fails by a post who is reached in another way; that is why no people stand beside it.
  for (const { state, channel, reason } of posts) {
    if (state !== 'failed') continue
    const words = sayFailedPost(channel, reason ?? '')
    all.set(words, { words, people: 0, isTemporary: false })
  }
  return [...all.values()]
}

/** What holds up everything that the OA sends, in words for whoever can mend it; null: nothing does. */
async function readRest({ house }: Desk, oaId: string): Promise<string | null> {
  const account = await house.db
    .selectFrom('official_accounts')
    .select('sending_paused_reason as reason')
    .where('oa_id', '=', oaId)
    .where('sending_paused_until', '>', house.clock.now())
    .executeTakeFirst()
  return account?.reason ?? null
}

function sayFailedPost(channel: string, reason: string): string {
  if (channel === 'group') return 'Không đăng được vào nhóm Zalo; bà con trong nhóm được nhắn riêng'
  if (/file is invalid|photo|image|cover/iu.test(reason))
    return 'Zalo không nhận ảnh nên không đăng được bài có ảnh; chữ vẫn gửi. Chọn ảnh khác nếu cần'
  return 'Zalo không nhận bài viết của tin; chữ vẫn gửi'
}

/** From the engine's word to one that tells what can be done. */
function sayFailure(reason: string): { words: string; isTemporary: boolean } {
  if (reason.startsWith('window'))
    return { words: 'Đã lâu không nhắn cho Zalo của phường, hoặc đã bỏ quan tâm', isTemporary: true }
  if (reason.startsWith('permanent')) return { words: 'Zalo không nhận tin gửi cho người này', isTemporary: false }
  if (reason === 'cannot_send') return { words: 'Zalo của phường chưa gửi được theo cách này', isTemporary: true }
  if (reason === 'too many attempts') return { words: 'Đã thử nhiều lần, Zalo không trả lời', isTemporary: true }
  if (/quota/iu.test(reason)) return { words: 'Hết lượt gửi', isTemporary: true }
  return { words: 'Zalo báo lỗi', isTemporary: true }
}

async function countTold({ house }: Desk, id: string): Promise<number> {
  const { rows } = await sql<{ total: number }>`
    select count(*)::int as total from door_marks where notice_id = ${id} and mark <> 'absent'
  `.execute(house.db)
  return rows[0]?.total ?? 0
}

async function countOpenings({ house }: Desk, id: string): Promise<NoticeCounts['linkOpenings']> {
  const rows = await house.db
    .selectFrom('notice_openings')
    .select(['via', 'total'])
    .where('notice_id', '=', id)
    .execute()
  const sum = (is: (via: string) => boolean) =>
    rows.reduce((all, { via, total }) => (is(via) ? all + Number(total) : all), 0)
  return {
    group: sum(via => via === 'group'),
    poster: sum(via => via === 'poster'),
    other: sum(via => via !== 'group' && via !== 'poster'),
  }
}

export async function countAnswers({ house }: Pick<Desk, 'house'>, id: string): Promise<NoticeCounts['answers']> {
  const { rows } = await sql<NoticeCounts['answers']>`
    with gone as (select going, going_people, not_going from notice_answer_totals where notice_id = ${id})
    select ((count(*) filter (where kind = 'going')) + coalesce((select going from gone), 0))::int as going,
      (coalesce(sum(people) filter (where kind = 'going'), 0) + coalesce((select going_people from gone), 0))::int as "goingPeople",
      ((count(*) filter (where kind = 'not_going')) + coalesce((select not_going from gone), 0))::int as "notGoing",
      (count(*) filter (where kind = 'question' and reply is null))::int as "openQuestions"
    from notice_answers where notice_id = ${id}
  `.execute(house.db)
  return rows[0] ?? NOBODY.answers
}

const WORDS: Record<string, string> = {
  drafted: 'viết tin',
  'correction drafted': 'viết đính chính',
  changed: 'sửa tin',
  discarded: 'bỏ bản nháp',
  submitted: 'trình gửi',
  'sent alone': 'gửi khẩn cấp một mình',
  approved: 'duyệt',
  'given back': 'trả lại',
  withdrawn: 'rút lại',
  released: 'cho gửi',
  paused: 'tạm dừng',
  resumed: 'gửi tiếp',
  'sent late': 'cho gửi sau giờ hẹn',
  cancelled: 'hủy tin',
  'unknown sent again': 'gửi lại cho người chưa rõ',
  'failed tried again': 'gửi lại cho người bị lỗi',
  'posted to the own group': 'đăng vào nhóm Zalo của tổ',
  'doors marked': 'ghi đã đến từng nhà',
  'question answered': 'trả lời câu hỏi',
  'erased at expiry': 'xóa nội dung khi hết hạn',
}

export async function readHistory({ house }: Desk, row: NoticeRow): Promise<NoticeEvent[]> {
  const lines = await house.db
    .selectFrom('audit')
    .select(['at', 'action', 'detail'])
    .where('subject', '=', `notice:${row.id}`)
    .orderBy('id')
    .execute()
  return lines.map(line => {
    const { by, ...detail } = (line.detail ?? {}) as { by?: string } & Record<string, unknown>
    const action = line.action.replace(/^notice /, '')
    return { at: line.at, action, words: WORDS[action] ?? action, by: by ?? 'Hệ thống', detail }
  })
}
