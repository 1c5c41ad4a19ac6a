import { createHash } from 'node:crypto'

/**
 * The fingerprint by which a message we sent is found again in echoes and conversation history.
 * @returns SHA-256 in hex of the text after NFC, with runs of white space as one space and none at the ends
 */
export function messageHash(text: string): string {
  return createHash('sha256').update(text.normalize('NFC').replace(/\s+/g, ' ').trim(), 'utf8').digest('hex')
}
