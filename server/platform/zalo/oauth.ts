/** Zalo's OAuth v4 for Official Accounts. Source: developers.zalo.me, Official Account → Xác thực và ủy quyền. */
import { createHash, randomBytes } from 'node:crypto'
import { z } from 'zod'
import type { ZaloConfig } from '../../config.ts'
import type { Http, HttpResult } from './http.ts'
import { parseJsonWithLongIds } from './json-with-long-ids.ts'

/** A pair of tokens. The refresh token can be spent once, and is worth nothing afterwards. */
export const Grant = z.object({
  accessToken: z.string().min(1),
  refreshToken: z.string().min(1),
  expiresInSeconds: z.number().positive(),
})
export type Grant = z.infer<typeof Grant>

export type GrantResult =
  | { kind: 'granted'; grant: Grant }
  /** Zalo understood and said no. Its codes are not documented, so they are only for the log. */
  | { kind: 'refused'; reason: string }
  /** Nothing was sent, so nothing was spent. */
  | { kind: 'not_sent'; cause: string }
  /** The token may or may not have been spent. */
  | { kind: 'unclear'; cause: string }

export interface OAuth {
  permissionUrl(request: { redirectUri: string; state: string; verifier: string }): string
  exchangeCode(code: string, verifier: string): Promise<GrantResult>
  refresh(refreshToken: string): Promise<GrantResult>
}

const UNSTATED_LIFE_SECONDS = 3600

export function createOAuth({ config, http }: { config: ZaloConfig; http: Http }): OAuth {
  const ask = async (fields: Record<string, string>) =>
    readGrant(
      await http({
        method: 'POST',
        url: `${config.oauthUrl}/v4/oa/access_token`,
        headers: { secret_key: config.appSecret, 'Content-Type': 'application/x-www-form-urlencoded' },
        body: new URLSearchParams({ ...fields, app_id: config.appId }).toString(),
      }),
    )
  return {
    permissionUrl({ redirectUri, state, verifier }) {
      const url = new URL(`${config.oauthUrl}/v4/oa/permission`)
      url.searchParams.set('app_id', config.appId)
      url.searchParams.set('redirect_uri', redirectUri)
      url.searchParams.set('code_challenge', codeChallenge(verifier))
      url.searchParams.set('state', state)
      return url.href
    },
    exchangeCode: (code, verifier) => ask({ grant_type: 'authorization_code', code, code_verifier: verifier }),
    refresh: refreshToken => ask({ grant_type: 'refresh_token', refresh_token: refreshToken }),
  }
}

/** base64url of SHA-256, without padding (RFC 7636). */
export function codeChallenge(verifier: string): string {
  return createHash('sha256').update(verifier, 'ascii').digest('base64url')
}

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789'
const VERIFIER_LENGTH = 43

/** 43 letters and digits: Zalo's console takes no other characters of RFC 7636. */
export function createVerifier(): string {
  const usable = 256 - (256 % LETTERS.length)
  let verifier = ''
  while (verifier.length < VERIFIER_LENGTH) {
    for (const byte of randomBytes(2 * VERIFIER_LENGTH)) if (byte < usable) verifier += LETTERS[byte % LETTERS.length]
  }
  return verifier.slice(0, VERIFIER_LENGTH)
}

const Answer = z.looseObject({
  access_token: z.string().min(1),
  refresh_token: z.string().min(1),
  expires_in: z.coerce.number().positive().catch(UNSTATED_LIFE_SECONDS),
})
const Refusal = z.looseObject({
  error: z.coerce.string().optional(),
  error_name: z.string().optional(),
  message: z.string().optional(),
})

/** Whatever the status: a body without tokens is a refusal, a body that is no JSON tells nothing. */
function readGrant(result: HttpResult): GrantResult {
  if (result.kind !== 'answered') return result
  const body = parseJsonWithLongIds(result.text)?.value
  const granted = Answer.safeParse(body)
  if (granted.success) {
    const { access_token, refresh_token, expires_in } = granted.data
    return {
      kind: 'granted',
      grant: { accessToken: access_token, refreshToken: refresh_token, expiresInSeconds: expires_in },
    }
  }
  const refused = Refusal.safeParse(body)
  if (!refused.success || result.status >= 500) return { kind: 'unclear', cause: `http ${result.status}` }
  const { error = '', error_name = '', message = '' } = refused.data
  return {
    kind: 'refused',
    reason: [error, error_name, message].filter(Boolean).join(' ').slice(0, 200) || 'no tokens in the answer',
  }
}
