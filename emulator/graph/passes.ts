/** What the Mini App on a person's phone obtains: a user token, and one-time codes for phone number and place. */
import { HOUR, MINUTE } from '../world/duration.ts'
import { newToken } from '../world/ids.ts'

const TOKEN_LIFE = HOUR
const CODE_LIFE = 2 * MINUTE

export type CodeKind = 'phone' | 'location'

export interface Passes {
  /** @param app whose token it is; another app's proves nothing here */
  newToken(person: string, app?: 'own' | 'other'): string
  newCode(person: string, kind: CodeKind): string
  /** The person a token speaks for; undefined when it is unknown or has expired. */
  personOf(token: string): string | undefined
  isOfOtherApp(token: string): boolean
  /** Uses the code up; undefined when it is unknown, used, expired or somebody else's. */
  redeem(code: string, person: string): CodeKind | undefined
  clear(): void
}

export function createPasses(now: () => number): Passes {
  const tokens = new Map<string, { person: string; app: 'own' | 'other'; expiresAt: number }>()
  const codes = new Map<string, { person: string; kind: CodeKind; expiresAt: number }>()
  return {
    newToken(person, app = 'own') {
      const token = newToken()
      tokens.set(token, { person, app, expiresAt: now() + TOKEN_LIFE })
      return token
    },
    newCode(person, kind) {
      const code = newToken()
      codes.set(code, { person, kind, expiresAt: now() + CODE_LIFE })
      return code
    },
    personOf(token) {
      const found = tokens.get(token)
      return found && now() <= found.expiresAt ? found.person : undefined
    },
    isOfOtherApp: token => tokens.get(token)?.app === 'other',
    redeem(code, person) {
      const found = codes.get(code)
      if (!found || found.person !== person) return undefined
      codes.delete(code)
      return now() <= found.expiresAt ? found.kind : undefined
    },
    clear() {
      tokens.clear()
      codes.clear()
    },
  }
}
