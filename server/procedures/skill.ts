/** Answers questions about paperwork from the published guides, asks back when unsure, and says when it does not know. */
import type { Aspect } from '../../shared/procedures.ts'
import { composeAnswer, composeChitchat, composeClarification, composeReferral, composeRefusal } from '../../shared/answers/index.ts'
import type { Reply, Skill, Turn } from '../feature.ts'
import type { CatalogueKeeper } from './catalogue.ts'

/** Paperwork is what the ward is for: this skill bids on everything, and others outbid it where they know better. */
const BID = 0.5

export function createProceduresSkill(keeper: CatalogueKeeper): Skill {
  return {
    name: 'procedures',
    bid: turn => ({ score: BID, reply: () => answer(keeper, turn) }),
  }
}

function answer(keeper: CatalogueKeeper, turn: Turn): Reply {
  const { topics, answerer } = keeper.current()
  const decision = answerer.decide(turn.text)
  const { ward } = turn
  const today = vietnamDate(turn.now)

  const about = (key: string, aspects: Aspect[]): Reply | null => {
    const published = topics.get(key)
    if (!published) return null
    const { topic, revision, publishedAt } = published
    const parts = { topic, revision, publishedOn: vietnamDate(publishedAt), aspects, ward, today }
    const messages = topic.kind === 'referral' ? composeReferral(parts) : composeAnswer(parts)
    return { messages, source: { topic: key, revision }, topic: key, outcome: topic.kind === 'referral' ? 'refer' : 'answer' }
  }

  // "Mất bao lâu?" right after an answer means the same topic.
  const isFollowUp = turn.topic !== null && decision.decision !== 'answer' && decision.aspects.length > 0 && !decision.aspects.includes('overview')
  if (isFollowUp && turn.topic) {
    const reply = about(turn.topic, decision.aspects)
    if (reply) return reply
  }
  switch (decision.decision) {
    case 'answer':
    case 'refer': {
      const reply = about(decision.topics[0] ?? '', decision.aspects)
      if (reply) return reply
      break
    }
    case 'clarify': {
      const candidates = decision.topics.flatMap(key => topics.get(key)?.topic ?? [])
      return { messages: composeClarification({ topics: candidates, aspects: decision.aspects, ward }), source: null, outcome: 'clarify' }
    }
    case 'chitchat':
      return { messages: composeChitchat({ kind: decision.chitchat ?? 'greeting', ward }), source: null, outcome: 'chitchat' }
    case 'refuse':
      break
  }
  return { messages: composeRefusal({ ward }), source: null, topic: null, outcome: 'refuse' }
}

function vietnamDate(moment: Date): string {
  return moment.toLocaleDateString('en-CA', { timeZone: 'Asia/Ho_Chi_Minh' })
}
