/** "thông báo": a leader writes a notice in the chat: what, when, where, a preview, then gửi / sửa / hủy. */
import { randomUUID } from 'node:crypto'
import { sql, type Transaction } from 'kysely'
import { z } from 'zod'
import {
  composeAskWhat,
  composeAskWhen,
  composeAskWhere,
  composeMaskedPlace,
  composeNoticeGoing,
  composeNoticePreview,
  composeNoticeRefused,
  composeNoticeStopped,
  composeNoticeWaiting,
  composeOwnNotices,
  composeWhatToSay,
  composeWhichArea,
  noticeSayings,
} from '../../shared/answers/index.ts'
import { fold, normalise } from '../../shared/language/index.ts'
import type { OutgoingMessage } from '../../shared/messages.ts'
import {
  findTemplate,
  NoticeDraft,
  noticeTemplates,
  readTypedPlace,
  readTypedWhen,
} from '../../shared/notices/index.ts'
import { addDays, momentAt, vietnamDay } from '../../shared/vietnam-time.ts'
import { AppError } from '../errors.ts'
import type { Reply, Skill, Speaker, Turn } from '../feature.ts'
import { createPrincipal, type Principal } from '../platform/people/index.ts'
import type { Tables } from '../platform/storage/index.ts'
import { actorOf, findAreas, maySpeakTo } from './charge.ts'
import { adviseDraft, type Desk } from './desk.ts'
import { cleanDraft, hand, writeDraft } from './drafting.ts'
import { countAudience, submitWithin } from './release.ts'
import { lockNotice, readNotices, writeAudit } from './store.ts'
import { toSheet } from './view.ts'

const BID = 0.93
/** In the middle of writing, whatever is said belongs to the notice. */
const GOING_ON = 0.98
const LASTS_MS = 30 * 60_000
const SUGGESTED = ['hop-to', 'cat-dien', 'cat-nuoc', 'tiem-chung']
/** Without a day, what was said holds for a week. */
const USUAL_DAYS = 7
const WISH =
  /^(?:da )?(?:(?:toi |em |minh |con )?(?:muon |can |xin )?(?:gui |soan |ra |viet |dang |lam |tao )?)(?:mot |1 )?(?:thong bao|tb)(?: moi| cho to| cho ba con| den ba con)?$/
const STOPS = /^(?:thoi|dung|huy|bo|bo qua|khong gui|khong gui nua)$/

const Typed = z.object({
  area: z.object({ code: z.string(), name: z.string() }).nullable(),
  template: z.string().nullable(),
  title: z.string().nullable(),
  what: z.string().nullable(),
  day: z.string().nullable(),
  from: z.string().nullable(),
  until: z.string().nullable(),
  place: z.string().nullable(),
  /** Asked for, and answered with "không có". */
  skips: z.array(z.enum(['when', 'where'])),
})
type Typed = z.infer<typeof Typed>
const Memory = z.object({ step: z.enum(['area', 'what', 'when', 'where', 'preview']), typed: Typed, key: z.uuid() })
type Memory = z.infer<typeof Memory>

const NOTHING: Typed = {
  area: null,
  template: null,
  title: null,
  what: null,
  day: null,
  from: null,
  until: null,
  place: null,
  skips: [],
}

const bare = (text: string): string =>
  fold(normalise(text))
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

