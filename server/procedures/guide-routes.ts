/** The guides as plain pages, for any browser and for paper: what a QR or the OA's menu leads to when chat cannot answer. */
import { Router } from 'express'
import { vietnamDay } from '../../shared/vietnam-time.ts'
import { AppError } from '../errors.ts'
import type { House } from '../feature.ts'
import { Html, html, renderPage, requireRole } from '../platform/http/index.ts'
import { domainVerificationTag } from '../platform/zalo/index.ts'
import type { CatalogueKeeper } from './catalogue.ts'
import { renderGuide } from './guide-page.ts'
import { renderHome } from './home-page.ts'
import { renderOaTexts } from './oa-texts-page.ts'

const CACHE_FOR_S = 60

export function createGuideRoutes({ house, keeper }: { house: House; keeper: CatalogueKeeper }): Router {
  const routes = Router()
  const findWard = async () => {
    const ward = await house.findWard(house.config.zalo.oaId)
    if (!ward) throw new AppError('unavailable', 'no ward was set up')
    return ward
  }

  routes.get('/', async (_request, response) => {
    const ward = await findWard()
    const topics = [...keeper.current().topics.values()].map(({ topic }) => topic)
    response.set('Cache-Control', `public, max-age=${CACHE_FOR_S}`)
    response.send(
      renderPage({
        title: `Một Cửa · ${ward.profile.wardName}`,
        body: renderHome(ward, topics, { config: house.config, now: house.clock.now() }),
        head: new Html(domainVerificationTag(house.config.zalo)),
      }),
    )
  })

  routes.get('/thu-tuc/:key', async (request, response) => {
    const published = keeper.current().topics.get(request.params.key)
    if (!published) throw new AppError('not_found', 'no such topic')
    const { profile: ward } = await findWard()
    response.set('Cache-Control', `public, max-age=${CACHE_FOR_S}`)
    const titles = new Map([...keeper.current().topics].map(([key, { topic }]) => [key, topic.title]))
    const url = `${house.config.publicUrl}/thu-tuc/${published.topic.key}`
    response.send(
      renderPage({
        title: `${published.topic.title} · ${ward.wardName}`,
        body: renderGuide(published, { ward, url, titles, today: vietnamDay(house.clock.now()) }),
        head: html`<link rel="canonical" href="${house.config.publicUrl}/app/thu-tuc/${published.topic.key}">
<link rel="alternate" type="application/ld+json" href="/api/procedures/${published.topic.key}.jsonld">`,
      }),
    )
  })

  routes.get('/can-bo/van-ban-oa', async (request, response) => {
    await requireRole(request, house.readPrincipal, 'viewer')
    const { profile: ward } = await findWard()
    const topics = [...keeper.current().topics.values()].map(({ topic }) => topic)
    response.set('Cache-Control', 'no-store')
    response.send(
      renderPage({ title: 'Văn bản dán vào Zalo OA', body: renderOaTexts(ward, topics, house.config.publicUrl) }),
    )
  })
  return routes
}
