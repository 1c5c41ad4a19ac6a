/** Reads the settings, opens the platform, listens, and stops gracefully. */
import pino from 'pino'
import { createApp } from './app.ts'
import { createPracticeClock, systemClock } from './clock.ts'
import { ConfigError, readConfig } from './config.ts'
import { connect, ModeError, migrate, StorageError, stampMode, startPostgres } from './platform/storage/index.ts'

const stopping: (() => Promise<void>)[] = []

async function main(): Promise<void> {
  const config = readConfig()
  const log = pino({ level: config.logLevel, base: undefined })
  const clock = config.emulatorUrl ? createPracticeClock(config.emulatorUrl) : systemClock
  await clock.start()
  stopping.unshift(clock.stop)

  const postgres = config.databaseUrl
    ? null
    : await startPostgres({ dataDir: config.dataDir, bin: config.postgresBin, log })
  if (postgres) stopping.unshift(postgres.stop)
  const db = connect(config.databaseUrl ?? postgres?.url ?? '', { log })
  stopping.unshift(() => db.destroy())
  await migrate(db)
  await stampMode(db, config.mode)

  const app = await createApp({ config, db, clock, log })
  stopping.unshift(app.stop)
  const port = await app.listen(config.port)
  const links = await app.printableLinks(port)
  const url = config.mode === 'practice' ? `http://localhost:${port}` : config.publicUrl
  if (process.send) process.send({ ready: { url, ...links } })
  else log.info({ url }, 'ready')
}

let ended: Promise<void> | null = null
function stop(): Promise<void> {
  ended ??= (async () => {
    for (const step of stopping) await step()
  })()
  return ended
}

async function stopAndExit(code: number): Promise<void> {
  // Somebody presses Ctrl-C twice, or a step hangs: leave all the same.
  setTimeout(() => process.exit(code), 15_000).unref()
  await stop().catch(() => {})
  process.exit(code)
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void stopAndExit(0))
process.on('disconnect', () => void stopAndExit(0))

try {
  await main()
} catch (error) {
  const isExpected = error instanceof ConfigError || error instanceof ModeError || error instanceof StorageError
  process.stderr.write(`${isExpected ? error.message : error instanceof Error ? error.stack : String(error)}\n`)
  await stopAndExit(1)
}
