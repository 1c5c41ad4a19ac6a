/** What a leader may begin with: the ward's own beside what is shipped; without a network, what was seen last. */
import { useQuery } from '@tanstack/react-query'
import { type NoticeTemplate, noticeTemplates } from '../../../shared/notices/index.ts'
import { api, OWN } from '../../api/index.ts'

export function useStarters(): readonly NoticeTemplate[] {
  const { data } = useQuery({
    queryKey: [OWN, 'notice-starters'],
    queryFn: ({ signal }) => api.notices.starters.list({}, { signal }),
  })
  return data ?? noticeTemplates
}
