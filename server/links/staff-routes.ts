/** Pages of the register and the sheets to print, behind the staff's sign-in. */
import { type Response, Router } from 'express'
import type { Link } from '../../shared/links.ts'
import type { House } from '../feature.ts'
import type { ServedWard } from '../platform/areas/index.ts'
import { type Html, html, renderPage, requireRole } from '../platform/http/index.ts'
import type { FindDestination } from './destinations.ts'
import type { LinkService } from './service.ts'
import { type Copy, renderSheets } from './sheets.ts'
import { renderLink, renderRegister, type SayTarget } from './staff-pages.ts'

interface StaffRoutesParts extends Pick<House, 'config' | 'readPrincipal'> {
  service: LinkService
  findOwnWard(): Promise<ServedWard>
  findDestination: FindDestination
}

export function createStaffRoutes(parts: StaffRoutesParts): Router {
  const { config, readPrincipal, service, findOwnWard, findDestination } = parts
  const routes = Router()
  const sheetParts = async () => ({
    ward: (await findOwnWard()).profile,
    isPractice: config.mode === 'practice',
  })
  const speaker = async (): Promise<SayTarget> => {
    const ward = await findOwnWard()
    return target => (target && findDestination(target, ward)?.words) ?? null
  }

  routes.get('/can-bo/ma-qr', async (request, response) => {
    const officer = await requireRole(request, readPrincipal, 'viewer')
    send(response, 'Mã QR của phường', renderRegister(await service.list(officer), await speaker()))
  })
  routes.get('/can-bo/ma-qr/to-in', async (request, response) => {
    const officer = await requireRole(request, readPrincipal, 'viewer')
    const links = (await service.list(officer)).filter(({ isRetired }) => !isRetired)
    const copies = links.map(({ title, address }): Copy => ({ title, address, place: null }))
    send(response, 'Mã QR để in', renderSheets(copies, 'cards', await sheetParts()))
  })
  routes.get('/can-bo/ma-qr/:code', async (request, response) => {
    const officer = await requireRole(request, readPrincipal, 'viewer')
    const link = await service.get(officer, request.params.code)
    send(response, `${link.title} · mã ${link.code}`, renderLink(link, await speaker()))
  })
  routes.get('/can-bo/ma-qr/:code/to-in', async (request, response) => {
    const officer = await requireRole(request, readPrincipal, 'viewer')
    const link = await service.get(officer, request.params.code)
    const title = `${link.title} · mã ${link.code}, để in`
    send(response, title, renderSheets(copiesOf(link), 'poster', await sheetParts()))
  })
  return routes
}

/** One for each place where it hangs; one without a place when it hangs nowhere yet. None of a retired code. */
export function copiesOf({ title, address, places, isRetired }: Link): Copy[] {
  if (isRetired) return []
  const hanging = places.filter(({ takenDownAt }) => takenDownAt === null)
  if (hanging.length === 0) return [{ title, address, place: null }]
  return hanging.map(place => ({ title, address: place.address, place: `${place.number} · ${place.name}` }))
}

function send(response: Response, title: string, body: Html): void {
  const head = html`<link rel="stylesheet" href="/assets/links.css">`
  response.set('Cache-Control', 'no-store').send(renderPage({ title, body, head }))
}
