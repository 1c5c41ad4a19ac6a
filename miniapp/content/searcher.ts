/** Finds topics by what is typed, with the code the chatbot uses; in a worker where the phone allows one. */
import type { Answerer, Decision, SearchHit } from '../../shared/answering/index.ts'
import type { TopicIndex } from '../../shared/topic-index.ts'
import type { FromSearcher, ToSearcher } from './search-protocol.ts'

export interface Searcher {
  search(text: string, limit: number): Promise<SearchHit[]>
  /** What a whole question asks for. */
  decide(text: string): Promise<Decision>
}

export function createSearcher(index: TopicIndex): Searcher {
  try {
    return createWorkerSearcher(index)
  } catch {
    return createPlainSearcher(index)
  }
}

type Question = Exclude<ToSearcher, { kind: 'open' }>

interface Waiting {
  question: Question
  resolve(found: FromSearcher['found'] | Promise<FromSearcher['found']>): void
}

function createWorkerSearcher(index: TopicIndex): Searcher {
  const worker = new Worker(new URL('./search-worker.ts', import.meta.url), { type: 'module' })
  const waiting = new Map<number, Waiting>()
  let plain: Searcher | null = null
  let last = 0
  const say = (message: ToSearcher): void => worker.postMessage(message)
  worker.addEventListener('message', ({ data }: MessageEvent<FromSearcher>) => {
    waiting.get(data.id)?.resolve(data.found)
    waiting.delete(data.id)
  })
  // An old phone that knows no such workers finds out only now.
  worker.addEventListener('error', () => {
    plain = createPlainSearcher(index)
    for (const { question, resolve } of waiting.values()) resolve(askPlain(plain, question))
    waiting.clear()
  })
  const ask = <T extends FromSearcher['found']>(question: Question): Promise<T> =>
    new Promise(resolve => {
      waiting.set(question.id, { question, resolve: found => resolve(found as T) })
      say(question)
    })
  say({ kind: 'open', index })
  return {
    search: (text, limit) => plain?.search(text, limit) ?? ask({ kind: 'search', id: ++last, text, limit }),
    decide: text => plain?.decide(text) ?? ask({ kind: 'decide', id: ++last, text }),
  }
}

function askPlain(plain: Searcher, question: Question): Promise<FromSearcher['found']> {
  return question.kind === 'search' ? plain.search(question.text, question.limit) : plain.decide(question.text)
}

function createPlainSearcher(index: TopicIndex): Searcher {
  const opening: Promise<Answerer> = import('../../shared/answering/index.ts').then(({ createAnswerer }) =>
    createAnswerer(index),
  )
  return {
    search: async (text, limit) => (await opening).search(text, limit),
    decide: async text => (await opening).decide(text),
  }
}
