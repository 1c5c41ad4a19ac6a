/** Codes, access tokens and single-use refresh tokens of the OA's grant to the ward's app. */
import { createHash } from 'node:crypto'
import { z } from 'zod'
import { HOUR, MINUTE } from '../world/duration.ts'
import { newToken } from '../world/ids.ts'

const CODE_LIFE = 10 * MINUTE
export const ACCESS_LIFE = 25 * HOUR
const REFRESH_MONTHS = 3

const AccessToken = z.object({ token: z.string(), expiresAt: z.number(), epoch: z.number() })
const RefreshToken = z.object({
  token: z.string(),
  expiresAt: z.number(),
  epoch: z.number(),
  access: z.string(),
  spent: z.number(),
})
const Counts = z.object({
  exchanges: z.number(),
  rotations: z.number(),
  reuseAttempts: z.number(),
  refused: z.number(),
})

/** What must outlive a restart of the emulator, else the ward would have to consent again. */
export const GrantsSnapshot = z.object({
  epoch: z.number(),
  access: z.array(AccessToken),
  refresh: z.array(RefreshToken),
  counts: Counts,
})
export type GrantsSnapshot = z.infer<typeof GrantsSnapshot>

export interface Pair {
  accessToken: string
  refreshToken: string
}
/** Why no pair was given; `code` is what the token endpoint answers. */
export interface Denial {
  code: number
  name: string
}
export type AccessState = 'valid' | 'unknown' | 'expired' | 'revoked'

export interface Grants {
  newCode(challenge: string | null): string
  exchange(code: string, verifier: string | undefined): Pair | Denial
  refresh(token: string): Pair | Denial
  /** A pair made by hand, as in the API Explorer. */
  grant(): Pair
  /** Honours a refresh token that was agreed before the start; one already known keeps its state. */
  adopt(refreshToken: string): void
  /** The OA removes the app: every token dies. */
  revoke(): void
  accessState(token: string): AccessState
  report(): GrantsReport
  snapshot(): GrantsSnapshot
  restore(saved: GrantsSnapshot): void
}

export interface GrantsReport extends z.infer<typeof Counts> {
  /** Refresh tokens that were sent to the token endpoint more than once. */
  spentTwice: number
  liveRefreshTokens: number
  accessExpiresAt: string | null
  refreshExpiresAt: string | null
}

interface GrantRules {
  now(): number
  /** Asked at every refresh, since both can be switched. */
  refusesRefresh(): boolean
  oldTokenSurvives(): boolean
  /** Called after every change, before the caller learns of it. */
  changed(): void
}

export function createGrants(rules: GrantRules): Grants {
  const codes = new Map<string, { expiresAt: number; challenge: string | null; used: boolean }>()
  const access = new Map<string, z.infer<typeof AccessToken>>()
  const refresh = new Map<string, z.infer<typeof RefreshToken>>()
  let counts: z.infer<typeof Counts> = { exchanges: 0, rotations: 0, reuseAttempts: 0, refused: 0 }
  let epoch = 1
  let latest: z.infer<typeof RefreshToken> | undefined

  function keep(refreshToken: string, accessToken: string): void {
    access.set(accessToken, { token: accessToken, expiresAt: rules.now() + ACCESS_LIFE, epoch })
    latest = { token: refreshToken, expiresAt: inThreeMonths(rules.now()), epoch, access: accessToken, spent: 0 }
    refresh.set(refreshToken, latest)
  }

  function issue(): Pair {
    const pair = { accessToken: newToken(), refreshToken: newToken() }
    keep(pair.refreshToken, pair.accessToken)
    rules.changed()
    return pair
  }

  function deny(code: number, name: string): Denial {
    counts.refused++
    rules.changed()
    return { code, name }
  }

  return {
    newCode(challenge) {
      const code = newToken()
      codes.set(code, { expiresAt: rules.now() + CODE_LIFE, challenge, used: false })
      return code
    },
    exchange(code, verifier) {
      const found = codes.get(code)
      if (!found) return deny(-14005, 'Invalid authorization code')
      if (found.used) return deny(-14010, 'Authorization code has been used')
      if (rules.now() > found.expiresAt) return deny(-14005, 'Authorization code expired')
      found.used = true
      if (found.challenge !== null && found.challenge !== challengeOf(verifier ?? '')) {
        return deny(-14006, 'Invalid code verifier')
      }
      counts.exchanges++
      return issue()
    },
    refresh(token) {
      const found = refresh.get(token)
      if (!found) return deny(-14019, 'Invalid refresh token')
      if (found.spent > 0) {
        found.spent++
        counts.reuseAttempts++
        return deny(-14019, 'Refresh token has been used')
      }
      if (found.epoch !== epoch) return deny(-14019, 'Refresh token has been revoked')
      if (rules.now() > found.expiresAt) return deny(-14020, 'Refresh token expired')
      if (rules.refusesRefresh()) return deny(-14019, 'Invalid refresh token')
      found.spent = 1
      counts.rotations++
      if (!rules.oldTokenSurvives()) access.delete(found.access)
      return issue()
    },
    grant: issue,
    adopt(token) {
      if (refresh.has(token)) return
      keep(token, newToken())
      rules.changed()
    },
    revoke() {
      epoch++
      rules.changed()
    },
    accessState(token) {
      const found = access.get(token)
      if (!found) return 'unknown'
      if (found.epoch !== epoch) return 'revoked'
      return rules.now() > found.expiresAt ? 'expired' : 'valid'
    },
    report() {
      const all = [...refresh.values()]
      const living = latest?.epoch === epoch && latest.spent === 0 ? latest : undefined
      return {
        ...counts,
        spentTwice: all.filter(token => token.spent > 1).length,
        liveRefreshTokens: all.filter(token => token.epoch === epoch && token.spent === 0).length,
        accessExpiresAt: toIso(living && access.get(living.access)?.expiresAt),
        refreshExpiresAt: toIso(living?.expiresAt),
      }
    },
    snapshot: () => ({ epoch, counts: { ...counts }, access: [...access.values()], refresh: [...refresh.values()] }),
    restore(saved) {
      epoch = saved.epoch
      counts = { ...saved.counts }
      for (const token of saved.access) access.set(token.token, token)
      for (const token of saved.refresh) {
        refresh.set(token.token, token)
        latest = token
      }
    },
  }
}

/** PKCE: base64url(SHA-256(verifier)) without padding, RFC 7636. */
export function challengeOf(verifier: string): string {
  return createHash('sha256').update(verifier).digest('base64url')
}

function inThreeMonths(now: number): number {
  const date = new Date(now)
  date.setUTCMonth(date.getUTCMonth() + REFRESH_MONTHS)
  return date.getTime()
}

function toIso(time: number | undefined): string | null {
  return time === undefined ? null : new Date(time).toISOString()
}
