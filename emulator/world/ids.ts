import { createHash, randomBytes } from 'node:crypto'

const SMALLEST = 10n ** 18n
const SPAN = 8n * SMALLEST

function toDecimalId(bytes: Buffer): string {
  return (SMALLEST + (bytes.readBigUInt64BE(0) % SPAN)).toString()
}

/** A 19-digit id above 2^53, so that a reader who parses it as a number is caught. */
export function newDecimalId(): string {
  return toDecimalId(randomBytes(8))
}

/** The same person has another id for every OA and every app, and always the same one there. */
export function scopedId(scope: 'oa' | 'app', scopeId: string, personKey: string): string {
  return toDecimalId(createHash('sha256').update(`${scope}|${scopeId}|${personKey}`).digest())
}

/** Message ids look like "ced6bfe1f650f6b33859". */
export function newMessageId(): string {
  return randomBytes(10).toString('hex')
}

/** A token, long enough that nobody guesses it. */
export function newToken(): string {
  return randomBytes(48).toString('base64url')
}
