/** `npm run carry -- …`: how the ward's notices are carried, as far as only a person knows. See `carry/`. */
import pino from 'pino'
import { systemClock } from '../clock.ts'
import { createZalo } from '../platform/zalo/index.ts'
import { createCarryActs } from './carry/index.ts'
import { runCommand } from './installation.ts'

await runCommand(async ({ config, db }, args) => {
  const zalo = createZalo({
    config,
    db,
    clock: systemClock,
    log: pino({ level: 'silent' }),
    count: () => undefined,
    readCounts: async () => [],
    accept: async () => {},
    mayStartConsent: async () => false,
  })
  const { oaId } = config.zalo
  const { publicUrl } = config
  for (const line of await createCarryActs({ db, oaId, publicUrl, zalo, clock: systemClock })(args)) console.log(line)
})
