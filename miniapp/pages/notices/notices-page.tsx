/** "Thông báo": of everybody's own places when they are signed in, else those for all of the places kept on the phone. */
import { useEffect, useState } from 'react'
import { useAccount } from '../../api/index.ts'
import { Page, Row, Rows, SearchBox } from '../../ui/index.ts'
import { phone } from '../../zalo/index.ts'
import { usePlaces } from '../mine/places.ts'
import { AreaNotices } from './area-notices.tsx'
import { InboxList } from './inbox-list.tsx'
import { everything, type InboxFilter, useInbox } from './use-inbox.ts'
import { useReplies } from './use-replies.ts'
import './notices.css'

const ASK_AFTER_MS = 300

export default function NoticesPage() {
  const [typed, setTyped] = useState('')
  const [filter, setFilter] = useState<InboxFilter>(everything)
  const inbox = useInbox(filter)
  const replies = useReplies()
  const account = useAccount()
  const { places } = usePlaces()
  useEffect(() => {
    const timer = setTimeout(() => setFilter(now => ({ ...now, search: typed.trim() })), ASK_AFTER_MS)
    return () => clearTimeout(timer)
  }, [typed])
  return (
    <Page title="Thông báo">
      <h1 className="page-title">Thông báo của tổ, của phường</h1>
      {account && account.leads.length > 0 && (
        <div className="tin-block">
          <Rows>
            <Row to="/thong-bao/to-truong" icon="pen" title="Việc của tổ trưởng" text="Viết tin, xem ai đã nhận" />
          </Rows>
        </div>
      )}
      {replies && replies.unread > 0 && (
        <div className="tin-block">
          <Rows>
            <RepliesRow unread={replies.unread} />
          </Rows>
        </div>
      )}
      {(inbox || places.length > 0) && (
        <SearchBox
          label="Tìm trong thông báo"
          hint="Ví dụ: hop to, mat dien"
          value={typed}
          onChange={setTyped}
          onSubmit={() => setFilter(now => ({ ...now, search: typed.trim() }))}
        />
      )}
      {inbox ? (
        <InboxList inbox={inbox} filter={filter} places={places} onFilter={setFilter} />
      ) : (
        places.map(place => <AreaNotices key={place.label} place={place} search={typed} />)
      )}
      {!inbox && places.length === 0 && (
        <p>
          Ghi nơi ở để xem tin của tổ mình: họp tổ, cắt điện, cắt nước, tiêm chủng. Không cần đăng nhập; nơi ở chỉ nằm
          trong máy đang cầm.
        </p>
      )}
      <div className="tin-block">
        <Rows>
          <Row to="/cua-toi/noi/them" icon="map" title="Thêm một nơi" text="Tìm theo tên tổ, đường, hẻm" />
          {phone.can.scanQr && (
            <Row to="/thong-bao/tham-gia" icon="qr" title="Quét mã của tổ" text="Mã dán ở nhà văn hóa, bảng tin" />
          )}
          {replies?.unread === 0 && <RepliesRow unread={0} />}
          {account ? (
            <Row to="/thong-bao/cai-dat" icon="bell" title="Chọn tin muốn nhận" text="Loại tin, giờ nhận, rời tổ" />
          ) : (
            !inbox &&
            phone.can.signIn && (
              <Row
                to="/cua-toi/dang-nhap"
                icon="person"
                title="Đăng nhập bằng Zalo"
                text="Để được báo khi có tin mới, trả lời có đi hay không"
              />
            )
          )}
        </Rows>
      </div>
    </Page>
  )
}

function RepliesRow({ unread }: { unread: number }) {
  return (
    <Row
      to="/thong-bao/tra-loi"
      icon="chat"
      title={unread > 0 ? `Trả lời của phường (${unread} mới)` : 'Trả lời của phường'}
      text="Lời cán bộ, tổ trưởng viết cho riêng mình"
    />
  )
}
