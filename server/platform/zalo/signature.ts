import { createHash, timingSafeEqual } from 'node:crypto'

/**
 * The signature of an OA webhook: plain SHA-256 (no HMAC) over app id, raw body, the body's own `timestamp`, OA secret key.
 * Source: developers.zalo.me, Official Account → Webhook.
 * @returns 64 hex digits
 */
export function signOaBody(parts: OaSignatureParts): string {
  return createHash('sha256')
    .update(parts.appId, 'utf8')
    .update(parts.rawBody)
    .update(parts.timestamp, 'utf8')
    .update(parts.oaSecretKey, 'utf8')
    .digest('hex')
}

export interface OaSignatureParts {
  appId: string
  rawBody: Buffer
  /** As it appears in the body. */
  timestamp: string
  oaSecretKey: string
}

/** Whether the header `X-ZEvent-Signature` (`mac=<hex>`) holds this signature; takes the same time for every wrong one. */
export function isSignedBy(header: string, signature: string): boolean {
  const given = Buffer.from(
    header
      .trim()
      .replace(/^mac\s*=\s*/i, '')
      .toLowerCase(),
    'utf8',
  )
  const right = Buffer.from(signature, 'utf8')
  return given.length === right.length && timingSafeEqual(given, right)
}

/** The usual mix-ups of a first set-up. */
export type WrongSetting = 'app secret in place of OA secret key' | 'OA id in place of app id'

/**
 * A set-up aid for the log: which wrong setting would explain a refused signature. It never makes one valid.
 * @returns null when none explains it, so the sender is most likely not Zalo
 */
export function explainWrongSignature(
  header: string,
  parts: OaSignatureParts,
  { appSecret, oaId }: { appSecret: string; oaId: string },
): WrongSetting | null {
  if (isSignedBy(header, signOaBody({ ...parts, oaSecretKey: appSecret })))
    return 'app secret in place of OA secret key'
  if (isSignedBy(header, signOaBody({ ...parts, appId: oaId }))) return 'OA id in place of app id'
  return null
}

/**
 * The signature of a Mini App webhook: SHA-256 over the top-level values in the A–Z order of their keys, then the key.
 * Source: miniapp.zaloplatforms.com, Open APIs → Verify signature.
 * @returns 64 hex digits
 */
export function signMiniAppBody(body: Record<string, unknown>, key: string): string {
  const values = Object.keys(body)
    .sort()
    .map(name => (typeof body[name] === 'object' ? JSON.stringify(body[name]) : String(body[name])))
  return createHash('sha256').update(values.join(''), 'utf8').update(key, 'utf8').digest('hex')
}
