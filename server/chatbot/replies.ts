/** What the chatbot itself says; answers about paperwork come from skills. */
import type { WardProfile } from '../../shared/areas.ts'
import type { OutgoingMessage } from '../../shared/messages.ts'

const say = (title: string): OutgoingMessage['buttons'][number] => ({ kind: 'say', title, text: title })
const EXAMPLES = ['Khai sinh cần giấy tờ gì?', 'Đăng ký tạm trú ở đâu?', 'Chứng thực bản sao bao nhiêu tiền?']

/** First contact: who speaks, what can be asked, what is kept. */
export function composeWelcome(ward: WardProfile): OutgoingMessage[] {
  const text = [
    `Đây là máy trả lời của ${ward.officeName}, ${ward.wardName}.`,
    'Bà con gõ việc cần làm, không dấu cũng được. Ví dụ:',
    ...EXAMPLES.map((example, index) => `${index + 1}. ${example}`),
    `Cần gặp người, xin gọi ${ward.phone}.`,
    'Xin đừng gửi số căn cước, số tài khoản. Máy che các số ấy trước khi lưu và chỉ giữ tin trong 30 ngày.',
  ].join('\n')
  return [{ text, buttons: EXAMPLES.map(say) }]
}

const MEDIA: Record<string, string> = {
  image: 'Máy chưa đọc được ảnh. Nếu ảnh có giấy tờ tùy thân, bà con nên nhấn giữ ảnh rồi chọn Thu hồi.',
  gif: 'Máy chưa đọc được ảnh động.',
  audio: 'Máy chưa nghe được tin thoại.',
  video: 'Máy chưa xem được video.',
  sticker: 'Chào bà con.',
  location: 'Máy chưa đọc được vị trí.',
  file: 'Máy chưa mở được tệp. Nếu tệp có giấy tờ tùy thân, bà con nên nhấn giữ tin rồi chọn Thu hồi.',
  link: 'Máy không mở đường dẫn.',
  business_card: 'Máy không lưu danh thiếp của người khác.',
}

/** A picture, a voice note, a sticker: what to do instead, never silence. */
export function composeMediaReply(type: string, ward: WardProfile): OutgoingMessage[] {
  const text = `${MEDIA[type] ?? 'Máy chưa đọc được tin này.'}\nXin gõ việc cần làm bằng chữ, ví dụ: ${EXAMPLES[0]}\nCần gặp người, xin gọi ${ward.phone}.`
  return [{ text, buttons: EXAMPLES.map(say) }]
}

/** Something of ours broke, or nobody can answer. */
export function composeApology(ward: WardProfile): OutgoingMessage[] {
  return [
    {
      text: `Máy chưa trả lời được câu này. Xin gọi ${ward.phone} (${ward.officeName}) để được hướng dẫn.`,
      buttons: [{ kind: 'call', title: 'Gọi cho phường', phone: ward.phone.replace(/[^\d+]/g, '') }],
    },
  ]
}
