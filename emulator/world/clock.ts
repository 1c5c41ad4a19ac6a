/**
 * Zalo's time. Real time plus an offset that the control API moves, so that a 48-hour window or a
 * three-month token can be rehearsed in a second. Every expiry in the emulator is read from here.
 */
export interface VirtualClock {
  /** The present moment, in epoch milliseconds of virtual time. */
  now(): number
  offsetMs(): number
  /** Moves time on; whatever became due runs at once. */
  advance(milliseconds: number): void
  set(epochMilliseconds: number): void
  /** Runs `task` when virtual time reaches `time`; returns how to cancel it. */
  at(time: number, task: () => void): () => void
  /** How many tasks are still waiting for their time. */
  waiting(): number
  close(): void
}

interface Alarm {
  time: number
  task: () => void
}

const LONGEST_TIMER_MS = 2 ** 31 - 1

export function createVirtualClock(initialOffsetMs = 0): VirtualClock {
  let offset = initialOffsetMs
  let timer: NodeJS.Timeout | undefined
  const alarms: Alarm[] = []
  const now = () => Date.now() + offset

  function insert(alarm: Alarm): void {
    let low = 0
    let high = alarms.length
    while (low < high) {
      const middle = (low + high) >>> 1
      if ((alarms[middle]?.time ?? 0) <= alarm.time) low = middle + 1
      else high = middle
    }
    alarms.splice(low, 0, alarm)
  }

  function runDue(): void {
    for (let next = alarms[0]; next && next.time <= now(); next = alarms[0]) {
      alarms.shift()
      next.task()
    }
    clearTimeout(timer)
    const next = alarms[0]
    if (!next) return
    timer = setTimeout(runDue, Math.min(Math.max(next.time - now(), 1), LONGEST_TIMER_MS))
    timer.unref()
  }

  return {
    now,
    offsetMs: () => offset,
    advance(milliseconds) {
      offset += milliseconds
      runDue()
    },
    set(epochMilliseconds) {
      offset = epochMilliseconds - Date.now()
      runDue()
    },
    at(time, task) {
      const alarm = { time, task }
      insert(alarm)
      if (alarms[0] === alarm) runDue()
      return () => {
        const place = alarms.indexOf(alarm)
        if (place >= 0) alarms.splice(place, 1)
      }
    },
    waiting: () => alarms.length,
    close() {
      clearTimeout(timer)
      alarms.length = 0
    },
  }
}
