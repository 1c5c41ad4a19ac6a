/** Signing in, explained before Zalo is asked anything: what for, what becomes known, how to stop. Never at the start. */
import { useState } from 'react'
import { useSearchParams } from 'react-router-dom'
import { type Account, type SignedIn, signIn, signOut, useAccount, useWard } from '../../api/index.ts'
import { Button, Card, Notice, Page, Row, Rows } from '../../ui/index.ts'
import { phone } from '../../zalo/index.ts'
import { MovePlaces } from './move-places.tsx'
import { OpenWardZalo } from './open-ward-zalo.tsx'
import { notSignedIn } from './trouble-words.ts'
import './mine.css'

const REASONS = [
  ['Để làm gì', 'Phường gửi tin của tổ cho đúng nơi đã ghi, và nhớ các nơi ấy khi đổi điện thoại.'],
  [
    'Phường biết gì',
    'Một mã riêng Zalo cấp cho ứng dụng này. Không có số điện thoại, không có danh bạ; tên và ảnh không được giữ.',
  ],
  ['Không đăng nhập thì sao', 'Mọi hướng dẫn vẫn đọc được, vẫn hỏi được. Nơi đã ghi nằm trong máy này.'],
  ['Muốn thôi', 'Bấm Đăng xuất, hoặc xóa hết ở mục Điều đang lưu về tôi. Lúc nào cũng được.'],
] as const

type State = 'unasked' | 'asking' | SignedIn

export default function SignInPage() {
  const account = useAccount()
  const [query, setQuery] = useSearchParams()
  const [state, setState] = useState<State>('unasked')
  const link = phone.can.signIn ? (query.get('lk') ?? undefined) : undefined
  const press = async (): Promise<void> => {
    setState('asking')
    const result = await signIn(link)
    setState(result)
    // A link works once: what is left in the address would only be refused.
    if (result.ok && link) setQuery({}, { replace: true })
  }
  const isAsked = phone.can.signIn && (!account || link !== undefined)
  return (
    <Page title="Đăng nhập bằng Zalo" bar="Đăng nhập">
      <h1 className="page-title">
        {link ? 'Liên kết với cuộc trò chuyện' : account ? 'Đã đăng nhập' : 'Đăng nhập bằng Zalo'}
      </h1>
      {link && (
        <Notice tone="check">
          Chỉ bấm khi chính mình vừa nhắn “liên kết Mini App” cho Zalo của phường. Đường dẫn người khác gửi thì đóng
          lại.
        </Notice>
      )}
      {isAsked && (
        <div className="card mine-reasons">
          {REASONS.map(([heading, text]) => (
            <section key={heading}>
              <h2>{heading}</h2>
              <p>{text}</p>
            </section>
          ))}
        </div>
      )}
      <div role="status">
        {state === 'asking' && <p>Đang hỏi Zalo…</p>}
        {typeof state === 'object' && <Outcome state={state} />}
      </div>
      {isAsked && (
        <Button look="main" disabled={state === 'asking'} onClick={() => void press()}>
          {link ? 'Đúng là tôi, liên kết' : 'Đăng nhập bằng Zalo'}
        </Button>
      )}
      {!phone.can.signIn && <Elsewhere />}
      {account && !link && <SignedInView account={account} onSignOut={() => setState('unasked')} />}
      <div className="mine-later">
        <Rows>
          <Row to="/cua-toi" icon="person" title={account ? 'Về mục Của tôi' : 'Để sau'} />
        </Rows>
      </div>
    </Page>
  )
}

function Outcome({ state }: { state: SignedIn }) {
  if (!state.ok) return <Notice tone="check">{notSignedIn(state)}</Notice>
  if (state.link === 'used') return <Notice tone="done">Đã liên kết với cuộc trò chuyện Zalo.</Notice>
  if (state.link === 'expired')
    return (
      <Notice tone="check">
        Đã đăng nhập, nhưng đường dẫn đã dùng rồi hoặc quá 10 phút. Nhắn lại “liên kết Mini App” để có đường dẫn mới.
      </Notice>
    )
  if (state.link === 'mismatch')
    return (
      <Notice tone="check">
        Đã đăng nhập, nhưng đường dẫn này thuộc cuộc trò chuyện của người khác nên máy không liên kết. Nhắn “liên kết
        Mini App” từ Zalo của chính mình.
      </Notice>
    )
  return <Notice tone="done">Đã đăng nhập.</Notice>
}

function SignedInView({ account: { isLinked, leads }, onSignOut }: { account: Account; onSignOut(): void }) {
  return (
    <>
      <MovePlaces />
      <Card title="Cuộc trò chuyện Zalo" icon="chat">
        <p>
          {isLinked
            ? 'Đã liên kết với Zalo của phường: nơi ghi ở đây và nơi nhắn trong Zalo là một.'
            : 'Chưa liên kết. Nhắn “liên kết Mini App” cho Zalo của phường, rồi bấm đường dẫn nhận được.'}
        </p>
      </Card>
      {leads.length > 0 && (
        <Card title="Phụ trách" icon="house">
          <p>{leads.map(({ name }) => name).join(' · ')}</p>
        </Card>
      )}
      <Rows>
        <Row to="/cua-toi/noi" icon="house" title="Nơi của tôi" />
        <Row to="/cua-toi/du-lieu" icon="info" title="Điều đang lưu về tôi" />
      </Rows>
      <div className="buttons mine-later">
        <Button
          onClick={() => {
            signOut()
            onSignOut()
          }}
        >
          Đăng xuất
        </Button>
      </div>
    </>
  )
}

/** In an ordinary browser there is nobody to ask: the chat does the same. */
function Elsewhere() {
  const { data: ward } = useWard()
  return (
    <>
      <p>
        Trang này đang mở ngoài Zalo nên không đăng nhập được. Muốn nhận tin của tổ: mở Zalo của phường rồi nhắn, ví dụ,
        “tôi ở tổ 3”.
      </p>
      {ward && <OpenWardZalo ward={ward} words="tôi ở tổ 3" isMain />}
    </>
  )
}
