/** The words of a notice, large; what changed, what is over, and what can be done with it. */
import type { ReactNode } from 'react'
import { Link } from 'react-router-dom'
import { composeNoticePage, formatDay } from '../../../shared/notices/index.ts'
import { vietnamDay } from '../../../shared/vietnam-time.ts'
import { origin } from '../../api/index.ts'
import { Card, Icon, Notice, OutLink, unbroken } from '../../ui/index.ts'
import { Difference } from './difference.tsx'
import { NoticeActions } from './notice-actions.tsx'
import { pageOf } from './public-notices.ts'
import { isExpired, type PublicNotice, toSheet } from './wire.ts'

/** @param children what the reader answers: right below the words */
export function NoticeView({ notice, children }: { notice: PublicNotice; children?: ReactNode }) {
  const { title, badge, facts, paragraphs, kindName, validity } = composeNoticePage(toSheet(notice))
  const isUrgent = notice.urgency === 'emergency'
  return (
    <article className="tin">
      {badge && <p className={isUrgent ? 'tin-badge tin-badge-danger' : 'tin-badge'}>{badge}</p>}
      <h1 className="page-title">{title}</h1>
      <p className="tin-sender">
        {notice.sender}, {notice.wardName} · gửi ngày {formatDay(vietnamDay(new Date(notice.sentAt)))}
      </p>
      <Standing notice={notice} />
      {notice.corrects && (
        <Difference changes={notice.corrects.changes}>
          Tin này sửa lại <Link to={pageOf(notice.corrects.code)}>tin trước, mã {notice.corrects.code}</Link>:
        </Difference>
      )}
      {facts.length > 0 && (
        <dl className="card tin-facts">
          {facts.map(({ field, label, value }) => (
            <div key={field}>
              <dt>{label}</dt>
              <dd>{field === 'phone' ? <PhoneNumber number={value} /> : value}</dd>
            </div>
          ))}
        </dl>
      )}
      <div className="tin-words">
        {paragraphs.map(paragraph => (
          <p key={paragraph}>{paragraph}</p>
        ))}
      </div>
      {notice.files.map(file =>
        file.kind === 'picture' ? (
          <figure key={file.id} className="tin-picture">
            <img src={origin + file.url} alt={file.alt || file.name} loading="lazy" />
            {file.alt && <figcaption>{file.alt}</figcaption>}
          </figure>
        ) : (
          <p key={file.id}>
            <OutLink className="button" href={origin + file.url}>
              <Icon name="papers" />
              <span>Mở tệp: {file.name}</span>
            </OutLink>
          </p>
        ),
      )}
      {children}
      <NoticeActions notice={notice} />
      <Card title="Tin này có thật không?" icon="info">
        <p>
          Mã tin <strong className="tin-code">{notice.code}</strong>. Nhắn mã này cho Zalo của phường, máy trả lời ngay
          tin có thật hay không.
        </p>
        <p>
          Gửi cho: {notice.areaNames.join(', ')}. Loại tin: {kindName}. {validity}
        </p>
      </Card>
    </article>
  )
}

function Standing({ notice }: { notice: PublicNotice }) {
  if (notice.isCancelled)
    return (
      <Notice tone="danger">Tin này đã hủy. Bà con không làm theo nữa. Cần hỏi thì gọi tổ trưởng hoặc phường.</Notice>
    )
  if (notice.correctedBy)
    return (
      <Notice tone="check">
        Tin này đã có đính chính.{' '}
        <Link to={pageOf(notice.correctedBy.code)}>Xem bản mới, mã {notice.correctedBy.code}</Link>
      </Notice>
    )
  if (isExpired(notice)) return <Notice tone="check">Tin này đã hết hạn; chỉ còn để xem lại.</Notice>
  return null
}

function PhoneNumber({ number }: { number: string }) {
  return (
    <a className="tin-number" href={`tel:${number.replace(/[^\d+]/g, '')}`}>
      {unbroken(number)}
    </a>
  )
}
