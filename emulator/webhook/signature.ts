/** Both of Zalo's webhook signatures, written from the documented formulas. */
import { createHash } from 'node:crypto'

/** Header value of the OA webhook: SHA-256 over app id, the very bytes sent, the body's timestamp and the OA secret key. */
export function signOaEvent(appId: string, rawBody: string, timestamp: string, oaSecretKey: string): string {
  const digest = createHash('sha256').update(appId).update(rawBody).update(timestamp).update(oaSecretKey).digest('hex')
  return `mac=${digest}`
}

/** Header value of the Mini App webhook: SHA-256 over the values in A–Z order of their names, then the key. */
export function signMiniAppEvent(event: Record<string, unknown>, key: string): string {
  const values = Object.keys(event)
    .sort()
    .map(name => {
      const value = event[name]
      return typeof value === 'object' ? JSON.stringify(value) : String(value)
    })
  return createHash('sha256').update(values.join('')).update(key).digest('hex')
}
