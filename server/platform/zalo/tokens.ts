/**
 * The OA's tokens: always a valid access token if there can be one, and never a lost grant that could have been kept.
 * Access tokens live 25 h, refresh tokens 3 months and one use. Source: developers.zalo.me, Official Account → Xác thực và ủy quyền.
 */
import type { Logger } from 'pino'
import type { Clock } from '../../clock.ts'
import type { ZaloConfig } from '../../config.ts'
import type { SecretBox } from '../secrets/index.ts'
import type { Database } from '../storage/index.ts'
import type { Grant, OAuth } from './oauth.ts'
import { createTokenJournal } from './token-journal.ts'
import { createRefresh, type TokenAnswer } from './token-refresh.ts'
import { createTokenStore, type StoredTokens } from './token-store.ts'

export type { TokenAnswer } from './token-refresh.ts'

/** What may be shown of the tokens. */
export interface TokenState {
  hasGrant: boolean
  /** True when an administrator of the OA must open the consent link: there is no grant, or it was lost. */
  needsConsent: boolean
  accessExpiresAt: Date | null
  refreshIssuedAt: Date | null
  /** True when the refresh token is older than 60 of its about 90 days. */
  isRefreshOld: boolean
  consentNeededSince: Date | null
}

export interface Tokens {
  /** The access token to use now; refreshed first when it has run out. @throws when the database is gone */
  accessToken(oaId: string): Promise<TokenAnswer>
  /** After Zalo refused a token: a newer one, refreshed unless somebody already did. */
  renew(oaId: string, refusedToken: string): Promise<TokenAnswer>
  /** For a timer, every few minutes: refreshes when less than about five hours remain. */
  refreshIfDue(oaId: string): Promise<TokenAnswer>
  /** At start: takes up a refresh that a sudden end interrupted. */
  recover(oaId: string): Promise<void>
  /** A new grant from the consent page. */
  storeGrant(oaId: string, grant: Grant): Promise<void>
  /** Zalo told us that the OA removed our app. */
  noteRevoked(oaId: string): Promise<void>
  state(oaId: string): Promise<TokenState>
}

export interface TokenParts {
  db: Database
  config: Pick<ZaloConfig, 'oaId' | 'firstRefreshToken'>
  oauth: OAuth
  box: SecretBox
  /** Where the journal of answers lies. */
  dataDir: string
  /** `token_alarm` with `consent_needed` or `refresh_token_old`. */
  count(name: string, label: string): void
  clock: Clock
  log: Logger
  /** 0 ≤ x < 1; spreads the refreshes of several processes. */
  random?: () => number
}

const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS
const DAY_MS = 24 * HOUR_MS
const REFRESH_BEFORE_MS = 5 * HOUR_MS
const SPREAD_MS = 30 * MINUTE_MS
const OLD_AFTER_MS = 60 * DAY_MS
/** Another process may have refreshed meanwhile; its token is seen after at most this long. */
const KEPT_MS = 5000

export function createTokens({
  db,
  config,
  oauth,
  box,
  dataDir,
  count,
  clock,
  log,
  random = Math.random,
}: TokenParts): Tokens {
  const store = createTokenStore({ db, box })
  const refresh = createRefresh({
    db,
    store,
    journal: createTokenJournal({ dataDir, box }),
    oauth,
    configuredToken: oaId => (oaId === config.oaId ? config.firstRefreshToken : undefined),
    count,
    clock,
    log,
  })
  const dueBeforeMs = REFRESH_BEFORE_MS - random() * SPREAD_MS
  const underWay = new Map<string, Promise<TokenAnswer>>()
  const kept = new Map<string, { token: string; until: number }>()
  let alarmedAt = Number.NEGATIVE_INFINITY

  /** Within one process everybody waits for the same refresh. */
  function refreshOnce(oaId: string, isNeeded: (tokens: StoredTokens) => boolean): Promise<TokenAnswer> {
    const running = underWay.get(oaId) ?? refresh(oaId, isNeeded).finally(() => underWay.delete(oaId))
    underWay.set(oaId, running)
    kept.delete(oaId)
    return running
  }

  function lastsFor(tokens: StoredTokens, ms: number): boolean {
    return tokens.accessToken !== null && (tokens.accessExpiresAt?.getTime() ?? 0) - clock.now().getTime() > ms
  }

  function isOld({ refreshIssuedAt }: StoredTokens): boolean {
    return refreshIssuedAt !== null && clock.now().getTime() - refreshIssuedAt.getTime() > OLD_AFTER_MS
  }

  function alarmOnceADay(oaId: string): void {
    if (clock.now().getTime() - alarmedAt < DAY_MS) return
    alarmedAt = clock.now().getTime()
    count('token_alarm', 'refresh_token_old')
    log.error(
      { oaId },
      'Refresh token của Zalo đã quá 60 ngày, sau 90 ngày sẽ mất quyền. Người quản trị OA nên cấp quyền lại sớm.',
    )
  }

  return {
    async accessToken(oaId) {
      const fresh = kept.get(oaId)
      if (fresh && fresh.until > performance.now()) return { kind: 'token', token: fresh.token }
      const tokens = await store.read(oaId)
      if (!tokens.accessToken || !lastsFor(tokens, MINUTE_MS))
        return refreshOnce(oaId, current => !lastsFor(current, MINUTE_MS))
      kept.set(oaId, { token: tokens.accessToken, until: performance.now() + KEPT_MS })
      return { kind: 'token', token: tokens.accessToken }
    },

    async renew(oaId, refusedToken) {
      const isNeeded = (current: StoredTokens) => current.accessToken === null || current.accessToken === refusedToken
      const answer = await refreshOnce(oaId, isNeeded)
      const joinedATimer = answer.kind === 'token' && answer.token === refusedToken
      return joinedATimer ? refreshOnce(oaId, isNeeded) : answer
    },

    async refreshIfDue(oaId) {
      const tokens = await store.read(oaId)
      if (isOld(tokens)) alarmOnceADay(oaId)
      if (tokens.accessToken && lastsFor(tokens, dueBeforeMs)) return { kind: 'token', token: tokens.accessToken }
      return refreshOnce(oaId, current => !lastsFor(current, dueBeforeMs))
    },

    async recover(oaId) {
      const { refreshStartedAt } = await store.read(oaId)
      if (refreshStartedAt) await refreshOnce(oaId, current => current.refreshStartedAt !== null)
    },

    async storeGrant(oaId, grant) {
      await db.transaction().execute(async tx => {
        await store.lock(tx, oaId)
        await store.writeGrant(tx, oaId, grant, clock.now())
      })
      kept.delete(oaId)
    },

    async noteRevoked(oaId) {
      await store.markConsentNeeded(db, oaId, clock.now())
      count('token_alarm', 'consent_needed')
    },

    async state(oaId) {
      const tokens = await store.read(oaId)
      return {
        hasGrant: tokens.refreshToken !== null,
        needsConsent: tokens.refreshToken === null || tokens.consentNeededSince !== null,
        accessExpiresAt: tokens.accessExpiresAt,
        refreshIssuedAt: tokens.refreshIssuedAt,
        isRefreshOld: isOld(tokens),
        consentNeededSince: tokens.consentNeededSince,
      }
    },
  }
}
