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
import type { Aspect } from '../procedures.ts'
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
 * that one topic has for its own, with small words around it or without.
 */
export function isVague({ words }: Analysis, { isName }: Finder): boolean {
  return isBare(words) && !isName(words) && !isName(words.filter(({ role }) => role !== 'filler'))
}

/** "mất bao lâu", "giấy tờ": no topic comes nearer to it than any other. */
export function namesNothing({ words }: Pick<Analysis, 'words'>): boolean {
  return partsOf(words).every(part => part === 'noun')
}

/**
 * "hồ sơ tới đâu rồi", "địa chỉ phường": no topic is named, and none has to be where the topic found is asked for in just
 * that way.
 */
export function asksAsCalled(question: Analysis, found: RankedTopic | undefined): boolean {
  const alike = found?.nearest?.words ?? []
  if (!namesNothing(question) || !namesNothing({ words: alike })) return false
  const bothAsk = (aspect: Aspect) => question.aspects.includes(aspect) && detectAspects(alike).includes(aspect)
  return bothAsk('status') || (bothAsk('where') && sharesNoun(question.words, alike))
}

function sharesNoun(words: readonly WeighedWord[], others: readonly WeighedWord[]): boolean {
  const nouns = new Set(readParts(others).map(({ word }) => word.folded))
  return readParts(words).some(({ word }) => nouns.has(word.folded))
}

/**
 * "xác nhận tình trạng nhà ở" beside "xác nhận tình trạng hôn nhân": all that is alike is how people ask for such papers;
 * the matter named is none of the topic's. However near the phrase, it is not taken for an answer.
 * What is asked for without naming it, "hồ sơ nộp tuần trước xong chưa", is left alone.
 * @param own words of the topic found
 */
export function namesAnotherMatter(
  { words }: Pick<Analysis, 'words'>,
  found: RankedTopic | undefined,
  own: ReadonlySet<string>,
): boolean {
  const named = wordsNamed(words)
  const alike = wordsNamed(found?.nearest?.words ?? [])
  return named.length > 0 && alike.length > 0 && !named.some(word => own.has(word) || alike.includes(word))
}

/** Whether nothing in the words tells topics apart. */
function isBare(words: readonly WeighedWord[]): boolean {
  const named = partsOf(words)
  if (named.includes('topic')) return false
  return !named.includes('field') || !named.includes('action')
}

/** The words that tell topics apart, folded. */
export function wordsNamed(words: readonly WeighedWord[]): string[] {
  return readParts(words).flatMap(({ word, part }) => (part === 'topic' || part === 'field' ? [word.folded] : []))
}

/** What the topic words of a question are. */
function partsOf(words: readonly WeighedWord[]): (Part | 'topic')[] {
  return readParts(words).map(({ part }) => part)
}

function readParts(words: readonly WeighedWord[]): { word: WeighedWord; part: Part | 'topic' }[] {
  const found = parts.find(words)
  const partAt = (index: number) => found.find(({ start, end }) => index >= start && index < end)?.meaning
  return words.flatMap((word, index) => (word.role === 'topic' ? [{ word, part: partAt(index) ?? 'topic' }] : []))
}
