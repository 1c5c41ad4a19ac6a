/** What was answered, to look it over: a wrong answer is a wrong list. */
import { type Answers, unknown } from '../../../shared/checklists/index.ts'
import type { Topic } from '../../../shared/procedures.ts'
import { Fold } from '../../ui/index.ts'

export function GivenAnswers({ topic, answers }: { topic: Topic; answers: Answers }) {
  const given = (topic.checklist?.questions ?? []).flatMap(({ id, text, options }) => {
    const answer = answers[id]
    if (answer === undefined) return []
    return [{ id, text, label: answer === unknown ? 'Không rõ' : options.find(one => one.id === answer)?.label }]
  })
  if (given.length === 0) return null
  return (
    <div className="no-print below">
      <Fold title="Các câu đã trả lời" icon="pen">
        <dl className="given">
          {given.map(({ id, text, label }) => (
            <div key={id}>
              <dt>{text}</dt>
              <dd>{label}</dd>
            </div>
          ))}
        </dl>
        <p>Có câu chưa đúng thì bấm “Câu trước” để sửa. Các câu này chỉ nằm trong máy, không gửi đi đâu.</p>
      </Fold>
    </div>
  )
}
