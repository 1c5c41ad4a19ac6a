/** What a message means right after an answer: another part of the topic in hand, or another case of it. */
import { type Concern, readCircumstance, readConcern, readLack, readLoss } from '../../shared/answering/index.ts'
import { findCase, knowsCircumstance, knowsPaper, readCase, type View } from '../../shared/answers/index.ts'
import { createPattern, normalise, type Pattern, patternFor } from '../../shared/language/index.ts'
import type { Aspect } from '../../shared/procedures.ts'
import type { Turn } from '../feature.ts'
import type { Catalogue } from './catalogue.ts'

const AGAIN = createPattern('^(?:(?:thế|vậy|còn|rồi) )+(?!nào|ai)')
const SUPPOSING = createPattern('^(?:nếu|lỡ) ')
const WHAT_THEN = createPattern(' thì sao\\P{L}*$')
const YES_OR_NO = createPattern(' (?:không|ko|hông|hổng|hk|chưa)\\P{L}*$')
/** A topic that comes near with less than this is no reason to leave the one in hand, if that comes near too. */
export const HARDLY_SURE = 0.5

/** A topic that comes near with this much is asked for, whatever was said before. */
const CLEARLY = 0.8

export interface Asked {
  aspects: readonly Aspect[]
  caseId: string | null
  view: View
  isFollowed?: boolean
}

/** Null: it is not about the topic in hand. */
export function readFollowUp(catalogue: Catalogue, turn: Turn): Asked | null {
  return readOtherCase(catalogue, turn) ?? readOtherPart(catalogue, turn)
}

/** "Mất thẻ thì sao?" after "thẻ căn cước"; "hộ chiếu hết hạn thì sao?" names a topic of its own. */
function readOtherCase({ answerer, topics }: Catalogue, { topic: key, text, aspects }: Turn): Asked | null {
  const topic = key === null ? undefined : topics.get(key)?.topic
  const { gist, goesOn, supposes } = readWording(text)
  const named = topic && (goesOn || supposes) ? readCase(topic, gist) : null
  if (!named || ['answer', 'refer'].includes(answerer.decide(named.rest).decision)) return null
  return { aspects: supposes ? [] : aspects, caseId: named.theCase.id, view: 'core' }
}

/** "Mất bao lâu?", or "mấy ngày có phép?" after "giấy phép xây dựng". Whoever names something else changes the subject. */
function readOtherPart({ answerer, topics }: Catalogue, { topic: key, caseId, text }: Turn): Asked | null {
  const topic = key === null ? undefined : topics.get(key)?.topic
  if (!topic) return null
  const { decision, confidence, topics: near, aspects, emergency } = answerer.decide(text)
  const isOpen = decision === 'clarify' || decision === 'refuse'
  const comesNear = decision === 'clarify' && confidence < HARDLY_SURE && near.includes(topic.key)
  if (!isOpen || emergency || aspects.includes('overview')) return null
  if (!comesNear && !answerer.isWithin(text, topic.key)) return null
  return { aspects, caseId: findCase(topic, text)?.id ?? caseId, view: 'core' }
}

/** A worry, and the topic it is about. */
export interface Worry {
  concern: Concern
  topic: string
}

/** "Nộp trễ có bị phạt không?" about the topic in hand, or about the one that is named beside it; null: no such worry. */
export function readWorry(catalogue: Catalogue, turn: Turn): Worry | null {
  const found = readConcern(turn.text)
  return found
    ? worryAbout(catalogue, turn, found)
    : (lackAbout(catalogue, turn) ?? toldAbout(catalogue, turn) ?? lossAbout(catalogue, turn))
}

/**
 * Whoever says that they have not got a paper is not told to bring it. Only where the record knows that paper: "chưa có
 * căn cước" wants one.
 */
function lackAbout({ answerer, topics }: Catalogue, { topic: inHand, text }: Turn): Worry | null {
  const lack = readLack(text)
  if (!lack) return null
  const named = (said: string) => {
    const { decision, topics: near, emergency } = answerer.decide(said)
    return decision === 'answer' && !emergency ? near[0] : undefined
  }
  const key = named(lack.rest) ?? inHand ?? undefined
  const topic = key === undefined ? undefined : topics.get(key)?.topic
  if (!topic || (named(text) ?? topic.key) !== topic.key || !knowsPaper(topic, lack.paper)) return null
  return { concern: { kind: 'missing', paper: lack.paper }, topic: topic.key }
}

/** "Tôi đã ly hôn rồi" after "giấy độc thân": where the record has a sentence for them, they stay with the topic in hand. */
function toldAbout({ topics }: Catalogue, { topic: key, text }: Turn): Worry | null {
  const circumstance = readCircumstance(text)
  const topic = key === null ? undefined : topics.get(key)?.topic
  if (!topic || !circumstance?.includes(' ') || !knowsCircumstance(topic, circumstance)) return null
  return { concern: { kind: 'told', circumstance }, topic: topic.key }
}

