/** The desk's program for officers' browsers, under /console/: one page with a nonce of its own, and its files. */
import { randomBytes } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { Router } from 'express'
import { AppError } from '../errors.ts'
import type { Feature, House } from '../feature.ts'

const FOLDER = fileURLToPath(new URL('../../dist/console', import.meta.url))
/** A file whose name holds the hash of its content never changes. */
const FOR_EVER = 'public, max-age=31536000, immutable'

/** No program and no style but those this very answer names; nothing from elsewhere, framed by nobody. */
function policy(nonce: string, isHttps: boolean): string {
  return [
    "default-src 'none'",
    `script-src 'self' 'nonce-${nonce}'`,
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    // The phone's own page, beside what is being written.
    "frame-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
    ...(isHttps ? ['upgrade-insecure-requests'] : []),
  ].join('; ')
}

export function createConsole({ config, log }: Pick<House, 'config' | 'log'>, folder = FOLDER): Feature {
  const page = join(folder, 'index.html')
  const template = existsSync(page) ? readFileSync(page, 'utf8') : null
  if (!template) log.warn('the console under /console/ was not built; run: npm run build:web')
  const names = new Set(template ? readdirSync(join(folder, 'assets')) : [])
  const packed = new Map<string, Buffer>()
  const isHttps = config.publicUrl.startsWith('https://')

  const routes = Router()
  routes.get('/console/assets/:name', (request, response) => {
    const { name } = request.params
    if (!names.has(name)) throw new AppError('not_found', 'no such file')
    response.vary('Accept-Encoding')
    response.type(name.slice(name.lastIndexOf('.')))
    response.set('Cache-Control', FOR_EVER)
    if (!request.acceptsEncodings('gzip'))
      return response.sendFile(name, { root: join(folder, 'assets'), cacheControl: false })
    const bytes = packed.get(name) ?? gzipSync(readFileSync(join(folder, 'assets', name)), { level: 9 })
    packed.set(name, bytes)
    response.set('Content-Encoding', 'gzip').send(bytes)
  })
  routes.get(/^\/console(?:\/.*)?$/, (request, response) => {
    if (!template) throw new AppError('unavailable', 'the console was not built')
    if (request.path === '/console') return response.redirect(301, '/console/')
    const nonce = randomBytes(16).toString('base64')
    response.set({
      'Cache-Control': 'no-store',
      'Content-Security-Policy': policy(nonce, isHttps),
      'Referrer-Policy': 'no-referrer',
    })
    response
      .type('html')
      .send(template.replaceAll(/<(script|style)\b/g, (_, tag: string) => `<${tag} nonce="${nonce}"`))
  })
  return { name: 'console', routers: [routes] }
}
