/** The list of capabilities: the only registry. */
import type { Feature, House } from './feature.ts'
import { createMiniapp } from './miniapp/index.ts'
import { createNotices } from './notices/index.ts'
import { createOffice, type OfficeFeature } from './office/index.ts'
import type { Files } from './platform/files/index.ts'
import { createPrivacy } from './privacy/index.ts'
import { createProcedures, type ProceduresFeature } from './procedures/index.ts'
import { createRecordings, type RecordingsFeature } from './recordings/index.ts'
import { createWard, type WardFeature } from './ward/index.ts'

export interface Features {
  procedures: ProceduresFeature
  recordings: RecordingsFeature
  office: OfficeFeature
  notices: Feature
  privacy: Feature
  ward: WardFeature
  miniapp: Feature
}

/** @param files recordings, pictures and documents that the ward gives out */
export function createFeatures(house: House, files: Files): Features {
  const procedures = createProcedures(house)
  const ward = createWard(house)
  const recordings = createRecordings({ house, files })
  return {
    procedures,
    recordings,
    office: createOffice(house),
    notices: createNotices(),
    privacy: createPrivacy(),
    ward,
    miniapp: createMiniapp({ house, guides: procedures, recordings, ward }),
  }
}

export function listFeatures(features: Features): Feature[] {
  return Object.values(features)
}
