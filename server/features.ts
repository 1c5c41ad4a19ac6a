/** The list of capabilities: the only registry. */
import type { Feature, House } from './feature.ts'
import { createMiniapp } from './miniapp/index.ts'
import { createNotices } from './notices/index.ts'
import { createOffice, type OfficeFeature } from './office/index.ts'
import { createPrivacy } from './privacy/index.ts'
import { createProcedures, type ProceduresFeature } from './procedures/index.ts'
import { createWard, type WardFeature } from './ward/index.ts'

export interface Features {
  procedures: ProceduresFeature
  office: OfficeFeature
  notices: Feature
  privacy: Feature
  ward: WardFeature
  miniapp: Feature
}

export function createFeatures(house: House): Features {
  const procedures = createProcedures(house)
  const ward = createWard(house)
  return {
    procedures,
    office: createOffice(house),
    notices: createNotices(),
    privacy: createPrivacy(),
    ward,
    miniapp: createMiniapp({ house, guides: procedures, ward }),
  }
}

export function listFeatures(features: Features): Feature[] {
  return Object.values(features)
}
