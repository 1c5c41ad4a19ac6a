/** The office's own time: what people ask of it, and how officers keep its hours and holidays. */
import type { OfficeSchedule } from '../../shared/calendars.ts'
import type { Feature, House } from '../feature.ts'
import { createOfficeDesk, type OfficeKeeping } from './desk.ts'
import { readSchedule } from './schedule.ts'
import { officeSkill } from './skill.ts'

export interface OfficeFeature extends Feature, OfficeKeeping {
  /** @throws AppError `not_found` */
  read(area: string): Promise<OfficeSchedule>
}

export function createOffice(house: Pick<House, 'db' | 'clock'>): OfficeFeature {
  return {
    name: 'office',
    skills: [officeSkill],
    read: area => readSchedule(house.db, area),
    ...createOfficeDesk(house),
  }
}
