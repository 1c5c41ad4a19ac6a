/** On the page of a guide: the day to expect, and the way into the calendar. */
import { officeOf } from '../../../shared/answers/index.ts'
import type { Channel, Topic } from '../../../shared/procedures.ts'
import { vietnamDay } from '../../../shared/vietnam-time.ts'
import { siteAddress, useWard, wardNow } from '../../api/index.ts'
import { AddToCalendar } from './add-to-calendar.tsx'
import { expectReturn, returnWords } from './expected-return.ts'

export function ExpectedDay({ topic, channels }: { topic: Topic; channels: readonly Channel[] }) {
  const { data: ward } = useWard()
  const now = wardNow()
  const expected = ward && topic.authority.kind !== 'elsewhere' ? expectReturn(channels, ward, now) : null
  if (!ward || !expected) return null
  const office = officeOf(topic, ward)
  return (
    <>
      {returnWords(expected, vietnamDay(now)).map(line => (
        <p key={line}>{line}</p>
      ))}
      <div className="buttons no-print">
        <AddToCalendar
          topic={topic}
          day={expected.day}
          place={[office.name, office.address].filter(Boolean).join(', ')}
          number={office.phone}
          address={siteAddress(`/thu-tuc/${topic.key}`)}
        />
      </div>
    </>
  )
}
