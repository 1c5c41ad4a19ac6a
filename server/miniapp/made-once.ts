/** What every phone may have of the guides, in one piece: made once for each publication, kept by browsers until the next. */
import { createHash } from 'node:crypto'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import { type Request, type Response, Router } from 'express'
import type { Guides } from './guides.ts'

const FOR_EVER = 'public, max-age=31536000, immutable'
/** Asked for without a version: compare every time, which costs a few bytes. */
const ASK_EACH_TIME = 'public, no-cache'

export interface MadeOnce {
  router: Router
  /** The address of the piece as it is now. */
  url(): string
}

interface Made {
  revision: number
  tag: string
  plain: Buffer
  /** Packed when somebody asks for it: its address alone, which every page names, costs no packing. */
  packed: { br?: Buffer; gzip?: Buffer }
}

/** @param make an object that can be written as JSON; `version` is added to it */
export function createMadeOnce(
  path: string,
  guides: Guides,
  make: (current: ReturnType<Guides['current']>) => object,
): MadeOnce {
  let made: Made | null = null
  const current = (): Made => {
    const now = guides.current()
    if (made?.revision !== now.revision) made = press(now.revision, make(now))
    return made
  }
  return {
    url: () => `${path}?v=${current().tag}`,
    router: Router().get(path, (request, response) => answer(request, response, current())),
  }
}

function press(revision: number, content: object): Made {
  const tag = createHash('sha256').update(JSON.stringify(content)).digest('base64url').slice(0, 16)
  const plain = Buffer.from(JSON.stringify({ ...content, version: tag }))
  return { revision, tag, plain, packed: {} }
}

function pack({ plain, packed }: Made, encoding: 'br' | 'gzip'): Buffer {
  const bytes = packed[encoding] ?? (encoding === 'br' ? brotliCompressSync(plain) : gzipSync(plain, { level: 9 }))
  packed[encoding] = bytes
  return bytes
}

function answer(request: Request, response: Response, made: Made): void {
  const { tag, plain } = made
  const encoding = request.acceptsEncodings('br', 'gzip')
  const isCoded = encoding === 'br' || encoding === 'gzip'
  response.vary('Accept-Encoding')
  response.set({
    ETag: `"${tag}${isCoded ? `-${encoding}` : ''}"`,
    'Cache-Control': request.query.v === tag ? FOR_EVER : ASK_EACH_TIME,
    ...(isCoded ? { 'Content-Encoding': encoding } : {}),
  })
  response.type('json').send(isCoded ? pack(made, encoding) : plain)
}
