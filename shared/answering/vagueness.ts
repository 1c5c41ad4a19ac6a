/** Questions that no score may answer: they name an action or a whole field, but nothing that tells topics apart. */
import {
  type Analysis,
  actionWords,
  commonNouns,
  createPhrasebook,
  detectAspects,
  fieldWords,
  listed,
  type WeighedWord,
} from '../language/index.ts'
import type { Finder } from './finder.ts'
import type { RankedTopic } from './ranker.ts'

type Part = 'action' | 'noun' | 'field'

const parts = createPhrasebook<Part>([
  ...listed<Part>(actionWords, 'action'),
  ...listed<Part>(commonNouns, 'noun'),
  ...listed<Part>(fieldWords, 'field'),
])

/**
 * "đăng ký", "cấp lại giấy", "cần giấy gì": always asked back; so is a field alone, "thủ tục hộ tịch". Not so a phrase
 * that one topic has for its own, with small words around it or without; nor a bare question after a dossier, where the
 * topic found has such questions among its phrases.
 */
export function isVague({ words, aspects }: Analysis, first: RankedTopic | undefined, finder: Finder): boolean {
  if (!isBare(words)) return false
  if (finder.isName(words) || finder.isName(words.filter(({ role }) => role !== 'filler'))) return false
  const alike = first?.nearest?.words
  return !(alike && aspects.includes('status') && isBare(alike) && detectAspects(alike).includes('status'))
}

/** Whether nothing in the words tells topics apart. */
function isBare(words: readonly WeighedWord[]): boolean {
  const found = parts.find(words)
  const partAt = (index: number) => found.find(({ start, end }) => index >= start && index < end)?.meaning
  const topicParts = words.flatMap((word, index) => (word.role === 'topic' ? [partAt(index) ?? 'topic'] : []))
  if (topicParts.includes('topic')) return false
  return !topicParts.includes('field') || !topicParts.includes('action')
}
