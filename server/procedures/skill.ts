/** Answers questions about paperwork from the published guides, asks back when unsure, and says when it does not know. */

import { z } from 'zod'
import type { Decision } from '../../shared/answering/index.ts'
import {
  type AnswerInput,
  composeAnswer,
  composeChitchat,
  composeClarification,
  composeConcern,
  composeNoneOfThese,
  composeReferral,
  composeRefusal,
  findCase,
  noneOfThese,
} from '../../shared/answers/index.ts'
import { createPattern, normalise, patternFor } from '../../shared/language/index.ts'
import type { Aspect, PublishedTopic, Topic } from '../../shared/procedures.ts'
import type { Reply, Skill, Turn } from '../feature.ts'
import type { Catalogue, CatalogueKeeper } from './catalogue.ts'
import {
  type Asked,
  readFollowUp,
  readOtherWorry,
  readTogether,
  readWording,
  readWorry,
  type Worry,
} from './follow-up.ts'
import { asksAgain, tellsAge } from './short-words.ts'

/** Paperwork is what the ward is for: this skill bids on everything, and others outbid it where they know better. */
const BID = 0.5
const EXAMPLES_OFFERED = 4

export function createProceduresSkill(keeper: Pick<CatalogueKeeper, 'current'>): Skill {
  return { name: 'procedures', bid: turn => ({ score: BID, reply: () => reply(keeper.current(), turn) }) }
}

/** The topics that were offered last are forgotten with the next answer. */
function reply(catalogue: Catalogue, turn: Turn): Reply {
  return { memory: null, ...replyNow(catalogue, turn) }
}

function replyNow(catalogue: Catalogue, turn: Turn): Reply {
  const { ward } = turn
  if (turn.text === noneOfThese)
    return {
      messages: composeNoneOfThese({ ward, addressing: turn.addressing }),
      source: null,
      topic: null,
      outcome: 'misfit',
    }
  return (
    replyToSaying(catalogue, turn) ??
    replyAgain(catalogue, turn) ??
    replyToWorry(catalogue, readWorry(catalogue, turn), turn) ??
    replyToFollowUp(catalogue, turn) ??
    replyToAge(catalogue, turn) ??
    replyToWorry(catalogue, readOtherWorry(catalogue, turn), turn) ??
    replyTogether(catalogue, turn) ??
    replyToQuestion(catalogue, turn)
  )
}

/** A pressed button, or its words typed by hand: known to the letter. */
function replyToSaying(catalogue: Catalogue, turn: Turn): Reply | null {
  const request = catalogue.readSaying(turn.text)
  return (
    request &&
    about(catalogue, request.topic, { aspects: [request.aspect], caseId: request.caseId, view: request.view }, turn)
  )
}

/** "Người khác nộp thay được không?": what the record says of it, or that it says nothing. */
function replyToWorry(catalogue: Catalogue, worry: Worry | null, turn: Turn): Reply | null {
  const published = worry && catalogue.topics.get(worry.topic)
  if (!worry || !published) return null
  const caseId = worry.topic === turn.topic ? turn.caseId : null
  const asked: Asked = { aspects: ['eligibility'], caseId, view: 'core' }
  return toReply(published, asked, turn, input => composeConcern(input, worry.concern))
}

/** Whoever did not follow hears the same once more; nobody is told that the machine cannot help. */
function replyAgain(catalogue: Catalogue, turn: Turn): Reply | null {
  const { topic, aspects, caseId, text } = turn
  if (topic === null || !asksAgain(text)) return null
  const answer = about(catalogue, topic, { aspects, caseId, view: 'core' }, turn)
  const [first, ...others] = answer?.messages ?? []
  return answer && first
    ? { ...answer, messages: [{ ...first, text: `Dạ, xin nói lại.\n${first.text}` }, ...others] }
    : null
}

