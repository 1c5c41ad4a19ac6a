/** What a backup says of itself: `manifest.json` in its folder, readable by anybody. No content of the ward is in it. */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'

const Digest = z.string().regex(/^[0-9a-f]{64}$/)

/** A file of the backup; `name` is below the folder, without the endings that packing adds. */
const Packed = z.object({ name: z.string(), bytes: z.number().int(), sha256: Digest })
export type Packed = z.infer<typeof Packed>

const Common = z.object({
  format: z.literal(1),
  createdAt: z.coerce.date(),
  mode: z.enum(['practice', 'live']),
  /** Of the server that was copied. */
  postgresMajor: z.number().int(),
  /** True: every file is sealed with the pass phrase (age). */
  isSealed: z.boolean(),
  /** Recordings, pictures, documents. Null: they lie in a bucket that keeps copies of its own. */
  files: z.array(Packed).nullable(),
})

const Table = z.object({ name: z.string(), columns: z.array(z.string()), rows: z.number().int(), packed: Packed })
export type TableCopy = z.infer<typeof Table>

export const Manifest = z.discriminatedUnion('kind', [
  Common.extend({
    kind: z.literal('logical'),
    /** The last migration that had been carried out. */
    migration: z.string(),
    /** In an order in which they can be filled. */
    tables: z.array(Table),
  }),
  Common.extend({ kind: z.literal('physical'), cluster: z.array(Packed) }),
])
export type Manifest = z.infer<typeof Manifest>
export type LogicalManifest = Extract<Manifest, { kind: 'logical' }>
export type PhysicalManifest = Extract<Manifest, { kind: 'physical' }>

export const MANIFEST = 'manifest.json'

/** @throws BackupError when the folder is no backup, or one of a later version of the app */
export async function readManifest(folder: string): Promise<Manifest> {
  const text = await readFile(join(folder, MANIFEST), 'utf8').catch(() => null)
  if (text === null)
    throw new BackupError(`Trong ${folder} không có bản sao lưu nào (thiếu ${MANIFEST}). Kiểm tra lại đường dẫn.`)
  const manifest = Manifest.safeParse(parse(text))
  if (manifest.success) return manifest.data
  throw new BackupError(`Không đọc được ${MANIFEST} trong ${folder}; có thể bản sao lưu do Một Cửa mới hơn tạo.`)
}

/** Says in Vietnamese what is wrong and what to do. */
export class BackupError extends Error {}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
