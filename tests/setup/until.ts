/** Waiting for what is to come, however busy the machine is. */
import { setTimeout } from 'node:timers/promises'

/** Far longer than anything takes, and shorter than a test may: only what never comes waits so long. */
const PATIENCE_MS = 45_000
const LOOK_EVERY_MS = 20

/** Looks until it holds. @param what never came, for the message of the failure; a function tells more at the end */
export async function until(
  what: string | (() => Promise<string> | string),
  holds: () => Promise<boolean> | boolean,
  lookEveryMs = LOOK_EVERY_MS,
): Promise<void> {
  const giveUpAt = Date.now() + PATIENCE_MS
  while (!(await holds())) {
    if (Date.now() > giveUpAt) throw new Error(`never came: ${typeof what === 'string' ? what : await what()}`)
    await setTimeout(lookEveryMs)
  }
}
