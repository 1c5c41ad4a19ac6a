import { MINUTE, vietnamDate } from './duration.ts'

type Period = 'minute' | 'day' | 'month'

/** Counts what was used in the present minute, day or month; a new period begins at zero. */
export interface Meters {
  used(name: string, period: Period): number
  spend(name: string, period: Period): void
  clear(): void
}

export function createMeters(now: () => number): Meters {
  const counters = new Map<string, { period: string | number; used: number }>()

  function counter(name: string, period: Period) {
    const present = periodOf(period, now())
    const found = counters.get(name)
    if (found?.period === present) return found
    const fresh = { period: present, used: 0 }
    counters.set(name, fresh)
    return fresh
  }

  return {
    used: (name, period) => counter(name, period).used,
    spend: (name, period) => {
      counter(name, period).used++
    },
    clear: () => counters.clear(),
  }
}

function periodOf(period: Period, time: number): string | number {
  if (period === 'minute') return Math.floor(time / MINUTE)
  return vietnamDate(time).slice(0, period === 'day' ? 10 : 7)
}
