/** The ward's backups: made by hand or by night, rehearsed, and reported on. */
import { join } from 'node:path'
import type { HealthItem } from '../../shared/health.ts'
import type { Config } from '../config.ts'
import {
  backUpCluster,
  backUpRows,
  type Manifest,
  type Rehearsal,
  rehearse,
  thinOut,
  withClient,
} from '../platform/backups/index.ts'
import type { Tick } from '../platform/jobs/index.ts'
import type { Database } from '../platform/storage/index.ts'
import { composeCertificate } from './certificate.ts'
import { createBackupHealth } from './health.ts'
import { claimNight, readLast, writeLast } from './record.ts'

export interface Backups {
  /** @param folder where to; its default is a folder of its own below BACKUP_DIR @returns what older ones were removed */
  make(kind: Manifest['kind'], folder?: string): Promise<{ folder: string; removed: string[] }>
  rehearse(): Promise<{ certificate: string; isPassed: boolean; rehearsals: readonly Rehearsal[] }>
  nightly: Tick
  health(): Promise<HealthItem[]>
}

export interface BackupParts {
  config: Pick<Config, 'mode' | 'dataDir' | 'bucket' | 'backups' | 'postgresBin'>
  db: Database
  url: string
  /** Null: an outside server. */
  superuserUrl: string | null
  now(): Date
}

const silent = { info: () => undefined, warn: () => undefined, error: () => undefined }

export function createBackups({ config, db, url, superuserUrl, now }: BackupParts): Backups {
  const { backups, mode, dataDir } = config
  const request = () => ({
    mode,
    filesFolder: config.bucket ? null : join(dataDir, 'files'),
    passphrase: backups.passphrase,
    now: now(),
  })

  async function make(kind: Manifest['kind'], to?: string): Promise<{ folder: string; removed: string[] }> {
    const folder = to ?? join(backups.folder, `${stampOf(now())}-${kind}`)
    if (kind === 'physical') await backUpCluster(superuserUrl ?? '', { ...request(), folder })
    else await withClient(url, client => backUpRows(client, { ...request(), folder }))
    await writeLast(db, 'backup', { at: now(), isSealed: backups.passphrase !== undefined })
    return { folder, removed: to === undefined ? await thinOut(backups.folder, backups.keep) : [] }
  }

  return {
    make,
    async rehearse() {
      const last = await readLast(db, 'backup')
      const rehearsals = await rehearse({
        ...request(),
        dataDir,
        url,
        superuserUrl,
        postgresBin: config.postgresBin,
        log: silent,
      })
      const isPassed = rehearsals.every(({ missing, surplus }) => missing === 0 && surplus === 0)
      await db.transaction().execute(async tx => {
        await writeLast(tx, 'drill', { at: now(), isPassed })
        const detail = JSON.stringify(rehearsals)
        await tx
          .insertInto('audit')
          .values({ actor: 'operator', action: 'backup.rehearsed', subject: 'installation', detail })
          .execute()
      })
      return {
        certificate: composeCertificate({ rehearsals, isPassed, lastBackup: last?.at ?? null, now: now() }),
        isPassed,
        rehearsals,
      }
    },
    nightly: {
      name: 'nightly backup',
      schedule: '0 30 2 * * *',
      async run() {
        if (backups.nightly && (await claimNight(db, now()))) await make('logical')
      },
    },
    health: createBackupHealth({ db, backups, now }),
  }
}

/** `2026-11-30T0230`: sorts by time, and any disk takes it. */
export function stampOf(moment: Date): string {
  const local = new Date(moment.getTime() + 7 * 3600_000).toISOString()
  return `${local.slice(0, 13)}${local.slice(14, 16)}`
}
