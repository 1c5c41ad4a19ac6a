/** Taking the guide along: to somebody else, onto paper, as an address. */
import { useEffect, useState } from 'react'
import type { Topic } from '../../../shared/procedures.ts'
import { Button } from '../../ui/index.ts'
import { phone } from '../../zalo/index.ts'

export function GuideActions({ topic, address }: { topic: Topic; address: string }) {
  const [said, setSaid] = useState('')
  useOpenOnPaper()

  const copy = async (): Promise<void> => {
    const { ok } = await phone.copy(address)
    setSaid(ok ? 'Đã chép đường dẫn. Dán vào tin nhắn để gửi.' : `Chưa chép được. Đường dẫn: ${address}`)
  }
  const share = async (): Promise<void> => {
    const result = await phone.share({ title: topic.title, text: topic.summary, url: address })
    if (!result.ok && result.reason !== 'cancelled' && result.reason !== 'denied') await copy()
  }

  return (
    <div className="no-print guide-actions">
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
        <Button icon="copy" onClick={copy}>
          Chép đường dẫn
        </Button>
      </div>
      <p role="status" className="said">
        {said}
      </p>
    </div>
  )
}

/** Paper has nothing to press: what is folded on the screen is open on it. */
function useOpenOnPaper(): void {
  useEffect(() => {
    let opened: HTMLDetailsElement[] = []
    const open = (): void => {
      opened = [...document.querySelectorAll<HTMLDetailsElement>('details:not([open])')]
      for (const fold of opened) fold.open = true
    }
    const close = (): void => {
      for (const fold of opened) fold.open = false
    }
    window.addEventListener('beforeprint', open)
    window.addEventListener('afterprint', close)
    return () => {
      window.removeEventListener('beforeprint', open)
      window.removeEventListener('afterprint', close)
    }
  }, [])
}
