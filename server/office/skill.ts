/** Answers when the office is open, when it is closed, and which numbers to call in need. */
import { z } from 'zod'
import {
  composeEmergencyNumbers,
  composeHolidays,
  composeOfficeDays,
  composeOfficeWeek,
} from '../../shared/answers/index.ts'
import type { Reply, Skill, Turn } from '../feature.ts'
import { type OfficeQuestion, readOfficeQuestion } from './question.ts'

const BID = 0.9
/** Within this time "còn chủ nhật?" goes on asking for hours. */
const GOES_ON_FOR_MS = 10 * 60_000
const Memory = z.object({ askedHours: z.literal(true) })

export const officeSkill: Skill = {
  name: 'office',
  bid(turn) {
    const question = readOfficeQuestion(turn.text, turn.now, Memory.safeParse(turn.memory).success)
    return question && { score: BID, reply: () => reply(question, turn) }
  },
}

function reply(question: OfficeQuestion, turn: Turn): Reply {
  const memory = question.kind === 'numbers' ? null : { value: { askedHours: true }, lastsMs: GOES_ON_FOR_MS }
  return { messages: compose(question, turn), source: null, memory, outcome: 'office' }
}

function compose(question: OfficeQuestion, turn: Turn): Reply['messages'] {
  // Once is polite, every time is stilted.
  const asked = { ...turn, addressing: turn.isOpening ? turn.addressing : null }
  switch (question.kind) {
    case 'days':
      return composeOfficeDays(asked, question.days, question.part)
    case 'week':
      return composeOfficeWeek(asked)
    case 'holidays':
      return composeHolidays(asked, question.holiday)
    case 'numbers':
      return composeEmergencyNumbers({ ward: turn.ward, first: question.first })
  }
}
