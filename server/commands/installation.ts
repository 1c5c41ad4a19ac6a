/** Opens this installation's database for an operator's command, beside the running server or alone. */
import pino from 'pino'
import { type Config, readConfig } from '../config.ts'
import { connect, type Database, migrate, stampMode, startPostgres } from '../platform/storage/index.ts'
import { runAlone } from './command.ts'

export interface Installation {
  config: Config
  db: Database
  url: string
  /** Null: an outside server. */
  superuserUrl: string | null
  close(): Promise<void>
}

export async function openInstallation(): Promise<Installation> {
  const config = readConfig()
  const log = pino({ level: 'silent' })
  const postgres = config.databaseUrl
    ? null
    : await startPostgres({ dataDir: config.dataDir, bin: config.postgresBin, log })
  const url = config.databaseUrl ?? postgres?.url ?? ''
  const db = connect(url)
  await migrate(db)
  await stampMode(db, config.mode)
  return {
    config,
    db,
    url,
    superuserUrl: postgres?.superuserUrl ?? null,
    async close() {
      await db.destroy()
      await postgres?.stop()
    },
  }
}

/** Runs a command beside its installation, to its end. */
export function runCommand(work: (installation: Installation, args: string[]) => Promise<void>): Promise<void> {
  return runAlone(async args => {
    const installation = await openInstallation()
    try {
      await work(installation, args)
    } finally {
      await installation.close()
    }
  })
}
