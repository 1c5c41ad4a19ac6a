/**
 * The doors of better-auth that stay open, each named; of some forty it has, every other one is not there. Its own checks
 * of origin come second: nothing that another site makes a browser send gets this far.
 */
import type { IncomingMessage, ServerResponse } from 'node:http'
import { type RequestHandler, Router } from 'express'
import type { House } from '../feature.ts'
import { isSameOrigin } from '../platform/http/index.ts'

/** All are POST. */
export const AUTH_PATHS = [
  '/sign-in/username',
  '/sign-out',
  '/change-password',
  '/two-factor/enable',
  '/two-factor/verify-totp',
  '/two-factor/verify-backup-code',
  '/two-factor/generate-backup-codes',
] as const

const MOST_BYTES = 8 * 1024

export function createAuthRoutes(
  { config }: House,
  handle: (request: IncomingMessage, response: ServerResponse) => Promise<void>,
): Router {
  const guard: RequestHandler = (request, response, next) => {
    response.set('Cache-Control', 'no-store')
    if (!isSameOrigin(request.headers, config.publicUrl)) return void response.status(403).json({ code: 'forbidden' })
    // A form of another site can be sent without asking; JSON cannot.
    if (!request.is('json')) return void response.status(415).json({ code: 'invalid' })
    const length = Number(request.headers['content-length'])
    if (!(length <= MOST_BYTES)) return void response.status(413).json({ code: 'invalid' })
    next()
  }
  const routes = Router()
  for (const path of AUTH_PATHS)
    routes.post(`/api/auth${path}`, guard, (request, response) => handle(request, response))
  routes.all('/api/auth/{*rest}', (_request, response) => {
    response.status(404).json({ code: 'not_found' })
  })
  return routes
}
