/** What happens when somebody scans a code or types it in. Never kept by a browser: a new target holds at once. */
import { type Request, type Response, Router } from 'express'
import { foldCode, readCode } from '../../shared/links.ts'
import { AppError } from '../errors.ts'
import type { House } from '../feature.ts'
import type { ServedWard } from '../platform/areas/index.ts'
import { type Html, html, renderPage } from '../platform/http/index.ts'
import {
  drawPng,
  drawSvg,
  findLink,
  findNear,
  isOpenedByPerson,
  listPlaces,
  OPENINGS,
  openingLabel,
} from '../platform/links/index.ts'
import { type FindDestination, isInsideZalo, linkAddress, readTarget } from './destinations.ts'
import { renderAsk, renderEnded, renderOffer, renderUnknown } from './open-pages.ts'

interface OpenRoutesParts extends Pick<House, 'db' | 'config' | 'count'> {
  findOwnWard(): Promise<ServedWard>
  findDestination: FindDestination
}

const PICTURE = /^\/q\/([^/]+?)(?:\/(\d{1,3}))?\.(svg|png)$/i
/** With the number of the place where the copy hangs; whatever else comes after the code is passed over. */
const ADDRESS = /^\/q\/([^/]+)(?:\/([^/]*))?\/?$/i
const PICTURE_KEPT_S = 3600

export function createOpenRoutes({ db, config, count, findOwnWard, findDestination }: OpenRoutesParts): Router {
  const routes = Router()

  routes.get('/q', async (request, response) => {
    const typed = typeof request.query.ma === 'string' ? request.query.ma : ''
    if (typed.trim() !== '') return response.redirect(303, `/q/${encodeURIComponent(foldCode(typed) || '-')}`)
    const { profile } = await findOwnWard()
    sendPage(response, { status: 200, title: 'Gõ mã in dưới hình', body: renderAsk(profile) })
  })

  routes.get(PICTURE, async (request, response) => {
    const [spelled = '', number, kind] = [request.params[0], request.params[1], request.params[2]]
    const code = readCode(spelled)
    const link = code === null ? null : await findLink(db, code)
    const place = number === undefined ? null : Number(number)
    if (!link || link.isRetired || (place !== null && !(await hangsAt(link.code, place))))
      throw new AppError('not_found', 'no such code to print')
    const address = linkAddress(config.publicUrl, link.code, place)
    const file = `ma-qr-${link.code}${place === null ? '' : `-${place}`}.${String(kind).toLowerCase()}`
    response.set({
      'Cache-Control': `public, max-age=${PICTURE_KEPT_S}`,
      'Content-Disposition': `inline; filename="${file}"`,
      'Cross-Origin-Resource-Policy': 'cross-origin',
    })
    if (file.endsWith('svg')) response.type('image/svg+xml').send(drawSvg(address))
    else response.type('png').send(drawPng(address))
  })

  routes.get(ADDRESS, async (request, response) => {
    const spelled = request.params[0] ?? ''
    const code = readCode(spelled)
    const [link, ward] = await Promise.all([code === null ? null : findLink(db, code), findOwnWard()])
    if (!link) {
      const near = await findNear(db, foldCode(spelled))
      const body = renderUnknown(ward.profile, { spelled, near })
      return sendPage(response, { status: 404, title: 'Không có mã này', body })
    }
    await countOpening(request, link.code)
    const target = readTarget(link.target)
    const destination = target && findDestination(target, ward)
    if (link.isRetired || !destination) {
      const body = renderEnded(ward.profile, { link, instead: destination })
      return sendPage(response, { status: 410, title: link.title, body })
    }
    if (destination.inZalo !== null && isInsideZalo(request.headers['user-agent'])) {
      const body = renderOffer(ward.profile, { title: link.title, url: destination.url, inZalo: destination.inZalo })
      return sendPage(response, { status: 200, title: link.title, body })
    }
    keepNothing(response).redirect(302, destination.url)
  })

  /** A copy whose place is not known still leads where it should, and is counted without one. */
  async function countOpening(request: Request, code: string): Promise<void> {
    if (!isOpenedByPerson(request)) return
    const place = /^\d{1,3}$/.test(request.params[1] ?? '') ? Number(request.params[1]) : null
    count(OPENINGS, openingLabel(code, place !== null && (await hangsAt(code, place)) ? place : null))
  }

  async function hangsAt(code: string, number: number): Promise<boolean> {
    const places = (await listPlaces(db, [code])).get(code) ?? []
    return places.some(place => place.number === number)
  }

  return routes
}

function keepNothing(response: Response): Response {
  return response.set({ 'Cache-Control': 'no-store', Vary: 'User-Agent', 'X-Robots-Tag': 'noindex' })
}

function sendPage(response: Response, { status, title, body }: { status: number; title: string; body: Html }): void {
  const head = html`<link rel="stylesheet" href="/assets/links.css">`
  keepNothing(response).status(status).type('html').send(renderPage({ title, body, head }))
}
