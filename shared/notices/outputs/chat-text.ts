/** The notice as one chat message: short, whole in its facts, and with the way to the rest. */
import { messageLength } from '../../message-length.ts'
import type { Button, OutgoingMessage } from '../../messages.ts'
import { factsOf, type NoticeSheet, shorten, speakerOf, urgencyWords } from './sheet.ts'

/** Of the text only: the facts come besides. */
const MOST_OF_TEXT = 700
/** Below Zalo's 2,000, with room for the line that a group is given besides. */
const MOST_OF_ALL = 1850
const MOST_OF_CHANGE = 120
const MORE = '(Đọc tiếp ở trang tin.)'

export function composeNoticeMessage(sheet: NoticeSheet): OutgoingMessage {
  const { fields, code, url, corrects } = sheet
  const facts = factsOf(sheet).map(({ label, value }) => `${label}: ${value}`)
  const head = [urgencyWords(sheet.urgency), corrects ? `ĐÍNH CHÍNH tin ${corrects.code}` : null].filter(Boolean)
  const changes = corrects?.changes.map(({ label, before, after }) => {
    const [old, now] = [before, after].map(value => cut(value))
    return `${label}: ${old} → ${now}`
  })
  const above = [
    ...(head.length > 0 ? [head.join(' · ')] : []),
    fields.title,
    ...(changes && changes.length > 0 ? ['', 'Đã sửa:', ...changes] : []),
  ]
  const below = [...(facts.length > 0 ? [...facts, ''] : []), `${speakerOf(sheet)} · Mã tin ${code}`]
  const rest = messageLength([...above, '', MORE, '', ...below].join('\n'))
  const what = shorten(fields.what, Math.min(MOST_OF_TEXT, MOST_OF_ALL - rest))
  const text = [...above, '', what.text, ...(what.isWhole ? [] : [MORE]), '', ...below].join('\n')
  return { text, buttons: buttonsOf(sheet, url) }
}

function cut(value: string): string {
  const { text, isWhole } = shorten(value.replace(/\n+/g, ' '), MOST_OF_CHANGE)
  return isWhole ? text : `${text} …`
}

/** What a person sends back by a button, read by `readNoticeAnswer`. */
function buttonsOf({ rsvp, code }: NoticeSheet, url: string): Button[] {
  const open: Button = { kind: 'open', title: 'Xem tin', url }
  if (rsvp === 'none') return [open]
  return [
    { kind: 'say', title: 'Tôi sẽ đi', text: `Tôi sẽ đi ${code}` },
    { kind: 'say', title: 'Tôi không đi được', text: `Tôi không đi được ${code}` },
    open,
  ]
}

/** The plain text to put into the leader's own group: no buttons there, the link says the rest. */
export function composeGroupText(sheet: NoticeSheet, groupUrl: string): string {
  return `${composeNoticeMessage(sheet).text}\nXem tin, bản in: ${groupUrl}`
}
