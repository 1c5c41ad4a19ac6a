/** Opens the chat with the ward: inside Zalo the way Zalo does, elsewhere by its address. */
import { useState } from 'react'
import type { Ward } from '../../api/index.ts'
import { Button, Icon, OutLink } from '../../ui/index.ts'
import { phone } from '../../zalo/index.ts'

interface OpenWardZaloProps {
  ward: Ward
  /** What the box of the chat is filled with, where Zalo lets us. */
  words?: string
  isMain?: boolean
}

export function OpenWardZalo({ ward, words, isMain }: OpenWardZaloProps) {
  const [isStuck, setStuck] = useState(false)
  const open = async (): Promise<void> => {
    const { ok } = await phone.openChat(ward.oaId, words)
    setStuck(!ok)
  }
  if (phone.isInsideZalo) {
    return (
      <>
        <Button icon="chat" look={isMain ? 'main' : 'plain'} onClick={() => void open()}>
          Mở Zalo của phường
        </Button>
        <p role="status" className="mine-stuck">
          {isStuck && `Chưa mở được. Tìm “${ward.wardName}” trong Zalo rồi nhắn.`}
        </p>
      </>
    )
  }
  if (!ward.chatUrl) return null
  return (
    <OutLink className={isMain ? 'button button-main' : 'button'} href={ward.chatUrl}>
      <Icon name="chat" />
      <span>Mở Zalo của phường</span>
    </OutLink>
  )
}
