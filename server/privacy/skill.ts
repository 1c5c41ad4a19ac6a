/** "Xóa dữ liệu của tôi": asks once, then forgets the person. */
import { z } from 'zod'
import {
  composeErased,
  composeErasureQuestion,
  composeNotErased,
  erasureQuestionStart,
} from '../../shared/answers/index.ts'
import type { Reply, Skill, Turn } from '../feature.ts'
import { erasePerson } from '../platform/people/index.ts'
import { type ErasureWord, readErasureWord } from './request.ts'

const BID = 0.9
/** An answer to our question goes before whatever else "không" may mean. */
const ANSWER_BID = 0.97
const ASKED_FOR_MS = 15 * 60_000
const Memory = z.object({ asked: z.literal(true) })

export const erasureSkill: Skill = {
  name: 'erasure',
  bid(turn) {
    const isAsked = Memory.safeParse(turn.memory).success
    const word = readErasureWord(turn.text, { isAsked, isFresh: isAsked && hasJustBeenAsked(turn) })
    return word && { score: word === 'request' ? BID : ANSWER_BID, reply: () => reply(word, turn) }
  },
}

function reply(word: ErasureWord, turn: Turn): Reply {
  const about = { source: null, outcome: 'erasure' } as const
  switch (word) {
    case 'request':
      return {
        ...about,
        messages: composeErasureQuestion(turn),
        memory: { value: { asked: true }, lastsMs: ASKED_FOR_MS },
      }
    case 'decline':
      return { ...about, messages: composeNotErased(), memory: null }
    case 'confirm':
      return {
        ...about,
        messages: composeErased(turn),
        act: async (tx, { oaId, oaUserId, eventId }) => {
          const request = { cause: 'person asked', requestedAt: turn.now, keepEventId: eventId } as const
          await erasePerson(tx, { oaId, oaUserId }, request)
        },
      }
  }
}

function hasJustBeenAsked({ recent }: Turn): boolean {
  return recent.findLast(({ from }) => from === 'ward')?.text.startsWith(erasureQuestionStart) ?? false
}
