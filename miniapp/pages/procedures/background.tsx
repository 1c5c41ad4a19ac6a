/** What it rests on: the law, what it is taken for, where the words come from. */
import { Link } from 'react-router-dom'
import type { LegalBasis, Topic } from '../../../shared/procedures.ts'
import type { Guide } from '../../api/index.ts'
import { useTopicIndex } from '../../content/index.ts'
import { Card, Fold, OutLink, Row, Rows } from '../../ui/index.ts'
import { formatDate, formatMoment } from './figures.ts'

export function Law({ topic, today }: { topic: Topic; today: string }) {
  if (topic.legalBases.length === 0) return null
  return (
    <Fold title="Căn cứ pháp lý" icon="law">
      <ul className="links">
        {topic.legalBases.map(law => (
          <li key={law.number}>
            {law.url ? <OutLink href={law.url}>{law.number}</OutLink> : <strong>{law.number}</strong>}: {law.title}
            {ending(law, today)}
          </li>
        ))}
      </ul>
    </Fold>
  )
}

function ending({ effectiveUntil }: LegalBasis, today: string): string {
  if (effectiveUntil === null) return ''
  return effectiveUntil <= today
    ? ` (đã hết hiệu lực từ ${formatDate(effectiveUntil)})`
    : ` (hết hiệu lực từ ${formatDate(effectiveUntil)})`
}

export function Confusable({ topic }: { topic: Topic }) {
  const { index } = useTopicIndex()
  const known = topic.confusableWith.flatMap(({ topic: key, difference }) => {
    const title = index?.topics.find(one => one.key === key)?.title
    return title ? [{ key, title, difference }] : []
  })
  if (known.length === 0) return null
  return (
    <section className="no-print" aria-labelledby="confusable">
      <h2 id="confusable" className="section-title">
        Hay nhầm với
      </h2>
      <Rows>
        {known.map(({ key, title, difference }) => (
          <Row key={key} to={`/thu-tuc/${key}`} title={title} text={difference} />
        ))}
      </Rows>
    </section>
  )
}

/** Neighbouring procedures that have no guide of their own here. */
export function Related({ topic }: { topic: Topic }) {
  if (topic.relatedProcedures.length === 0) return null
  return (
    <Fold title="Việc gần giống" icon="swap">
      <ul>
        {topic.relatedProcedures.map(({ code, name, when }) => (
          <li key={code}>
            Khi {when}: {name} (mã {code})
          </li>
        ))}
      </ul>
    </Fold>
  )
}

export function Origin({ guide: { topic, revision, publishedAt }, address }: { guide: Guide; address: string }) {
  return (
    <Card title="Nguồn" icon="info">
      {topic.sources.map(({ id, name, url, asOf }) => (
        <p key={id} className="source">
          {url ? <OutLink href={url}>{name}</OutLink> : name}
          {asOf && `, lấy ngày ${formatDate(asOf)}`}
        </p>
      ))}
      {topic.procedures.map(({ code, name, decision, status, supersededBy, sourceUrl }) => (
        <p key={code}>
          {sourceUrl ? <OutLink href={sourceUrl}>Mã {code}</OutLink> : `Mã ${code}`}: {name}
          {decision && `, công bố tại ${decision.number}`}
          {status === 'superseded' && `, đã thay bằng ${supersededBy.join(', ')}`}
        </p>
      ))}
      <p>
        {revision > 0
          ? `Phiên bản ${revision}, phường đăng ngày ${formatMoment(publishedAt)}.`
          : `Bản kèm theo ứng dụng ngày ${formatMoment(publishedAt)}; phường có thể đã sửa, gọi trước khi đi.`}
      </p>
      <p className="only-print">{address}</p>
      <p className="no-print">
        <Link to="/">Về trang đầu</Link>
      </p>
    </Card>
  )
}
