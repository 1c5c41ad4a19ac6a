/** The tokens' place in the database: sealed columns of `official_accounts`. */
import type { Transaction } from 'kysely'
import type { SecretBox } from '../secrets/index.ts'
import type { Database, Tables } from '../storage/index.ts'
import type { Grant } from './oauth.ts'

export interface StoredTokens {
  accessToken: string | null
  accessExpiresAt: Date | null
  refreshToken: string | null
  refreshIssuedAt: Date | null
  /** Counts the pairs this OA has had. */
  version: number
  /** Set while a refresh may have spent the token without our knowing the answer. */
  refreshStartedAt: Date | null
  consentNeededSince: Date | null
}

export interface TokenStore {
  /** @throws when the OA is not in the database */
  read(oaId: string): Promise<StoredTokens>
  /**
   * Reads and holds the row against every other refresher until the transaction ends. `FOR NO KEY UPDATE`, because
   * `FOR UPDATE` would also stop every insert that refers to the OA: replies would wait for Zalo's OAuth server.
   */
  lock(tx: Transaction<Tables>, oaId: string): Promise<StoredTokens>
  writeGrant(tx: Transaction<Tables>, oaId: string, grant: Grant, issuedAt: Date): Promise<void>
  markStarted(tx: Transaction<Tables>, oaId: string, at: Date | null): Promise<void>
  markConsentNeeded(db: Database | Transaction<Tables>, oaId: string, since: Date): Promise<void>
}

const COLUMNS = [
  'access_token',
  'access_token_expires_at',
  'refresh_token',
  'refresh_token_issued_at',
  'token_version',
  'refresh_started_at',
  'consent_needed_since',
] as const

export function createTokenStore({ db, box }: { db: Database; box: SecretBox }): TokenStore {
  const select = (from: Database | Transaction<Tables>, oaId: string) =>
    from.selectFrom('official_accounts').select(COLUMNS).where('oa_id', '=', oaId)
  type Row = Awaited<ReturnType<ReturnType<typeof select>['executeTakeFirstOrThrow']>>

  function opened(row: Row, oaId: string): StoredTokens {
    return {
      accessToken: row.access_token && box.open(row.access_token, `access ${oaId}`),
      accessExpiresAt: row.access_token_expires_at,
      refreshToken: row.refresh_token && box.open(row.refresh_token, `refresh ${oaId}`),
      refreshIssuedAt: row.refresh_token_issued_at,
      version: row.token_version,
      refreshStartedAt: row.refresh_started_at,
      consentNeededSince: row.consent_needed_since,
    }
  }

  return {
    async read(oaId) {
      return opened(await select(db, oaId).executeTakeFirstOrThrow(), oaId)
    },
    async lock(tx, oaId) {
      return opened(await select(tx, oaId).forNoKeyUpdate().executeTakeFirstOrThrow(), oaId)
    },
    async writeGrant(tx, oaId, grant, issuedAt) {
      await tx
        .updateTable('official_accounts')
        .set(({ ref, eb }) => ({
          access_token: box.seal(grant.accessToken, `access ${oaId}`),
          access_token_expires_at: new Date(issuedAt.getTime() + grant.expiresInSeconds * 1000),
          previous_refresh_token: ref('refresh_token'),
          refresh_token: box.seal(grant.refreshToken, `refresh ${oaId}`),
          refresh_token_issued_at: issuedAt,
          token_version: eb('token_version', '+', 1),
          refresh_started_at: null,
          consent_needed_since: null,
        }))
        .where('oa_id', '=', oaId)
        .execute()
    },
    async markStarted(tx, oaId, at) {
      await tx.updateTable('official_accounts').set({ refresh_started_at: at }).where('oa_id', '=', oaId).execute()
    },
    async markConsentNeeded(on, oaId, since) {
      await on
        .updateTable('official_accounts')
        .set(({ fn, val, ref }) => ({
          consent_needed_since: fn.coalesce(ref('consent_needed_since'), val(since)),
          refresh_started_at: null,
        }))
        .where('oa_id', '=', oaId)
        .execute()
    },
  }
}
