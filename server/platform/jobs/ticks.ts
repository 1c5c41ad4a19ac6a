/** Regular duties, ticked by node-cron in every replica. Rows decide what is due, so a missed or double tick does no harm. */
import cron, { type ScheduledTask } from 'node-cron'
import type { Logger } from 'pino'

export interface Tick {
  name: string
  /** Cron expression with seconds, in Asia/Ho_Chi_Minh. */
  schedule: string
  run: () => Promise<void>
}

export interface Ticker {
  start(): void
  stop(): Promise<void>
}

export function createTicker(ticks: Tick[], log: Logger): Ticker {
  const tasks: ScheduledTask[] = []
  return {
    start() {
      for (const { name, schedule, run } of ticks) {
        const work = async (): Promise<void> => {
          try {
            await run()
          } catch (error) {
            log.error({ err: error, tick: name }, 'a regular duty failed')
          }
        }
        tasks.push(cron.schedule(schedule, work, { name, timezone: 'Asia/Ho_Chi_Minh', noOverlap: true }))
      }
    },
    async stop() {
      for (const task of tasks.splice(0)) await task.destroy()
    },
  }
}
