/** The office's own time: what people ask of it, and how officers keep its hours and holidays. */
import { createHash } from 'node:crypto'
import type { OpeningHours } from '../../shared/areas.ts'
import type { OfficeCalendar, OfficeSchedule } from '../../shared/calendars.ts'
import { AppError } from '../errors.ts'
import type { Feature, House } from '../feature.ts'
import { type AreaOffice, findOfficeOfArea, lockArea, saveCalendar, saveOpeningHours } from '../platform/areas/index.ts'
import { mayActIn, type Principal } from '../platform/people/index.ts'
import { officeSkill } from './skill.ts'

export interface OfficeFeature extends Feature {
  /** @throws AppError `not_found` */
  read(area: string): Promise<OfficeSchedule>
  /**
   * Replaces what the area itself has entered; what it inherits stays.
   * @throws AppError `not_found`, `forbidden` outside the officer's own area, `invalid` below the ward, `conflict` when
   * somebody else has edited since this revision was read
   */
  writeCalendar(officer: Principal, area: string, edit: Seen & { calendar: OfficeCalendar }): Promise<OfficeSchedule>
  /** @throws AppError as above; `invalid` where there is no office */
  writeHours(officer: Principal, area: string, edit: Seen & { hours: OpeningHours[] }): Promise<OfficeSchedule>
}

/** What the editor had before their eyes. */
type Seen = Pick<OfficeSchedule, 'revision'>

type Change =
  | { action: 'office calendar written'; calendar: OfficeCalendar }
  | { action: 'office hours written'; hours: OpeningHours[] }

export function createOffice({ db }: Pick<House, 'db'>): OfficeFeature {
  async function read(area: string): Promise<OfficeSchedule> {
    return toSchedule(await found(findOfficeOfArea(db, area)))
  }

  async function write(officer: Principal, area: string, change: Change, { revision }: Seen): Promise<OfficeSchedule> {
    return db.transaction().execute(async tx => {
      await lockArea(tx, area)
      const before = await found(findOfficeOfArea(tx, area))
      // An officer keeps the offices of their own areas and of everything below them.
      if (!mayActIn(officer, before.within)) throw new AppError('forbidden', 'this area is not in your charge')
      if (before.level === 'neighbourhood')
        throw new AppError('invalid', 'a neighbourhood has no office time of its own')
      if (toSchedule(before).revision !== revision) throw new AppError('conflict', 'somebody else has edited meanwhile')
      if (change.action === 'office calendar written') await saveCalendar(tx, before.id, change.calendar)
      else if (before.profile) await saveOpeningHours(tx, before.id, change.hours)
      else throw new AppError('invalid', 'this area has no office')
      const after = await found(findOfficeOfArea(tx, area))
      const kept = ({ own, profile }: AreaOffice) =>
        change.action === 'office calendar written' ? own : (profile?.openingHours ?? [])
      await tx
        .insertInto('audit')
        .values({
          actor: officer.label,
          action: change.action,
          area_id: before.id,
          subject: area,
          detail: JSON.stringify({ before: kept(before), after: kept(after) }),
        })
        .execute()
      return toSchedule(after)
    })
  }

  return {
    name: 'office',
    skills: [officeSkill],
    read,
    writeCalendar: (officer, area, { calendar, ...seen }) =>
      write(officer, area, { action: 'office calendar written', calendar }, seen),
    writeHours: (officer, area, { hours, ...seen }) =>
      write(officer, area, { action: 'office hours written', hours }, seen),
  }
}

async function found(office: Promise<AreaOffice | null>): Promise<AreaOffice> {
  const area = await office
  if (!area) throw new AppError('not_found', 'no such area')
  return area
}

function toSchedule({ code, profile, calendar, own }: AreaOffice): OfficeSchedule {
  const hours = profile?.openingHours ?? []
  return { area: code, hours, calendar, own, revision: revisionOf({ hours, own }) }
}

/** The same for the same content, so that saving without a change is no edit. */
function revisionOf(content: Pick<OfficeSchedule, 'hours' | 'own'>): string {
  return createHash('sha256').update(JSON.stringify(content)).digest('hex').slice(0, 16)
}
