/** The places somebody cares for, kept on this phone only. */
import { useState } from 'react'
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
  /** False when the phone keeps them only as long as the app is open. */
  isLasting: boolean
  /** A place of the same label gives way. */
  save(place: Place): void
  remove(label: string): void
}

export function usePlaces(): Places {
  const [places] = useStored(personalStorage, NAME, readPlaces)
  const [isLasting, setLasting] = useState(true)
  const write = (next: Place[]): void => {
    if (next.length === 0) personalStorage.remove(NAME)
    else setLasting(personalStorage.set(NAME, JSON.stringify(next)))
  }
  return {
    places,
    isLasting,
    save: place => write([...places.filter(({ label }) => label !== place.label), place]),
    remove: label => write(places.filter(one => one.label !== label)),
  }
}

function readPlaces(found: unknown): Place[] {
  return Array.isArray(found) ? found.filter(isPlace) : []
}

function isPlace(value: unknown): value is Place {
  if (typeof value !== 'object' || value === null) return false
  return ['label', 'code', 'name'].every(name => typeof (value as Record<string, unknown>)[name] === 'string')
}
