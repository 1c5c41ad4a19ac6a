/** Against guessing and floods, by address. Webhooks are left out: Zalo's servers share few addresses, and are signed. */
import type { RequestHandler } from 'express'
import { rateLimit } from 'express-rate-limit'
import { errorPage } from './pages.ts'

const MINUTE_MS = 60_000

/** @param perMinute requests that one address may make in a minute */
export function createLimit(perMinute: number): RequestHandler {
  return rateLimit({
    windowMs: MINUTE_MS,
    limit: perMinute,
    standardHeaders: 'draft-8',
    legacyHeaders: false,
    handler: (request, response) => {
      response.status(429)
      if (request.accepts(['html', 'json']) === 'html') response.type('html').send(errorPage(429))
      else response.json({ code: 'too_many' })
    },
  })
}
