/** "Liên kết Mini App": hands out, in the chat, a link that joins this chat to an account in the Mini App. */
import { composeLink } from '../../shared/answers/index.ts'
import { fold, normalise } from '../../shared/language/index.ts'
import type { Config } from '../config.ts'
import type { Skill } from '../feature.ts'
import { keepCode, makeCode } from '../platform/people/index.ts'

export const LINK_CODE = 'mini app link'

const BID = 0.9
const MINUTE_MS = 60_000
const LASTS_MINUTES = 10
const LONGEST = 100

const SMALL =
  '(?:cho|giup|xin|nho|toi|minh|em|con|chau|bac|co|chu|anh|chi|ong|ba|muon|can|voi|da|a|nhe|nha|di|hay|cach|lam sao|the nao|de)'
const APP = '(?:mini ?app|ung dung(?: mot cua)?|app|mot cua|tai khoan(?: (?:mini ?app|ung dung|mot cua))?)'
const REQUEST = new RegExp(
  `^(?:${SMALL} )*(?:lien ket|noi|ket noi)(?: (?:lai|voi|vao|zalo|tai khoan))* ${APP}(?: (?:voi|va|vao) zalo)?(?: ${SMALL})*$`,
)

export function isLinkRequest(text: string): boolean {
  if (text.length > LONGEST) return false
  const words = fold(normalise(text))
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
  return REQUEST.test(words)
}

export function createLinkSkill(config: Config): Skill {
  return {
    name: 'link',
    bid: turn =>
      isLinkRequest(turn.text)
        ? {
            score: BID,
            reply: () => {
              const code = makeCode()
              const url = linkAddress(config, code)
              return {
                messages: composeLink({ url, minutes: LASTS_MINUTES, addressing: turn.addressing }),
                source: null,
                outcome: 'sign_in',
                act: (tx, { personId }) =>
                  keepCode(tx, {
                    code,
                    purpose: LINK_CODE,
                    detail: { personId },
                    expiresAt: new Date(turn.now.getTime() + LASTS_MINUTES * MINUTE_MS),
                  }),
              }
            },
          }
        : null,
  }
}

/** Opens the Mini App in Zalo; in practice the emulated Zalo opens it. */
function linkAddress({ mode, emulatorUrl, zalo }: Config, code: string): string {
  const zaloMe = mode === 'practice' && emulatorUrl ? emulatorUrl : 'https://zalo.me'
  return `${zaloMe}/s/${zalo.miniAppId}/cua-toi/dang-nhap?lk=${code}`
}
