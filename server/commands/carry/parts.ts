import type { CarryingParts } from '../../carrying/index.ts'
import type { Acting } from './acting.ts'

/** As the audit names whoever is at the server. */
export const OPERATOR = 'operator'

export function partsOf({ db, oaId, publicUrl, zalo, clock }: Acting): CarryingParts {
  // Whoever is at the server may decide for every place.
  return { db, oaId, publicUrl, zalo, clock, hasApi: true, findWard: async () => null }
}
