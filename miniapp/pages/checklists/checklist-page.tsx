/** From a few answers to the papers that one person needs: a question a screen, then the list to bring. */
import { useParams } from 'react-router-dom'
import { type Guide, useWard, type Ward } from '../../api/index.ts'
import { useGuide } from '../../content/index.ts'
import { Empty, Loading, OldNote, Page, Row, Rows, TroubleNote } from '../../ui/index.ts'
import { ChecklistView } from './checklist-view.tsx'
import { useRelatedGuides } from './related-topics.tsx'
import '../procedures/procedures.css'
import './checklists.css'

export default function ChecklistPage() {
  const { key = '' } = useParams()
  const { data: guide, trouble, oldSince, retry } = useGuide(key)
  const { data: ward, trouble: wardTrouble } = useWard()
  const title = guide ? `Giấy tờ của tôi: ${guide.topic.title}` : 'Giấy tờ của tôi'
  return (
    <Page title={title} bar="Giấy tờ của tôi" key={key}>
      <OldNote since={oldSince} />
      {!guide && !trouble && <Loading what="Đang mở câu hỏi…" />}
      {trouble && <TroubleNote trouble={trouble} retry={retry} isWholePage />}
      {guide && !guide.topic.checklist && <NoQuestions guide={guide} />}
      {guide?.topic.checklist && <Loaded guide={guide} ward={ward} isWardComing={!ward && !wardTrouble} />}
    </Page>
  )
}

interface LoadedProps {
  guide: Guide
  ward: Ward | undefined
  isWardComing: boolean
}

function Loaded({ guide, ward, isWardComing }: LoadedProps) {
  const related = useRelatedGuides(guide)
  return (
    <>
      {related.loaders}
      {related.trouble && <TroubleNote trouble={related.trouble} retry={related.retry} isWholePage />}
      {!related.trouble &&
        (related.isComplete && !isWardComing ? (
          <ChecklistView guide={guide} ward={ward} related={related} />
        ) : (
          <Loading what="Đang mở câu hỏi…" />
        ))}
    </>
  )
}

/** An address from the time when the guide had questions. */
function NoQuestions({ guide: { topic } }: { guide: Guide }) {
  return (
    <>
      <h1 className="page-title">{topic.title}</h1>
      <Empty title="Mục này không có câu hỏi">
        <p>Giấy tờ cần có được kể đủ trong hướng dẫn.</p>
      </Empty>
      <Rows>
        <Row to={`/thu-tuc/${topic.key}`} icon="papers" title={`Mở hướng dẫn: ${topic.title}`} />
      </Rows>
    </>
  )
}
