/**
 * Zalo's answer to a refresh, on the disk before the database has it. If the process or the database dies between the
 * two, the new pair is found here; without it the OA's administrator would have to consent again by hand.
 */
import { createHash } from 'node:crypto'
import { open, readFile, rename } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import type { SecretBox } from '../secrets/index.ts'
import { Grant } from './oauth.ts'

const Entry = z.object({
  /** The row's `token_version` when the answer came. */
  version: z.number(),
  /** Fingerprint of the refresh token that was spent for it. */
  spent: z.string(),
  at: z.coerce.date(),
  grant: Grant,
})
export type JournalEntry = z.infer<typeof Entry>

export interface TokenJournal {
  /** Resolves once the entry is on the disk; kept in memory when it cannot be written, for the day the disk is full. */
  write(oaId: string, entry: JournalEntry): Promise<void>
  /** The last answer of this OA; null when there is none, or it cannot be read. */
  read(oaId: string): Promise<JournalEntry | null>
}

export function fingerprint(refreshToken: string): string {
  return createHash('sha256').update(refreshToken).digest('hex')
}

export function createTokenJournal({ dataDir, box }: { dataDir: string; box: SecretBox }): TokenJournal {
  const unwritten = new Map<string, JournalEntry>()
  const fileOf = (oaId: string) => join(dataDir, `zalo-tokens-${oaId.replace(/\D/g, '')}.journal`)

  return {
    async write(oaId, entry) {
      unwritten.set(oaId, entry)
      await replaceDurably(fileOf(oaId), dataDir, box.seal(JSON.stringify(entry), context(oaId)))
      unwritten.delete(oaId)
    },
    async read(oaId) {
      const kept = unwritten.get(oaId)
      if (kept) return kept
      const sealed = await readFile(fileOf(oaId), 'utf8').catch(() => '')
      const text = box.open(sealed, context(oaId))
      return text === null ? null : Entry.parse(JSON.parse(text))
    },
  }
}

function context(oaId: string): string {
  return `journal ${oaId}`
}

/** A reader finds the old content or the new, whole, whenever the power fails. */
async function replaceDurably(file: string, folder: string, content: string): Promise<void> {
  const draft = `${file}.draft`
  await syncAfter(draft, 'w', async handle => handle.writeFile(content))
  await rename(draft, file)
  await syncAfter(folder, 'r', async () => undefined)
}

async function syncAfter(
  path: string,
  flags: 'w' | 'r',
  work: (handle: Awaited<ReturnType<typeof open>>) => Promise<void>,
): Promise<void> {
  const handle = await open(path, flags, 0o600)
  try {
    await work(handle)
    await handle.sync()
  } finally {
    await handle.close()
  }
}
