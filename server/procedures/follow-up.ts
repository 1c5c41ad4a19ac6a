/** What a message means right after an answer: another part of the topic in hand, or another case of it. */
import { findCase, readCase, type View } from '../../shared/answers/index.ts'
import { fold, normalise } from '../../shared/language/index.ts'
import type { Aspect } from '../../shared/procedures.ts'
import type { Turn } from '../feature.ts'
import type { Catalogue } from './catalogue.ts'

/** The same words with their marks, and without for those who type none. */
export interface Pattern {
  marked: RegExp
  bare: RegExp
}

/** "con" is "còn" only where no marks are typed. */
export const createPattern = (words: string): Pattern => ({
  marked: new RegExp(words, 'u'),
  bare: new RegExp(fold(words), 'u'),
})
const AGAIN = createPattern('^(?:(?:thế|vậy|còn|rồi) )+(?!nào|ai)')
const SUPPOSING = createPattern('^(?:nếu|lỡ) ')
const WHAT_THEN = createPattern(' thì sao\\P{L}*$')
const YES_OR_NO = createPattern(' (?:không|ko|hông|hổng|hk|chưa)\\P{L}*$')
/** A topic that comes near with less than this is no reason to leave the one in hand, if that comes near too. */
export const HARDLY_SURE = 0.5

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

export function isSaid(pattern: Pattern, text: string): boolean {
  const words = normalise(text).trim()
  return pattern[words === fold(words) ? 'bare' : 'marked'].test(words)
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
  const spelling = words === fold(words) ? 'bare' : 'marked'
  const rest = words.replace(AGAIN[spelling], '')
  const supposes = SUPPOSING[spelling].test(rest)
  const gist = rest.replace(SUPPOSING[spelling], '').replace(WHAT_THEN[spelling], '')
  const isMore = rest !== words || WHAT_THEN[spelling].test(words)
  const goesOn = isMore && !supposes && !YES_OR_NO[spelling].test(words)
  return { gist: isMore || supposes ? gist : text, goesOn, supposes }
}
