/** There is nothing to bring: why, and where to go on. */
import { officeOf } from '../../../shared/answers/index.ts'
import type { ChecklistResult } from '../../../shared/checklists/index.ts'
import type { Topic } from '../../../shared/procedures.ts'
import type { Guide, Ward } from '../../api/index.ts'
import { CallButton, Notice, Row, Rows, unbroken } from '../../ui/index.ts'
import { leadsAlso, leadsElsewhere, said } from './bring-list.ts'
import { Leads } from './leads.tsx'
import { VAGUE } from './list-sections.ts'

const STOPPED = 'Khoan đi, xem điều này trước'

interface EndingProps {
  guide: Guide
  ward: Ward | undefined
  result: ChecklistResult
  findTopic(key: string): Topic | null
}

export function EndingView({ guide: { topic }, ward, result, findTopic }: EndingProps) {
  const target = result.goTo === null ? null : findTopic(result.goTo)
  const elsewhere = leadsElsewhere(result, findTopic)
  const hasReason = result.warnings.length + result.notes.length + elsewhere.length > 0
  const office = ward && officeOf(topic, ward)
  return (
    <>
      <h1 className="page-title" tabIndex={-1}>
        {target
          ? `Việc này làm theo mục “${target.title}”`
          : result.stops
            ? STOPPED
            : 'Gọi phường để được chỉ cách làm'}
      </h1>
      {result.warnings.map(warning => (
        <Notice key={warning.text} tone="check">
          {said(warning)}
        </Notice>
      ))}
      {result.notes.map(note => (
        <p key={note.text}>{said(note)}</p>
      ))}
      {!hasReason && !target && <p>Trường hợp này chưa có hướng dẫn ở đây.</p>}
      {result.isVague && <Notice tone="check">{VAGUE}</Notice>}
      {target && <Onward target={target} />}
      {office && !target && (
        <>
          <p>
            Gọi {unbroken(office.phone)} ({office.name}) để được chỉ cách làm.
          </p>
          <div className="buttons">
            <CallButton number={office.phone} look="main">
              Gọi {unbroken(office.phone)}
            </CallButton>
          </div>
        </>
      )}
      <Leads leads={elsewhere} />
      <Leads title="Nên xem thêm" leads={leadsAlso(result, findTopic)} />
    </>
  )
}

function Onward({ target }: { target: Topic }) {
  return (
    <Rows>
      {target.checklist && (
        <Row
          to={`/thu-tuc/${target.key}/giay-to`}
          icon="check"
          title={`Trả lời tiếp: ${target.title}`}
          text="Vài câu nữa để biết đúng giấy tờ cần mang."
        />
      )}
      <Row to={`/thu-tuc/${target.key}`} icon="papers" title={`Mở hướng dẫn: ${target.title}`} text={target.summary} />
    </Rows>
  )
}
