/** Permanent codes: printed once, scanned for years; what they lead to is kept by the ward. */
import { fileURLToPath } from 'node:url'
import express from 'express'
import type { GuideLink } from '../../shared/links.ts'
import { AppError } from '../errors.ts'
import type { Feature, House } from '../feature.ts'
import { createDestinations, type Guides } from './destinations.ts'
import { createGuideCodes } from './guide-codes.ts'
import { createLinkHealth, rememberHost } from './health.ts'
import { createOpenRoutes } from './open-routes.ts'
import { createLinkService, type LinkService } from './service.ts'
import { createStaffRoutes } from './staff-routes.ts'

export { forgetHost } from './health.ts'
export type { LinkService } from './service.ts'
export { type Copy, renderSheets, type SheetLook } from './sheets.ts'
export { LINK_ACTIONS } from './staff-pages.ts'
export { copiesOf } from './staff-routes.ts'

export const linkAssets = fileURLToPath(new URL('./assets', import.meta.url))

export interface LinksFeature extends Feature, LinkService {
  /** @throws AppError `not_found` when the guide has no code that leads to it */
  ofGuide(topic: string): Promise<GuideLink>
}

export interface LinksParts {
  /** So little of it that a command can hand it in too. */
  house: Pick<House, 'config' | 'db' | 'clock' | 'log' | 'readPrincipal' | 'findWard' | 'count'>
  guides: Guides
}

export function createLinks({ house, guides }: LinksParts): LinksFeature {
  const { db, config, log } = house
  const findOwnWard = async () => {
    const ward = await house.findWard(config.zalo.oaId)
    if (!ward) throw new AppError('unavailable', 'no ward was set up')
    return ward
  }
  const findDestination = createDestinations({ config, guides })
  const parts = { ...house, guides, findOwnWard, findDestination }
  const service = createLinkService(parts)
  const codes = createGuideCodes(parts)

  async function makeMissing(): Promise<void> {
    const made = await codes.makeMissing()
    if (made > 0) log.info({ made }, 'guides got their permanent codes')
  }

  return {
    name: 'links',
    routers: [
      express.Router().use('/assets', express.static(linkAssets, { maxAge: '1h' })),
      createOpenRoutes(parts),
      createStaffRoutes({ ...parts, service }),
    ],
    // A guide that was published since gets its code within a minute.
    ticks: [{ name: 'codes of guides', schedule: '30 * * * * *', run: makeMissing }],
    health: createLinkHealth(parts),
    async start() {
      await rememberHost(db, config)
      await makeMissing()
    },
    ofGuide: codes.find,
    ...service,
  }
}
