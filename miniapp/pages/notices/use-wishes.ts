/** What whoever is signed in wants to be told, as the ward keeps it. */
import { useQuery } from '@tanstack/react-query'
import { type Api, answers, api, OWN, useAccount } from '../../api/index.ts'

export type Wishes = Awaited<ReturnType<Api['notices']['inbox']['readPreferences']>>

const KEY = [OWN, 'wishes']

export function useWishes() {
  const account = useAccount()
  const { data, error, refetch } = useQuery({
    queryKey: KEY,
    enabled: account !== null,
    queryFn: ({ signal }) => api.notices.inbox.readPreferences(undefined, { signal }),
  })
  return { account, data, error, retry: () => void refetch() }
}

/** @throws ApiError */
export async function keepWishes(wishes: Wishes): Promise<void> {
  answers.setQueryData(KEY, await api.notices.inbox.writePreferences(wishes))
}
