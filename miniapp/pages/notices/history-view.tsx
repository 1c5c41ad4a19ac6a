import { useQuery } from '@tanstack/react-query'
import { api, OWN } from '../../api/index.ts'
import { Fold } from '../../ui/index.ts'
import { momentWords } from './moment-words.ts'

/** Who did what and when; nobody can change a line. */
export function HistoryView({ id }: { id: string }) {
  const { data } = useQuery({
    queryKey: [OWN, 'history', id],
    queryFn: ({ signal }) => api.notices.history({ id }, { signal }),
  })
  if (!data || data.length === 0) return null
  return (
    <div className="tin-block">
      <Fold title="Ai đã làm gì" icon="steps">
        <ol className="tin-history">
          {data.map(({ at, by, words, action }) => (
            <li key={at + action}>
              {momentWords(new Date(at))}: {by} {words}
            </li>
          ))}
        </ol>
      </Fold>
    </div>
  )
}
