/** What search engines ask for first. */
import { Router } from 'express'
import { html } from '../platform/http/index.ts'
import type { Guides } from './guides.ts'

export function createMachineRoutes({ guides, publicUrl }: { guides: Guides; publicUrl: string }): Router {
  const routes = Router()
  routes.get('/robots.txt', (_request, response) => {
    response.type('text/plain').send(`User-agent: *\nDisallow: /can-bo/\nSitemap: ${publicUrl}/sitemap.xml\n`)
  })
  routes.get('/sitemap.xml', (_request, response) => {
    const pages = [...guides.current().topics.values()].map(({ topic, publishedAt }) => ({
      address: `${publicUrl}/app/thu-tuc/${topic.key}`,
      changed: publishedAt.toISOString().slice(0, 10),
    }))
    response.type('application/xml').send(
      html`<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
<url><loc>${publicUrl}/app/</loc></url>
${pages.map(({ address, changed }) => html`<url><loc>${address}</loc><lastmod>${changed}</lastmod></url>\n`)}</urlset>
`.text,
    )
  })
  return routes
}
