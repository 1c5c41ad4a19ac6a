/** What a message means right after an answer: another part of the topic in hand, or another case of it. */
import { readCase, type View } from '../../shared/answers/index.ts'
import { fold, normalise } from '../../shared/language/index.ts'
import type { Aspect } from '../../shared/procedures.ts'
import type { Turn } from '../feature.ts'
import type { Catalogue } from './catalogue.ts'

const AGAIN = '(?:thế|vậy|còn|rồi|nếu|lỡ)'
const GOING_ON = new RegExp(`^(?:${AGAIN} )+(?!nào|ai)| ?thì sao\\P{L}*$`, 'u')
/** "con" is "còn" only where no marks are typed. */
const GOING_ON_BARE = new RegExp(fold(GOING_ON.source), 'u')

export interface Asked {
  aspects: readonly Aspect[]
  caseId: string | null
  view: View
}

/** Null: it is not about the topic in hand. */
export function readFollowUp(catalogue: Catalogue, turn: Turn): Asked | null {
  return readOtherCase(catalogue, turn) ?? readOtherPart(catalogue, turn)
}

/** "Mất thẻ thì sao?" after "thẻ căn cước"; "hộ chiếu hết hạn thì sao?" names a topic of its own. */
function readOtherCase({ answerer, topics }: Catalogue, { topic: key, text, aspects }: Turn): Asked | null {
  const topic = key === null ? undefined : topics.get(key)?.topic
  const named = topic && goesOn(text) ? readCase(topic, gistOf(text)) : null
  if (!named || ['answer', 'refer'].includes(answerer.decide(named.rest).decision)) return null
  return { aspects, caseId: named.theCase.id, view: 'core' }
}

/** "Mất bao lâu?", or "mấy ngày có phép?" after "giấy phép xây dựng". Whoever names something else changes the subject. */
function readOtherPart({ answerer }: Catalogue, { topic, text }: Turn): Asked | null {
  if (topic === null) return null
  const { decision, aspects, emergency } = answerer.decide(text)
  const isOpen = decision === 'clarify' || decision === 'refuse'
  if (!isOpen || emergency || aspects.includes('overview') || !answerer.isWithin(text, topic)) return null
  return { aspects, caseId: null, view: 'core' }
}

/** "Thế còn khai tử?" asks of another topic what was asked of the last one. */
export function goesOn(text: string): boolean {
  const words = normalise(text).trim()
  return patternFor(words).test(words)
}

/** The words between "thế còn" and "thì sao"; the text as it is when there is nothing else in it. */
export function gistOf(text: string): string {
  const words = normalise(text).trim()
  return words.replace(new RegExp(patternFor(words), 'gu'), '').trim() || text
}

function patternFor(words: string): RegExp {
  return words === fold(words) ? GOING_ON_BARE : GOING_ON
}
