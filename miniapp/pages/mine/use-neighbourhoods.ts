import { type Answer, api, useAnswer } from '../../api/index.ts'

/** Every neighbourhood of the ward by every name; kept on the phone, so that one is found without a network too. */
export function useNeighbourhoods(): Answer<Awaited<ReturnType<typeof api.areas.list>>> {
  return useAnswer(['areas'], signal => api.areas.list(undefined, { signal }))
}
