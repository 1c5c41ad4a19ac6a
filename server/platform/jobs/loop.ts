/** A loop that works while there is work, and else sleeps until it is nudged or its pause is over. */
import type { Logger } from 'pino'

export interface Loop {
  start(): void
  /** Wakes the loop at once. Harmless at any time. */
  nudge(): void
  /** Lets the turn under way finish, then ends. */
  stop(): Promise<void>
}

/**
 * @param turn one round of work; answers true when there may be more to do right away
 * @param pauseMs how long to sleep without a nudge
 */
export function createLoop({
  name,
  turn,
  pauseMs,
  log,
}: {
  name: string
  turn: () => Promise<boolean>
  pauseMs: number
  log: Logger
}): Loop {
  let running = false
  let nudged = false
  let wake: (() => void) | null = null
  let ended: Promise<void> = Promise.resolve()
  let failures = 0

  async function run(): Promise<void> {
    while (running) {
      nudged = false
      let more = false
      try {
        more = await turn()
        failures = 0
      } catch (error) {
        failures += 1
        // A database that is away for a minute must not fill the log.
        if (failures === 1 || failures % 20 === 0)
          log.error({ err: error, loop: name, failures }, 'a round of work failed')
      }
      if (running && !more && !nudged)
        await sleep(failures > 0 ? Math.min(5000, pauseMs * 2 ** Math.min(failures, 4)) : pauseMs)
    }
  }

  function sleep(ms: number): Promise<void> {
    return new Promise(resolve => {
      const timer = setTimeout(done, ms)
      function done(): void {
        clearTimeout(timer)
        wake = null
        resolve()
      }
      wake = done
    })
  }

  return {
    start() {
      if (running) return
      running = true
      ended = run()
    },
    nudge() {
      nudged = true
      wake?.()
    },
    async stop() {
      running = false
      wake?.()
      await ended
    },
  }
}
