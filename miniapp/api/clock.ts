/** The time it is at the ward, also on a phone whose clock runs wrong. */

/** Below this a phone is believed. */
const TOLERATED_MS = 120_000

let aheadMs = 0

/** @param now what the ward's clock said a moment ago */
export function setClock(now: string): void {
  const difference = Date.parse(now) - Date.now()
  aheadMs = Math.abs(difference) > TOLERATED_MS ? difference : 0
}

export function wardNow(): Date {
  return new Date(Date.now() + aheadMs)
}
