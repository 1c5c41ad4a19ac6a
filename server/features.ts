/** The list of capabilities: the only registry. */
import type { Feature, House } from './feature.ts'
import { createProcedures, type ProceduresFeature } from './procedures/index.ts'

export interface Features {
  procedures: ProceduresFeature
}

export function createFeatures(house: House): Features {
  return { procedures: createProcedures(house) }
}

export function listFeatures(features: Features): Feature[] {
  return Object.values(features)
}
