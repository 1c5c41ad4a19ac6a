/** Pages and feeds of notices for everybody: by link or square code, by area. */
import { type Request, type Response, Router } from 'express'
import { isbot } from 'isbot'
import { codeOfPath, type PublicNotice, readVia } from '../../shared/notices/index.ts'
import { AppError } from '../errors.ts'
import { type Html, html, renderPage } from '../platform/http/index.ts'
import { requireAreas } from './charge.ts'
import type { Desk } from './desk.ts'
import { renderCalendar, renderRss } from './feeds.ts'
import { renderList, renderLoudspeaker, renderNotice, renderPoster, renderUnknown } from './pages.ts'
import { listPublic, readPublic } from './public.ts'

const LIST_FOR_S = 60

export function createNoticeRoutes(desk: Desk): Router {
  const { findWard, config, clock } = desk.house

  async function findNotice(request: Request): Promise<PublicNotice | null> {
    const code = codeOfPath(String(request.params.code ?? ''))
    const via = typeof request.query.tu === 'string' ? readVia(request.query.tu) : null
    // A preview that a chat program fetches is nobody's reading.
    const isPerson = !isbot(request.get('user-agent') ?? '')
    return code === null ? null : readPublic(desk, code, isPerson ? via : null).catch(nullWhenUnknown)
  }

  async function unknown(response: Response): Promise<void> {
    const ward = await findWard(config.zalo.oaId)
    const body = renderUnknown(ward?.profile.wardName ?? '', ward?.profile.phone ?? '')
    response.status(404).send(renderPage({ title: 'Không có tin mang mã này', body }))
  }

  const page =
    (render: (notice: PublicNotice) => Html | Promise<Html>) => async (request: Request, response: Response) => {
      // It may be corrected or stopped at any moment.
      response.set('Cache-Control', 'no-cache')
      const notice = await findNotice(request)
      if (!notice) return unknown(response)
      response.send(
        renderPage({ title: `${notice.fields.title} · ${notice.wardName}`, body: await render(notice), head: STYLE }),
      )
    }

  const area = async (request: Request) => {
    const code = String(request.params.area ?? '')
    const [found] = await requireAreas(desk.house.db, [code])
    if (!found) throw new AppError('not_found', 'no such area')
    const base = `/thong-bao/${code}`
    return { name: found.name, base, url: config.publicUrl + base, notices: await listPublic(desk, code) }
  }

  return Router()
    .get('/tb/:code', page(renderNotice))
    .get('/tb/:code/to-roi', page(renderPoster))
    .get('/tb/:code/loa', page(renderLoudspeaker))
    .get('/tb/:code/lich.ics', async (request, response) => {
      const notice = await findNotice(request)
      if (!notice) return unknown(response)
      sendCalendar(response, renderCalendar([notice], { name: notice.fields.title, now: clock.now() }), notice.code)
    })
    .get('/thong-bao/:area', async (request, response) => {
      const { name, base, notices } = await area(request)
      const ward = await findWard(config.zalo.oaId)
      response.set('Cache-Control', `public, max-age=${LIST_FOR_S}`)
      response.send(
        renderPage({
          title: `Thông báo · ${name}`,
          body: renderList(notices, { areaName: name, wardName: ward?.profile.wardName ?? name, base }),
          head: html`${STYLE}<link rel="alternate" type="application/rss+xml" href="${base}/rss.xml">`,
        }),
      )
    })
    .get('/thong-bao/:area/rss.xml', async (request, response) => {
      const { name, url, notices } = await area(request)
      response.set('Cache-Control', `public, max-age=${LIST_FOR_S}`).type('application/rss+xml')
      response.send(renderRss(notices, { areaName: name, pageUrl: url, feedUrl: `${url}/rss.xml` }))
    })
    .get('/thong-bao/:area/lich.ics', async (request, response) => {
      const { name, base, notices } = await area(request)
      sendCalendar(response, renderCalendar(notices, { name: `Thông báo ${name}`, now: clock.now() }), base.slice(11))
    })
}

const STYLE = html`<link rel="stylesheet" href="/assets/notices.css"><meta name="robots" content="noindex">`

function sendCalendar(response: Response, calendar: string, name: string): void {
  response
    .set('Cache-Control', `public, max-age=${LIST_FOR_S}`)
    .set('Content-Disposition', `inline; filename="${name.replace(/[^\w-]/g, '')}.ics"`)
    .type('text/calendar; charset=utf-8')
    .send(calendar)
}

function nullWhenUnknown(error: unknown): null {
  if (error instanceof AppError && error.code === 'not_found') return null
  throw error
}
