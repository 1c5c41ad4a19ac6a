/** What only leaders may see; anybody else is told kindly how one becomes one here. */
import type { ReactNode } from 'react'
import { type Account, useAccount, useIsCut, useWard, wasSignedIn } from '../../api/index.ts'
import { Loading, Notice, Page, Row, Rows } from '../../ui/index.ts'
import './notices.css'

interface LeaderOnlyProps {
  title: string
  bar?: string
  children(leads: Account['leads']): ReactNode
  /** What can be done without a network, and without the ward knowing who asks. */
  offline?: ReactNode
}

export function LeaderOnly({ title, bar = title, children, offline }: LeaderOnlyProps) {
  // Days are reckoned by the ward's clock, which comes with it.
  useWard()
  const account = useAccount()
  const isCut = useIsCut()
  const isWaiting = !account && wasSignedIn() && !isCut
  return (
    <Page title={title} bar={bar}>
      {isWaiting && <Loading what="Đang mở…" />}
      {account && account.leads.length > 0 && children(account.leads)}
      {isCut && !account && (offline ?? <Cut />)}
      {account?.leads.length === 0 && <NotLeading />}
      {!account && !isWaiting && !isCut && <SignedOut />}
    </Page>
  )
}

function Cut() {
  return (
    <>
      <h1 className="page-title">Chưa nối được mạng</h1>
      <p>Kiểm tra Wi-Fi hoặc mạng di động rồi mở lại trang này.</p>
    </>
  )
}

function SignedOut() {
  return (
    <>
      <h1 className="page-title">Việc của tổ trưởng</h1>
      <p>Đăng nhập bằng Zalo để viết tin cho tổ và xem tin đã đến được bao nhiêu nhà.</p>
      <Rows>
        <Row to="/cua-toi/dang-nhap" icon="person" title="Đăng nhập bằng Zalo" />
      </Rows>
    </>
  )
}

function NotLeading() {
  return (
    <>
      <h1 className="page-title">Chưa ghi là tổ trưởng</h1>
      <Notice>
        Tài khoản này chưa được phường ghi là tổ trưởng của tổ nào. Mới nhận việc thì gọi cho phường để được ghi tên;
        sau đó mở lại trang này.
      </Notice>
      <Rows>
        <Row to="/thong-bao" icon="bell" title="Xem thông báo của tổ" />
      </Rows>
    </>
  )
}
