import { useQuery } from '@tanstack/react-query'
import { api } from '../../api/index.ts'

/** A place as administrators see it. */
export type Area = Awaited<ReturnType<typeof api.areas.tree>>[number]

/** Everything in one's charge; of a large city its wards, and what lies in one of them with `below`. */
export function useAreas(below = '', isWanted = true) {
  return useQuery({
    queryKey: ['areas', below],
    queryFn: () => api.areas.tree(below ? { below } : {}),
    enabled: isWanted,
  })
}

/** Something lies below it that is not listed: it is asked for on its own. */
export function isFolded({ code, areas, retiredAt }: Area, list: readonly Area[]): boolean {
  return !retiredAt && areas > 0 && !list.some(({ parent }) => parent === code)
}
