/** What is made at the moment of asking, made small for the way. */
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import type { Request, Response } from 'express'

/** Quick enough to be done while somebody waits. */
const QUALITY = 5

export function sendCompressed(request: Request, response: Response, text: string): void {
  response.vary('Accept-Encoding')
  const encoding = request.acceptsEncodings('br', 'gzip')
  if (encoding !== 'br' && encoding !== 'gzip') {
    response.send(text)
    return
  }
  response.set('Content-Encoding', encoding)
  response.send(
    encoding === 'br'
      ? brotliCompressSync(text, { params: { [constants.BROTLI_PARAM_QUALITY]: QUALITY } })
      : gzipSync(text),
  )
}