/** "Tôi 76 tuổi" after a matter asks whether it is for them: the conditions say it, the machine does not decide. */
function replyToAge(catalogue: Catalogue, turn: Turn): Reply | null {
  const { topic, caseId, text } = turn
  if (topic === null || !tellsAge(text)) return null
  return about(catalogue, topic, { aspects: ['eligibility'], caseId, view: 'core' }, turn)
}

/** "Mất bao lâu?" right after an answer means the same topic. */
function replyToFollowUp(catalogue: Catalogue, turn: Turn): Reply | null {
  const asked = readFollowUp(catalogue, turn)
  return asked && turn.topic ? about(catalogue, turn.topic, asked, turn) : null
}

/** Two messages that only together say what is meant. */
function replyTogether(catalogue: Catalogue, turn: Turn): Reply | null {
  const offered = recallOffered(catalogue, turn).map(({ key }) => key)
  const key = readTogether(catalogue, turn, offered)
  const topic = key === null ? undefined : catalogue.topics.get(key)?.topic
  if (!topic) return null
  const aspects = aspectsMeant(catalogue.answerer.decide(turn.text).aspects, turn)
  return about(catalogue, topic.key, { aspects, caseId: findCase(topic, turn.text)?.id ?? null, view: 'core' }, turn)
}

function replyToQuestion(catalogue: Catalogue, turn: Turn): Reply {
  const { ward } = turn
  const text = readWording(turn.text).gist
  const { decision, topics: keys, aspects, questions, chitchat, emergency } = catalogue.answerer.decide(text)
  const found = keys.flatMap(key => catalogue.topics.get(key)?.topic ?? [])
  const [best] = found
  // Present danger comes before any paper, whatever else was asked.
  if (emergency) return { messages: composeRefusal({ kind: emergency, ward }), source: null, outcome: 'emergency' }
  if ((decision === 'answer' || decision === 'refer') && best) {
    const asked = {
      aspects: aspectsMeant(aspects, turn),
      caseId: findCase(best, text)?.id ?? null,
      view: 'core' as const,
    }
    const answer = about(catalogue, best.key, asked, turn)
    if (answer) return answer
  }
  const both = replyToBoth(catalogue, questions, turn)
  if (both) return both
  const { addressing } = turn
  if (decision === 'clarify') {
    const offered = found.length > 0 ? found : recallOffered(catalogue, turn)
    return {
      messages: composeClarification({
        topics: offered,
        aspects: aspectsMeant(aspects, turn),
        question: text,
        isAgain: found.length === 0,
        ward,
        addressing,
      }),
      source: null,
      memory: { value: { offered: offered.map(({ key }) => key) }, lastsMs: OFFER_LASTS_MS },
      // Whoever tells of another matter as a whole has left the one before: its papers would be the wrong ones.
      ...(changesSubject(keys, aspects, turn) ? { topic: null } : {}),
      outcome: 'clarify',
    }
  }
  const examples = exampleTopics(catalogue)
  if (decision === 'chitchat')
    return {
      messages: composeChitchat({ kind: chitchat ?? 'greeting', ward, topics: examples, addressing }),
      source: null,
      outcome: 'chitchat',
    }
  return {
    messages: composeRefusal({ ward, topics: examples, addressing }),
    source: null,
    outcome: 'refuse',
  }
}

const Memory = z.object({ offered: z.array(z.string()) })
/** As long as the choices are on the screen. */
const OFFER_LASTS_MS = 600_000

/** "Đem gì?" right after choices means one of them: they are shown again, now for what is asked. */
function recallOffered({ topics }: Catalogue, { memory }: Turn): Topic[] {
  return (Memory.safeParse(memory).data?.offered ?? []).flatMap(key => topics.get(key)?.topic ?? [])
}

/** Two wishes side by side: what is asked last is asked of both. */
const JOINED = createPattern(' (?:và|với|cùng|lẫn) ')
/** Between two bare wishes a comma joins as well. */
const SIDE_BY_SIDE = createPattern('[,;+&] *| (?:và|với|cùng|lẫn) ')
/** In words: what is longer tells a story. */
const LONGEST_PAIR = 16

