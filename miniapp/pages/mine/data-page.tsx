/** "Điều đang lưu về tôi": what lies on this phone, what the ward holds, and how to have either forgotten. */
import { useState } from 'react'
import { useLocation } from 'react-router-dom'
import { useAccount, useWard, type Ward } from '../../api/index.ts'
import { SharedDeviceSwitch } from '../../shared-device/index.ts'
import { Button, Card, Fold, Notice, Page, Sheet } from '../../ui/index.ts'
import { place } from '../../zalo/index.ts'
import { deleteEverything, FRAGMENT_WHEN_DELETED } from './delete-everything.ts'
import { listKeptThings, sizeWords } from './kept-things.ts'
import { OpenWardZalo } from './open-ward-zalo.tsx'
import { StoredAtWard } from './stored-at-ward.tsx'
import './mine.css'

export default function DataPage() {
  const { data: ward } = useWard()
  const { hash } = useLocation()
  const account = useAccount()
  const [isAsking, setAsking] = useState(false)
  const [proof, setProof] = useState<string | null>(null)
  const things = listKeptThings()
  return (
    <Page title="Điều đang lưu về tôi" bar="Dữ liệu">
      <h1 className="page-title">Điều đang lưu về tôi</h1>
      {hash === FRAGMENT_WHEN_DELETED && (
        <Notice tone="done" isNews>
          Đã xóa hết những gì máy này ghi nhớ. Thông tin chung của phường vừa được tải lại để mở trang này.
        </Notice>
      )}
      <Card title="Trên máy này" icon="card">
        {things.length === 0 ? (
          <p>Không lưu gì.</p>
        ) : (
          <ul className="mine-kept">
            {things.map(({ what, size, isForVisit }) => (
              <li key={what}>
                <strong>{what}</strong>
                <span>
                  {sizeWords(size)}
                  {isForVisit && '; mất khi đóng trang'}
                </span>
              </li>
            ))}
          </ul>
        )}
        <p>Những thứ này chỉ nằm trong máy đang cầm, phường không thấy.</p>
        <Button look="danger" onClick={() => setAsking(true)}>
          Xóa hết trên máy này
        </Button>
      </Card>
      {proof && (
        <Notice tone="done" isNews>
          Phường đã xóa hết. Số chứng nhận: {proof}. Số này không ghi tên ai; chép lại nếu cần hỏi phường.
        </Notice>
      )}
      {account ? <StoredAtWard onErased={setProof} /> : <WardCard ward={ward} />}
      {!place.isInsideZalo && (
        <Fold title="Máy để ở quầy cho nhiều người" icon="person">
          <p>Chỉ dành cho máy của phường đặt ở quầy. Bật hay tắt đều xóa hết những gì máy này ghi nhớ.</p>
          <SharedDeviceSwitch />
        </Fold>
      )}
      <Sheet title="Xóa hết?" isOpen={isAsking} onClose={() => setAsking(false)}>
        <p>Sẽ xóa mọi thứ kể ở trên: nơi của tôi, giấy tờ đã đánh dấu, cuộc trò chuyện, cỡ chữ. Không lấy lại được.</p>
        <p>Hồ sơ đã nộp ở phường không bị ảnh hưởng.</p>
        <div className="buttons">
          <Button look="danger" onClick={() => void deleteEverything()}>
            Xóa hết
          </Button>
          <Button onClick={() => setAsking(false)}>Thôi, giữ lại</Button>
        </div>
      </Sheet>
    </Page>
  )
}

const ERASURE_WORDS = 'xóa dữ liệu của tôi'

function WardCard({ ward }: { ward: Ward | undefined }) {
  return (
    <Card title="Ở phường" icon="house">
      <p>Chỉ mở ứng dụng này, không đăng nhập, thì phường không giữ gì về bà con.</p>
      <p>
        Ai đã nhắn Zalo của phường thì phường giữ mã Zalo và tin nhắn (đã che số giấy tờ, số điện thoại) trong một thời
        hạn. Muốn xóa ngay: nhắn “{ERASURE_WORDS}” trong Zalo của phường, máy hỏi lại một lần rồi xóa.
      </p>
      {ward && <OpenWardZalo ward={ward} words={ERASURE_WORDS} />}
    </Card>
  )
}
