/** The newest notices on the first page: of the account, or of the places kept on this phone. */
import type { ReactNode } from 'react'
import { Row, Rows } from '../../ui/index.ts'
import { type Place, usePlaces } from '../mine/places.ts'
import { NoticeRow } from './notice-row.tsx'
import { useNoticesOf } from './public-notices.ts'
import { everything, useInbox } from './use-inbox.ts'
import { isExpired } from './wire.ts'
import './notices.css'

const SHOWN = 3

export default function NewestNotices() {
  const inbox = useInbox(everything)
  const { places } = usePlaces()
  if (inbox) {
    const valid = (inbox.notices ?? []).filter(
      notice => !isExpired(notice) && !notice.isCancelled && !notice.correctedBy,
    )
    return (
      <Newest unread={inbox.unread}>
        {valid.slice(0, SHOWN).map(notice => (
          <NoticeRow key={notice.id} notice={notice} isNew={!notice.isRead && inbox.oldSince === null} />
        ))}
      </Newest>
    )
  }
  return <OfPlaces places={places} />
}

function OfPlaces({ places }: { places: readonly Place[] }) {
  const notices = useNoticesOf(places.map(({ code }) => code))
  return (
    <Newest unread={0}>
      {notices.slice(0, SHOWN).map(notice => (
        <NoticeRow key={notice.code} notice={notice} />
      ))}
    </Newest>
  )
}

function Newest({ unread, children }: { unread: number; children: ReactNode }) {
  return (
    <Rows label="Tin mới">
      {children}
      <Row
        to="/thong-bao"
        icon="bell"
        title="Xem tất cả thông báo"
        text={unread > 0 ? `${unread} tin chưa đọc` : 'Họp tổ, cắt điện, tiêm chủng'}
      />
    </Rows>
  )
}
