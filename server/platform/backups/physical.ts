/**
 * A copy of the bundled database's own files, taken while it works (PostgreSQL's low-level backup API): the quickest to
 * restore, for the same major version only.
 */
import { createReadStream } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { Readable } from 'node:stream'
import pg from 'pg'
import type { Packed } from './manifest.ts'
import type { Packer } from './packing.ts'

/** Their content belongs to a running server, or is made anew at its start; `auto.conf` holds what only this copy asks for. */
const LEFT_OUT = /^(?:pg_wal|pg_replslot|pg_dynshmem|pg_notify|pg_serial|pg_snapshots|pg_stat_tmp|pg_subtrans)\/./
const NEVER =
  /^(?:postmaster\.(?:pid|opts)|backup_label(?:\.old)?|postgresql\.auto\.conf(?:\.tmp)?)$|(?:^|\/)pgsql_tmp|(?:^|\/)pg_internal\.init/
/** Folders that a server expects though they are empty. */
export const EMPTY_FOLDERS = [
  'pg_commit_ts',
  'pg_dynshmem',
  'pg_logical/mappings',
  'pg_logical/snapshots',
  'pg_notify',
  'pg_replslot',
  'pg_serial',
  'pg_snapshots',
  'pg_stat',
  'pg_stat_tmp',
  'pg_subtrans',
  'pg_tblspc',
  'pg_twophase',
  'pg_wal/archive_status',
  'pg_wal/summaries',
]
/** Journal that is kept while the copy is made, whatever the ward writes meanwhile. */
const KEPT_JOURNAL = '4GB'

/**
 * @param superuserUrl of the bundled server
 * @param around ends the copy by calling `stop`: what is in the database at that moment is what the copy will show
 */
export async function copyCluster(
  superuserUrl: string,
  packer: Packer,
  around: (stop: () => Promise<void>) => Promise<void> = stop => stop(),
): Promise<Packed[]> {
  // The backup belongs to its session: should we die, PostgreSQL ends it by itself.
  const session = new pg.Client({ connectionString: superuserUrl, application_name: 'mot-cua backup' })
  // A connection that breaks is told by the next query.
  session.on('error', () => undefined)
  await session.connect()
  try {
    const { rows } = await session.query<{ cluster: string }>(`select current_setting('data_directory') as cluster`)
    const cluster = rows[0]?.cluster ?? ''
    await keepJournal(session, KEPT_JOURNAL)
    const start = await session.query<{ file: string }>(
      `select pg_walfile_name(pg_backup_start('mot-cua', fast => true)) as file`,
    )
    const copied = await copyFiles(cluster, packer)
    let end = { file: '', label: '' }
    await around(async () => {
      const stopped = await session.query<typeof end>(
        `select pg_walfile_name(lsn) as file, labelfile as label from pg_backup_stop(wait_for_archive => false)`,
      )
      end = stopped.rows[0] ?? end
    })
    const journal = await copyJournal(cluster, { first: start.rows[0]?.file ?? '', last: end.file }, packer)
    const label = await packer.pack('cluster/backup_label', Readable.from([Buffer.from(end.label)]))
    return [...copied, ...journal, label]
  } finally {
    await keepJournal(session, null).catch(() => undefined)
    await session.end()
  }
}

async function keepJournal(session: pg.Client, size: string | null): Promise<void> {
  await session.query(size ? `alter system set wal_keep_size = '${size}'` : 'alter system reset wal_keep_size')
  await session.query('select pg_reload_conf()')
}

async function copyFiles(cluster: string, packer: Packer): Promise<Packed[]> {
  const copied: Packed[] = []
  for (const name of await listFiles(cluster)) {
    if (LEFT_OUT.test(name) || NEVER.test(name)) continue
    const file = await packer.pack(`cluster/${name}`, createReadStream(join(cluster, name))).catch(ignoreMissing)
    if (file) copied.push(file)
  }
  return copied
}

/** Journal files of one time line are named in their order. */
async function copyJournal(
  cluster: string,
  { first, last }: { first: string; last: string },
  packer: Packer,
): Promise<Packed[]> {
  const names = (await readdir(join(cluster, 'pg_wal'))).filter(
    name => /^[0-9A-F]{24}$/.test(name) && name >= first && name <= last,
  )
  if (!names.includes(first) || !names.includes(last)) throw new Error('the journal of the copy is incomplete')
  const copied: Packed[] = []
  for (const name of names.sort())
    copied.push(await packer.pack(`cluster/pg_wal/${name}`, createReadStream(join(cluster, 'pg_wal', name))))
  return copied
}

async function listFiles(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  return entries.filter(entry => entry.isFile()).map(entry => relative(folder, join(entry.parentPath, entry.name)))
}

/** A table that was dropped meanwhile: the journal knows of it. */
function ignoreMissing(error: NodeJS.ErrnoException): null {
  if (error.code === 'ENOENT') return null
  throw error
}
