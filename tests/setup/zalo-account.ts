/** An OA of ours in a database of its own, and the emulated Zalo it talks to. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pino from 'pino'
import { type Control, type Emulator, type EmulatorOptions, startEmulator } from '../../emulator/index.ts'
import type { Config, ZaloConfig } from '../../server/config.ts'
import { seedWard } from '../../server/platform/areas/index.ts'
import type { Database } from '../../server/platform/storage/index.ts'
import { createZalo, type Zalo } from '../../server/platform/zalo/index.ts'
import { sampleWard } from '../../shared/content/index.ts'
import { createTestDatabase } from './database.ts'
import { SECRETS, zaloConfig } from './zalo-settings.ts'

export interface ZaloAccount {
  db: Database
  databaseUrl: string
  dataDir: string
  emulator: Emulator
  control: Control
  clock: { now(): Date }
  /** Everything logged so far, as text. */
  logged(): string
  counted: string[]
  rates: { limit: number; remain: number }[]
  /** One process of the ward: its own memory, the same database. */
  open(changes?: Partial<ZaloConfig>, parts?: { db?: Database; publicUrl?: string }): Zalo
  close(): Promise<void>
}

export const SECRET_KEY = 'a secret key for the tests, long enough'

export async function openAccount(options: Partial<EmulatorOptions> = {}): Promise<ZaloAccount> {
  const database = await createTestDatabase()
  const dataDir = await mkdtemp(join(tmpdir(), 'mot-cua-zalo-'))
  const emulator = await startEmulator({ port: 0, secrets: SECRETS, ...options })
  const { control } = emulator
  const clock = { now: () => new Date(control.clock.read().now) }
  const lines: string[] = []
  const counted: string[] = []
  const rates: ZaloAccount['rates'] = []
  const log = pino({ level: 'debug' }, { write: line => void lines.push(line) })
  const firstRefreshToken = control.tokens.grant().refreshToken
  await seedWard(database.db, sampleWard, SECRETS)

  return {
    db: database.db,
    databaseUrl: database.url,
    dataDir,
    emulator,
    control,
    clock,
    logged: () => lines.join(''),
    counted,
    rates,
    open(changes = {}, { db = database.db, publicUrl = 'http://localhost' } = {}) {
      const config: Config = {
        mode: 'practice',
        port: 0,
        publicUrl,
        dataDir,
        secretKey: SECRET_KEY,
        trustProxy: 0,
        role: 'all',
        logLevel: 'silent',
        keepMessagesDays: 30,
        freshness: { reviewDays: 180, withholdDays: 90 },
        linkCheck: false,
        backups: { folder: join(dataDir, 'backups'), keep: 14, nightly: false },
        zalo: zaloConfig(emulator, { firstRefreshToken, ...changes }),
      }
      return createZalo({
        config,
        db,
        clock,
        log,
        accept: async () => {},
        mayStartConsent: async code => code === 'a good start code',
        count: (name, label) => void counted.push(`${name} ${label}`),
        readCounts: async () => [],
        onRate: (_oaId, rate) => void rates.push(rate),
      })
    },
    async close() {
      await emulator.close()
      await database.close()
      await rm(dataDir, { recursive: true, force: true })
    },
  }
}
