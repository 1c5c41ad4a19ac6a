/** What an office goes by, and which state of it somebody has seen. */
import { createHash } from 'node:crypto'
import type { Transaction } from 'kysely'
import type { OfficeSchedule } from '../../shared/calendars.ts'
import { AppError } from '../errors.ts'
import { type AreaOffice, findOfficeOfArea } from '../platform/areas/index.ts'
import type { Database, Tables } from '../platform/storage/index.ts'

/** @throws AppError `not_found` */
export async function findOffice(db: Database | Transaction<Tables>, area: string): Promise<AreaOffice> {
  const office = await findOfficeOfArea(db, area)
  if (!office) throw new AppError('not_found', 'no such area')
  return office
}

/** @throws AppError `not_found` */
export async function readSchedule(db: Database, area: string): Promise<OfficeSchedule> {
  return toSchedule(await findOffice(db, area))
}

export function toSchedule({ code, profile, calendar, own }: AreaOffice): OfficeSchedule {
  const hours = profile?.openingHours ?? []
  return { area: code, hours, calendar, own, revision: revisionOf({ hours, own }) }
}

/** The same for the same content, so that saving without a change is no edit. */
function revisionOf(content: Pick<OfficeSchedule, 'hours' | 'own'>): string {
  return createHash('sha256').update(JSON.stringify(content)).digest('hex').slice(0, 16)
}
