/** Long reckoning in threads of their own: residents want answers and a publication wants to be seen meanwhile. */
import { constants, setPriority } from 'node:os'
import { parentPort, Worker, workerData } from 'node:worker_threads'

/** The reckoning was not wanted any more before it was done. */
export class LeftError extends Error {}

export interface Beside<Given, Result> {
  /** @throws LeftError after `leave`, and whatever the script throws */
  run(given: Given): Promise<Result>
  /** Ends everything that is under way. */
  leave(): Promise<void>
}

/** @param script calls `workBeside` */
export function createBeside<Given, Result>(script: URL): Beside<Given, Result> {
  const leaveThem = new Map<Worker, () => void>()
  return {
    run: given =>
      new Promise<Result>((resolve, reject) => {
        const worker = new Worker(script, { workerData: given })
        leaveThem.set(worker, () => reject(new LeftError('not wanted any more')))
        worker.once('message', resolve)
        worker.once('error', reject)
        worker.once('exit', code => {
          leaveThem.delete(worker)
          // Nothing any more for whoever has the message.
          reject(new Error(`the thread ended with ${code} and said nothing`))
        })
      }),
    async leave() {
      const left = [...leaveThem]
      leaveThem.clear()
      for (const [, leaveIt] of left) leaveIt()
      await Promise.all(left.map(([worker]) => worker.terminate()))
    },
  }
}

/** In the thread: makes of what was given what is waited for, behind whoever asks or publishes. */
export function workBeside<Given, Result>(make: (given: Given) => Result): void {
  // Linux alone counts this for the thread; elsewhere it would slow the whole server.
  if (process.platform === 'linux') setPriority(constants.priority.PRIORITY_LOW)
  parentPort?.postMessage(make(workerData))
}
