/** The places somebody cares for, kept on this phone only. */
import { personalStorage, useStored } from '../../zalo/index.ts'

export interface Place {
  /** What the person calls it: "Nhà ba mẹ". */
  label: string
  /** Of the neighbourhood: its permanent code, and the name it had when it was chosen. */
  code: string
  name: string
}

export const usualLabels = ['Nhà mình', 'Nhà ba mẹ', 'Phòng trọ'] as const

const NAME = 'places'

export interface Places {
  places: Place[]
  /** A place of the same label gives way. @returns false when the phone keeps it only as long as the app is open */
  save(place: Place): boolean
  remove(label: string): void
}

export function usePlaces(): Places {
  const [places] = useStored(personalStorage, NAME, readPlaces)
  const without = (label: string): Place[] => places.filter(one => one.label !== label)
  return {
    places,
    save: place => personalStorage.set(NAME, JSON.stringify([...without(place.label), place])),
    remove(label) {
      if (places.length === 1) personalStorage.remove(NAME)
      else personalStorage.set(NAME, JSON.stringify(without(label)))
    },
  }
}

function readPlaces(found: unknown): Place[] {
  return Array.isArray(found) ? found.filter(isPlace) : []
}

function isPlace(value: unknown): value is Place {
  if (typeof value !== 'object' || value === null) return false
  return ['label', 'code', 'name'].every(name => typeof (value as Record<string, unknown>)[name] === 'string')
}
