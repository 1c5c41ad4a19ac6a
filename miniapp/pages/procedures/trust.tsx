/** How far a guide may be trusted: the lines none goes without. */
import { isTrusted, officeOf, trustLine } from '../../../shared/answers/index.ts'
import type { Topic } from '../../../shared/procedures.ts'
import { addDays } from '../../../shared/vietnam-time.ts'
import type { Ward } from '../../api/index.ts'
import { Card, Notice, unbroken } from '../../ui/index.ts'
import { formatDate } from './figures.ts'

/** A change of law this near is said before anything else; a later one further down. */
const NEAR_DAYS = 60

export function Trust({ topic, ward, today }: { topic: Topic; ward: Ward; today: string }) {
  const lines = trustLine({ topic, ward, office: officeOf(topic, ward), today })
  const isChecked = isTrusted({ topic, today })
  return (
    <>
      {lines.map(line => (
        <Notice key={line} tone={isChecked ? 'done' : 'check'}>
          {unbroken(line)}
        </Notice>
      ))}
      {topic.scheduledChanges
        .filter(({ date }) => date <= addDays(today, NEAR_DAYS))
        .map(({ date, text, rewrite }) => (
          <Notice key={date + text} tone="check">
            {rewrite && date <= today
              ? `Quy định đã thay đổi từ ${formatDate(date)}; mục này chưa sửa theo. ${text}`
              : `Từ ${formatDate(date)}: ${text}`}
          </Notice>
        ))}
    </>
  )
}

export function LaterChanges({ topic, today }: { topic: Topic; today: string }) {
  const later = topic.scheduledChanges.filter(({ date }) => date > addDays(today, NEAR_DAYS))
  if (later.length === 0) return null
  return (
    <Card title="Sắp thay đổi" icon="calendar">
      {later.map(({ date, text }) => (
        <p key={date + text}>
          Từ {formatDate(date)}: {text}
        </p>
      ))}
    </Card>
  )
}
