/** Every guide on its shelf. */
import { categories } from '../../../shared/content/index.ts'
import { useTopicIndex } from '../../content/index.ts'
import { Fold, Loading, Page, Row, Rows, TroubleNote } from '../../ui/index.ts'
import './procedures.css'

export default function ShelvesPage() {
  const { index, hasFailed, retry } = useTopicIndex()
  const shelves = categories
    .map(({ key, title }) => ({ key, title, topics: index?.topics.filter(({ category }) => category === key) ?? [] }))
    .filter(({ topics }) => topics.length > 0)
  return (
    <Page title="Tất cả thủ tục">
      <h1 className="page-title">Tất cả thủ tục</h1>
      {!index && !hasFailed && <Loading what="Đang mở danh mục…" />}
      {!index && hasFailed && <TroubleNote trouble="offline" retry={retry} />}
      {shelves.map(({ key, title, topics }) => (
        <Fold key={key} title={`${title} (${topics.length})`}>
          <Rows label={title}>
            {topics.map(topic => (
              <Row key={topic.key} to={`/thu-tuc/${topic.key}`} title={topic.title} text={topic.summary} />
            ))}
          </Rows>
        </Fold>
      ))}
    </Page>
  )
}
