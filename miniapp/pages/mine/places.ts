/** The places somebody cares for: in their account when they are signed in, else on this phone only. */
import { useQuery } from '@tanstack/react-query'
import { ApiError, answers, api, OWN, type Trouble, useAccount } from '../../api/index.ts'
import { personalStorage, useStored } from '../../zalo/index.ts'
import { longestLabel } from './place-labels.ts'

export interface Place {
  /** What the person calls it: "Nhà ba mẹ". */
  label: string
  /** Of the neighbourhood: its permanent code, and the name it had when it was chosen. */
  code: string
  name: string
}

/** `visit`: the phone keeps it only as long as the app is open. */
export type Kept = 'kept' | 'visit' | Trouble

export interface Places {
  places: Place[]
  /** They are kept at the ward, under the person's account. */
  isAccount: boolean
  /** The account's places could not be read. */
  trouble: Trouble | null
  retry(): void
  /** A place of the same label gives way. */
  save(place: Place): Promise<Kept>
  remove(place: Place): Promise<Kept>
}

const NAME = 'places'
const KEY = [OWN, NAME]

export function usePlaces(): Places {
  const isAccount = useAccount() !== null
  const [onPhone] = useStored(personalStorage, NAME, readPlaces)
  const { data, error, refetch } = useQuery({
    queryKey: KEY,
    enabled: isAccount,
    queryFn: async ({ signal }) => toPlaces(await api.places.list(undefined, { signal })),
  })
  const local = {
    places: onPhone,
    isAccount,
    trouble: null,
    retry: () => undefined,
    save: keepOnPhone,
    remove: dropFromPhone,
  }
  if (!isAccount) return local
  return {
    places: data ?? [],
    isAccount,
    trouble: data === undefined && error ? troubleOf(error) : null,
    retry: () => void refetch(),
    save: ({ code, label }) => change(() => api.places.join({ area: code, label })),
    remove: ({ code }) => change(() => api.places.leave({ area: code })),
  }
}

/** What lies on this phone, whoever is signed in: asked about once, at the first sign-in. */
export function usePlacesOnPhone(): { places: Place[]; forget(): void } {
  const [places] = useStored(personalStorage, NAME, readPlaces)
  return { places, forget: () => personalStorage.remove(NAME) }
}

/**
 * Takes the phone's places into the account, one after the other; what got there is gone from the phone. A place of the
 * account keeps its name, and another that was called the same gets a number.
 */
export async function moveIntoAccount(places: readonly Place[]): Promise<Kept> {
  return change(async () => {
    let now = await api.places.list()
    for (const place of places) {
      const { code, label } = place
      if (!now.some(one => one.area === code)) now = await api.places.join({ area: code, label: freeLabel(label, now) })
      await dropFromPhone(place)
    }
    return now
  })
}

/** "Nhà mình 2" where "Nhà mình" is another place. */
function freeLabel(label: string, places: AccountPlaces): string {
  const isFree = (one: string): boolean => !places.some(place => place.label === one)
  for (let number = 1; ; number++) {
    const tail = number === 1 ? '' : ` ${number}`
    const one = label.slice(0, longestLabel - tail.length) + tail
    if (isFree(one)) return one
  }
}

type AccountPlaces = Awaited<ReturnType<typeof api.places.list>>

async function change(ask: () => Promise<AccountPlaces>): Promise<Kept> {
  try {
    answers.setQueryData(KEY, toPlaces(await ask()))
    return 'kept'
  } catch (error) {
    return troubleOf(error)
  }
}

function troubleOf(error: unknown): Trouble {
  return error instanceof ApiError ? error.trouble : 'unavailable'
}

function toPlaces(found: AccountPlaces): Place[] {
  return found.map(({ area, label, name }) => ({ code: area, label, name }))
}

async function keepOnPhone(place: Place): Promise<Kept> {
  const all = [...without(place.label), place]
  return personalStorage.set(NAME, JSON.stringify(all)) ? 'kept' : 'visit'
}

async function dropFromPhone({ label }: Place): Promise<Kept> {
  const rest = without(label)
  if (rest.length === 0) personalStorage.remove(NAME)
  else personalStorage.set(NAME, JSON.stringify(rest))
  return 'kept'
}

function without(label: string): Place[] {
  return readPlaces(parse(personalStorage.get(NAME))).filter(one => one.label !== label)
}

function parse(text: string | null): unknown {
  try {
    return text === null ? null : JSON.parse(text)
  } catch {
    return null
  }
}

function readPlaces(found: unknown): Place[] {
  return Array.isArray(found) ? found.filter(isPlace) : []
}

function isPlace(value: unknown): value is Place {
  if (typeof value !== 'object' || value === null) return false
  return ['label', 'code', 'name'].every(name => typeof (value as Record<string, unknown>)[name] === 'string')
}
