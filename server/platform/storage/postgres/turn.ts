import { setTimeout as pause } from 'node:timers/promises'
import { StorageError } from '../storage-error.ts'
import { holdName, nameOf, releaseName } from './kernel-name.ts'

const RETRY_MS = 50

interface TurnOptions {
  /** Gives up waiting. */
  signal?: AbortSignal
  /** How long the others may take. */
  limitMs: number
}

/**
 * Does the work while no other process on this machine does so for the same folder: two apps started at once must not
 * both decide that a lock is stale.
 * @throws StorageError when another process keeps the turn for too long
 */
export async function takeTurn<T>(
  folder: string,
  work: () => Promise<T>,
  { signal, limitMs }: TurnOptions,
): Promise<T> {
  const name = nameOf(folder, 'turn')
  const end = performance.now() + limitMs
  let holder = await holdName(name)
  while (!holder) {
    if (performance.now() > end)
      throw new StorageError(`Một tiến trình Một Cửa khác đang giữ ${folder}; dừng nó rồi chạy lại.`)
    await pause(RETRY_MS, undefined, { signal })
    holder = await holdName(name)
  }
  try {
    return await work()
  } finally {
    await releaseName(holder)
  }
}
