/** "Tin này có thật không?": how to tell a message of the ward from a forged one; of a code, what the register says. */
import { z } from 'zod'
import { composeAuthenticity, composeGenuine, composeNotOurs } from '../../shared/answers/index.ts'
import { analysePhrase, createPhrasebook, doubtWords, listed } from '../../shared/language/index.ts'
import { findNoticeCodes } from '../../shared/notices/index.ts'
import type { Skill } from '../feature.ts'
import type { Desk } from './desk.ts'
import { lookUpCode } from './public.ts'
import { toSheet } from './view.ts'

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

/** Above everything a message with a code could be taken for. */
const CODE_BID = 0.95

export function createAuthenticitySkill({ house }: Desk): Skill {
  return {
    name: 'authenticity',
    bid(turn) {
      const { text, ward, addressing, isOpening, memory, now } = turn
      const [code] = findNoticeCodes(text)
      if (code)
        return {
          score: CODE_BID,
          reply: () => ({
            messages: [],
            compose: async tx => {
              const row = await lookUpCode(tx, code)
              if (row === 'unknown') return composeNotOurs(code, ward)
              return composeGenuine({
                sheet: toSheet(row, house.config.publicUrl),
                isExpired: row.expires_at <= now,
                isCancelled: row.shown === 'cancelled' && row.correctedBy === null,
                isErased: row.erased_at !== null,
                correctedBy: row.correctedBy?.code ?? null,
              })
            },
            source: null,
            outcome: 'authenticity',
          }),
        }
      return asksWhetherGenuine(text, Memory.safeParse(memory).success)
        ? {
            score: BID,
            reply: () => ({
              messages: composeAuthenticity({ ward, addressing: isOpening ? addressing : null }),
              source: null,
              memory: { value: { asked: true }, lastsMs: GOES_ON_FOR_MS },
              outcome: 'authenticity',
            }),
          }
        : null
    },
  }
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
