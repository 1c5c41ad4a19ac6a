/** What became of a notice, in honest figures. No person, no hour at which anybody read anything. */
import { z } from 'zod'
import { NoticeChannel } from './plan.ts'
import { NoticeState } from './states.ts'

const Count = z.number().int().min(0)

/** *Đã để trong hộp thư · đã tới máy · đã mở · lỗi (vì sao) · chưa rõ · chưa có trong danh sách* are six different things. */
export const NoticeCounts = z.object({
  state: NoticeState,
  /** Why it is paused or was stopped; null: it is not. */
  reason: z.string().nullable(),
  /** Everybody the notice is for: put into the inbox of each. Each of them is in exactly one of the next six. */
  inInbox: Count,
  /** A push is on its way. */
  waiting: Count,
  /** Zalo took the push. */
  sent: Count,
  failed: Count,
  /** Sent or not: nothing tells. Never repeated by itself. */
  unknown: Count,
  cancelled: Count,
  /** Nothing was to be pushed: the inbox is all they get. */
  inboxOnly: Count,
  /** Zalo reports that it is on the phone. */
  reached: Count,
  /** Opened: in the chat, as Zalo reports it, and in the inbox of the app. One person may be in both. */
  opened: z.object({ inChat: Count, inApp: Count }),
  failures: z.array(z.object({ words: z.string(), people: Count, isTemporary: z.boolean() })),
  channels: z.array(z.object({ channel: NoticeChannel, people: Count })),
  /** Houses of the register; null: no register has been entered, and then nobody can say who is missing. */
  houses: z.object({ known: Count, joined: Count, toldAtTheDoor: Count }).nullable(),
  /** Readers who came by the link, by where they found it. Nobody knows who. */
  linkOpenings: z.object({ group: Count, poster: Count, other: Count }),
  answers: z.object({ going: Count, goingPeople: Count, notGoing: Count, openQuestions: Count }),
  finishesAt: z.date().nullable(),
})
export type NoticeCounts = z.infer<typeof NoticeCounts>
