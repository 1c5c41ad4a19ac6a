/** Cases that wait for a person of the office: opened in the chat, answered and closed in Zalo's own tool or here. */
import { z } from 'zod'
import { messageLength } from './messages.ts'
import { operation } from './operation.ts'

/** Why a case was opened: asked for, two failures in a row, 👎, or words of distress. */
export const HandoffReason = z.enum(['asked', 'failures', 'thumbs_down', 'distress'])
export type HandoffReason = z.infer<typeof HandoffReason>

/** What an officer may say became of a case. */
export const HandoffOutcome = z.enum(['answered', 'visited', 'no_answer_needed', 'unreachable'])
export type HandoffOutcome = z.infer<typeof HandoffOutcome>

/** `waiting`: no officer has written yet. `answering`: one has, and has not ended the talk. */
export const HandoffState = z.enum(['waiting', 'answering', 'closed'])
export type HandoffState = z.infer<typeof HandoffState>

export const HandoffSummary = z.object({
  id: z.string(),
  state: HandoffState,
  reason: HandoffReason,
  /** Key of the topic that the conversation was about; null when there was none. */
  topic: z.string().nullable(),
  openedAt: z.date(),
  /** Until when the person was told to expect an answer; null: no moment was named. */
  dueAt: z.date().nullable(),
  /** Since when the case has waited for longer than a working day; null: it has not. */
  escalatedAt: z.date().nullable(),
  /** When an officer last wrote. */
  officerAt: z.date().nullable(),
  closedAt: z.date().nullable(),
  /** `unanswered`: nobody wrote for as long as messages are kept. */
  outcome: z.enum([...HandoffOutcome.options, 'unanswered']).nullable(),
  /** Whole minutes without an officer so far; null once one has written, or the case is closed. */
  waitingMinutes: z.number().int().nonnegative().nullable(),
  /** The person asked to be called and gave a number for it. */
  hasPhone: z.boolean(),
  /** The officer who has taken it on; null: nobody has. */
  claimedBy: z.string().nullable(),
  /** The caller has taken it on. */
  isMine: z.boolean(),
  area: z.string(),
  areaName: z.string(),
})
export type HandoffSummary = z.infer<typeof HandoffSummary>

export const HandoffLine = z.object({ from: z.enum(['person', 'ward']), text: z.string(), at: z.iso.datetime() })
export type HandoffLine = z.infer<typeof HandoffLine>

export const Handoff = HandoffSummary.extend({
  /** The last lines of the conversation, masked, oldest first; empty once the case is closed. */
  context: z.array(HandoffLine),
  /** Reading it is written into the audit. Gone once the case is closed. */
  phone: z.string().nullable(),
  note: z.string().nullable(),
  closedBy: z.string().nullable(),
  /** Officers' remarks to each other, masked, oldest first. */
  notes: z.array(z.object({ at: z.date(), by: z.string(), text: z.string() })),
  /** What officers wrote from here, oldest first; null words: no longer kept. */
  replies: z.array(
    z.object({
      at: z.date(),
      by: z.string(),
      way: z.enum(['oa', 'inbox']),
      text: z.string().nullable(),
      /** `opened`: read in the Mini App, or Zalo has said so. */
      state: z.enum(['waiting', 'sent', 'opened', 'failed', 'unknown']),
    }),
  ),
  /** What the published guides say to the last question; null: nothing that they are sure of. */
  suggestion: z
    .object({ topic: z.string(), revision: z.number().int(), question: z.string(), text: z.string() })
    .nullable(),
  /** How a reply would reach the person now; null: only by telephone, or when they write again. */
  replyWay: z.enum(['oa', 'inbox']).nullable(),
  /** Until when the chat takes a reply. */
  replyUntil: z.date().nullable(),
})
export type Handoff = z.infer<typeof Handoff>

/** `note`: the officer's own words; what identifies a person is masked before they are kept. */
export const HandoffClosing = z.object({ outcome: HandoffOutcome, note: z.string().max(500).optional() })
export type HandoffClosing = z.infer<typeof HandoffClosing>

/** `requestKey`: made by the page for one press of a button; the same twice is one reply. */
export const HandoffReply = z.object({
  text: z
    .string()
    .trim()
    .min(1)
    .refine(text => messageLength(text) <= 2000, 'a message holds at most 2,000 code points'),
  requestKey: z.uuid(),
})
export type HandoffReply = z.infer<typeof HandoffReply>

/** `claimed`: a colleague has taken the case on. `window_closed`: nothing written here would reach the person. */
export const HandoffRefusal = z.enum(['claimed', 'closed', 'window_closed', 'moved'])
export type HandoffRefusal = z.infer<typeof HandoffRefusal>

