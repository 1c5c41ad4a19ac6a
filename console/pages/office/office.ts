/** The office that a page is about: what the server tells of it, and how a change is sent. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { OfficeCalendar } from '../../../shared/calendars.ts'
import { type Api, api } from '../../api/index.ts'
import { useKeptFields } from '../../ui/index.ts'

export type Desk = Awaited<ReturnType<Api['office']['desk']>>
export type Hours = Desk['schedule']['hours']
export type Written = Awaited<ReturnType<Api['office']['writeHours']>>

export function useOffice(area: string | undefined) {
  return useQuery({
    queryKey: ['office', 'desk', area],
    queryFn: () => api.office.desk({ area: area ?? '' }),
    enabled: area !== undefined,
    refetchInterval: 60_000,
  })
}

export type OfficeForm<Fields> = [
  fields: Fields & { revision: string },
  write: (changes: Partial<Fields & { revision: string }>) => void,
  forget: () => void,
]

/** What is typed, with the state of the office it was typed over: kept through a reload, sent only over that very state. */
export function useOfficeForm<Fields extends object>(
  { schedule: { area, revision } }: Desk,
  name: string,
  initial: Fields,
): OfficeForm<Fields> {
  return useKeptFields(`office.${area}.${name}`, { ...initial, revision })
}

/** Whatever becomes of it, the office is read again: a refusal often means that somebody else was first. */
export function useOfficeSave(save: () => Promise<Written>, onDone?: () => void) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: () => save(),
    onSuccess: () => onDone?.(),
    onSettled: () =>
      Promise.all(['office', 'freshness'].map(queryKey => queries.invalidateQueries({ queryKey: [queryKey] }))),
  })
}

/** Years and seasons to go on from: one's own that wait, else those that hold. */
export function standing({ schedule, waitingCalendar }: Desk): OfficeCalendar {
  const { own } = schedule
  if (!waitingCalendar?.isMine) return own
  const { years, seasons, closures } = waitingCalendar.calendar
  return { years, seasons, closures: [...own.closures, ...closures] }
}
