/** Further ways to take a list along, one to a row: a picture, a QR, one's own Zalo. */
import { useEffect, useRef, useState } from 'react'
import { useWard } from '../../api/index.ts'
import { Button, OutLink, Sheet } from '../../ui/index.ts'
import { phone } from '../../zalo/index.ts'
import type { BringList } from './bring-list.ts'
import { PictureView } from './picture-view.tsx'
import { QrView } from './qr-view.tsx'

interface OtherWaysProps {
  list: BringList
  message: string
  onClose(): void
}

type Way = 'choose' | 'zalo' | 'picture' | 'qr'

const TITLES: Record<Way, string> = {
  choose: 'Mang theo cách khác',
  zalo: 'Gửi vào Zalo của tôi',
  picture: 'Ảnh danh sách',
  qr: 'Mã QR của trang này',
}

export default function OtherWays({ list, message, onClose }: OtherWaysProps) {
  const [way, setWay] = useState<Way>('choose')
  const [said, setSaid] = useState('')
  const { data: ward } = useWard()
  const place = useRef<HTMLDivElement>(null)

  // What was pressed is gone: the focus goes to what came in its place.
  // biome-ignore lint/correctness/useExhaustiveDependencies: with every change of the way
  useEffect(() => place.current?.focus(), [way])

  const copy = async (): Promise<void> => {
    const { ok } = await phone.copy(message)
    setSaid(ok ? 'Đã chép danh sách. Dán vào tin nhắn để gửi.' : 'Máy không cho chép. Lưu thành ảnh cũng được.')
  }
  const sendToZalo = async (): Promise<void> => {
    if (!phone.isInsideZalo) {
      const { ok } = await phone.copy(message)
      setSaid(ok ? 'Đã chép danh sách.' : 'Máy không cho chép: đóng khung này, rồi bấm giữ vào chữ để chép.')
      setWay('zalo')
      return
    }
    const shared = await phone.share({ title: list.topic.title, text: message, url: null })
    const isRefused = !shared.ok && (shared.reason === 'cancelled' || shared.reason === 'denied')
    if (!shared.ok && !isRefused && ward) await phone.openChat(ward.oaId, message)
    onClose()
  }

  return (
    <Sheet title={TITLES[way]} isOpen onClose={onClose}>
      <div ref={place} tabIndex={-1}>
        {way === 'choose' && (
          <div className="ways">
            <Button icon="chat" onClick={sendToZalo}>
              Gửi vào Zalo của tôi
            </Button>
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
        {way === 'zalo' && (
          <>
            <p role="status">{said}</p>
            <p>Mở Zalo, vào “Cloud của tôi” hoặc Zalo của phường, bấm giữ vào ô nhắn tin rồi chọn “Dán”.</p>
            {ward?.chatUrl && (
              <div className="buttons">
                <OutLink className="button button-main" href={ward.chatUrl}>
                  Mở Zalo của phường
                </OutLink>
              </div>
            )}
          </>
        )}
        {way === 'picture' && <PictureView list={list} ward={ward} />}
        {way === 'qr' && <QrView address={list.address} />}
      </div>
    </Sheet>
  )
}
