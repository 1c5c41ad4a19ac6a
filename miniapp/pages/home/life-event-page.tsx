/** Everything that goes with one event of a life. */
import { useParams } from 'react-router-dom'
import { lifeEvents, useTopicIndex } from '../../content/index.ts'
import { Loading, Page, Row, Rows, TroubleNote } from '../../ui/index.ts'
import { NotFound } from '../not-found.tsx'

export default function LifeEventPage() {
  const { key } = useParams()
  const event = lifeEvents.find(one => one.key === key)
  const { index, hasFailed, retry } = useTopicIndex()
  if (!event) return <NotFound />
  const rows = event.topics.flatMap(topic => index?.topics.find(one => one.key === topic) ?? [])
  return (
    <Page title={event.title}>
      <h1 className="page-title">{event.title}: thường cần làm</h1>
      {index ? (
        <Rows>
          {rows.map(row => (
            <Row key={row.key} to={`/thu-tuc/${row.key}`} title={row.title} text={row.summary} />
          ))}
        </Rows>
      ) : hasFailed ? (
        <TroubleNote trouble="offline" retry={retry} />
      ) : (
        <Loading what="Đang mở…" />
      )}
    </Page>
  )
}
