/** "Tin này có thật không?": how to tell a message of the ward from a forged one. */
import { composeAuthenticity } from '../../shared/answers/index.ts'
import { analysePhrase, createPhrasebook, doubtWords, listed } from '../../shared/language/index.ts'
import type { Skill } from '../feature.ts'

const BID = 0.9

const senses = createPhrasebook([
  ...listed(doubtWords.questions, 'question' as const),
  ...listed(doubtWords.suspects, 'suspect' as const),
  ...listed(doubtWords.strangers, 'stranger' as const),
  ...listed(doubtWords.doubts, 'doubt' as const),
  ...listed(doubtWords.baits, 'bait' as const),
])

export const authenticitySkill: Skill = {
  name: 'authenticity',
  bid: ({ text, ward, addressing, isOpening }) =>
    asksWhetherGenuine(text)
      ? {
          score: BID,
          reply: () => ({
            messages: composeAuthenticity({ ward, addressing: isOpening ? addressing : null }),
            source: null,
            outcome: 'authenticity',
          }),
        }
      : null,
}

/** Somebody wonders about a message, or tells of a stranger who asks for what only cheats ask for. */
function asksWhetherGenuine(text: string): boolean {
  const said = new Set(senses.find(analysePhrase(text)).map(({ meaning }) => meaning))
  const wonders = said.has('doubt') && (said.has('suspect') || said.has('stranger'))
  return said.has('question') || wonders || (said.has('stranger') && said.has('bait'))
}
