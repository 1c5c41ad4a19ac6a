/** Joining a neighbourhood by its code: the sheet on the wall leads here, or the phone scans it. */
import { useState } from 'react'
import { useNavigate, useParams } from 'react-router-dom'
import { useAccount } from '../../api/index.ts'
import { Button, Loading, Notice, Page, Row, Rows, TroubleNote } from '../../ui/index.ts'
import { phone } from '../../zalo/index.ts'
import { usualLabels } from '../mine/place-labels.ts'
import { type Kept, usePlaces } from '../mine/places.ts'
import { useNeighbourhoods } from '../mine/use-neighbourhoods.ts'
import { addressInApp } from './scanned.ts'
import { notDone } from './trouble-words.ts'
import './notices.css'

export default function JoinPage() {
  const { area } = useParams()
  return (
    <Page title="Nhận tin của tổ">
      {area ? <Join area={area} /> : <Scan />}
      <div className="tin-block">
        <Rows>
          <Row to="/cua-toi/noi/them" icon="map" title="Tự tìm tổ" text="Theo tên tổ, đường, hẻm hoặc tên cũ" />
        </Rows>
      </div>
    </Page>
  )
}

function Join({ area }: { area: string }) {
  const { data, trouble, retry } = useNeighbourhoods()
  const { places, save } = usePlaces()
  const account = useAccount()
  const [state, setState] = useState<'idle' | 'busy' | Kept>('idle')
  const found = data?.find(({ code }) => code === area)
  const isJoined = places.some(({ code }) => code === area)
  if (!data) {
    if (trouble) return <TroubleNote trouble={trouble} retry={retry} isWholePage />
    return <Loading what="Đang mở…" />
  }
  if (!found)
    return (
      <>
        <h1 className="page-title">Chưa thấy tổ này</h1>
        <p>Tổ có thể vừa được sắp xếp lại. Tự tìm tổ ở bên dưới.</p>
      </>
    )
  const join = async (): Promise<void> => {
    setState('busy')
    // The word for it can be changed afterwards; nobody has to think of one at the wall.
    const label = usualLabels.find(one => !places.some(place => place.label === one)) ?? found.name
    setState(await save({ label, code: found.code, name: found.name }))
  }
  const hasFailed = state !== 'idle' && state !== 'busy' && state !== 'kept' && state !== 'visit'
  return (
    <>
      <h1 className="page-title">Nhận tin của {found.name}</h1>
      {isJoined ? (
        <Notice tone="done" isNews>
          {account ? `Đang nhận tin của ${found.name}.` : `Đã ghi ${found.name} vào máy này.`}
        </Notice>
      ) : (
        <>
          <p>
            Họp tổ, cắt điện, cắt nước, tiêm chủng, mưa bão: tin của tổ đến thẳng điện thoại. Rời lúc nào cũng được.
          </p>
          <div className="buttons">
            <Button look="main" icon="bell" disabled={state === 'busy'} onClick={() => void join()}>
              Nhận tin của {found.name}
            </Button>
          </div>
        </>
      )}
      <div role="status">{hasFailed && <Notice tone="check">{notDone('Chưa ghi được', state)}</Notice>}</div>
      {!account && (
        <p className="tin-block">
          Chưa đăng nhập: vẫn xem được tin chung của tổ ở đây, nhưng điện thoại không tự báo. Muốn được báo thì đăng
          nhập bằng Zalo, hoặc nhắn “tôi ở {found.name.toLowerCase()}” cho Zalo của phường.
        </p>
      )}
      <div className="tin-block">
        <Rows>
          {isJoined && <Row to="/thong-bao" icon="bell" title="Xem tin của tổ" />}
          {!account && phone.can.signIn && (
            <Row to="/cua-toi/dang-nhap" icon="person" title="Đăng nhập bằng Zalo" text="Để được báo khi có tin mới" />
          )}
        </Rows>
      </div>
    </>
  )
}

function Scan() {
  const navigate = useNavigate()
  const [said, setSaid] = useState('')
  const scan = async (): Promise<void> => {
    const result = await phone.scanQr()
    if (!result.ok) {
      if (result.reason !== 'cancelled') setSaid('Chưa quét được. Bấm lại, hoặc tự tìm tổ ở bên dưới.')
      return
    }
    const address = addressInApp(result.content)
    if (address) navigate(address)
    else setSaid('Mã này không phải của tổ hay của phường. Tìm tờ có chữ “Nhận tin của tổ”, hoặc tự tìm tổ ở bên dưới.')
  }
  return (
    <>
      <h1 className="page-title">Quét mã của tổ</h1>
      <p>Mã dán ở nhà văn hóa, bảng tin, hoặc tổ trưởng đang cầm.</p>
      {phone.can.scanQr && (
        <div className="buttons">
          <Button look="main" icon="qr" onClick={() => void scan()}>
            Mở máy quét
          </Button>
        </div>
      )}
      <div role="status">{said && <Notice tone="check">{said}</Notice>}</div>
    </>
  )
}
