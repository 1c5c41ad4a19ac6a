/**
 * What time it is, for business rules. Leases never use this: they use the database's clock.
 * In practice mode the clock follows the emulator's virtual one.
 */
import axios from 'axios'
import { z } from 'zod'

export interface Clock {
  /** The present moment. */
  now(): Date
}

export interface RunningClock extends Clock {
  start(): Promise<void>
  stop(): Promise<void>
}

export const systemClock: RunningClock = { now: () => new Date(), start: async () => {}, stop: async () => {} }

const FOLLOW_EVERY_MS = 1000
const Answer = z.object({ offsetMs: z.number() })

/** Follows the emulator's clock; between two looks it runs by itself. */
export function createPracticeClock(emulatorUrl: string): RunningClock {
  let offsetMs = 0
  let timer: NodeJS.Timeout | null = null

  async function look(): Promise<void> {
    try {
      const { data } = await axios.get(`${emulatorUrl}/__emu/clock`, { timeout: 2000, proxy: false })
      offsetMs = Answer.parse(data).offsetMs
    } catch {
      // The emulator is restarting: keep the last offset.
    }
  }

  return {
    now: () => new Date(Date.now() + offsetMs),
    async start() {
      await look()
      timer = setInterval(look, FOLLOW_EVERY_MS)
      timer.unref()
    },
    async stop() {
      if (timer) clearInterval(timer)
    },
  }
}
