/** What a file is, told from its bytes: neither its name nor what the sender says is believed. */
import { fileTypeFromBuffer } from 'file-type'

export interface MediaType {
  /** As it is sent: `audio/mpeg`. */
  type: string
  /** At the end of its address, without a dot. */
  extension: string
}

/** What file-type calls them, and what we call them. */
const KNOWN: Record<string, MediaType> = {
  'audio/mpeg': { type: 'audio/mpeg', extension: 'mp3' },
  'audio/x-m4a': { type: 'audio/mp4', extension: 'm4a' },
  'audio/mp4': { type: 'audio/mp4', extension: 'm4a' },
  'audio/aac': { type: 'audio/aac', extension: 'aac' },
  'audio/ogg': { type: 'audio/ogg', extension: 'ogg' },
  'audio/wav': { type: 'audio/wav', extension: 'wav' },
  'image/png': { type: 'image/png', extension: 'png' },
  'image/jpeg': { type: 'image/jpeg', extension: 'jpg' },
  'image/webp': { type: 'image/webp', extension: 'webp' },
  'application/pdf': { type: 'application/pdf', extension: 'pdf' },
}

/** @returns null for anything else */
export async function readMediaType(bytes: Uint8Array): Promise<MediaType | null> {
  const found = await fileTypeFromBuffer(bytes)
  const name = found?.mime.split(';')[0] ?? ''
  if (name === 'video/mp4') return hasOnlySound(bytes) ? (KNOWN['audio/mp4'] ?? null) : null
  return KNOWN[name] ?? null
}

/** Many phones record sound into a file that calls itself a film: its tracks tell what it is (ISO 14496-12, `hdlr`). */
function hasOnlySound(bytes: Uint8Array): boolean {
  const content = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const tracks: string[] = []
  for (let at = content.indexOf('hdlr'); at !== -1; at = content.indexOf('hdlr', at + 4))
    tracks.push(content.toString('latin1', at + 12, at + 16))
  return tracks.includes('soun') && !tracks.includes('vide')
}
