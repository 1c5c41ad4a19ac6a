/** One of several processes that share an OA: refreshes its token when told to, as the server's timer does. */
import pino from 'pino'
import { readConfig } from '../server/config.ts'
import { connect, startPostgres } from '../server/platform/storage/index.ts'
import { createZalo } from '../server/platform/zalo/index.ts'

const config = readConfig()
const log = pino({ level: 'silent' })
const postgres = await startPostgres({ dataDir: config.dataDir, log })
const db = connect(postgres.url)
let now = new Date()
const nothing = async () => {}
const { tokens } = createZalo({
  config,
  db,
  clock: { now: () => now },
  log,
  accept: nothing,
  mayStartConsent: async () => false,
  count: () => {},
  readCounts: async () => [],
})

process.on('message', async (message: { now: string }) => {
  now = new Date(message.now)
  const answer = await tokens.refreshIfDue(config.zalo.oaId)
  process.send?.({ answer: answer.kind })
})
process.on('disconnect', () => process.exit(0))
process.send?.({ ready: true })
