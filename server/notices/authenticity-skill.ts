/** "Tin này có thật không?": how to tell a message of the ward from a forged one. */
import { z } from 'zod'
import { composeAuthenticity } from '../../shared/answers/index.ts'
import { analysePhrase, createPhrasebook, doubtWords, listed } from '../../shared/language/index.ts'
import type { Skill } from '../feature.ts'

const BID = 0.9
/** Within this time the talk is still about that message. */
const GOES_ON_FOR_MS = 10 * 60_000
const Memory = z.object({ asked: z.literal(true) })
const LINK = /https?:\/\/|www\./i
/** Who "they" are was said before. */
const THEY = /^\s*(?:nó|no|họ|người ta|nguoi ta|thằng đó|bên đó|ben do|kêu|keu|bảo|đòi|doi)\s/iu
const ONLY_A_LINK = /^\s*(?:https?:\/\/|www\.)\S+\s*$/i

const senses = createPhrasebook([
  ...listed(doubtWords.questions, 'question' as const),
  ...listed(doubtWords.suspects, 'suspect' as const),
  ...listed(doubtWords.strangers, 'stranger' as const),
  ...listed(doubtWords.doubts, 'doubt' as const),
  ...listed(doubtWords.baits, 'bait' as const),
])

export const authenticitySkill: Skill = {
  name: 'authenticity',
  bid: ({ text, ward, addressing, isOpening, memory }) =>
    asksWhetherGenuine(text, Memory.safeParse(memory).success)
      ? {
          score: BID,
          reply: () => ({
            messages: composeAuthenticity({ ward, addressing: isOpening ? addressing : null }),
            source: null,
            memory: { value: { asked: true }, lastsMs: GOES_ON_FOR_MS },
            outcome: 'authenticity',
          }),
        }
      : null,
}

/**
 * Somebody wonders about a message or a link, or tells of a stranger who asks for what only cheats ask for.
 * @param isFollowUp they have just been told how to know: what is asked of them says enough ("nó kêu chuyển tiền")
 */
function asksWhetherGenuine(text: string, isFollowUp: boolean): boolean {
  const said = new Set(senses.find(analysePhrase(text)).map(({ meaning }) => meaning))
  const isSuspect = said.has('suspect') || said.has('stranger') || LINK.test(text)
  const isBaited = said.has('bait') && (said.has('stranger') || (isFollowUp && THEY.test(text)))
  return said.has('question') || (said.has('doubt') && isSuspect) || isBaited || ONLY_A_LINK.test(text)
}
