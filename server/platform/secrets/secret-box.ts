import { createCipheriv, createDecipheriv, createHash, hkdfSync, randomBytes } from 'node:crypto'

/** Keeps secrets unreadable at rest. */
export interface SecretBox {
  /** @param context where the secret belongs; it can be opened there only */
  seal(secret: string, context: string): string
  /** @returns null when it was sealed with another key, for another place, or changed since */
  open(sealed: string, context: string): string | null
}

const VERSION = 'v1'
const IV_BYTES = 12
const TAG_BYTES = 16

/** Every purpose has a key of its own: what was sealed for one cannot be opened for another. */
export type SecretPurpose = 'zalo tokens' | 'callback phones' | 'sessions' | 'staff sign-in'

/** A key of 32 bytes that serves one purpose only, drawn from `SECRET_KEY` (HKDF-SHA-256). */
export function deriveKey(secretKey: string, purpose: SecretPurpose): Buffer {
  return Buffer.from(hkdfSync('sha256', secretKey, 'mot-cua', `${purpose} ${VERSION}`, 32))
}

/**
 * AES-256-GCM with a key drawn from `SECRET_KEY` (HKDF-SHA-256). A sealed secret reads `v1.<key id>.<base64url>`, so
 * that a later version or another key is recognised before anything is tried.
 */
export function createSecretBox(secretKey: string, purpose: SecretPurpose): SecretBox {
  const key = deriveKey(secretKey, purpose)
  const keyId = createHash('sha256').update(key).digest('hex').slice(0, 8)
  return {
    seal(secret, context) {
      const iv = randomBytes(IV_BYTES)
      const cipher = createCipheriv('aes-256-gcm', key, iv).setAAD(Buffer.from(context))
      const sealed = Buffer.concat([iv, cipher.update(secret, 'utf8'), cipher.final(), cipher.getAuthTag()])
      return `${VERSION}.${keyId}.${sealed.toString('base64url')}`
    },
    open(sealed, context) {
      const [version, sealedWith, body = ''] = sealed.split('.')
      const bytes = Buffer.from(body, 'base64url')
      if (version !== VERSION || sealedWith !== keyId || bytes.length < IV_BYTES + TAG_BYTES) return null
      try {
        const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, IV_BYTES))
          .setAAD(Buffer.from(context))
          .setAuthTag(bytes.subarray(-TAG_BYTES))
        return decipher.update(bytes.subarray(IV_BYTES, -TAG_BYTES), undefined, 'utf8') + decipher.final('utf8')
      } catch {
        return null
      }
    },
  }
}
