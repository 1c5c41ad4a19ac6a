/** A picture, a voice note, a sticker: what to do instead, never silence. */
import type { WardProfile } from '../../shared/areas.ts'
import type { OutgoingMessage } from '../../shared/messages.ts'

const WORDS: Record<string, string> = {
  image: 'Máy chưa đọc được ảnh. Nếu ảnh có giấy tờ tùy thân, nên nhấn giữ ảnh rồi chọn Thu hồi.',
  audio: 'Máy chưa nghe được tin thoại.',
}

export function composeMediaReply(type: string, ward: WardProfile): OutgoingMessage[] {
  return [{ text: `${WORDS[type] ?? 'Máy chưa đọc được tin này.'}\nXin gõ việc cần làm bằng chữ. Cần gặp người, gọi ${ward.phone}.`, buttons: [] }]
}
