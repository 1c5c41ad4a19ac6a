/**
 * What a button sends: words a person could type themselves. The same words are recognised again exactly, so that a
 * pressed button never has to be guessed.
 */
import { fold, normalise } from '../language/index.ts'
import type { Aspect, ProcedureCase, Topic } from '../procedures.ts'
import { lowerFirst } from './figures.ts'

/** `core`: the short first reply; `full`: everything on the asked thing; `cases`: the cases to choose from. */
export type View = 'core' | 'full' | 'cases'

/** Short words to choose by, and the words that choosing sends. */
export interface Choice {
  title: string
  say: string
}

/** What somebody asks of one topic. `caseId` null: the common case. */
export interface Request {
  topic: string
  aspect: Aspect
  caseId: string | null
  view: View
}

/** Last choice when the ward asks back. */
export const noneOfThese = 'Không phải các việc này'

/** On a button, and in front of what one does. */
const aspectWords: Record<Aspect, [title: string, before: string]> = {
  overview: ['Hướng dẫn', 'Hướng dẫn'],
  papers: ['Giấy tờ', 'Giấy tờ'],
  fee: ['Lệ phí', 'Lệ phí'],
  time: ['Thời gian', 'Thời gian'],
  where: ['Nơi làm', 'Nơi'],
  online: ['Nộp trực tuyến', 'Nộp trực tuyến để'],
  form: ['Mẫu tờ khai', 'Mẫu tờ khai để'],
  steps: ['Các bước', 'Các bước'],
  law: ['Căn cứ pháp lý', 'Căn cứ pháp lý để'],
  eligibility: ['Điều kiện', 'Điều kiện'],
  status: ['Hồ sơ đã nộp', 'Hồ sơ đã nộp để'],
}

/** Short words for a button or a numbered choice. */
export function aspectTitle(aspect: Aspect): string {
  return aspectWords[aspect][0]
}

/** `Lệ phí làm thẻ căn cước`, with the case after it when one is named. */
export function headingOf(topic: Topic, aspect: Aspect, namedCase: ProcedureCase | null): string {
  const heading = `${aspectWords[aspect][1]} ${topic.task}`
  return namedCase ? `${heading} (${lowerFirst(namedCase.label)})` : heading
}

/** The words that ask for this. */
export function sayingOf(topic: Topic, request: Omit<Request, 'topic'>): string {
  if (request.view === 'cases') return `Trường hợp khác khi ${topic.task}`
  const heading = headingOf(topic, request.aspect, null)
  const start = request.view === 'full' ? `Xem đủ ${lowerFirst(heading)}` : heading
  const chosen = topic.cases.find(one => one.id === request.caseId)
  return chosen ? `${start}: ${lowerFirst(chosen.label)}` : start
}

/** Knows again every saying that `sayingOf` can make for these topics; null: somebody's own words. */
export function createSayingReader(topics: readonly Topic[]): (text: string) => Request | null {
  const requests = new Map<string, Request>()
  for (const topic of topics) {
    for (const request of requestsOf(topic)) requests.set(sayingKey(sayingOf(topic, request)), request)
  }
  return text => requests.get(sayingKey(text)) ?? null
}

function requestsOf(topic: Topic): Request[] {
  const aspects = Object.keys(aspectWords) as Aspect[]
  const caseIds = [null, ...topic.cases.map(one => one.id)]
  const views: View[] = ['core', 'full']
  const all = aspects.flatMap(aspect =>
    caseIds.flatMap(caseId => views.map(view => ({ topic: topic.key, aspect, caseId, view }))),
  )
  return [...all, { topic: topic.key, aspect: 'papers', caseId: null, view: 'cases' }]
}

/** Equal for what is equal but for marks, capitals and spaces. */
export function sayingKey(text: string): string {
  return fold(normalise(text)).trim()
}

/**
 * The case somebody names in their own words; null: none, which means the common one. Words without marks are trusted
 * only in pairs: "chua" alone may be a pagoda or "not yet".
 */
export function findCase(topic: Topic, text: string): ProcedureCase | null {
  return readCase(topic, text)?.theCase ?? null
}

/** The case somebody names, and what they say besides. */
export function readCase(topic: Topic, text: string): { theCase: ProcedureCase; rest: string } | null {
  const toned = ` ${words(normalise(text))} `
  const typedBare = toned === fold(toned)
  const found = topic.cases.flatMap(theCase =>
    theCase.words
      .map(phrase => words(normalise(phrase)))
      .flatMap(phrase => (typedBare && isPair(phrase) ? [phrase, fold(phrase)] : [phrase]))
      .filter(phrase => toned.includes(` ${phrase} `))
      .map(phrase => ({ theCase, phrase })),
  )
  const [longest] = found.sort((a, b) => b.phrase.length - a.phrase.length)
  return longest ? { theCase: longest.theCase, rest: words(toned.replace(longest.phrase, ' ')) } : null
}

function words(text: string): string {
  return text.replace(/[^\p{L}\p{N}]+/gu, ' ').trim()
}

function isPair(phrase: string): boolean {
  return phrase.includes(' ')
}
