/** Written replies of the office and of leaders, to whoever is signed in. */
import { Link } from 'react-router-dom'
import { Empty, Loading, Page, Row, Rows, TroubleNote, unbroken } from '../../ui/index.ts'
import { pageOf } from './public-notices.ts'
import { useMarkRepliesRead, useReplies, type Written } from './use-replies.ts'
import './notices.css'

export default function RepliesPage() {
  const replies = useReplies()
  const { written, trouble } = replies ?? {}
  const fresh = useMarkRepliesRead(written)
  return (
    <Page title="Trả lời của phường" bar="Trả lời">
      <h1 className="page-title">Trả lời của phường</h1>
      {!replies && (
        <Empty title="Cần đăng nhập">
          <p>Đăng nhập bằng Zalo để xem lời phường, tổ trưởng viết cho riêng mình.</p>
          <Rows>
            <Row to="/cua-toi/dang-nhap" icon="person" title="Đăng nhập bằng Zalo" />
          </Rows>
        </Empty>
      )}
      {replies && !written && trouble && <TroubleNote trouble={trouble} retry={replies.retry} />}
      {replies && !written && !trouble && <Loading what="Đang mở…" />}
      {written && written.length === 0 && (
        <Empty title="Chưa có trả lời nào">
          <p>
            Hỏi tổ trưởng ngay dưới mỗi thông báo. Nhờ cán bộ thì nhắn “gặp cán bộ” cho Zalo của phường; khi Zalo không
            nhắn lại được, lời cán bộ nằm ở đây.
          </p>
        </Empty>
      )}
      {written && written.length > 0 && (
        <ul className="tin-replies">
          {written.map(one => (
            <Reply key={one.key} reply={one} isNew={fresh.has(one.key)} />
          ))}
        </ul>
      )}
      <div className="tin-block">
        <Rows>
          <Row to="/thong-bao" icon="bell" title="Xem các thông báo" />
        </Rows>
      </div>
    </Page>
  )
}

function Reply({ reply: { at, text, about }, isNew }: { reply: Written; isNew: boolean }) {
  return (
    <li className={isNew ? 'card tin-row-new' : 'card'}>
      <p className="tin-marks">
        {isNew && <b className="tin-mark tin-mark-new">Mới</b>}
        <span>{about ? 'Tổ trưởng trả lời' : 'Cán bộ phường viết'}</span>
        <time dateTime={at}>{sayMoment(at)}</time>
      </p>
      {about && (
        <p className="tin-small">
          Về tin <Link to={pageOf(about.code)}>{about.title}</Link>. Đã hỏi: {unbroken(about.question)}
        </p>
      )}
      <p className="tin-reply">{unbroken(text)}</p>
    </li>
  )
}

function sayMoment(at: string): string {
  return new Date(at).toLocaleString('vi-VN', {
    timeZone: 'Asia/Ho_Chi_Minh',
    hour: '2-digit',
    minute: '2-digit',
    day: '2-digit',
    month: '2-digit',
    year: 'numeric',
  })
}
