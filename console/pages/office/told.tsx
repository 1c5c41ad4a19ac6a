/** What a resident is told who asks in the chat: the very words of the chat. */
import { Text } from '@mantine/core'
import { composeOfficeDays, type DayPart } from '../../../shared/answers/index.ts'
import type { Closure } from '../../../shared/calendars.ts'
import { addDays, vietnamDay } from '../../../shared/vietnam-time.ts'
import type { Desk } from './office.ts'
import { sayDate } from './words.ts'

/** @param closure once it holds; left out: what is told now of today and tomorrow */
export function Told({ desk, closure }: { desk: Desk; closure?: Closure }) {
  const { ward, schedule } = desk
  if (!ward) return null
  const now = new Date(desk.now)
  const today = vietnamDay(now)
  const calendar = closure
    ? { ...schedule.calendar, closures: [closure, ...schedule.calendar.closures] }
    : schedule.calendar
  const say = (day: string, part: DayPart | null): string =>
    composeOfficeDays({ ward, calendar, addressing: null, now }, [day], part)
      .map(message => ('text' in message ? message.text : ''))
      .join('\n')
  const asked: [question: string, words: string][] = closure
    ? [[`${sayDate(closure.from)} có làm việc không?`, say(closure.from, null)]]
    : [
        ['Chiều nay có làm việc không?', say(today, 'afternoon')],
        ['Mai có làm việc không?', say(addDays(today, 1), null)],
      ]
  return (
    <div className="talk">
      {asked.map(([question, words]) => (
        <div key={question} className="talk">
          <p className="theirs">{question}</p>
          <p className="ours said">{words}</p>
        </div>
      ))}
      {closure && <Text size="sm">Đây là lời máy sẽ trả lời khi đã đăng.</Text>}
    </div>
  )
}
