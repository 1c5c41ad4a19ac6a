/** Taking a list or a guide along: to somebody else, onto paper, into the ear, and in other ways. */
import { lazy, Suspense, useState } from 'react'
import { ReadAloud } from '../../read-aloud/index.ts'
import { Button } from '../../ui/index.ts'
import { phone } from '../../zalo/index.ts'
import type { BringList } from './bring-list.ts'
import { listTitle, spokenList } from './list-sections.ts'

const OtherWays = lazy(() => import('./other-ways.tsx'))

interface TakeAlongProps {
  list: BringList
  /** What is sent in words; the address goes with it. */
  text: string
  /** What is read aloud, line by line. */
  spoken?: readonly string[]
}

export function TakeAlong({ list, text, spoken = spokenList(list) }: TakeAlongProps) {
  const [said, setSaid] = useState('')
  const [isOpen, setOpen] = useState(false)
  const { address } = list
  const message = `${text}\n\n${address}`

  const copy = async (words: string, done: string): Promise<void> => {
    const { ok } = await phone.copy(words)
    setSaid(ok ? `${done} Dán vào tin nhắn để gửi.` : `Chưa chép được. Đường dẫn: ${address}`)
  }
  const share = async (): Promise<void> => {
    // Zalo sends either an address or words: the words carry the address.
    const whole = phone.isInsideZalo ? { text: message, url: null } : { text, url: address }
    const result = await phone.share({ title: listTitle(list), ...whole })
    if (!result.ok && result.reason !== 'cancelled' && result.reason !== 'denied')
      await copy(message, 'Đã chép danh sách.')
  }

  return (
    <div className="no-print take-along">
      <div className="buttons">
        {phone.can.share && (
          <Button icon="share" onClick={share}>
            Gửi cho người thân
          </Button>
        )}
        {phone.can.print && (
          <Button icon="print" onClick={() => window.print()}>
            In ra giấy
          </Button>
        )}
        <ReadAloud lines={spoken} recording={null} />
        <Button icon="copy" onClick={() => void copy(address, 'Đã chép đường dẫn.')}>
          Chép đường dẫn
        </Button>
        <Button icon="qr" onClick={() => setOpen(true)}>
          Zalo, ảnh, mã QR
        </Button>
      </div>
      <p role="status" className="said">
        {said}
      </p>
      {isOpen && (
        <Suspense>
          <OtherWays list={list} message={message} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </div>
  )
}
