/** One process that plays all of Zalo's hosts, each behind a path prefix. */
import { fileURLToPath } from 'node:url'
import express, { type Express, type RequestHandler } from 'express'
import { createTemplateInfo, createTemplateList } from './business/template-list.ts'
import type { Control } from './control/control.ts'
import { createControlRouter } from './control/router.ts'
import { redeemCode, showMe } from './graph/me.ts'
import { createHostGuard } from './http/guard.ts'
import { respond } from './http/respond.ts'
import { sendNotification } from './mini/notification.ts'
import { createPermissionPage } from './oauth/permission.ts'
import { exchangeToken } from './oauth/token.ts'
import type { House } from './openapi/endpoint.ts'
import { endpoints } from './openapi/endpoints.ts'
import { createFrontDoor } from './openapi/front-door.ts'
import { createZapps } from './zapps/zapps.ts'

const LARGEST_REQUEST = '8mb'
const folder = (name: string) => fileURLToPath(new URL(name, import.meta.url))

export function createApp(
  house: House,
  control: Control,
  { allowedHosts = [], miniAppFolder }: { allowedHosts?: string[]; miniAppFolder?: string },
): Express {
  const { world } = house
  const app = express()
  app.disable('x-powered-by')
  app.disable('etag')
  app.use(createHostGuard(allowedHosts))
  app.use('/__emu', createControlRouter(control, world))

  app.use(
    ['/oauth', '/openapi', '/business', '/graph', '/mini'],
    express.raw({ type: () => true, limit: LARGEST_REQUEST }),
  )
  app.get('/oauth/v4/oa/permission', pageHeaders, createPermissionPage(world))
  app.post('/oauth/v4/oa/access_token', (req, res) =>
    respond(world, 'token', req, res, () => exchangeToken(req, world)),
  )
  app.use('/openapi', createFrontDoor(house, endpoints))
  app.get('/business/template/all', createTemplateList(world))
  app.get('/business/template/info/v2', createTemplateInfo(world))
  app.get('/graph/v2.0/me', (req, res) => respond(world, 'graph', req, res, () => showMe(req, world)))
  app.get('/graph/v2.0/me/info', (req, res) => respond(world, 'graph', req, res, () => redeemCode(req, world)))
  app.post('/mini/notification/template', (req, res) =>
    respond(world, 'notification', req, res, () => sendNotification(req, world)),
  )

  app.use(createZapps(world, miniAppFolder))
  app.use('/media', express.static(folder('media')))
  app.use(pageHeaders, express.static(folder('page')))
  return app
}

const pageHeaders: RequestHandler = (_req, res, next) => {
  res.set({
    'Content-Security-Policy':
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; media-src 'self'; " +
      "base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'no-referrer',
    'Cache-Control': 'no-cache',
  })
  next()
}
