import { randomUUID } from 'node:crypto'
import { countHolders, holdName, nameOf, releaseName } from './kernel-name.ts'

/** Shows the other apps on this machine that one more uses the server of this folder. */
export interface Presence {
  /** Stops showing it. */
  end(): Promise<void>
  /** True while another app shows its own. */
  isShared(): boolean
}

/** Becomes visible at once, and invisible when this process ends, however it ends. */
export async function showPresence(folder: string): Promise<Presence> {
  const prefix = nameOf(folder, 'app:')
  const holder = await holdName(`${prefix}${randomUUID()}`)
  return {
    async end() {
      if (holder?.listening) await releaseName(holder)
    },
    isShared: () => countHolders(prefix) > (holder?.listening ? 1 : 0),
  }
}
