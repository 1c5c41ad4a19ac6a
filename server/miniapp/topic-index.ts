/** The index a phone searches without a network: made once for each publication, kept by browsers until the next. */
import { createHash } from 'node:crypto'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import { type Request, type Response, Router } from 'express'
import { negativeExamples } from '../../shared/content/index.ts'
import { toTopicIndex } from '../../shared/topic-index.ts'
import type { Guides } from './guides.ts'

const PATH = '/api/topic-index'
const FOR_EVER = 'public, max-age=31536000, immutable'
/** Asked for without a version: compare every time, which costs a few bytes. */
const ASK_EACH_TIME = 'public, no-cache'

export interface TopicIndexRoute {
  router: Router
  /** The address of the index as it is now. */
  url(): string
}

interface Made {
  revision: number
  tag: string
  plain: Buffer
  br: Buffer
  gzip: Buffer
}

export function createTopicIndexRoute(guides: Guides): TopicIndexRoute {
  let made: Made | null = null
  const current = (): Made => {
    if (made?.revision !== guides.current().revision) made = make(guides)
    return made
  }
  return {
    url: () => `${PATH}?v=${current().tag}`,
    router: Router().get(PATH, (request, response) => answer(request, response, current())),
  }
}

function make(guides: Guides): Made {
  const { topics, answerer, revision } = guides.current()
  const published = [...topics.values()].map(({ topic }) => topic)
  const index = toTopicIndex(published, { negatives: negativeExamples, calibration: answerer.calibration })
  const tag = createHash('sha256').update(JSON.stringify(index)).digest('base64url').slice(0, 16)
  const plain = Buffer.from(JSON.stringify({ ...index, version: tag }))
  return { revision, tag, plain, br: brotliCompressSync(plain), gzip: gzipSync(plain, { level: 9 }) }
}

function answer(request: Request, response: Response, { tag, ...forms }: Made): void {
  const encoding = request.acceptsEncodings('br', 'gzip')
  const isCoded = encoding === 'br' || encoding === 'gzip'
  response.vary('Accept-Encoding')
  response.set({
    ETag: `"${tag}${isCoded ? `-${encoding}` : ''}"`,
    'Cache-Control': request.query.v === tag ? FOR_EVER : ASK_EACH_TIME,
    ...(isCoded ? { 'Content-Encoding': encoding } : {}),
  })
  response.type('json').send(isCoded ? forms[encoding] : forms.plain)
}
