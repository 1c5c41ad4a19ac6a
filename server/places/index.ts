/** "Nơi của tôi": the neighbourhoods a person belongs to, by the phone and by the chat. */
import type { NewPlace, Place } from '../../shared/places.ts'
import { maskPersonalData } from '../../shared/privacy/index.ts'
import { AppError } from '../errors.ts'
import type { Feature, House } from '../feature.ts'
import { type Joining, joinArea, leaveArea, listPlaces } from '../platform/people/index.ts'
import { createPlacesSkill } from './skill.ts'

export interface PlacesFeature extends Feature {
  list(personId: string): Promise<Place[]>
  /**
   * A place of the same label gives way; the same area under another label is renamed.
   * @throws AppError `not_found` when the ward has no such neighbourhood, `conflict` when ten places are kept already
   */
  join(personId: string, place: NewPlace): Promise<Place[]>
  /** @throws AppError `not_found` when it is none of their places */
  rename(personId: string, place: NewPlace): Promise<Place[]>
  /** Leaving twice does no harm. */
  leave(personId: string, area: string): Promise<Place[]>
}

export function createPlaces(house: House): PlacesFeature {
  const { db, clock, config, count, findWard } = house

  async function put(personId: string, { area, label }: NewPlace, isKnown: boolean): Promise<Place[]> {
    const at = clock.now()
    return db.transaction().execute(async tx => {
      const ward = await findWard(config.zalo.oaId, tx)
      if (!ward) throw new AppError('unavailable', 'no ward was set up')
      if (isKnown && !(await listPlaces(tx, personId)).some(place => place.area === area))
        throw new AppError('not_found', 'this is none of the places')
      const masked = maskPersonalData(label, at)
      const joining = await joinArea(tx, {
        personId,
        wardId: ward.areaId,
        code: area,
        label: masked,
        through: 'app',
        at,
      })
      refuse(joining)
      count('places', joining)
      return listPlaces(tx, personId)
    })
  }

  return {
    name: 'places',
    skills: [createPlacesSkill(house)],
    list: personId => listPlaces(db, personId),
    join: (personId, place) => put(personId, place, false),
    rename: (personId, place) => put(personId, place, true),
    leave: (personId, area) =>
      db.transaction().execute(async tx => {
        if (await leaveArea(tx, { personId, code: area })) count('places', 'left')
        return listPlaces(tx, personId)
      }),
  }
}

function refuse(joining: Joining): void {
  if (joining === 'no_such_area') throw new AppError('not_found', 'no such neighbourhood in this ward')
  if (joining === 'full') throw new AppError('conflict', 'as many places as an account holds')
}
