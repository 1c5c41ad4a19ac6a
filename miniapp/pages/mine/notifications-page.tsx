/** Notifications of this app: explained before Zalo asks, turned on, and turned off again, which Zalo need not be asked for. */
import { useState } from 'react'
import { useWard } from '../../api/index.ts'
import { Button, Loading, Notice, Page, Row, Rows, TroubleNote } from '../../ui/index.ts'
import { phone } from '../../zalo/index.ts'
import { notDone, troubleOf } from '../notices/trouble-words.ts'
import { keepWishes, useWishes, type Wishes } from '../notices/use-wishes.ts'
import { type Asked, insideZalo, type Permission, PermissionView } from './permission-view.tsx'
import './mine.css'

const about: Omit<Permission, 'ask'> = {
  title: 'Báo tin mới qua ứng dụng này',
  reasons: [
    {
      heading: 'Để làm gì',
      text: 'Có tin của tổ, của phường thì điện thoại báo, dù chưa nhắn hay chưa bấm Quan tâm Zalo của phường.',
    },
    {
      heading: 'Phường biết gì',
      text: 'Máy của phường ghi rằng đã bật, kèm mã riêng lúc đăng nhập. Không có số điện thoại, không có danh bạ.',
    },
    {
      heading: 'Bao lâu một tin',
      text: 'Mỗi thông báo một lần, theo loại tin và giờ đã chọn. Lâu không mở ứng dụng thì Zalo thôi báo; tin vẫn nằm trong mục Thông báo.',
    },
    { heading: 'Muốn thôi', text: 'Vào lại trang này, bấm Tắt. Lúc nào cũng được.' },
  ],
  action: 'Bật báo tin',
  done: 'Đã bật. Có tin mới thì điện thoại báo.',
  byHand: 'mở Zalo của phường, vào ứng dụng này, chọn Của tôi rồi Báo tin mới.',
}

export default function NotificationsPage() {
  const { account, data, error, retry } = useWishes()
  const { data: ward } = useWard()
  return (
    <Page title={about.title} bar="Báo tin mới">
      {!phone.can.allowNotifications && <PermissionView permission={{ ...about, ask: null }} ward={ward} />}
      {phone.can.allowNotifications && !account && <SignInFirst />}
      {phone.can.allowNotifications && account && (
        <>
          {!data && !error && <Loading what="Đang mở…" />}
          {!data && error && <TroubleNote trouble={troubleOf(error)} retry={retry} isWholePage />}
          {data && <Switch wishes={data} />}
        </>
      )}
    </Page>
  )
}

function SignInFirst() {
  return (
    <>
      <h1 className="page-title">{about.title}</h1>
      <p>Cần đăng nhập trước, để phường biết báo tin của tổ nào.</p>
      <Rows>
        <Row to="/cua-toi/dang-nhap" icon="person" title="Đăng nhập bằng Zalo" />
      </Rows>
    </>
  )
}

function Switch({ wishes }: { wishes: Wishes }) {
  const { data: ward } = useWard()
  const [said, setSaid] = useState<{ words: string; isDone: boolean } | null>(null)
  const [isBusy, setBusy] = useState(false)
  const turnOn = async (): Promise<Asked> => {
    const allowed = await phone.allowNotifications()
    if (!allowed.ok) return allowed
    try {
      await keepWishes({ ...wishes, push: true, notifications: true })
    } catch {
      return { ok: false, reason: 'not-kept' }
    }
    setSaid({ words: about.done, isDone: true })
    return allowed
  }
  const turnOff = async (): Promise<void> => {
    setBusy(true)
    try {
      await keepWishes({ ...wishes, notifications: false })
      setSaid({ words: 'Đã tắt. Tin vẫn nằm trong mục Thông báo.', isDone: true })
    } catch (error) {
      setSaid({ words: notDone('Chưa tắt được', troubleOf(error)), isDone: false })
    } finally {
      setBusy(false)
    }
  }
  return (
    <>
      <div role="status">{said && <Notice tone={said.isDone ? 'done' : 'check'}>{said.words}</Notice>}</div>
      {wishes.notifications ? (
        <>
          <h1 className="page-title">{about.title}</h1>
          <p>Đang bật: có tin mới thì điện thoại báo.</p>
          <div className="buttons">
            <Button disabled={isBusy} onClick={() => void turnOff()}>
              Tắt báo tin
            </Button>
          </div>
          <div className="mine-later">
            <Rows>
              <Row to="/thong-bao/cai-dat" icon="check" title="Chọn loại tin, giờ không báo" />
              <Row to="/cua-toi" icon="person" title="Về mục Của tôi" />
            </Rows>
          </div>
        </>
      ) : (
        <PermissionView permission={{ ...about, ask: insideZalo(turnOn) }} ward={ward} />
      )}
    </>
  )
}
