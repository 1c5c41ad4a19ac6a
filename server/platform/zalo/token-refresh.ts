/**
 * Trades a refresh token for a new pair, by one process only, and never the same token twice.
 *
 * 1. Write down that a refresh begins (own commit). 2. Hold the OA's row; whoever comes second finds the work done.
 * 3. Ask Zalo. 4. Put the answer on the disk. 5. Commit it. Only then is it used. A death after 3 leaves the answer
 * in the journal; a lost answer costs one more try with the old token, and then a person must consent again.
 */
import type { Transaction } from 'kysely'
import type { Logger } from 'pino'
import type { Clock } from '../../clock.ts'
import type { Database, Tables } from '../storage/index.ts'
import type { Grant, OAuth } from './oauth.ts'
import { fingerprint, type TokenJournal } from './token-journal.ts'
import type { StoredTokens, TokenStore } from './token-store.ts'

export type TokenAnswer =
  | { kind: 'token'; token: string }
  /** The grant is lost: an administrator of the OA must open the consent link again. */
  | { kind: 'consent_needed' }
  /** Zalo or the database cannot be reached; later it may work. */
  | { kind: 'unreachable'; cause: string }

export interface RefreshParts {
  db: Database
  store: TokenStore
  journal: TokenJournal
  oauth: OAuth
  /** From the settings: the very first refresh token, or a fresh one pasted after the grant was lost. */
  configuredToken(oaId: string): string | undefined
  count(name: string, label: string): void
  clock: Clock
  log: Logger
}

/** @returns refreshes the OA's tokens if they still need it once the row is held */
export type Refresh = (oaId: string, isNeeded: (tokens: StoredTokens) => boolean) => Promise<TokenAnswer>

export function createRefresh({
  db,
  store,
  journal,
  oauth,
  configuredToken,
  count,
  clock,
  log,
}: RefreshParts): Refresh {
  /** A grant that Zalo refused is tried once in the life of a process: after a restart the settings may be right. */
  const refused = new Map<string, number>()

  async function refresh(oaId: string, isNeeded: (tokens: StoredTokens) => boolean): Promise<TokenAnswer> {
    try {
      const begun = await begin(oaId, isNeeded)
      return begun.kind === 'begun' ? await db.transaction().execute(tx => finish(tx, oaId, begun.version)) : begun
    } catch (error) {
      log.error(
        { err: error, oaId },
        'Chưa ghi được token mới của Zalo; sẽ thử lại từ nhật ký. Kiểm tra cơ sở dữ liệu và ổ đĩa.',
      )
      return { kind: 'unreachable', cause: 'database' }
    }
  }

  function begin(oaId: string, isNeeded: (tokens: StoredTokens) => boolean) {
    return db.transaction().execute(async tx => {
      const tokens = await store.lock(tx, oaId)
      if (!isNeeded(tokens)) return answer(tokens)
      if (refused.get(oaId) === tokens.version || candidates(oaId, tokens).length === 0)
        return { kind: 'consent_needed' } as const
      await store.markStarted(tx, oaId, clock.now())
      return { kind: 'begun', version: tokens.version } as const
    })
  }

  async function finish(tx: Transaction<Tables>, oaId: string, version: number): Promise<TokenAnswer> {
    const tokens = await store.lock(tx, oaId)
    if (tokens.version !== version) return answer(tokens)
    const kept = await answerInJournal(oaId, tokens)
    if (kept) {
      log.warn({ oaId }, 'Lấy lại token Zalo từ nhật ký sau lần tắt máy đột ngột')
      await store.writeGrant(tx, oaId, kept.grant, kept.at)
      return { kind: 'token', token: kept.grant.accessToken }
    }
    // Somebody else asked while we waited for the row, and was refused.
    if (tokens.refreshStartedAt === null && tokens.consentNeededSince) return { kind: 'consent_needed' }

    const spent = await spend(oaId, tokens)
    if (spent.kind === 'granted') {
      await store.writeGrant(tx, oaId, spent.grant, clock.now())
      return { kind: 'token', token: spent.grant.accessToken }
    }
    if (spent.kind === 'unreachable') return spent
    await store.markConsentNeeded(tx, oaId, clock.now())
    refused.set(oaId, version)
    return { kind: 'consent_needed' }
  }

  async function spend(
    oaId: string,
    tokens: StoredTokens,
  ): Promise<{ kind: 'granted'; grant: Grant } | Exclude<TokenAnswer, { kind: 'token' }>> {
    for (const token of candidates(oaId, tokens)) {
      const first = await oauth.refresh(token)
      const result = first.kind === 'unclear' ? await oauth.refresh(token) : first
      if (result.kind === 'granted') {
        const entry = { version: tokens.version, spent: fingerprint(token), at: clock.now(), grant: result.grant }
        await journal
          .write(oaId, entry)
          .catch(error => log.error({ err: error, oaId }, 'Chưa ghi được nhật ký token; kiểm tra ổ đĩa'))
        return result
      }
      if (result.kind !== 'refused') return { kind: 'unreachable', cause: result.cause }
      log.warn({ oaId, reason: result.reason, answerLost: first.kind === 'unclear' }, 'Zalo từ chối refresh token')
    }
    log.error(
      { oaId },
      'Mất quyền truy cập Zalo OA. Người quản trị OA mở đường dẫn cấp quyền một lần nữa (npm run doctor in ra đường dẫn).',
    )
    count('token_alarm', 'consent_needed')
    return { kind: 'consent_needed' }
  }

  function candidates(oaId: string, tokens: StoredTokens): string[] {
    const both = [tokens.refreshToken, configuredToken(oaId)].filter(token => typeof token === 'string')
    return [...new Set(both)]
  }

  async function answerInJournal(oaId: string, tokens: StoredTokens) {
    const entry = await journal.read(oaId)
    const isNext = entry?.version === tokens.version && candidates(oaId, tokens).map(fingerprint).includes(entry.spent)
    return isNext ? entry : null
  }

  return refresh
}

function answer({ accessToken }: StoredTokens): TokenAnswer {
  return accessToken ? { kind: 'token', token: accessToken } : { kind: 'consent_needed' }
}
