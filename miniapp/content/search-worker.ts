/** Searches beside the page: building the index takes a cheap phone a second, in which nothing may stand still. */
import { createAnswerer } from '../../shared/answering/index.ts'
import type { FromSearcher, ToSearcher } from './search-protocol.ts'

let search: ReturnType<typeof createAnswerer>['search'] = () => []

self.addEventListener('message', ({ data }: MessageEvent<ToSearcher>) => {
  if (data.kind === 'open') search = createAnswerer(data.index).search
  else {
    const answer: FromSearcher = { id: data.id, hits: search(data.text, data.limit) }
    self.postMessage(answer)
  }
})
