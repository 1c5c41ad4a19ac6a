/**
 * Asks a person a few questions and names the papers they need. The answers are the person's own: they live in the
 * memory of the conversation, for a day, and nowhere else.
 */
import {
  checklistOpening,
  composeChecklistQuestion,
  composeChecklistResult,
  composeChecklistStopped,
  leadElsewhere,
  type Offer,
  type Published,
} from '../../shared/answers/index.ts'
import { giveAnswer, nextQuestion, resolveChecklist, takeBack } from '../../shared/checklists/index.ts'
import type { PublishedTopic, Topic } from '../../shared/procedures.ts'
import { vietnamDay } from '../../shared/vietnam-time.ts'
import type { Reply, Skill, Turn } from '../feature.ts'
import type { Catalogue, CatalogueKeeper } from './catalogue.ts'
import {
  type Answered,
  finderOf,
  type Memory,
  type Move,
  type Running,
  readLost,
  readMove,
  readRunning,
} from './checklist-moves.ts'
import { about } from './skill.ts'

const BID = 0.95
/** Whoever understands more than nothing goes first, but for asking back or declining. */
const BID_ON_LOST = 0.6
const LASTS_MS = 24 * 3600_000

export function createChecklistSkill(keeper: CatalogueKeeper): Skill {
  return {
    name: 'checklists',
    bid(turn) {
      const catalogue = keeper.current()
      const running = readRunning(catalogue, turn)
      const move = readMove(catalogue, turn, running) ?? readLost(catalogue, turn, running)
      if (!move) return null
      const score = move.kind === 'lost' ? BID_ON_LOST : BID
      return { score, reply: () => createReplies(catalogue, turn).follow(move, running) }
    },
  }
}

/** What is said in this turn. */
function createReplies(catalogue: Catalogue, turn: Turn) {
  const findTopic = finderOf(catalogue)

  function follow(move: Move, running: Running | null): Reply {
    if (move.kind === 'start') return start(move.topic, openingOf(move.opening, findTopic(move.topic)))
    if (!running) throw new Error('only a checklist under way is answered')
    if (move.kind === 'stop') return stop(running)
    if (running.revision !== running.published.revision)
      return start(running.topic, ['Hướng dẫn vừa được sửa, xin trả lời lại từ đầu.'])
    switch (move.kind) {
      case 'answer': {
        const answers = giveAnswer(running.published.topic, running.answers, move.question, move.option)
        return show({ ...running, answers }, [])
      }
      case 'back':
        return goBack(running)
      case 'show':
        return show(running, [])
      case 'unclear':
        return ask(running, 'Xin nhắn số của câu đúng nhất.')
      case 'lost':
        return ask(running, lostOpening(turn.addressing))
    }
  }

  /** The same question again. Twice in a row, and a person of the office is asked to help. */
  function ask(running: Running, opening: string): Reply {
    return { ...show(running, [opening]), outcome: 'unclear' }
  }

  function start(key: string, opening: string[], from: Answered | null = null): Reply {
    const published = catalogue.topics.get(key)
    if (!published) throw new Error(`${key} is not published`)
    return show({ topic: key, revision: published.revision, answers: {}, from, published }, opening)
  }

  function goBack(running: Running): Reply {
    const { published, answers, from } = running
    const before = from && catalogue.topics.get(from.topic)
    if (Object.keys(answers).length > 0)
      return show({ ...running, answers: takeBack(published.topic, answers, findTopic) }, [])
    if (!from || before?.revision !== from.revision) return show(running, ['Đây là câu đầu tiên.'])
    return show(
      { ...from, answers: takeBack(before.topic, from.answers, findTopic), from: null, published: before },
      [],
    )
  }

  /** The next question, or what the answers come to. */
  function show(running: Running, opening: string[]): Reply {
    const { published, answers } = running
    const next = nextQuestion(published.topic, answers, findTopic)
    if (next) return say(composeChecklistQuestion({ next, opening }), running, null)
    const result = resolveChecklist(published.topic, answers, findTopic)
    const lead = leadElsewhere({ result, findTopic })
    if (result.goTo !== null && lead.length > 0) return goOn(result.goTo, lead, running)
    const found = result.theCase && catalogue.topics.get(result.theCase.topic.key)
    const composed = composeChecklistResult({
      asked: asRecord(published),
      found: found ? asRecord(found) : null,
      result,
      findTopic,
      ward: turn.ward,
      today: vietnamDay(turn.now),
    })
    return { ...say(composed, running, found ?? published), caseId: result.theCase?.case.id ?? null }
  }

  /** Another topic answers this person: by its own checklist, or by its guide. */
  function goOn(key: string, lead: string[], { topic, revision, answers, ...running }: Running): Reply {
    const from = { topic, revision, answers }
    if (findTopic(key)?.checklist) return start(key, lead, from)
    const guide = about(catalogue, key, { aspects: [], caseId: null, view: 'core' }, turn)
    if (!guide) throw new Error(`${key} is not published`)
    const [first, ...others] = guide.messages
    const messages = first ? [{ ...first, text: [...lead, first.text].join('\n') }, ...others] : []
    return { ...guide, messages, memory: remember({ ...from, from: running.from }) }
  }

  function stop({ published: { topic } }: Running): Reply {
    const { messages, choices } = composeChecklistStopped(topic)
    return { messages, choices, source: null, topic: topic.key, memory: null, outcome: 'checklist' }
  }

  /** @param record what the words rest on; null: it is only a question */
  function say({ messages, choices }: Offer, running: Running, record: PublishedTopic | null): Reply {
    const { topic, revision, answers, from } = running
    return {
      messages,
      choices,
      source: record && { topic: record.topic.key, revision: record.revision },
      topic: record?.topic.key ?? topic,
      memory: remember({ topic, revision, answers, from }),
      outcome: 'checklist',
    }
  }

  return { follow }
}

function lostOpening(addressing: Turn['addressing']): string {
  return `Dạ, máy chưa hiểu ý ${addressing ?? 'bà con'}. Xin trả lời câu này trước, không rõ thì cứ chọn “Không rõ”:`
}

function openingOf(opening: 'first' | 'again' | null, topic: Topic | undefined): string[] {
  const lines = topic && opening ? checklistOpening(topic) : []
  return opening === 'again' ? ['Các câu trả lời trước không còn được giữ, xin bắt đầu lại.', ...lines] : lines
}

function remember(memory: Memory): Reply['memory'] {
  return { value: memory, lastsMs: LASTS_MS }
}

function asRecord({ topic, revision, publishedAt }: PublishedTopic): Published {
  return { topic, revision, publishedOn: vietnamDay(publishedAt) }
}
