/** The one-time link that joins this chat to the Mini App. */
import type { OutgoingMessage } from '../messages.ts'
import type { Addressing } from './addressing.ts'

export function composeLink({
  url,
  minutes,
  addressing,
}: {
  url: string
  minutes: number
  addressing: Addressing | null
}): OutgoingMessage[] {
  const who = addressing ? `chính ${addressing}` : 'chính người đang nhắn'
  const lines = [
    `Bấm nút dưới, trên điện thoại này, để nối cuộc trò chuyện với Mini App. Đường dẫn chỉ dùng một lần, trong ${minutes} phút, cho ${who}.`,
    'Đừng gửi đường dẫn cho ai: người mở được sẽ thấy nơi ở đã ghi.',
  ]
  return [{ text: lines.join('\n'), buttons: [{ kind: 'open', title: 'Mở Mini App để liên kết', url }] }]
}
