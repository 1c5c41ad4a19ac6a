import { setTimeout as pause } from 'node:timers/promises'
import { holdName, nameOf, releaseName } from './kernel-name.ts'

const RETRY_MS = 50

/**
 * Does the work while no other process on this machine does so for the same folder: two apps started at once must not
 * both decide that a lock is stale.
 */
export async function takeTurn<T>(folder: string, work: () => Promise<T>, signal: AbortSignal): Promise<T> {
  const name = nameOf(folder, 'turn')
  let holder = await holdName(name)
  while (!holder) {
    await pause(RETRY_MS, undefined, { signal })
    holder = await holdName(name)
  }
  try {
    return await work()
  } finally {
    await releaseName(holder)
  }
}
