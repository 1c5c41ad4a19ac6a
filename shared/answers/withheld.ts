/** What is said in place of a guide that nobody has looked at for too long. */
import type { OutgoingMessage } from '../messages.ts'
import { isWithheld } from '../trust/index.ts'
import { callButton } from './choices.ts'
import type { Context } from './context.ts'
import { formatDate } from './figures.ts'

/** Empty while the guide may be shown. */
export function withheldLines({ topic, office, today }: Pick<Context, 'topic' | 'office' | 'today'>): string[] {
  if (!isWithheld(topic, today)) return []
  return [
    `Hướng dẫn “${topic.title}” đã quá hạn xem lại từ ${formatDate(topic.trust?.reviewOn ?? today)}, nên tạm chưa đưa ra để bà con khỏi đi lại nhầm.`,
    `Gọi ${office.phone} (${office.name}) để hỏi.`,
  ]
}

/** Null while the guide may be shown. */
export function composeWithheld(context: Context, opening: readonly string[]): OutgoingMessage | null {
  const lines = withheldLines(context)
  if (lines.length === 0) return null
  const { phone } = context.office
  return { text: [...opening, ...lines].join('\n'), buttons: [callButton(`Gọi ${phone}`, phone)] }
}
