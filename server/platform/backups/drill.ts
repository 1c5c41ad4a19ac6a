/** The rehearsal: a backup is made, brought back to life in a fresh folder, and compared row by row with the original. */
import { chmod, mkdir, mkdtemp, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { type BackupRequest, backUpCluster, backUpRows, withClient } from './backup.ts'
import { type Comparison, compareRows } from './compare.ts'
import type { Manifest } from './manifest.ts'
import { type RestoreRequest, restore } from './restore.ts'
import { listOf, listTables } from './tables.ts'

export interface Rehearsal extends Comparison {
  kind: Manifest['kind']
  files: number
  backupSeconds: number
  /** From an empty folder to a database that answers, indexes checked. */
  restoreSeconds: number
}

export type DrillRequest = Omit<BackupRequest, 'folder'> &
  Pick<RestoreRequest, 'postgresBin' | 'log'> & {
    /** Works below it, and leaves nothing there. */
    dataDir: string
    url: string
    /** Null: an outside server, whose own tools copy its files. */
    superuserUrl: string | null
  }

export async function rehearse(request: DrillRequest): Promise<Rehearsal[]> {
  await mkdir(request.dataDir, { recursive: true })
  const place = await mkdtemp(join(request.dataDir, 'drill-'))
  // The database's own user passes through.
  await chmod(place, 0o755)
  try {
    const rows = await rehearseRows(place, request)
    if (request.superuserUrl === null) return [rows]
    return [rows, await rehearseCluster(place, request.superuserUrl, request)]
  } finally {
    await rm(place, { recursive: true, force: true })
  }
}

function rehearseRows(place: string, request: DrillRequest): Promise<Rehearsal> {
  const folder = join(place, 'rows')
  return withClient(request.url, async original => {
    const began = performance.now()
    // The transaction stays open: it goes on showing the moment of the backup.
    const manifest = await backUpRows(original, { ...request, folder })
    return bringBack({ manifest, folder, began, place, request, compare: copy => compareRows(original, copy) })
  })
}

function rehearseCluster(place: string, superuserUrl: string, request: DrillRequest): Promise<Rehearsal> {
  const folder = join(place, 'cluster')
  return withClient(request.url, async original => {
    const began = performance.now()
    const manifest = await backUpCluster(superuserUrl, { ...request, folder }, stop =>
      // Nobody writes while the copy ends, so that what the original then shows is what the copy must show.
      withClient(request.url, async guard => {
        await guard.query(`begin; set local lock_timeout = '20s'`)
        const names = (await listTables(guard)).map(({ name }) => name)
        await guard.query(`lock table ${listOf(names)} in share mode`)
        await original.query('begin isolation level repeatable read read only')
        await original.query('select 1')
        await stop()
        await guard.query('commit')
      }),
    )
    return bringBack({ manifest, folder, began, place, request, compare: copy => compareRows(original, copy) })
  })
}

async function bringBack({
  manifest,
  folder,
  began,
  place,
  request,
  compare,
}: {
  manifest: Manifest
  folder: string
  began: number
  place: string
  request: DrillRequest
  compare: (copy: Parameters<NonNullable<RestoreRequest['inspect']>>[0]) => Promise<Comparison>
}): Promise<Rehearsal> {
  const restoring = performance.now()
  let restoreSeconds = 0
  let comparison: Comparison = { tables: 0, rows: 0, missing: 0, surplus: 0 }
  await restore({
    ...request,
    from: folder,
    dataDir: join(place, `${manifest.kind}-restored`),
    databaseUrl: undefined,
    async inspect(copy) {
      restoreSeconds = toSeconds(performance.now() - restoring)
      comparison = await compare(copy)
    },
  })
  return {
    kind: manifest.kind,
    files: manifest.files?.length ?? 0,
    backupSeconds: toSeconds(restoring - began),
    restoreSeconds,
    ...comparison,
  }
}

function toSeconds(ms: number): number {
  return Math.round(ms / 100) / 10
}
