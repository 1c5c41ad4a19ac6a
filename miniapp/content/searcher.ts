/** Finds topics by what is typed, with the code the chatbot uses; in a worker where the phone allows one. */
import type { SearchHit } from '../../shared/answering/index.ts'
import type { TopicIndex } from '../../shared/topic-index.ts'
import type { FromSearcher, ToSearcher } from './search-protocol.ts'

export interface Searcher {
  search(text: string, limit: number): Promise<SearchHit[]>
}

export function createSearcher(index: TopicIndex): Searcher {
  try {
    return createWorkerSearcher(index)
  } catch {
    return createPlainSearcher(index)
  }
}

function createWorkerSearcher(index: TopicIndex): Searcher {
  const worker = new Worker(new URL('./search-worker.ts', import.meta.url), { type: 'module' })
  const waiting = new Map<
    number,
    { text: string; limit: number; resolve(hits: SearchHit[] | Promise<SearchHit[]>): void }
  >()
  let plain: Searcher | null = null
  let last = 0
  const say = (message: ToSearcher): void => worker.postMessage(message)
  worker.addEventListener('message', ({ data }: MessageEvent<FromSearcher>) => {
    waiting.get(data.id)?.resolve(data.hits)
    waiting.delete(data.id)
  })
  // An old phone that knows no such workers finds out only now.
  worker.addEventListener('error', () => {
    plain = createPlainSearcher(index)
    for (const { text, limit, resolve } of waiting.values()) resolve(plain.search(text, limit))
    waiting.clear()
  })
  say({ kind: 'open', index })
  return {
    search(text, limit) {
      if (plain) return plain.search(text, limit)
      return new Promise(resolve => {
        last += 1
        waiting.set(last, { text, limit, resolve })
        say({ kind: 'search', id: last, text, limit })
      })
    },
  }
}

function createPlainSearcher(index: TopicIndex): Searcher {
  const opening = import('../../shared/answering/index.ts').then(({ createAnswerer }) => createAnswerer(index))
  return { search: async (text, limit) => (await opening).search(text, limit) }
}
