/** Makes a backup: a folder that appears whole or not at all. */
import { mkdir, readdir, rename, rm, stat, writeFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { Writable } from 'node:stream'
import pg from 'pg'
import { copyKeptFiles } from './kept-files.ts'
import {
  type LogicalManifest,
  MANIFEST,
  type Manifest,
  type Packed,
  type PhysicalManifest,
  readManifest,
} from './manifest.ts'
import { createPacker, flushFolder, openPacking, type Packer } from './packing.ts'
import { copyCluster } from './physical.ts'
import { copyTables, readMigration } from './write-logical.ts'

export interface BackupRequest {
  /** The folder to be made. */
  folder: string
  mode: Manifest['mode']
  /** Where recordings and pictures lie; null: in a bucket. */
  filesFolder: string | null
  /** Seals every file; undefined: they lie open. */
  passphrase: string | undefined
  now: Date
}

type Rows = Pick<LogicalManifest, 'kind' | 'migration' | 'tables' | 'postgresMajor'>
type Cluster = Pick<PhysicalManifest, 'kind' | 'cluster' | 'postgresMajor'>

/** Every row, as of one moment. @param client a connection of its own; it is left inside the transaction that sees that moment */
export async function backUpRows(client: pg.Client, request: BackupRequest): Promise<Manifest> {
  await client.query('begin isolation level repeatable read read only')
  return writeWhole(request, async (packer): Promise<Rows> => {
    const migration = await readMigration(client)
    const tables = await copyTables(client, packer)
    return { kind: 'logical', migration, tables, postgresMajor: await readMajor(client) }
  })
}

/** The bundled database's own files. @param around see `copyCluster` */
export async function backUpCluster(
  superuserUrl: string,
  request: BackupRequest,
  around?: (stop: () => Promise<void>) => Promise<void>,
): Promise<Manifest> {
  return writeWhole(request, async (packer): Promise<Cluster> => {
    const cluster = await copyCluster(superuserUrl, packer, around)
    const postgresMajor = await withClient(superuserUrl, readMajor)
    return { kind: 'physical', cluster, postgresMajor }
  })
}

export async function withClient<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url, application_name: 'mot-cua backup' })
  client.on('error', () => undefined)
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

/** Removes the oldest backups beyond `keep`, and what was left unfinished. Only folders that are backups are touched. */
export async function thinOut(folder: string, keep: number): Promise<string[]> {
  const found: { path: string; createdAt: number }[] = []
  for (const name of await readdir(folder)) {
    const path = join(folder, name)
    const manifest = await readManifest(path).catch(() => null)
    if (manifest) found.push({ path, createdAt: manifest.createdAt.getTime() })
    else if (name.endsWith(UNFINISHED) && (await isAbandoned(path))) await rm(path, { recursive: true, force: true })
  }
  const old = found.sort((a, b) => b.createdAt - a.createdAt).slice(keep)
  for (const { path } of old) await rm(path, { recursive: true, force: true })
  return old.map(({ path }) => basename(path))
}

const UNFINISHED = '.unfinished'
/** No backup takes so long: whoever began it is gone. */
const ABANDONED_AFTER_MS = 24 * 3600_000

async function isAbandoned(path: string): Promise<boolean> {
  const { mtimeMs } = await stat(path)
  return Date.now() - mtimeMs > ABANDONED_AFTER_MS
}

async function writeWhole(
  { folder, mode, filesFolder, passphrase, now }: BackupRequest,
  copy: (packer: Packer) => Promise<Rows | Cluster>,
): Promise<Manifest> {
  const draft = `${folder}${UNFINISHED}`
  await mkdir(dirname(folder), { recursive: true })
  await mkdir(draft, { mode: 0o700 })
  try {
    const packer = await createPacker(draft, passphrase)
    const copied = await copy(packer)
    const files = filesFolder === null ? null : await copyKeptFiles(filesFolder, packer)
    const written = [
      ...('tables' in copied ? copied.tables.map(({ packed }) => packed) : copied.cluster),
      ...(files ?? []),
    ]
    await readBack(draft, written, packer.isSealed, passphrase)
    const manifest: Manifest = { format: 1, createdAt: now, mode, isSealed: packer.isSealed, files, ...copied }
    await writeFile(join(draft, MANIFEST), `${JSON.stringify(manifest, null, 1)}\n`, { mode: 0o600 })
    await flushFolder(draft)
    await rename(draft, folder)
    return manifest
  } catch (error) {
    await rm(draft, { recursive: true, force: true })
    throw error
  }
}

/** A backup that cannot be read is none: every file is opened once more before the manifest is written. */
async function readBack(
  folder: string,
  files: readonly Packed[],
  isSealed: boolean,
  passphrase: string | undefined,
): Promise<void> {
  const unpacker = await openPacking(folder, isSealed, passphrase)
  const nowhere = () => new Writable({ write: (_chunk, _encoding, done) => done() })
  for (const file of files) await unpacker.unpack(file, nowhere())
}

async function readMajor(client: pg.Client): Promise<number> {
  const { rows } = await client.query<{ major: number }>(
    `select current_setting('server_version_num')::int / 10000 as major`,
  )
  return rows[0]?.major ?? 0
}
