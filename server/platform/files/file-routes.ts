/** Files as anybody fetches them: `/tep/<sha256>.<extension>`, for ever the same bytes, in parts where a phone asks so. */
import { pipeline } from 'node:stream/promises'
import { type Request, Router } from 'express'
import { AppError } from '../../errors.ts'
import type { ByteRange, Files, StoredFile } from './files.ts'

const A_YEAR_S = 31_536_000

/** @returns the path at which a file is fetched */
export function filePath({ sha256, extension }: Pick<StoredFile, 'sha256' | 'extension'>): string {
  return `/tep/${sha256}.${extension}`
}

export function createFileRoutes(files: Files): Router {
  return Router().get('/tep/:name', async (request, response) => {
    const [, sha256 = '', extension = ''] = /^([0-9a-f]{64})\.([a-z0-9]{2,4})$/.exec(request.params.name) ?? []
    const file = await files.find(sha256)
    if (!file || file.extension !== extension) throw new AppError('not_found', 'no such file')
    response.set({
      'Content-Type': file.mediaType,
      'Content-Disposition': 'inline',
      'Cache-Control': `public, max-age=${A_YEAR_S}, immutable`,
      ETag: `"${sha256}"`,
      'Accept-Ranges': 'bytes',
      // Zalo plays them from its own address.
      'Cross-Origin-Resource-Policy': 'cross-origin',
    })
    if (request.fresh) return void response.status(304).end()
    const range = rangeOf(request, file.bytes)
    if (range === 'unsatisfiable') {
      response.status(416).set('Content-Range', `bytes */${file.bytes}`).end()
      return
    }
    const length = range ? range.end - range.start + 1 : file.bytes
    if (range) response.status(206).set('Content-Range', `bytes ${range.start}-${range.end}/${file.bytes}`)
    response.set('Content-Length', String(length))
    if (request.method === 'HEAD') return void response.end()
    const content = await files.read(file, range)
    // Who stops listening leaves in the middle: that is no surprise.
    await pipeline(content, response).catch(error => {
      if (!request.destroyed && !response.destroyed) throw error
    })
  })
}

/** @returns null for the whole file, also where several parts or unknown units are asked for (RFC 9110, 14.2) */
function rangeOf(request: Request, size: number): ByteRange | 'unsatisfiable' | null {
  const ifRange = request.get('if-range')
  if (ifRange && ifRange !== request.res?.get('ETag')) return null
  const ranges = request.range(size)
  if (ranges === -1) return 'unsatisfiable'
  if (!Array.isArray(ranges) || ranges.type !== 'bytes' || ranges.length !== 1) return null
  return ranges[0] ?? null
}
