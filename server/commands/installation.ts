/** Opens this installation's database for an operator's command, beside the running server or alone. */
import pino from 'pino'
import { type Config, ConfigError, readConfig } from '../config.ts'
import { connect, type Database, migrate, stampMode, startPostgres } from '../platform/storage/index.ts'

export interface Installation {
  config: Config
  db: Database
  close(): Promise<void>
}

export async function openInstallation(): Promise<Installation> {
  const config = readConfig()
  const log = pino({ level: 'silent' })
  const postgres = config.databaseUrl
    ? null
    : await startPostgres({ dataDir: config.dataDir, bin: config.postgresBin, log })
  const db = connect(config.databaseUrl ?? postgres?.url ?? '')
  await migrate(db)
  await stampMode(db, config.mode)
  return {
    config,
    db,
    async close() {
      await db.destroy()
      await postgres?.stop()
    },
  }
}

/** Runs a command to its end; a refusal is one sentence on stderr, not a stack. */
export async function runCommand(work: (installation: Installation, args: string[]) => Promise<void>): Promise<void> {
  try {
    const installation = await openInstallation()
    try {
      await work(installation, process.argv.slice(2))
    } finally {
      await installation.close()
    }
  } catch (error) {
    console.error(error instanceof ConfigError || error instanceof Error ? error.message : error)
    process.exitCode = 1
  }
}
