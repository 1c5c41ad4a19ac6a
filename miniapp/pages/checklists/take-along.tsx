/** Taking a list or a guide along: to somebody else, onto paper, into the ear, and in other ways. */
import { lazy, Suspense, useState } from 'react'
import { useWard } from '../../api/index.ts'
import { ReadAloud } from '../../read-aloud/index.ts'
import { Button } from '../../ui/index.ts'
import { phone, type Result } from '../../zalo/index.ts'
import type { BringList } from './bring-list.ts'
import { listTitle, spokenList } from './list-sections.ts'

import type { Way } from './other-ways.tsx'

const OtherWays = lazy(() => import('./other-ways.tsx'))

interface TakeAlongProps {
  list: BringList
  /** What is sent in words; the address goes with it. */
  text: string
  /** What is read aloud, line by line. */
  spoken?: readonly string[]
  /** The address of a person's reading of the same; null: nobody has read it. */
  recording?: string | null
}

export function TakeAlong({ list, text, spoken = spokenList(list), recording = null }: TakeAlongProps) {
  const [said, setSaid] = useState('')
  const [isCopied, setCopied] = useState(false)
  const [way, setWay] = useState<Way | null>(null)
  const { data: ward } = useWard()
  const { address } = list
  const message = `${text}\n\n${address}`
  // Zalo sends either an address or words: the words carry the address.
  const inZalo = { title: listTitle(list), text: message, url: null }

  const copy = async (words: string, done: string): Promise<void> => {
    const { ok } = await phone.copy(words)
    setSaid(ok ? `${done} Dán vào tin nhắn để gửi.` : `Chưa chép được. Đường dẫn: ${address}`)
  }
  const share = async (): Promise<void> => {
    const result = await phone.share(phone.isInsideZalo ? inZalo : { ...inZalo, text, url: address })
    if (!result.ok && !isRefusal(result)) await copy(message, 'Đã chép danh sách.')
  }
  /** Zalo's own sheet knows "Cloud của tôi"; else the chat with the ward; else words to paste there. */
  const sendToZalo = async (): Promise<void> => {
    if (phone.isInsideZalo) {
      const shared = await phone.share(inZalo)
      if (shared.ok || isRefusal(shared)) return
      const opened = ward ? await phone.openChat(ward.oaId, message) : shared
      if (opened.ok) return
    }
    // While the finger still counts as having pressed: a browser lets nobody copy later.
    const { ok } = await phone.copy(message)
    setCopied(ok)
    setWay('zalo')
  }

  return (
    <div className="no-print take-along">
      <div className="buttons along-buttons">
        {phone.can.share && (
          <Button icon="share" onClick={share}>
            Gửi cho người thân
          </Button>
        )}
        <Button icon="chat" onClick={sendToZalo}>
          Gửi vào Zalo của tôi
        </Button>
        <ReadAloud lines={spoken} recording={recording} />
        {phone.can.print && (
          <Button icon="print" onClick={() => window.print()}>
            In ra giấy
          </Button>
        )}
        <Button icon="copy" onClick={() => void copy(address, 'Đã chép đường dẫn.')}>
          Chép đường dẫn
        </Button>
        <Button icon="qr" onClick={() => setWay('choose')}>
          Ảnh, mã QR
        </Button>
      </div>
      <p role="status" className="said">
        {said}
      </p>
      {way && (
        <Suspense>
          <OtherWays first={way} list={list} message={message} isCopied={isCopied} onClose={() => setWay(null)} />
        </Suspense>
      )}
    </div>
  )
}

function isRefusal(result: Result): boolean {
  return !result.ok && (result.reason === 'cancelled' || result.reason === 'denied')
}
