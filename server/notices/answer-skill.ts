/** A resident answers a notice in the chat: "Tôi sẽ đi TB-…", "Hỏi TB-… có cần mang ghế không". */
import { sql, type Transaction } from 'kysely'
import {
  composeAttendanceNoted,
  composeNoticeOver,
  composeNotOurs,
  composeQuestionNoted,
  composeWhatQuestion,
  composeWhichNotice,
} from '../../shared/answers/index.ts'
import type { OutgoingMessage } from '../../shared/messages.ts'
import { findNoticeCodes, type NoticeAnswer, readAttendance } from '../../shared/notices/index.ts'
import { AppError } from '../errors.ts'
import type { Reply, Skill, Speaker } from '../feature.ts'
import type { Tables } from '../platform/storage/index.ts'
import { keepAnswer } from './answers.ts'
import type { Desk } from './desk.ts'
import { lookUpCode } from './public.ts'
import { lockNotice, type NoticeRow, readNotices } from './store.ts'

const BID = 0.97
/** Without a code it may be about something else. */
const BID_WITHOUT_CODE = 0.6
const ASKS = /^\s*(?:hỏi|hoi|cho hỏi|cho hoi)\s+(?:về\s+|ve\s+)?(?:tin\s+)?/iu
/** A notice of the last days is what "tôi sẽ đi" is about. */
const RECENT_DAYS = 7

export function createAnswerSkill(desk: Desk): Skill {
  return {
    name: 'notice answers',
    bid({ text, ward }) {
      const [code] = findNoticeCodes(text)
      if (code && ASKS.test(text)) {
        const question = text
          .replace(ASKS, '')
          .replace(/t\s?b\s?[-–. ]?\s?\w{5}/iu, '')
          .replace(/^[\s:,.–-]+/, '')
          .trim()
        return {
          score: BID,
          reply: () =>
            reply(question === '' ? composeWhatQuestion(code) : null, (tx, speaker) =>
              ask(tx, speaker, { code, question, ward }),
            ),
        }
      }
      const attendance = readAttendance(text)
      if (!attendance) return null
      return {
        score: attendance.code ? BID : BID_WITHOUT_CODE,
        reply: () => reply(null, (tx, speaker) => attend(tx, speaker, attendance, ward)),
      }
    },
  }

  async function ask(
    tx: Transaction<Tables>,
    { personId }: Speaker,
    { code, question, ward }: { code: string; question: string; ward: Parameters<typeof composeNotOurs>[1] },
  ): Promise<OutgoingMessage[]> {
    const row = await lookUpCode(tx, code)
    if (row === 'unknown') return composeNotOurs(code, ward)
    const isKept = await keep(tx, row, personId, { kind: 'question', text: question.slice(0, 500) })
    return isKept ? composeQuestionNoted(code) : composeNoticeOver()
  }

  async function attend(
    tx: Transaction<Tables>,
    { personId }: Speaker,
    { attendance, people, code }: NonNullable<ReturnType<typeof readAttendance>>,
    ward: Parameters<typeof composeNotOurs>[1],
  ): Promise<OutgoingMessage[]> {
    const row = code ? await lookUpCode(tx, code) : await newestAsking(tx, personId, desk.house.clock.now())
    if (row === 'unknown') return composeNotOurs(code ?? '', ward)
    if (!row) return composeWhichNotice()
    const isKept = await keep(tx, row, personId, { kind: 'attendance', attendance, people })
    return isKept
      ? composeAttendanceNoted({ going: attendance === 'going', people, title: row.draft.fields.title })
      : composeNoticeOver()
  }

  async function keep(
    tx: Transaction<Tables>,
    { id }: NoticeRow,
    personId: string,
    answer: NoticeAnswer,
  ): Promise<boolean> {
    try {
      await keepAnswer(desk, tx, { row: await lockNotice(tx, id), personId, answer })
      return true
    } catch (error) {
      if (error instanceof AppError) return false
      throw error
    }
  }
}

function reply(messages: OutgoingMessage[] | null, compose: NonNullable<Reply['compose']>): Reply {
  return { messages: messages ?? [], source: null, outcome: 'notice', ...(messages ? {} : { compose }) }
}

async function newestAsking(tx: Transaction<Tables>, personId: string, now: Date): Promise<NoticeRow | null> {
  const since = new Date(now.getTime() - RECENT_DAYS * 86_400_000)
  const [row] = await readNotices(
    tx,
    sql`n.state = 'released' and n.expires_at > ${now} and n.draft ->> 'rsvp' = 'going' and b.starts_at > ${since}
      and exists (select 1 from broadcast_recipients r where r.broadcast_id = n.broadcast_id and r.person_id = ${personId})`,
    sql`order by b.starts_at desc, n.id desc limit 1`,
  )
  return row ?? null
}
