/** Health: one page in colours, each item with what to do. Public callers learn only that the server answers. */
import { Router } from 'express'
import type { HealthItem, HealthReport } from '../../shared/health.ts'
import { AppError } from '../errors.ts'
import type { Feature, House } from '../feature.ts'
import { rememberToken, renderPage, requireRole } from '../platform/http/index.ts'
import { createToken, redeemCode } from '../platform/people/index.ts'
import { renderHealth, renderSignIn } from './health-page.ts'

export const STAFF_LINK = 'staff_sign_in'
const SIGNED_IN_FOR_MS = 12 * 3600_000

export interface HealthFeature extends Feature {
  read(): Promise<HealthReport>
}

/** @param sources every room that reports on itself */
export function createHealth({
  house,
  sources,
}: {
  house: House
  sources: (() => Promise<HealthItem[]>)[]
}): HealthFeature {
  const { config, db, clock, readPrincipal } = house

  async function read(): Promise<HealthReport> {
    const items = await Promise.all(sources.map(source => source()))
    return { at: clock.now(), mode: config.mode, items: items.flat() }
  }

  const routes = Router()
  routes.get('/healthz', (_request, response) => {
    response.set('Cache-Control', 'no-store').json({ status: 'ok' })
  })
  routes.get('/can-bo/tinh-trang', async (request, response) => {
    await requireRole(request, readPrincipal, 'viewer')
    response
      .set('Cache-Control', 'no-store')
      .send(renderPage({ title: 'Tình trạng máy', body: renderHealth(await read()) }))
  })
  routes.get('/can-bo/vao/:code', (request, response) => {
    // Link previews open addresses too: only a pressed button spends the code.
    response
      .set('Cache-Control', 'no-store')
      .set('Referrer-Policy', 'no-referrer')
      .send(signInPage(request.params.code))
  })
  routes.post('/can-bo/vao/:code', async (request, response) => {
    const granted = await redeemCode(db, STAFF_LINK, request.params.code, clock.now())
    if (!granted?.areaId) throw new AppError('unauthenticated', 'the link was used or is too old')
    const token = await createToken(db, {
      role: 'viewer',
      areaId: granted.areaId,
      label: 'one-time link',
      expiresAt: new Date(clock.now().getTime() + SIGNED_IN_FOR_MS),
    })
    rememberToken(response, token, { secure: config.publicUrl.startsWith('https://') })
    response.redirect(303, '/can-bo/tinh-trang')
  })
  return { name: 'health', routers: [routes], read }
}

function signInPage(code: string): string {
  return renderPage({ title: 'Vào trang cán bộ', body: renderSignIn(code) })
}
