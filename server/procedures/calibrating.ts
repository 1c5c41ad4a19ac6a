/**
 * Computes thresholds beside the server: with hundreds of guides it takes half a minute, in which residents want answers
 * and a publication wants to be seen.
 */
import { Worker } from 'node:worker_threads'
import type { Logger } from 'pino'
import type { Calibration, Catalogue } from '../../shared/answering/index.ts'

export interface Calibrating {
  /** Begins with this catalogue; whatever was begun before is left. @param done is called once, unless it is left */
  begin(catalogue: Catalogue, done: (calibration: Calibration) => Promise<void>): void
  stop(): Promise<void>
}

export function createCalibrating(log: Logger): Calibrating {
  let running: Worker | null = null

  async function stop(): Promise<void> {
    const left = running
    running = null
    await left?.terminate()
  }

  return {
    stop,
    begin({ topics, negatives }, done) {
      void stop()
      const worker = new Worker(new URL('./calibration-worker.ts', import.meta.url), {
        workerData: { topics, negatives },
      })
      running = worker
      const fail = (error: unknown) =>
        log.error({ err: error }, 'thresholds could not be computed; the ones before hold')
      worker.once('error', fail)
      worker.once('message', (calibration: Calibration) => {
        if (running !== worker) return
        running = null
        done(calibration).catch(fail)
      })
    },
  }
}
