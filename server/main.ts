/** Reads the settings, opens the platform, listens, and stops gracefully. */
import pino from 'pino'
import type { App, AppParts } from './app.ts'
import { createPracticeClock, systemClock } from './clock.ts'
import { ConfigError, readConfig } from './config.ts'
import { readWardFile, WardFileError } from './platform/areas/index.ts'
import { connect, ModeError, migrate, StorageError, stampMode, startPostgres } from './platform/storage/index.ts'

const stopping: (() => Promise<void>)[] = []

async function main(): Promise<void> {
  const config = readConfig()
  if (config.mode === 'live') readWardFile(config.wardFile ?? '')
  const log = pino({ level: config.logLevel, base: undefined })
  const clock = config.emulatorUrl ? createPracticeClock(config.emulatorUrl) : systemClock
  await clock.start()
  stopping.unshift(clock.stop)

  const postgres = config.databaseUrl
    ? null
    : await startPostgres({ dataDir: config.dataDir, bin: config.postgresBin, log })
  if (postgres) stopping.unshift(postgres.stop)
  const url = config.databaseUrl ?? postgres?.url ?? ''
  const db = connect(url, { log })
  stopping.unshift(() => db.destroy())
  await migrate(db)
  await stampMode(db, config.mode)

  const app = await openApp({
    config,
    db,
    clock,
    log,
    storage: { url, superuserUrl: postgres?.superuserUrl ?? null },
  })
  stopping.unshift(app.stop)
  const port = await app.listen(config.port)
  const links = await app.printableLinks(port)
  const address = config.mode === 'practice' ? `http://localhost:${port}` : config.publicUrl
  if (process.send) process.send({ ready: { url: address, ...links } })
  else log.info({ url: address }, 'ready')
}

/** What a process does not do, it does not load. */
async function openApp(parts: AppParts): Promise<App> {
  if (parts.config.role === 'worker') return (await import('./worker.ts')).createWorker(parts)
  return (await import('./app.ts')).createApp(parts)
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

/** What the operator reads: one sentence with the next step for what may be expected, everything for a surprise. */
function explain(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  if ('code' in error && error.code === 'EADDRINUSE')
    return 'Cổng này đang có chương trình khác dùng. Tắt chương trình ấy, hoặc đặt PORT sang số khác.'
  const isExpected = [ConfigError, ModeError, StorageError, WardFileError].some(kind => error instanceof kind)
  return isExpected ? error.message : (error.stack ?? error.message)
}

try {
  await main()
} catch (error) {
  process.stderr.write(`${explain(error)}\n`)
  await stopAndExit(1)
}
