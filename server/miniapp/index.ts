/** The phone's program for any browser, under /app/. */
import { type Response, Router } from 'express'
import type { Boot } from '../../shared/boot.ts'
import { toTopicRow } from '../../shared/topic-index.ts'
import { vietnamDay } from '../../shared/vietnam-time.ts'
import type { WardCard } from '../../shared/ward.ts'
import { AppError } from '../errors.ts'
import type { Feature, House } from '../feature.ts'
import { createMachineRoutes } from './for-machines.ts'
import { createGuideBook } from './guide-book.ts'
import type { Guides, ReadDraft, Recordings } from './guides.ts'
import { renderAppPage, renderShell } from './page.ts'
import { sendCompressed } from './send-compressed.ts'
import { createTopicIndex } from './topic-index.ts'
import { openWebBuild } from './web-build.ts'

const MOST_ASKED = 8
/** The page around the program for a day without a network: nobody's data in it. */
const SHELL = '/app/khung'

/** No program but our own files, no host but ours. */
const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "media-src 'self'",
  "connect-src 'self'",
  "worker-src 'self'",
  "manifest-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
]

interface MiniappParts {
  house: House
  guides: Guides
  recordings: Recordings
  readDraft: ReadDraft
  ward: { read(): Promise<WardCard> }
}

export function createMiniapp({ house, guides, recordings, readDraft, ward }: MiniappParts): Feature {
  const { publicUrl } = house.config
  const { template, files } = openWebBuild()
  const index = createTopicIndex(guides)
  const book = createGuideBook(guides)
  if (!template) house.log.warn('the app under /app/ was not built; run: npm run build:web')

  const pages = Router().get(/^\/app(?:\/(.*))?$/, async (request, response) => {
    if (!template) throw new AppError('unavailable', 'the app was not built')
    if (request.path === '/app') return response.redirect(301, '/app/')
    if (request.path === SHELL) {
      protect(response, publicUrl)
      return sendCompressed(request, response.type('html'), renderShell(template))
    }
    const card = await ward.read()
    const key = /^\/app\/thu-tuc\/([a-z0-9-]+)$/.exec(request.path)?.[1]
    const { 'ban-nhap': draft } = request.query
    const preview = key && typeof draft === 'string' ? await readDraft(request, draft) : null
    const guide = preview ?? ((key && guides.current().topics.get(key)) || null)
    const read = guide && !preview ? await recordings.ofGuide(guide.topic.key, guide.revision) : []
    const boot: Boot = {
      madeAt: card.now.toISOString(),
      answers: [
        { name: ['ward'], data: card },
        ...(guide ? [{ name: ['guide', guide.topic.key], data: { ...guide, recordings: read } }] : []),
      ],
      popular: [...guides.current().topics.values()].slice(0, MOST_ASKED).map(({ topic }) => toTopicRow(topic)),
      indexUrl: index.url(),
      bookUrl: book.url(),
      ...(preview ? { isPreview: true as const } : {}),
    }
    const isHome = request.path === '/app/'
    if (key && !guide) response.status(404)
    protect(response, publicUrl)
    if (preview) admitDesk(response)
    sendCompressed(
      request,
      response.type('html'),
      renderAppPage({ template, publicUrl, ward: card, boot, guide, isHome, today: vietnamDay(house.clock.now()) }),
    )
  })

  return {
    name: 'miniapp',
    routers: [index.router, book.router, files, pages, createMachineRoutes({ guides, publicUrl })],
  }
}

/** Shown inside the desk, kept by nobody. */
function admitDesk(response: Response): void {
  const policy = String(response.get('Content-Security-Policy'))
  response.set({
    'Cache-Control': 'no-store',
    'Content-Security-Policy': policy.replace("frame-ancestors 'none'", "frame-ancestors 'self'"),
    'X-Frame-Options': 'SAMEORIGIN',
  })
}

function protect(response: Response, publicUrl: string): void {
  const upgrade = publicUrl.startsWith('https://') ? ['upgrade-insecure-requests'] : []
  response.set({
    'Cache-Control': 'no-cache',
    'Content-Security-Policy': [...CONTENT_SECURITY_POLICY, ...upgrade].join('; '),
  })
}
