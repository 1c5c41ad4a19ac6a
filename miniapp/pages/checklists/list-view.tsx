/** The list to bring on the screen and on paper: one card, to be ticked off at home and shown at the counter. */
import { type Guide, useWard, type Ward, wardNow } from '../../api/index.ts'
import { describeToday } from '../../content/index.ts'
import { CallButton, Notice, unbroken } from '../../ui/index.ts'
import { formatMoment } from '../procedures/figures.ts'
import { AddToCalendar } from './add-to-calendar.tsx'
import type { BringList } from './bring-list.ts'
import { Leads } from './leads.tsx'
import { listTitle, listWords, timeWords, VAGUE } from './list-sections.ts'
import { PaperTicks } from './paper-ticks.tsx'
import { TakeAlong } from './take-along.tsx'

interface ListViewProps {
  list: BringList
  ward: Ward | undefined
  /** The guide whose questions were answered, where the papers come from another. */
  askedAt: Guide | null
}

export function ListView({ list, ward, askedAt }: ListViewProps) {
  return (
    <>
      <article className="card bring-list" aria-labelledby="bring-list">
        <p className="only-print">{ward?.wardName}</p>
        <h1 id="bring-list" className="page-title" tabIndex={-1}>
          {listTitle(list)}
        </h1>
        {list.caseLabel && (
          <p>
            Trường hợp: <strong>{list.caseLabel}</strong>
          </p>
        )}
        {list.warnings.map(text => (
          <Notice key={text} tone="check">
            {text}
          </Notice>
        ))}
        <PaperTicks list={list} />
        {list.isVague && <Notice tone="check">{VAGUE}</Notice>}
        <Leads leads={list.elsewhere} />
        {list.notes.length > 0 && (
          <Part title="Lưu ý">
            <ul>
              {list.notes.map(text => (
                <li key={text}>{text}</li>
              ))}
            </ul>
          </Part>
        )}
        <Where list={list} />
        <Part title="Bao lâu có kết quả">
          <Lines texts={timeWords(list)} />
          {list.expected && list.office && (
            <div className="buttons no-print">
              <AddToCalendar
                topic={list.topic}
                day={list.expected.day}
                place={[list.office.name, list.office.address].filter(Boolean).join(', ')}
                number={list.office.phone}
                address={list.address}
              />
            </div>
          )}
        </Part>
        <Part title="Lệ phí">
          <Lines texts={list.fee} />
        </Part>
        <div className="source">
          <Lines texts={list.source} />
          {askedAt && (
            <p>
              Các câu hỏi: mục “{askedAt.topic.title}”, phiên bản {askedAt.revision}.
            </p>
          )}
          <p className="only-print">
            In ngày {formatMoment(wardNow().toISOString())}. {list.address}
          </p>
        </div>
      </article>
      <TakeAlong list={list} text={listWords(list)} />
      <div className="no-print">
        <Leads title="Nên xem thêm" leads={list.also} />
      </div>
    </>
  )
}

function Where({ list: { office, topic } }: { list: BringList }) {
  const { data: ward } = useWard()
  if (!office || !ward) return null
  const isElsewhere = topic.authority.kind === 'elsewhere'
  const today = office.hours.length > 0 && !topic.local?.hours ? describeToday(ward, wardNow()) : null
  return (
    <Part title="Nơi nộp">
      <p>
        <strong>{office.name}</strong>
      </p>
      {office.address && <p>{office.address}</p>}
      {topic.authority.howToReach && <p>{topic.authority.howToReach}</p>}
      {today && (
        <p className="no-print">
          <strong>{today.state}</strong>
          {today.hours && <br />}
          {today.hours && unbroken(today.hours)}
        </p>
      )}
      {office.hours.map(line => (
        <p key={line} className={topic.local?.hours ? undefined : 'only-print'}>
          {line}
        </p>
      ))}
      {office.local.map(line => (
        <p key={line}>{line}</p>
      ))}
      <p className="only-print">Điện thoại: {office.phone}</p>
      <div className="buttons no-print">
        <CallButton number={office.phone}>
          {isElsewhere ? 'Hỏi phường' : 'Gọi'} {unbroken(office.phone)}
        </CallButton>
      </div>
    </Part>
  )
}

function Part({ title, children }: { title: string; children: React.ReactNode }) {
  return (
    <section className="list-part">
      <h2>{title}</h2>
      {children}
    </section>
  )
}

function Lines({ texts }: { texts: readonly string[] }) {
  return texts.map(text => <p key={text}>{unbroken(text)}</p>)
}
