/** Brings a backup back to life, in a place where nothing is. What comes of it sends nothing until somebody says so. */
import { createWriteStream } from 'node:fs'
import { mkdir, readdir, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type pg from 'pg'
import { connect, holdBack, migrate, migrateTo, type PostgresServer, startPostgres } from '../storage/index.ts'
import { withClient } from './backup.ts'
import { restoreFiles } from './kept-files.ts'
import { BackupError, type LogicalManifest, type Manifest, type PhysicalManifest, readManifest } from './manifest.ts'
import { flushFolder, openPacking, type Unpacker } from './packing.ts'
import { EMPTY_FOLDERS } from './physical.ts'
import { fillTables } from './read-logical.ts'

export interface RestoreRequest {
  /** The backup. */
  from: string
  /** Where the restored installation will live. */
  dataDir: string
  /** An outside server's empty database instead of a bundled one. */
  databaseUrl?: string | undefined
  postgresBin?: string | undefined
  passphrase: string | undefined
  log: Parameters<typeof startPostgres>[0]['log']
  now: Date
  /** Looks at the rows as they came out of the backup, before the copy is marked as one. */
  inspect?: (client: pg.Client) => Promise<void>
}

/** @throws BackupError in Vietnamese, with the next step to take */
export async function restore(request: RestoreRequest): Promise<Manifest> {
  const { from, dataDir, passphrase } = request
  const manifest = await readManifest(from)
  const unpacker = await openPacking(from, manifest.isSealed, passphrase)
  await mkdir(dataDir, { recursive: true })
  await (manifest.kind === 'logical'
    ? restoreRows(manifest, unpacker, request)
    : restoreCluster(manifest, unpacker, request))
  if (manifest.files) await restoreFiles(dataDir, manifest.files, unpacker)
  return manifest
}

async function restoreRows(manifest: LogicalManifest, unpacker: Unpacker, request: RestoreRequest): Promise<void> {
  const { databaseUrl } = request
  const postgres = databaseUrl === undefined ? await start(request) : null
  const url = databaseUrl ?? postgres?.url ?? ''
  const db = connect(url)
  try {
    await requireEmpty(url)
    await migrateTo(db, manifest.migration)
    await withClient(url, async client => {
      await client.query('begin')
      await fillTables(client, manifest, unpacker)
      await client.query('commit')
      await request.inspect?.(client)
    })
    await migrate(db)
    await holdBack(db, { backedUpAt: manifest.createdAt, now: request.now })
  } finally {
    await db.destroy()
    await postgres?.stop()
  }
}

async function restoreCluster(
  { cluster, createdAt }: PhysicalManifest,
  unpacker: Unpacker,
  request: RestoreRequest,
): Promise<void> {
  if (request.databaseUrl !== undefined)
    throw new BackupError('Bản sao nguyên khối chỉ khôi phục được vào PostgreSQL đi kèm: bỏ DATABASE_URL rồi chạy lại.')
  const home = join(request.dataDir, 'postgres')
  const standing = await readdir(join(home, 'cluster')).catch(() => null)
  if (standing) throw notEmpty()
  const draft = join(home, 'cluster.tmp-restore')
  await rm(draft, { recursive: true, force: true })
  for (const folder of EMPTY_FOLDERS) await mkdir(join(draft, folder), { recursive: true, mode: 0o700 })
  for (const packed of cluster) {
    const path = join(draft, packed.name.slice('cluster/'.length))
    await mkdir(dirname(path), { recursive: true, mode: 0o700 })
    await unpacker.unpack(packed, createWriteStream(path, { mode: 0o600 }))
  }
  await flushFolder(draft)
  await rename(draft, join(home, 'cluster'))
  const postgres = await start(request)
  try {
    await withClient(postgres.inspectorUrl, async client => {
      await checkIndexes(client)
      await request.inspect?.(client)
    })
    const db = connect(postgres.url)
    await migrate(db)
    await holdBack(db, { backedUpAt: createdAt, now: request.now })
    await db.destroy()
  } finally {
    await postgres.stop()
  }
}

function start({ dataDir, postgresBin, log }: RestoreRequest): Promise<PostgresServer> {
  return startPostgres({ dataDir, bin: postgresBin, log })
}

/** Every index agrees with its table, entry by entry. */
async function checkIndexes(client: pg.Client): Promise<void> {
  await client.query('create extension if not exists amcheck')
  try {
    await client.query(`
      select bt_index_check(i.indexrelid, true) from pg_index i
      join pg_class c on c.oid = i.indexrelid join pg_am a on a.oid = c.relam
      where a.amname = 'btree' and c.relpersistence = 'p' and i.indisready and i.indisvalid`)
  } catch (error) {
    throw new BackupError(`Bản sao có chỉ mục hỏng (${String(error)}). Dùng bản sao lưu khác.`)
  } finally {
    await client.query('drop extension amcheck')
  }
}

async function requireEmpty(url: string): Promise<void> {
  const isEmpty = await withClient(url, async client => {
    const { rowCount } = await client.query(`select from pg_tables where schemaname = 'public' limit 1`)
    return rowCount === 0
  })
  if (!isEmpty) throw notEmpty()
}

function notEmpty(): BackupError {
  return new BackupError(
    'Chỗ khôi phục đã có dữ liệu; Một Cửa không ghi đè. Đặt DATA_DIR (hoặc DATABASE_URL) sang chỗ mới rồi chạy lại.',
  )
}
