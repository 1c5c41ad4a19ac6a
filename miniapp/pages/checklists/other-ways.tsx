/** Further ways to take a list along, one to a row: a picture, a QR, one's own Zalo. */
import { useEffect, useRef, useState } from 'react'
import { useQrAddress, useWard } from '../../api/index.ts'
import { Button, Loading, OutLink, Sheet } from '../../ui/index.ts'
import { phone } from '../../zalo/index.ts'
import type { BringList } from './bring-list.ts'
import { PictureView } from './picture-view.tsx'
import { QrView } from './qr-view.tsx'

interface OtherWaysProps {
  first: Way
  list: BringList
  message: string
  /** The message lies in the phone's memory already. */
  isCopied: boolean
  onClose(): void
}

export type Way = 'choose' | 'zalo' | 'picture' | 'qr'

const TITLES: Record<Way, string> = {
  choose: 'Ảnh, mã QR, chép chữ',
  zalo: 'Gửi vào Zalo của tôi',
  picture: 'Ảnh danh sách',
  qr: 'Mã QR của trang này',
}

export default function OtherWays({ first, list, message, isCopied, onClose }: OtherWaysProps) {
  const [way, setWay] = useState(first)
  const [said, setSaid] = useState('')
  const { data: ward } = useWard()
  const qrAddress = useQrAddress(list.topic.key, list.address)
  const place = useRef<HTMLDivElement>(null)

  // What was pressed is gone: the focus goes to what came in its place.
  // biome-ignore lint/correctness/useExhaustiveDependencies: with every change of the way
  useEffect(() => place.current?.focus(), [way])

  const copy = async (): Promise<void> => {
    const { ok } = await phone.copy(message)
    setSaid(ok ? 'Đã chép danh sách. Dán vào tin nhắn để gửi.' : 'Máy không cho chép. Lưu thành ảnh cũng được.')
  }

  return (
    <Sheet title={TITLES[way]} isOpen onClose={onClose}>
      <div ref={place} tabIndex={-1}>
        {way === 'choose' && (
          <div className="ways">
            <Button icon="picture" onClick={() => setWay('picture')}>
              Lưu thành ảnh
            </Button>
            <Button icon="qr" onClick={() => setWay('qr')}>
              Hiện mã QR
            </Button>
            <Button icon="copy" onClick={copy}>
              Chép danh sách bằng chữ
            </Button>
            <p role="status" className="said">
              {said}
            </p>
          </div>
        )}
        {way === 'zalo' && <ZaloWay message={message} isCopied={isCopied} chatUrl={ward?.chatUrl ?? null} />}
        {way === 'picture' && qrAddress && <PictureView list={list} ward={ward} address={qrAddress} />}
        {way === 'qr' && qrAddress && <QrView address={qrAddress} />}
        {(way === 'picture' || way === 'qr') && !qrAddress && <Loading what="Đang hỏi mã của trang…" />}
      </div>
    </Sheet>
  )
}

/** Outside Zalo nothing can be laid into it: the words are copied, and the way there is shown. */
function ZaloWay({ message, isCopied, chatUrl }: { message: string; isCopied: boolean; chatUrl: string | null }) {
  return (
    <>
      {isCopied ? (
        <p role="status">Đã chép danh sách.</p>
      ) : (
        <>
          <p>Máy không cho chép sẵn. Bấm giữ vào chữ dưới đây, chọn tất cả rồi chép:</p>
          <textarea className="words-to-copy" aria-label="Danh sách bằng chữ" readOnly rows={8} value={message} />
        </>
      )}
      <ol>
        <li>Mở Zalo, vào “Cloud của tôi” hoặc Zalo của phường.</li>
        <li>Bấm giữ vào ô nhắn tin rồi chọn “Dán”.</li>
        <li>Bấm gửi. Danh sách nằm trong Zalo, lúc nào cũng mở lại được.</li>
      </ol>
      {chatUrl && (
        <div className="buttons">
          <OutLink className="button button-main" href={chatUrl}>
            Mở Zalo của phường
          </OutLink>
        </div>
      )}
    </>
  )
}
