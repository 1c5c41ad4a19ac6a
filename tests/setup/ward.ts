/** A whole ward: the real app over a real database, and the emulated Zalo that its people write through. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import pino, { type DestinationStream } from 'pino'
import { type Emulator, type EmulatorOptions, startEmulator } from '../../emulator/index.ts'
import { type App, createApp } from '../../server/app.ts'
import type { Config, ZaloConfig } from '../../server/config.ts'
import type { Database } from '../../server/platform/storage/index.ts'
import { createTestDatabase, type TestDatabase } from './database.ts'

const SECRETS = {
  appId: '3100000000000000001',
  appSecret: 'app-secret-of-the-tests',
  oaId: '3200000000000000001',
  oaSecretKey: 'oa-secret-key-of-the-tests',
  miniAppId: '3300000000000000001',
  miniAppKey: 'mini-app-key-of-the-tests',
}

export interface Resident {
  /** Their id at the ward's OA. */
  oaUserId: string
  /** Says something without waiting. @returns the place in the chat after which answers come */
  write(text: string): number
  /** Says something and waits for the whole answer. */
  ask(text: string): Promise<Answer>
  /** Presses a button of the newest message and waits for the answer. */
  press(button: string | number): Promise<Answer>
  /** Everything the ward has said to them. */
  heard(): string[]
}

export interface Answer {
  /** All messages of the answer, one after the other. */
  text: string
  messages: string[]
  buttons: string[]
}

export interface TestWard {
  url: string
  db: Database
  config: Config
  emulator: Emulator
  app: App
  resident(key?: string): Resident
  /** Waits until nothing is under way any more at either side. */
  settle(): Promise<void>
  close(): Promise<void>
}

export interface WardOptions {
  emulator?: Partial<EmulatorOptions>
  zalo?: Partial<ZaloConfig>
  config?: Partial<Config>
  /** One of the tests' own when left out. */
  database?: TestDatabase
  /** Where the log goes; set `config.logLevel` too. */
  log?: DestinationStream
}

/** A busy machine takes its time; only what never comes waits so long. */
const ANSWER_WITHIN_MS = 45_000

export async function openWard({
  emulator: emulatorOptions = {},
  zalo = {},
  config: changes = {},
  database: given,
  log,
}: WardOptions = {}): Promise<TestWard> {
  const database = given ?? (await createTestDatabase({ published: true }))
  const dataDir = await mkdtemp(join(tmpdir(), 'mot-cua-ward-'))
  const emulator = await startEmulator({ port: 0, secrets: SECRETS, ...emulatorOptions })
  const { control } = emulator
  const config: Config = {
    mode: 'practice',
    port: 0,
    publicUrl: 'http://localhost',
    dataDir,
    secretKey: 'a secret key for the tests, long enough',
    trustProxy: 0,
    role: 'all',
    logLevel: 'silent',
    keepMessagesDays: 30,
    freshness: { reviewDays: 180, withholdDays: 90 },
    linkCheck: false,
    backups: { folder: join(dataDir, 'backups'), keep: 14, nightly: false },
    emulatorUrl: emulator.url,
    ...changes,
    zalo: {
      api: true,
      ...SECRETS,
      firstRefreshToken: control.tokens.grant().refreshToken,
      miniAppWebhookKey: SECRETS.miniAppKey,
      notificationTemplateId: 'thong-bao',
      oauthUrl: emulator.oauthUrl,
      openapiUrl: emulator.openapiUrl,
      graphUrl: emulator.graphUrl,
      businessUrl: emulator.businessUrl,
      miniAppOpenapiUrl: emulator.miniAppOpenapiUrl,
      webhookStrict: false,
      ratePerMinute: 80,
      ...zalo,
    },
  }
  const clock = { now: () => new Date(control.clock.read().now) }
  const app = await createApp({ config, db: database.db, clock, log: pino({ level: config.logLevel }, log) })
  const url = `http://127.0.0.1:${await app.listen(0)}`
  await control.webhook.register(`${url}/webhooks/zalo/oa`)
  control.miniApp.register(`${url}/webhooks/zalo/miniapp`)

  async function settle(): Promise<void> {
    const giveUpAt = Date.now() + ANSWER_WITHIN_MS
    for (;;) {
      await control.idle(60)
      // In one statement: a row that moves on between two looks would be seen by neither.
      const { rows } = await sql<{ isBusy: boolean }>`
        with awake as (select oa_id from official_accounts where coalesce(sending_paused_until <= ${clock.now()}, true))
        select exists (select 1 from events where state in ('pending', 'claimed'))
          or exists (select 1 from deliveries where state in ('claimed', 'sending') or (state = 'pending' and not_before <= ${clock.now()}))
          or exists (select 1 from broadcasts where state = 'expanding' or (state = 'scheduled' and starts_at <= ${clock.now()}))
          or exists (select 1 from broadcast_recipients r join broadcasts b on b.id = r.broadcast_id where r.state in ('claimed', 'sending')
            or (r.state = 'pending' and r.not_before <= ${clock.now()} and b.state = 'sending' and b.oa_id in (select oa_id from awake)))
          as "isBusy"
      `.execute(database.db)
      if (!rows[0]?.isBusy) return
      if (Date.now() > giveUpAt) throw new Error('something is still under way')
    }
  }

  function resident(key = 'ba-sau'): Resident {
    const answerAfter = async (seq: number): Promise<Answer> => {
      const first = await control.people.reply(key, seq, ANSWER_WITHIN_MS)
      if (!first) throw new Error(`${key} heard nothing within ${ANSWER_WITHIN_MS / 1000} s`)
      await settle()
      const messages = control.people.messages(key, seq).filter(({ from }) => from === 'oa')
      return {
        text: messages.map(({ text }) => text ?? '').join('\n'),
        messages: messages.map(({ text }) => text ?? ''),
        buttons: messages.at(-1)?.buttons?.map(({ title }) => title) ?? [],
      }
    }
    return {
      oaUserId: control.people.find(key).userId,
      write: text => control.act.text(key, text).seq,
      ask: text => answerAfter(control.act.text(key, text).seq),
      async press(button) {
        const seq = control.people.messages(key).at(-1)?.seq ?? 0
        const pressed = control.act.press(key, button)
        if (!('said' in pressed)) throw new Error('this button says nothing')
        return answerAfter(seq)
      },
      heard: () => control.people.messages(key).flatMap(({ from, text }) => (from === 'oa' ? [text ?? ''] : [])),
    }
  }

  return {
    url,
    db: database.db,
    config,
    emulator,
    app,
    resident,
    settle,
    async close() {
      await app.stop()
      await emulator.close()
      await database.close()
      await rm(dataDir, { recursive: true, force: true })
    },
  }
}
