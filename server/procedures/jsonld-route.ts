/** A guide as linked data for other systems: `GET /api/procedures/<topic>.jsonld`, open to every origin. */
import { Router } from 'express'
import { categories } from '../../shared/content/index.ts'
import { toJsonLd } from '../../shared/procedures-jsonld/index.ts'
import { AppError } from '../errors.ts'
import type { House } from '../feature.ts'
import type { CatalogueKeeper } from './catalogue.ts'

const CACHE_FOR_S = 60

/** Stands before the contract's router: `/procedures/{key}` would take `khai-sinh.jsonld` for a key. */
export function createJsonLdRoute({ house, keeper }: { house: House; keeper: CatalogueKeeper }): Router {
  return Router().get('/api/procedures/:key.jsonld', async (request, response) => {
    const published = keeper.current().topics.get(request.params.key)
    if (!published) throw new AppError('not_found', 'no such topic')
    const ward = await house.findWard(house.config.zalo.oaId)
    if (!ward) throw new AppError('unavailable', 'no ward was set up')
    const { publicUrl } = house.config
    response.set({
      'Access-Control-Allow-Origin': '*',
      'Cross-Origin-Resource-Policy': 'cross-origin',
      'Cache-Control': `public, max-age=${CACHE_FOR_S}`,
    })
    const document = toJsonLd({ published, wardProfile: ward.profile, publicUrl, categories })
    response.type('application/ld+json').send(JSON.stringify(document))
  })
}
