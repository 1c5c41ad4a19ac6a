import { createHmac } from 'node:crypto'

/** The proof that a call with a user's token comes from the app's own server: HMAC-SHA256 under the app secret, in hex. */
export function appSecretProof(appSecret: string, accessToken: string): string {
  return createHmac('sha256', appSecret).update(accessToken).digest('hex')
}