export function createLeaderSkill(desk: Desk): Skill {
  return {
    name: 'notice writing',
    bid(turn) {
      const memory = Memory.safeParse(turn.memory).data
      if (memory && turn.leads.length > 0) return { score: GOING_ON, reply: () => goOn(memory, turn) }
      if (!WISH.test(bare(turn.text))) return null
      return { score: BID, reply: () => (turn.leads.length > 0 ? begin(turn) : say(composeOwnNotices())) }
    },
  }

  function begin(turn: Turn): Reply {
    const own = turn.neighbourhoods.filter(({ code }) => turn.leads.includes(code))
    const key = randomUUID()
    const [only, another] = own
    if (!only) return say(composeOwnNotices())
    if (another) return keep(composeWhichArea(own.map(({ name }) => name)), { step: 'area', typed: NOTHING, key })
    return askWhat({ step: 'what', typed: { ...NOTHING, area: { code: only.code, name: only.name } }, key })
  }

  function goOn(memory: Memory, turn: Turn): Reply {
    const said = bare(turn.text)
    if (memory.step === 'preview') return decide(memory, said, turn)
    if (STOPS.test(said)) return say(composeNoticeStopped())
    switch (memory.step) {
      case 'area': {
        const area = turn.neighbourhoods.find(({ code, name }) => turn.leads.includes(code) && bare(name) === said)
        return area ? askWhat({ ...memory, typed: { ...memory.typed, area } }) : begin(turn)
      }
      case 'what':
        return next(hearWhat(memory, turn))
      case 'when': {
        const isNone = said === bare(noticeSayings.none) || said === 'khong'
        const when = readTypedWhen(turn.text, turn.now)
        if (!isNone && when.day === null) return keep(composeAskWhen(), memory)
        return next({
          ...memory,
          typed: { ...memory.typed, ...(isNone ? {} : when), skips: [...memory.typed.skips, 'when'] },
        })
      }
      case 'where': {
        if (turn.text.includes('⟨')) return keep(composeMaskedPlace(), memory)
        const isNone = said === bare(noticeSayings.none) || said === 'khong'
        const place = isNone
          ? null
          : turn.text
              .replace(/^\s*(?:tại|ở|nơi)\s*:?\s+/iu, '')
              .trim()
              .slice(0, 120)
        return next({ ...memory, typed: { ...memory.typed, place, skips: [...memory.typed.skips, 'where'] } })
      }
    }
  }

  function askWhat(memory: Memory): Reply {
    const suggestions = SUGGESTED.flatMap(key => findTemplate(key)?.name ?? [])
    return keep(composeWhatToSay({ areaName: memory.typed.area?.name ?? '', suggestions }), { ...memory, step: 'what' })
  }

  /** Asks for what is still missing, else shows the whole. */
  function next(memory: Memory): Reply {
    const { typed } = memory
    if (typed.what === null) return keep(composeAskWhat(typed.title ?? ''), { ...memory, step: 'what' })
    if (typed.day === null && !typed.skips.includes('when')) return keep(composeAskWhen(), { ...memory, step: 'when' })
    if (typed.place === null && !typed.skips.includes('where'))
      return keep(composeAskWhere(), { ...memory, step: 'where' })
    return {
      ...keep([], { ...memory, step: 'preview' }),
      choices: [noticeSayings.send, noticeSayings.change, noticeSayings.stop],
      compose: (tx, speaker) => preview(tx, speaker, memory),
    }
  }

  function decide(memory: Memory, said: string, turn: Turn): Reply {
    const is = (words: string) => said === bare(words)
    if (is(noticeSayings.send) || said === 'gui' || said === 'dong y')
      return { ...say([]), compose: (tx, speaker) => send(tx, speaker, memory.key) }
    if (is(noticeSayings.change) || said === 'sua')
      return { ...begin(turn), act: (tx, speaker) => drop(tx, speaker, memory.key) }
    if (is(noticeSayings.stop) || STOPS.test(said))
      return { ...say(composeNoticeStopped()), act: (tx, speaker) => drop(tx, speaker, memory.key) }
    return { ...keep([], memory), compose: (tx, speaker) => preview(tx, speaker, memory) }
  }

  async function preview(
    tx: Transaction<Tables>,
    speaker: Speaker,
    { typed, key }: Memory,
  ): Promise<OutgoingMessage[]> {
    const caller = await callerOf(tx, speaker)
    const area = await leadArea(tx, caller, typed.area?.code ?? '')
    if (!area) return composeOwnNotices()
    const draft = toDraft(typed, desk.house.clock.now())
    if (!draft) return composeNoticeRefused(['Nội dung dài quá hoặc trống.'])
    const row = await writeDraft(desk, tx, caller, {
      requestKey: key,
      draft: cleanDraft(draft),
      areas: [area],
      corrects: null,
    })
    return composeNoticePreview({
      sheet: toSheet(row, desk.house.config.publicUrl),
      advice: adviseDraft(desk, row.draft),
      audience: await countAudience(tx, row),
    })
  }

  async function send(tx: Transaction<Tables>, speaker: Speaker, key: string): Promise<OutgoingMessage[]> {
    const caller = await callerOf(tx, speaker)
    const [row] = await readNotices(tx, sql`n.author = ${actorOf(caller)} and n.request_key = ${key}`)
    if (!row) return composeNoticeRefused(['Tin không còn.'])
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
          adviseDraft(desk, row.draft).map(({ words }) => words),
        ),
      )
    }
  }

  async function drop(tx: Transaction<Tables>, speaker: Speaker, key: string): Promise<void> {
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
}

function hearWhat(memory: Memory, { text, now }: Turn): Memory {
  const { typed } = memory
  const template = noticeTemplates.find(({ name, title }) => bare(name) === bare(text) || bare(title) === bare(text))
  if (template && typed.title === null)
    return { ...memory, typed: { ...typed, template: template.key, title: template.title } }
  const [first = '', ...others] = text.trim().split('\n')
  const rest = others.join('\n').trim()
  const title = typed.title ?? (rest === '' ? cutWords(first, 80) : first.slice(0, 80))
  const what = typed.title !== null ? text.trim() : rest === '' ? first : rest
  const place = text.includes('⟨địa chỉ') ? null : readTypedPlace(text)
  return { ...memory, typed: { ...typed, title, what, ...readTypedWhen(text, now), place } }
}

function cutWords(text: string, most: number): string {
  if (text.length <= most) return text
  return text.slice(0, text.lastIndexOf(' ', most))
}

/** Null where the words do not make a notice. */
function toDraft(typed: Typed, now: Date): NoticeDraft | null {
  const template = findTemplate(typed.template)
  const { day, from, until } = typed
  const draft = NoticeDraft.safeParse({
    template: typed.template,
    kind: template?.kind ?? 'other',
    urgency: template?.urgency === 'emergency' ? 'urgent' : (template?.urgency ?? 'ordinary'),
    fields: {
      title: typed.title,
      what: typed.what,
      day,
      lastDay: null,
      from,
      until: until !== null && from !== null && until > from ? until : null,
      span: 'daily',
      place: typed.place,
      who: template?.who ?? null,
      bring: template?.bring ?? null,
      phone: null,
    },
    audience: { areas: [typed.area?.code ?? ''] },
    expiresAt: momentAt(day ?? addDays(vietnamDay(now), USUAL_DAYS), '23:59'),
    timing: { kind: 'now' },
    files: [],
    rsvp: template?.rsvp ?? 'none',
  })
  return draft.data ?? null
}

function reasonsOf({ message }: AppError, advice: string[]): string[] {
  if (advice.length > 0) return advice.slice(0, 5)
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

function say(messages: OutgoingMessage[]): Reply {
  return { messages, source: null, memory: null, outcome: 'notice' }
}

function keep(messages: OutgoingMessage[], memory: Memory): Reply {
  return { messages, source: null, memory: { value: memory, lastsMs: LASTS_MS }, outcome: 'notice' }
}
