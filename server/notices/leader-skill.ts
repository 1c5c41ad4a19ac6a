/** "thông báo": a leader writes a notice in the chat: what, when, where, a preview, then gửi / sửa / hủy. */
import { randomUUID } from 'node:crypto'
import {
  composeAskTitle,
  composeAskWhat,
  composeAskWhen,
  composeAskWhere,
  composeMaskedPlace,
  composeNoticeStopped,
  composeOwnNotices,
  composeWhatToSay,
  composeWhichArea,
  noticeSayings,
} from '../../shared/answers/index.ts'
import type { OutgoingMessage } from '../../shared/messages.ts'
import { findTemplate, type NoticeStarter, readTypedWhen } from '../../shared/notices/index.ts'
import type { Reply, Skill, Turn } from '../feature.ts'
import type { Desk } from './desk.ts'
import { readStartersOf } from './starters.ts'
import { bare, hearWhat, Memory, NOTHING } from './typed-notice.ts'
import { dropTyped, previewTyped, sendTyped } from './typed-sending.ts'

const BID = 0.93
/** In the middle of writing, whatever is said belongs to the notice. */
const GOING_ON = 0.98
const LASTS_MS = 30 * 60_000
/** The places' own come first, and leave room for what is wanted everywhere. */
const MOST_OWN = 2
const SUGGESTED = ['hop-to', 'cat-dien', 'cat-nuoc', 'tiem-chung']
const WISH =
  /^(?:da )?(?:(?:toi |em |minh |con )?(?:muon |can |xin )?(?:gui |soan |ra |viet |dang |lam |tao )?)(?:mot |1 )?(?:thong bao|tb)(?: moi| cho to| cho ba con| den ba con)?$/
const STOPS = /^(?:thoi|dung|huy|bo|bo qua|khong gui|khong gui nua)$/

export function createLeaderSkill(desk: Desk): Skill {
  return {
    name: 'notice writing',
    prepare: async (tx, { text, memory, leads }) =>
      memory !== undefined || WISH.test(bare(text)) ? readStartersOf(tx, leads) : undefined,
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
    return askWhat({ step: 'what', typed: { ...NOTHING, area: { code: only.code, name: only.name } }, key }, turn)
  }

  function goOn(memory: Memory, turn: Turn): Reply {
    const said = bare(turn.text)
    if (memory.step === 'preview') return decide(memory, said, turn)
    if (STOPS.test(said)) return say(composeNoticeStopped())
    switch (memory.step) {
      case 'area': {
        const area = turn.neighbourhoods.find(({ code, name }) => turn.leads.includes(code) && bare(name) === said)
        return area ? askWhat({ ...memory, typed: { ...memory.typed, area } }, turn) : begin(turn)
      }
      case 'what':
        return next(hearWhat(memory, turn, startersFor(memory, turn)), turn)
      case 'when': {
        const isNone = said === bare(noticeSayings.none) || said === 'khong'
        const when = readTypedWhen(turn.text, turn.now)
        if (!isNone && when.day === null) return keep(composeAskWhen(), memory)
        const typed = { ...memory.typed, ...(isNone ? {} : when) }
        return next({ ...memory, typed: { ...typed, skips: [...typed.skips, 'when'] } }, turn)
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
        return next({ ...memory, typed: { ...memory.typed, place, skips: [...memory.typed.skips, 'where'] } }, turn)
      }
    }
  }

  function askWhat(memory: Memory, turn: Turn): Reply {
    const starters = startersFor(memory, turn)
    const own = starters.filter(({ key }) => findTemplate(key) === null).slice(0, MOST_OWN)
    const usual = SUGGESTED.flatMap(key => starters.find(starter => starter.key === key) ?? [])
    const suggestions = [...own, ...usual].map(({ name }) => name)
    return keep(composeWhatToSay({ areaName: memory.typed.area?.name ?? '', suggestions }), { ...memory, step: 'what' })
  }

  /** Asks for what is still missing, else shows the whole. */
  function next(memory: Memory, turn: Turn): Reply {
    const { typed } = memory
    const template = findTemplate(typed.template, startersFor(memory, turn))
    if (template && typed.title === null) return keep(composeAskTitle(template), { ...memory, step: 'what' })
    if (typed.what === null) return keep(composeAskWhat(typed.title ?? ''), { ...memory, step: 'what' })
    if (typed.day === null && !typed.skips.includes('when')) return keep(composeAskWhen(), { ...memory, step: 'when' })
    if (typed.place === null && !typed.skips.includes('where'))
      return keep(composeAskWhere(), { ...memory, step: 'where' })
    return {
      ...keep([], { ...memory, step: 'preview' }),
      choices: [noticeSayings.send, noticeSayings.change, noticeSayings.stop],
      compose: (tx, speaker) => previewTyped(desk, tx, speaker, memory),
    }
  }

  function decide(memory: Memory, said: string, turn: Turn): Reply {
    const is = (words: string) => said === bare(words)
    if (is(noticeSayings.send) || said === 'gui' || said === 'dong y')
      return { ...say([]), compose: (tx, speaker) => sendTyped(desk, tx, speaker, memory.key) }
    if (is(noticeSayings.change) || said === 'sua')
      return { ...begin(turn), act: (tx, speaker) => dropTyped(desk, tx, speaker, memory.key) }
    if (is(noticeSayings.stop) || STOPS.test(said))
      return { ...say(composeNoticeStopped()), act: (tx, speaker) => dropTyped(desk, tx, speaker, memory.key) }
    return { ...keep([], memory), compose: (tx, speaker) => previewTyped(desk, tx, speaker, memory) }
  }
}

/** What may be begun with at the place that the notice is for. */
function startersFor({ typed }: Memory, { prepared }: Turn): readonly NoticeStarter[] {
  const read = prepared as Awaited<ReturnType<typeof readStartersOf>> | undefined
  return read?.[typed.area?.code ?? ''] ?? []
}

function say(messages: OutgoingMessage[]): Reply {
  return { messages, source: null, memory: null, outcome: 'notice' }
}

function keep(messages: OutgoingMessage[], memory: Memory): Reply {
  return { messages, source: null, memory: { value: memory, lastsMs: LASTS_MS }, outcome: 'notice' }
}
