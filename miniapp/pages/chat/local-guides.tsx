/** What the phone itself knows about a question that did not reach the ward. */
import { useEffect, useState } from 'react'
import type { Decision } from '../../../shared/answering/index.ts'
import { emergencyNumbers } from '../../../shared/content/index.ts'
import { useSearcher } from '../../content/index.ts'
import { CallButton, Notice, Row, Rows } from '../../ui/index.ts'

/** Only where the phone is sure enough to name a guide. */
const NAMING: readonly Decision['decision'][] = ['answer', 'clarify', 'refer']

export function LocalGuides({ question }: { question: string }) {
  const { index, searcher } = useSearcher(true)
  const [decision, setDecision] = useState<Decision | null>(null)

  useEffect(() => {
    let isWanted = true
    setDecision(null)
    searcher?.decide(question).then(found => {
      if (isWanted) setDecision(found)
    })
    return () => {
      isWanted = false
    }
  }, [searcher, question])

  const keys = decision && NAMING.includes(decision.decision) ? decision.topics : []
  const rows = keys.flatMap(key => index?.topics.find(topic => topic.key === key) ?? [])
  const danger = decision?.emergency ? emergencyNumbers[decision.emergency] : null
  return (
    <>
      {danger && (
        <Notice tone="danger" isNews>
          <p>{danger.danger} thì gọi ngay.</p>
          <CallButton number={danger.number} look="danger">
            <b>{danger.number}</b> {danger.name}
          </CallButton>
        </Notice>
      )}
      {rows.length > 0 && <h2 className="section-title">Hướng dẫn có trên máy này</h2>}
      <Rows label="Hướng dẫn có trên máy này">
        {rows.map(({ key, title, summary }) => (
          <Row key={key} to={`/thu-tuc/${key}`} title={title} text={summary} />
        ))}
        <Row to="/tim" icon="search" title="Tìm trong các hướng dẫn" />
      </Rows>
    </>
  )
}
