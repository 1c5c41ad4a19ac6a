/** Searches beside the page: building the index takes a cheap phone a second, in which nothing may stand still. */
import '../older-phones.ts'
import { type Answerer, createAnswerer } from '../../shared/answering/index.ts'
import type { FromSearcher, ToSearcher } from './search-protocol.ts'

const WARM_UP = ['g', 'gi', 'giay', 'giay to', 'giấy tờ gì']

let answerer: Answerer | null = null

self.addEventListener('message', ({ data }: MessageEvent<ToSearcher>) => {
  if (data.kind === 'open') {
    answerer = createAnswerer(data.index)
    // The first search of all is slow: it is made while nobody waits for it.
    for (const text of WARM_UP) answerer.search(text, 1)
  } else if (answerer) {
    const found = data.kind === 'search' ? answerer.search(data.text, data.limit) : answerer.decide(data.text)
    const answer: FromSearcher = { id: data.id, found }
    self.postMessage(answer)
  }
})
