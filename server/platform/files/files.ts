/**
 * Files that the ward gives out. Content is the name: the same bytes lie there once, under their SHA-256, and what lies
 * under an address never changes. The list of files is in the database; the bytes are on the disk of `disk.ts`.
 */
import { createHash } from 'node:crypto'
import { Readable } from 'node:stream'
import type { Disk } from 'flydrive'
import { sql, type Transaction } from 'kysely'
import { AppError } from '../../errors.ts'
import type { Database, Tables } from '../storage/index.ts'
import { FILE_KINDS, type FileKind } from './file-kinds.ts'
import { readMediaType } from './media-type.ts'

export interface StoredFile {
  /** SHA-256 of the bytes, in hexadecimal. */
  sha256: string
  mediaType: string
  extension: string
  bytes: number
}

/** Both ends count. */
export interface ByteRange {
  start: number
  end: number
}

export interface Files {
  /**
   * Keeps a file and lists it, in the transaction that will refer to it. The same content a second time costs nothing.
   * @throws AppError `invalid` when it is empty, too large, or not of this kind
   */
  keep(tx: Transaction<Tables>, kind: FileKind, bytes: Uint8Array): Promise<StoredFile>
  /** Forgets a file that nothing in the database refers to any more; else leaves it. Last in its transaction. */
  release(tx: Transaction<Tables>, sha256: string): Promise<void>
  /** @returns null when it is not listed */
  find(sha256: string): Promise<StoredFile | null>
  /** @param range null: the whole */
  read(file: StoredFile, range: ByteRange | null): Promise<Readable>
}

const SHA256 = /^[0-9a-f]{64}$/

export function createFiles({ db, disk }: { db: Database; disk: Disk }): Files {
  return {
    async keep(tx, kind, bytes) {
      const { types, mostBytes } = FILE_KINDS[kind]
      if (bytes.byteLength === 0) throw new AppError('invalid', 'the file is empty')
      if (bytes.byteLength > mostBytes)
        throw new AppError('invalid', `a file of this kind has at most ${mostBytes} bytes`)
      const media = await readMediaType(bytes)
      if (!media || !(types as readonly string[]).includes(media.type))
        throw new AppError('invalid', `not a file of these kinds: ${types.join(', ')}`)
      const sha256 = createHash('sha256').update(bytes).digest('hex')
      await takeTurn(tx, sha256)
      await disk.put(keyOf(sha256), bytes, { contentType: media.type })
      await tx
        .insertInto('files')
        .values({ sha256, kind, media_type: media.type, extension: media.extension, bytes: bytes.byteLength })
        .onConflict(conflict => conflict.doNothing())
        .execute()
      return { sha256, mediaType: media.type, extension: media.extension, bytes: bytes.byteLength }
    },

    async release(tx, sha256) {
      await takeTurn(tx, sha256)
      if (await unlist(tx, sha256)) await disk.delete(keyOf(sha256))
    },

    async find(sha256) {
      if (!SHA256.test(sha256)) return null
      const row = await db.selectFrom('files').selectAll().where('sha256', '=', sha256).executeTakeFirst()
      return row ? { sha256, mediaType: row.media_type, extension: row.extension, bytes: row.bytes } : null
    },

    async read({ sha256 }, range) {
      const whole = await disk.getStream(keyOf(sha256))
      return range ? Readable.from(cut(whole, range), { objectMode: false }) : whole
    },
  }
}

const STILL_REFERRED_TO = '23503'

/** Every table that uses files says so by a foreign key: the database knows who still does. */
async function unlist(tx: Transaction<Tables>, sha256: string): Promise<boolean> {
  await sql`savepoint before_unlisting`.execute(tx)
  try {
    const { numDeletedRows } = await tx.deleteFrom('files').where('sha256', '=', sha256).executeTakeFirst()
    return numDeletedRows > 0n
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === STILL_REFERRED_TO)) throw error
    await sql`rollback to savepoint before_unlisting`.execute(tx)
    return false
  }
}

/** Two folders deep: no folder grows long. Made of hexadecimal digits alone, it leads nowhere else. */
function keyOf(sha256: string): string {
  if (!SHA256.test(sha256)) throw new Error('not the name of a file')
  return `${sha256.slice(0, 2)}/${sha256.slice(2, 4)}/${sha256}`
}

/** Who keeps a file and who forgets the same one do so one after the other. */
async function takeTurn(tx: Transaction<Tables>, sha256: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`file ${sha256}`}, 0))`.execute(tx)
}

/** The same for every kind of disk; what goes past is read and left, and a file is small. */
async function* cut(whole: Readable, { start, end }: ByteRange): AsyncGenerator<Buffer> {
  let at = 0
  for await (const chunk of whole as AsyncIterable<Buffer>) {
    const from = Math.max(0, start - at)
    const until = Math.min(chunk.length, end + 1 - at)
    if (until > from) yield chunk.subarray(from, until)
    at += chunk.length
    if (at > end) return
  }
}
