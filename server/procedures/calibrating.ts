/** Computes thresholds beside the server: with hundreds of guides it takes half a minute. */
import { setTimeout } from 'node:timers/promises'
import type { Logger } from 'pino'
import type { Calibration, Catalogue } from '../../shared/answering/index.ts'
import { createBeside, LeftError } from '../platform/jobs/index.ts'

/** Every replica shows first what was published: on a small machine they share its processors. */
const BEGIN_AFTER_MS = 5000

export interface Calibrating {
  /** Begins with this catalogue; whatever was begun before is left. @param done is called once, unless it is left */
  begin(catalogue: Catalogue, done: (calibration: Calibration) => Promise<void>): void
  stop(): Promise<void>
}

export function createCalibrating(log: Logger): Calibrating {
  const { run, leave } = createBeside<Catalogue, Calibration>(new URL('./calibration-worker.ts', import.meta.url))
  let rest = new AbortController()

  async function compute(catalogue: Catalogue, done: (calibration: Calibration) => Promise<void>): Promise<void> {
    const { signal } = rest
    try {
      await setTimeout(BEGIN_AFTER_MS, null, { signal, ref: false })
      await done(await run(catalogue))
    } catch (error) {
      if (signal.aborted || error instanceof LeftError) return
      log.error({ err: error }, 'thresholds could not be computed; the ones before hold')
    }
  }

  async function stop(): Promise<void> {
    rest.abort()
    rest = new AbortController()
    await leave()
  }

  return {
    stop,
    begin({ topics, negatives }, done) {
      void stop()
      void compute({ topics, negatives }, done)
    },
  }
}
