/** What the guides are called, by the word that stands for each. */
import { useQuery } from '@tanstack/react-query'
import { api } from '../api/index.ts'

export function useTitles(): ReadonlyMap<string, string> {
  const guides = useQuery({ queryKey: ['procedures'], queryFn: () => api.procedures.list() })
  return new Map(guides.data?.map(({ key, title }) => [key, title]))
}
