/** The Express application around the features' routes: guards first, then the routes, then a calm answer to everything else. */
import { randomUUID } from 'node:crypto'
import express, { type ErrorRequestHandler, type Express, type RequestHandler, type Router } from 'express'
import helmet from 'helmet'
import type { Logger } from 'pino'
import { pinoHttp } from 'pino-http'
import { AppError, type AppErrorCode } from '../../errors.ts'
import { createLimit } from './limits.ts'
import { errorPage } from './pages.ts'
import { admitZalo } from './zalo-origins.ts'

const STATUS: Record<AppErrorCode, number> = {
  invalid: 400,
  unauthenticated: 401,
  forbidden: 403,
  not_found: 404,
  conflict: 409,
  unavailable: 503,
}

/** Enough for an office that starts its day behind one address; far too little to guess a one-time code or many passwords. */
const STAFF_PER_MINUTE = 120
/** A counter's tablet and its visitors share one address. */
const PUBLIC_PER_MINUTE = 1200
/** Phones of one mobile network share few addresses, but each signs in once an hour; every try costs a call to Zalo. */
const SIGN_INS_PER_MINUTE = 120

/** Pages carry no script at all in this room; styles come from our own files. */
const CONTENT_SECURITY_POLICY = {
  'default-src': ["'none'"],
  'style-src': ["'self'"],
  'img-src': ["'self'", 'data:'],
  'font-src': ["'self'"],
  'form-action': ["'self'"],
  'base-uri': ["'none'"],
  'frame-ancestors': ["'none'"],
}

export function createHttpApp({
  webhooks,
  routers,
  publicUrl,
  trustProxy,
  log,
}: {
  /** Asked hundreds of times a second, and answered with a few bytes: they come before everything meant for people. */
  webhooks: Router[]
  routers: Router[]
  publicUrl: string
  trustProxy: number
  log: Logger
}): Express {
  const app = express()
  app.set('trust proxy', trustProxy)
  app.disable('x-powered-by')
  for (const router of webhooks) app.use(router)
  app.use(requestLog(log))
  const isHttps = publicUrl.startsWith('https://')
  app.use(
    helmet({
      contentSecurityPolicy: {
        useDefaults: false,
        directives: { ...CONTENT_SECURITY_POLICY, ...(isHttps ? { 'upgrade-insecure-requests': [] } : {}) },
      },
      // On a plain-http LAN name these would turn every page white.
      strictTransportSecurity: isHttps,
      crossOriginOpenerPolicy: isHttps,
      originAgentCluster: isHttps,
    }),
  )
  app.use(['/api', '/tep'], admitZalo)
  app.use(['/can-bo', '/zalo/consent', '/api/auth', '/api/staff/invitations'], createLimit(STAFF_PER_MINUTE))
  app.use('/api/session', createLimit(SIGN_INS_PER_MINUTE))
  app.use(['/api', '/app', '/q', '/tep', '/thu-tuc', '/tb', '/thong-bao'], createLimit(PUBLIC_PER_MINUTE))
  for (const router of routers) app.use(router)
  app.use(((_request, response) => {
    response.status(404).type('html').send(errorPage(404))
  }) satisfies RequestHandler)
  app.use(answerError(log))
  return app
}

/** Path without its query: codes and tokens travel there. No addresses, no bodies. */
function requestLog(log: Logger): RequestHandler {
  return pinoHttp({
    logger: log,
    genReqId: () => randomUUID(),
    autoLogging: { ignore: request => request.url === '/healthz' },
    customLogLevel: (_request, response, error) => (error || response.statusCode >= 500 ? 'error' : 'debug'),
    serializers: {
      req: (request: { id: string; method: string; url: string }) => ({
        id: request.id,
        method: request.method,
        path: request.url.split('?')[0],
      }),
      res: (response: { statusCode: number }) => ({ status: response.statusCode }),
    },
  })
}

function answerError(log: Logger): ErrorRequestHandler {
  return (error, request, response, next) => {
    if (response.headersSent) return next(error)
    const status = error instanceof AppError ? STATUS[error.code] : statusOf(error)
    if (status >= 500) log.error({ err: error, path: request.path }, 'a request met a surprise')
    response.status(status)
    if (request.accepts(['json', 'html']) === 'html') response.type('html').send(errorPage(status))
    else response.json({ code: error instanceof AppError ? error.code : status >= 500 ? 'internal' : 'invalid' })
  }
}

/** Express and body-parser put a status on their own refusals (malformed path, body too large). */
function statusOf(error: unknown): number {
  const status = typeof error === 'object' && error !== null && 'status' in error ? Number(error.status) : 500
  return status >= 400 && status < 600 ? status : 500
}
