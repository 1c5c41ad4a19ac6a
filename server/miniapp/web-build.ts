/** The phone's program as `npm run build:web` left it: one page and its files, each already compressed. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Request, type Response, Router } from 'express'
import { AppError } from '../errors.ts'

const FOLDER = fileURLToPath(new URL('../../dist/web', import.meta.url))
/** A file whose name holds the hash of its content never changes. */
const HASHED = /^assets\//
const FOR_EVER = 'public, max-age=31536000, immutable'
const FOR_A_WHILE = 'public, max-age=3600'
/** What decides about all other files is never old. */
const WORKER = 'sw.js'
/** A worker lives under the policy of its own file: it may fetch from us, and run nothing else. */
const WORKER_POLICY = "default-src 'none'; connect-src 'self'"

export interface WebBuild {
  /** The page around the program, with places to fill in; null when the program was not built. */
  template: string | null
  files: Router
}

export function openWebBuild(folder = FOLDER): WebBuild {
  const page = join(folder, 'index.html')
  const isBuilt = existsSync(page)
  const names = new Set(isBuilt ? readdirSync(folder, { recursive: true, encoding: 'utf8' }) : [])
  return { template: isBuilt ? readFileSync(page, 'utf8') : null, files: createFileRoutes(folder, names) }
}

function createFileRoutes(folder: string, names: ReadonlySet<string>): Router {
  return Router().get(/^\/app\/(assets\/[^/]+|[^/]+\.[a-z]+)$/, (request, response) => {
    const name = request.params[0] ?? ''
    if (name === 'index.html' || !names.has(name)) throw new AppError('not_found', 'no such file')
    const { suffix, encoding } = chooseEncoding(request, name, names)
    if (encoding) response.set('Content-Encoding', encoding)
    response.vary('Accept-Encoding')
    response.type(name.slice(name.lastIndexOf('.')))
    response.set('Cache-Control', HASHED.test(name) ? FOR_EVER : name === WORKER ? 'no-cache' : FOR_A_WHILE)
    if (name === WORKER) response.set('Content-Security-Policy', WORKER_POLICY)
    sendFile(response, folder, name + suffix)
  })
}

function chooseEncoding(request: Request, name: string, names: ReadonlySet<string>) {
  const encoding = request.acceptsEncodings('br', 'gzip')
  if (encoding === 'br' && names.has(`${name}.br`)) return { suffix: '.br', encoding }
  if (encoding === 'gzip' && names.has(`${name}.gz`)) return { suffix: '.gz', encoding }
  return { suffix: '', encoding: null }
}

function sendFile(response: Response, root: string, name: string): void {
  response.sendFile(name, { root, cacheControl: false, lastModified: false })
}
