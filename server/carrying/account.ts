/** The OA whose ways are decided here, and who may decide them. */
import type { Clock } from '../clock.ts'
import { AppError } from '../errors.ts'
import { areasAbove, type FindWard, findArea } from '../platform/areas/index.ts'
import { mayActIn, type Principal } from '../platform/people/index.ts'
import type { Database } from '../platform/storage/index.ts'
import type { Zalo } from '../platform/zalo/index.ts'

export interface CarryingParts {
  db: Database
  oaId: string
  publicUrl: string
  /** False: the house works without Zalo's API, so Zalo is not asked. */
  hasApi: boolean
  zalo: Pick<Zalo, 'client' | 'capabilities'>
  findWard: FindWard
  clock: Clock
}

/**
 * What the OA owns, its money and its groups, is for whoever administers the place it speaks for.
 * @returns the id of that place
 * @throws AppError `forbidden`
 */
export async function requireAccount({ db, oaId, findWard }: CarryingParts, officer: Principal): Promise<string> {
  const ward = await findWard(oaId)
  if (!ward) throw new AppError('unavailable', 'no ward speaks through this OA')
  if (!mayActIn(officer, await areasAbove(db, ward.areaId)))
    throw new AppError('forbidden', 'the OA belongs to a place that is not in your charge', 'other_area')
  return ward.areaId
}

/** A place that the OA speaks for. @throws AppError `not_found`, `forbidden` */
export async function requirePlace(
  { db }: CarryingParts,
  wardId: string,
  code: string,
): Promise<{ id: string; code: string; name: string }> {
  const area = await findArea(db, code)
  if (!area) throw new AppError('not_found', 'no such area')
  if (!(await areasAbove(db, area.id)).includes(wardId))
    throw new AppError('forbidden', 'the OA does not speak for this area', 'other_area')
  return { id: area.id, code: area.code, name: area.name }
}