function changesSubject(keys: readonly string[], aspects: readonly Aspect[], { topic }: Turn): boolean {
  const isWhole = aspects.every(aspect => aspect === 'overview')
  return isWhole && topic !== null && keys.length > 0 && !keys.includes(topic)
}

/**
 * Two questions in one message: both are answered, in the order asked. Where only one of them asks something the other
 * may be its story, unless they are joined; and three would be too much to read: those are asked back.
 */
function replyToBoth(catalogue: Catalogue, questions: Decision['questions'], turn: Turn): Reply | null {
  const [first, second, third] = asksTogether(questions, turn.text)
  if (!first || !second || third) return null
  const ask = ({ topic: key, aspects }: typeof first, isFollowed: boolean) => {
    const topic = catalogue.topics.get(key)?.topic
    const caseId = (topic && findCase(topic, turn.text)?.id) ?? null
    return about(catalogue, key, { aspects, caseId, view: 'core', isFollowed }, turn)
  }
  const [one, two] = [ask(first, true), ask(second, false)]
  if (!one || !two) return null
  const sources = [one, two].flatMap(({ messages, source }) => messages.map(() => source))
  return { ...two, messages: [...one.messages, ...two.messages], sources }
}

/** The questions, each with what it asks; none where one may be the story of the other. */
function asksTogether(questions: Decision['questions'], text: string): Decision['questions'] {
  const isOpen = ({ aspects }: Decision['questions'][number]) => aspects.every(aspect => aspect === 'overview')
  if (!questions.some(isOpen)) return questions
  const last = questions.at(-1)
  const words = normalise(text).trim()
  const joint = questions.every(isOpen) ? SIDE_BY_SIDE : JOINED
  const areJoined = patternFor(text, joint).test(words) && words.split(/\s+/).length <= LONGEST_PAIR
  if (!last || !areJoined) return []
  return questions.map(question => (isOpen(question) ? { ...question, aspects: last.aspects } : question))
}

/** "Thế còn khai tử?" asks of another topic what was asked of the last one. */
function aspectsMeant(aspects: readonly Aspect[], turn: Turn): readonly Aspect[] {
  const isOpen = aspects.every(aspect => aspect === 'overview')
  return isOpen && turn.aspects.length > 0 && readWording(turn.text).goesOn ? turn.aspects : aspects
}

/** What a published guide says of what was asked; null: it is not published. */
export function about({ topics }: Catalogue, key: string, asked: Asked, turn: Turn): Reply | null {
  const published = topics.get(key)
  if (!published) return null
  const compose = published.topic.kind === 'referral' ? composeReferral : composeAnswer
  return toReply(published, asked, turn, compose)
}

function toReply(
  { topic, revision, publishedAt }: PublishedTopic,
  asked: Asked,
  turn: Turn,
  compose: (input: AnswerInput) => Reply['messages'],
): Reply {
  const { ward, now } = turn
  // Once is polite, every time is stilted.
  const addressing = turn.isOpening ? turn.addressing : null
  const input = {
    topic,
    revision,
    publishedOn: vietnamDay(publishedAt),
    today: vietnamDay(now),
    ward,
    ...asked,
    addressing,
  }
  return {
    messages: compose(input),
    source: { topic: topic.key, revision },
    topic: topic.key,
    caseId: asked.caseId,
    aspects: asked.aspects,
    outcome: topic.kind === 'referral' ? 'refer' : 'answer',
  }
}

function exampleTopics({ topics }: Catalogue): Topic[] {
  return [...topics.values()].slice(0, EXAMPLES_OFFERED).map(({ topic }) => topic)
}

const VIETNAM_DAY = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Ho_Chi_Minh' })

/** ISO day at the ward. */
function vietnamDay(moment: Date): string {
  return VIETNAM_DAY.format(moment)
}
