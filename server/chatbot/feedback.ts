/** 👍 or 👎, asked for once a conversation. Only counts are kept; 👎 brings an officer. */
import { composeThanksForFeedback, feedbackRequest } from '../../shared/answers/index.ts'
import { fold, normalise } from '../../shared/language/index.ts'
import type { House, Reply, Skill, Turn } from '../feature.ts'

const SMALL = '(?: (?:a|nha|nhe|nghe|lam|qua|roi|het|em|con|chau))*'
const PRAISE = new RegExp(`^(?:da )?(?:rat |that )?(?:co ich|huu ich|bo ich)${SMALL}$`)
const BLAME = new RegExp(`^(?:da )?(?:(?:khong|ko|chua) (?:co ich|huu ich|dung)|(?:tra loi )?sai)${SMALL}$`)
const YES = new RegExp(`^(?:da |u )?(?:co|duoc)${SMALL}$`)
const NO = new RegExp(`^(?:da )?(?:khong|ko|hong|chua)${SMALL}$`)

/** @param openCase the reply that opens a case for an officer */
export function createFeedbackSkill(house: House, openCase: (turn: Turn) => Reply): Skill {
  return {
    name: 'feedback',
    bid(turn) {
      const thumb = readThumb(turn)
      return thumb && { score: 1, reply: () => (thumb === 'up' ? thank(turn) : regret(turn)) }
    },
  }

  function thank({ addressing, topic }: Turn): Reply {
    house.count('thumbs up', topic ?? '')
    return { messages: composeThanksForFeedback({ addressing }), source: null, outcome: 'feedback', thumb: 'up' }
  }

  function regret(turn: Turn): Reply {
    house.count('thumbs down', turn.topic ?? '')
    return { ...openCase(turn), outcome: 'feedback', thumb: 'down' }
  }
}

/** By the sign, or in words; a bare yes or no counts right below our question only. */
function readThumb({ text, recent }: Turn): 'up' | 'down' | null {
  const sign = text.trim()
  if (sign.startsWith('👍')) return 'up'
  if (sign.startsWith('👎')) return 'down'
  const words = fold(normalise(text))
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
  const isAsked = recent.findLast(({ from }) => from === 'ward')?.text.endsWith(feedbackRequest.line) ?? false
  if (PRAISE.test(words) || (isAsked && YES.test(words))) return 'up'
  return BLAME.test(words) || (isAsked && NO.test(words)) ? 'down' : null
}