/** "Mất sổ đỏ": a guide that begins with the first one does not fit, and says so in a sentence of its own. */
function lossAbout({ answerer, topics }: Catalogue, { text }: Turn): Worry | null {
  const circumstance = readLoss(text)
  const { decision, topics: near, aspects } = answerer.decide(text)
  const topic = decision === 'answer' ? topics.get(near[0] ?? '')?.topic : undefined
  const isAside = aspects.some(aspect => aspect === 'time' || aspect === 'fee')
  if (!circumstance || isAside || !topic || findCase(topic, text) || !knowsCircumstance(topic, circumstance))
    return null
  return { concern: { kind: 'told', circumstance }, topic: topic.key }
}

function worryAbout(
  { answerer, topics }: Catalogue,
  { topic: inHand, text }: Turn,
  { concern, rest }: NonNullable<ReturnType<typeof readConcern>>,
): Worry | null {
  const said = concern.kind === 'missing' ? text : rest
  const { decision, topics: near, emergency } = answerer.decide(said)
  if (emergency) return null
  const named = ['answer', 'refer'].includes(decision) ? near[0] : undefined
  if (named === undefined || named === inHand)
    return inHand !== null && topics.has(inHand) ? { concern, topic: inHand } : null
  const isAsked = concern.kind !== 'missing' && patternFor(text, YES_OR_NO).test(normalise(text).trim())
  return isAsked ? { concern, topic: named } : null
}

/** A question that comes near the topic in hand and asks for no part of it: the record says nothing of it. */
export function readOtherWorry({ answerer, topics }: Catalogue, { topic, text }: Turn): Worry | null {
  if (topic === null || !topics.has(topic)) return null
  const words = normalise(text).trim()
  const isQuestion = [YES_OR_NO, WHAT_THEN].some(pattern => patternFor(text, pattern).test(words))
  const { decision, confidence, topics: near, aspects, emergency } = answerer.decide(text)
  const comesNear = decision === 'clarify' && confidence < HARDLY_SURE && near.includes(topic)
  const asksNoPart = aspects.every(aspect => aspect === 'overview')
  return isQuestion && comesNear && asksNoPart && !emergency ? { concern: { kind: 'other' }, topic } : null
}

/**
 * "Trợ cấp" was asked back, "người khuyết tật" comes next; or "vợ tôi người Lào" follows "đăng ký kết hôn": what both say
 * together, where that is sure and one of the topics that were offered, or that the new words come near. Null: no such topic.
 */
export function readTogether(catalogue: Catalogue, turn: Turn, offered: readonly string[]): string | null {
  const { answerer } = catalogue
  const before = turn.recent.slice(0, -1).findLast(({ from }) => from === 'person')?.text
  const alone = answerer.decide(turn.text)
  const goesOn = offered.length > 0 || turn.topic !== null
  if (!goesOn || before === undefined || alone.emergency || alone.decision === 'chitchat') return null
  if (namesMuch(before) || namesMuch(turn.text)) return null
  const isOpen = alone.decision === 'clarify' || alone.decision === 'refuse'
  // Whoever clearly asks for something else has changed the subject.
  if (!isOpen && alone.confidence >= CLEARLY) return null
  const near = offered.length === 0 ? (isOpen ? alone.topics : []) : offered
  const isNear = (key: string) => near.includes(key) && (isOpen || alone.topics.includes(key))
  const { decision, topics } = answerer.decide(`${before} ${turn.text}`)
  const [topic] = topics
  const isSure = (decision === 'answer' || decision === 'refer') && topic !== undefined && isNear(topic)
  return isSure ? topic : null
}

/** A story is read by itself. */
function namesMuch(text: string): boolean {
  return text.trim().split(/\s+/).length > 12
}

export interface Wording {
  /** The words between "thế còn" and "thì sao"; the text as it is when there are no others. */
  gist: string
  /** "Thế còn khai tử?" asks of another topic what was asked of the last one. */
  goesOn: boolean
  /** "Lỡ mất thẻ thì sao?" tells of something that has happened: it is asked of as a whole. */
  supposes: boolean
}

export function readWording(text: string): Wording {
  const words = normalise(text).trim()
  const has = (pattern: Pattern, said: string) => patternFor(text, pattern).test(said)
  const without = (pattern: Pattern, said: string) => said.replace(patternFor(text, pattern), '')
  const rest = without(AGAIN, words)
  const supposes = has(SUPPOSING, rest)
  const gist = without(WHAT_THEN, without(SUPPOSING, rest))
  const isMore = rest !== words || has(WHAT_THEN, words)
  const goesOn = isMore && !supposes && !has(YES_OR_NO, words)
  return { gist: isMore || supposes ? gist : text, goesOn, supposes }
}
