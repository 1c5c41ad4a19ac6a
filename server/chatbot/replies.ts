/** What the chatbot itself says; answers about paperwork come from skills. */
import { privacyNotice } from '../../shared/answers/index.ts'
import type { WardProfile } from '../../shared/areas.ts'
import type { OutgoingMessage } from '../../shared/messages.ts'

const say = (title: string): OutgoingMessage['buttons'][number] => ({ kind: 'say', title, text: title })
/** Questions that many ask, to begin with. */
export const EXAMPLES = ['Khai sinh cần giấy tờ gì?', 'Đăng ký tạm trú ở đâu?', 'Chứng thực bản sao bao nhiêu tiền?']

/** First contact: who speaks, what can be asked, what is kept. */
export function composeWelcome(ward: WardProfile, daysKept: number): OutgoingMessage[] {
  const text = [
    `Đây là máy trả lời của ${ward.officeName}, ${ward.wardName}.`,
    'Bà con gõ việc cần làm, không dấu cũng được. Ví dụ:',
    ...EXAMPLES.map((example, index) => `${index + 1}. ${example}`),
    `Cần gặp người, xin gọi ${ward.phone}.`,
    privacyNotice(daysKept),
  ].join('\n')
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