export const CannedReply = z.object({
  title: z.string().trim().min(1).max(60),
  text: z.string().trim().min(1).max(1000),
})
export type CannedReply = z.infer<typeof CannedReply>

export const CannedReplies = z.object({
  replies: z.array(CannedReply).max(60),
  /** Code of the area whose list it is; null: the one that the product comes with. */
  from: z.string().nullable(),
})
export type CannedReplies = z.infer<typeof CannedReplies>

/** What an officer wrote to the person who calls. */
export const OwnReply = z.object({ id: z.string(), at: z.date(), text: z.string(), isNew: z.boolean() })
export type OwnReply = z.infer<typeof OwnReply>

/** Until an office has written its own. */
export const starterReplies: readonly CannedReply[] = [
  { title: 'Đã nhận', text: 'Phường đã nhận câu hỏi. Cán bộ xem và trả lời ngay trong buổi.' },
  {
    title: 'Xin nói rõ thêm',
    text: 'Xin cho biết thêm việc cần làm và giấy tờ đang có trong tay, để phường hướng dẫn cho đúng.',
  },
  {
    title: 'Mời đến một cửa',
    text: 'Việc này cần xem giấy tờ. Mời đến bộ phận một cửa của phường trong giờ làm việc, mang theo bản chính để đối chiếu.',
  },
  {
    title: 'Đừng gửi số giấy tờ',
    text: 'Xin đừng gửi số căn cước hay ảnh giấy tờ vào đây. Khi cần, cán bộ xem trực tiếp tại quầy.',
  },
  { title: 'Cảm ơn', text: 'Phường cảm ơn. Cần gì thêm, cứ nhắn vào đây.' },
]

const HandoffId = z.string().regex(/^\d{1,18}$/)
const OfHandoff = z.object({ id: HandoffId })
const AreaCode = z.string().max(80)

export const handoffsContract = {
  list: operation('answerer')
    .route({ method: 'GET', path: '/handoffs', summary: 'Who waits for an officer, the most urgent first' })
    .output(z.array(HandoffSummary)),
  get: operation('answerer')
    .route({ method: 'GET', path: '/handoffs/{id}', summary: 'One case: its last lines, and the number to call' })
    .input(OfHandoff)
    .output(Handoff),
  claim: operation('answerer')
    .route({ method: 'POST', path: '/handoffs/{id}/claim', summary: 'Takes a case on; one officer at a time' })
    // Naming the colleague it is taken from, so that nobody takes away what has just changed hands.
    .input(OfHandoff.extend({ from: z.string().max(120).optional() }))
    .output(HandoffSummary),
  release: operation('answerer')
    .route({ method: 'POST', path: '/handoffs/{id}/release', summary: 'Leaves a case to the colleagues' })
    .input(OfHandoff)
    .output(HandoffSummary),
  reply: operation('answerer')
    .route({
      method: 'POST',
      path: '/handoffs/{id}/replies',
      summary: 'Writes to the person; the machine is silent then',
    })
    .input(HandoffReply.extend({ id: HandoffId }))
    .output(Handoff),
  addNote: operation('answerer')
    .route({ method: 'POST', path: '/handoffs/{id}/notes', summary: 'A remark for the colleagues' })
    .input(OfHandoff.extend({ text: z.string().trim().min(1).max(500) }))
    .output(Handoff),
  close: operation('answerer')
    .route({ method: 'POST', path: '/handoffs/{id}/close', summary: 'Ends a case; the machine answers again' })
    .input(HandoffClosing.extend({ id: HandoffId }))
    .output(HandoffSummary),
  readCanned: operation('answerer')
    .route({ method: 'GET', path: '/areas/{area}/canned-replies', summary: 'Replies ready to be sent' })
    .input(z.object({ area: AreaCode }))
    .output(CannedReplies),
  writeCanned: operation('answerer')
    .route({ method: 'PUT', path: '/areas/{area}/canned-replies', summary: 'Replaces the replies of an area' })
    .input(z.object({ area: AreaCode, replies: z.array(CannedReply).max(60) }))
    .output(CannedReplies),
  listOwn: operation('resident')
    .route({ method: 'GET', path: '/handoff-replies', summary: 'What officers wrote to the person who calls' })
    .output(z.array(OwnReply)),
  openOwn: operation('resident')
    .route({ method: 'POST', path: '/handoff-replies/opened', summary: 'The person who calls has read them' })
    .output(z.object({ opened: z.number().int() })),
}
