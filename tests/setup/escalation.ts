/** What the ward does every five minutes of its own accord, done now, by another process of the same ward. */
import pino from 'pino'
import { createHandoffs } from '../../server/chatbot/handoffs/index.ts'
import { createWardDirectory } from '../../server/platform/areas/index.ts'
import { createDeliveries } from '../../server/platform/deliveries/index.ts'
import { idleEngine } from './engine.ts'
import type { TestWard } from './ward.ts'

/** Whoever has waited for an officer longer than a working day is told; the ward's own sender carries it out. */
export async function escalateNow({ config, db, emulator }: TestWard): Promise<void> {
  const clock = { now: () => new Date(emulator.control.clock.read().now) }
  const log = pino({ level: 'silent' })
  const house = {
    config,
    db,
    clock,
    log,
    readPrincipal: async () => null,
    findWard: createWardDirectory(db),
    count: () => undefined,
    ...idleEngine(db, clock),
  }
  const { ticks } = createHandoffs({ house, deliveries: createDeliveries({ db, channels: {}, clock, log }) })
  await ticks.find(({ name }) => name === 'handoff escalation')?.run()
}
