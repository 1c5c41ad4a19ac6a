/** Computes thresholds beside the server: with hundreds of guides it takes half a minute. */
import type { Logger } from 'pino'
import type { Calibration, Catalogue } from '../../shared/answering/index.ts'
import { createBeside, LeftError } from '../platform/jobs/index.ts'

export interface Calibrating {
  /** Begins with this catalogue; whatever was begun before is left. @param done is called once, unless it is left */
  begin(catalogue: Catalogue, done: (calibration: Calibration) => Promise<void>): void
  stop(): Promise<void>
}

export function createCalibrating(log: Logger): Calibrating {
  const { run, leave } = createBeside<Catalogue, Calibration>(new URL('./calibration-worker.ts', import.meta.url))
  return {
    stop: leave,
    begin({ topics, negatives }, done) {
      void leave()
      run({ topics, negatives })
        .then(done)
        .catch((error: unknown) => {
          if (error instanceof LeftError) return
          log.error({ err: error }, 'thresholds could not be computed; the ones before hold')
        })
    },
  }
}
