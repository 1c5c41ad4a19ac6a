/** Searches beside the page: building the index takes a cheap phone a second, in which nothing may stand still. */
import { createAnswerer } from '../../shared/answering/index.ts'
import type { FromSearcher, ToSearcher } from './search-protocol.ts'

const WARM_UP = ['g', 'gi', 'giay', 'giay to', 'giấy tờ gì']

let search: ReturnType<typeof createAnswerer>['search'] = () => []

self.addEventListener('message', ({ data }: MessageEvent<ToSearcher>) => {
  if (data.kind === 'open') {
    search = createAnswerer(data.index).search
    // The first search of all is slow: it is made while nobody waits for it.
    for (const text of WARM_UP) search(text, 1)
  } else {
    const answer: FromSearcher = { id: data.id, hits: search(data.text, data.limit) }
    self.postMessage(answer)
  }
})
