/** The question at hand, or what the answers led to. */
import { resolveChecklist, unknown } from '../../../shared/checklists/index.ts'
import { type Guide, type Ward, wardNow } from '../../api/index.ts'
import { Button, Notice, Row, Rows } from '../../ui/index.ts'
import { BigQuestion } from './big-question.tsx'
import { listFromAnswers } from './bring-list.ts'
import { EndingView } from './ending-view.tsx'
import { GivenAnswers } from './given-answers.tsx'
import { ListView } from './list-view.tsx'
import type { RelatedGuides } from './related-topics.tsx'
import { type Checklist, useChecklist } from './use-checklist.ts'
import { useFocusOnNews } from './use-focus-on-news.ts'

interface ChecklistViewProps {
  guide: Guide
  ward: Ward | undefined
  related: RelatedGuides
}

export function ChecklistView({ guide, ward, related }: ChecklistViewProps) {
  const checklist = useChecklist(guide, related.findTopic)
  const { next, given, isRenewed } = checklist
  const place = useFocusOnNews(next?.question.id ?? 'result')
  return (
    <div ref={place}>
      {isRenewed && (
        <Notice tone="check" isNews>
          Hướng dẫn này vừa được phường sửa. Xin trả lời lại từ đầu để giấy tờ kể ra là đúng.
        </Notice>
      )}
      <Preset checklist={checklist} />
      {next ? (
        <BigQuestion
          count={`Câu ${next.number}/${next.total}`}
          share={(next.number - 1) / next.total}
          text={next.question.text}
          hint={next.question.hint}
          options={[...next.question.options, { id: unknown, label: 'Không rõ' }]}
          onChoose={checklist.choose}
        />
      ) : (
        <Outcome guide={guide} ward={ward} related={related} checklist={checklist} />
      )}
      <div className="buttons no-print">
        {given.length > 0 && (
          <Button icon="back" onClick={checklist.goBack}>
            Câu trước
          </Button>
        )}
        {given.length > 0 && (
          <Button icon="again" onClick={checklist.startOver}>
            Làm lại từ đầu
          </Button>
        )}
      </div>
      {next && given.length === 0 && (
        <p className="quiet">Trả lời vài câu, máy kể đúng giấy tờ cần mang. Câu trả lời chỉ nằm trong máy này.</p>
      )}
      {!next && <GivenAnswers topic={guide.topic} answers={checklist.answers} />}
      <div className="no-print below">
        <Rows>
          <Row to={`/thu-tuc/${guide.topic.key}`} icon="papers" title="Xem hướng dẫn đầy đủ" text={guide.topic.title} />
        </Rows>
      </div>
    </div>
  )
}

function Outcome({ guide, ward, related, checklist }: ChecklistViewProps & { checklist: Checklist }) {
  const result = resolveChecklist(guide.topic, checklist.answers, related.findTopic)
  const { theCase } = result
  const found = theCase && related.find(theCase.topic.key)
  if (!theCase || !found) return <EndingView guide={guide} ward={ward} result={result} findTopic={related.findTopic} />
  const list = listFromAnswers({ guide: found, theCase: theCase.case, ward, now: wardNow() }, result, related.findTopic)
  return <ListView list={list} ward={ward} askedAt={found === guide ? null : guide} />
}

/** Why some questions are not asked, and the way to have them asked. */
function Preset({ checklist: { because, forgetPreset } }: { checklist: Checklist }) {
  if (!because) return null
  return (
    <div className="no-print">
      <Notice>
        <p>{because}.</p>
        <Button onClick={forgetPreset}>Không phải, làm cho mình</Button>
      </Notice>
    </div>
  )
}
