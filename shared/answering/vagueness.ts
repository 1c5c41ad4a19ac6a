/** Questions that no score may answer: they name an action or a whole field, but nothing that tells topics apart. */
import { actionWords, commonNouns, createPhrasebook, fieldWords, listed, type WeighedWord } from '../language/index.ts'

type Part = 'action' | 'noun' | 'field'

const parts = createPhrasebook<Part>([
  ...listed<Part>(actionWords, 'action'),
  ...listed<Part>(commonNouns, 'noun'),
  ...listed<Part>(fieldWords, 'field'),
])

/** "đăng ký", "cấp lại giấy", "cần giấy gì": always asked back; so is a field alone, "thủ tục hộ tịch". */
export function isVague(words: readonly WeighedWord[]): boolean {
  const found = parts.find(words)
  const partAt = (index: number) => found.find(({ start, end }) => index >= start && index < end)?.meaning
  const topicParts = words.flatMap((word, index) => (word.role === 'topic' ? [partAt(index) ?? 'topic'] : []))
  if (topicParts.includes('topic')) return false
  return !topicParts.includes('field') || !topicParts.includes('action')
}
