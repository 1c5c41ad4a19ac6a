/** 👍 or 👎, asked for once a conversation. Only counts are kept; 👎 brings an officer. */
import { composeThanksForFeedback } from '../../shared/answers/index.ts'
import type { House, Reply, Skill, Turn } from '../feature.ts'

/** @param openCase the reply that opens a case for an officer */
export function createFeedbackSkill(house: House, openCase: (turn: Turn) => Reply): Skill {
  return {
    name: 'feedback',
    bid(turn) {
      const text = turn.text.trim()
      if (text.startsWith('👍')) return { score: 1, reply: () => thank(turn) }
      if (text.startsWith('👎')) return { score: 1, reply: () => regret(turn) }
      return null
    },
  }

  function thank({ addressing, topic }: Turn): Reply {
    house.count('thumbs up', topic ?? '')
    return { messages: composeThanksForFeedback({ addressing }), source: null, outcome: 'feedback' }
  }

  function regret(turn: Turn): Reply {
    house.count('thumbs down', turn.topic ?? '')
    return { ...openCase(turn), outcome: 'feedback' }
  }
}
