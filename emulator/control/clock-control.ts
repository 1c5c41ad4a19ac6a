import { parseDuration } from '../world/duration.ts'
import type { World } from '../world/world.ts'
import { ControlProblem } from './problem.ts'

export interface ClockReading {
  now: string
  offsetMs: number
}

export interface ClockControl {
  read(): ClockReading
  /** Moves virtual time on by "49h" or by a number of milliseconds; due retries start at once. */
  advance(by: string | number): ClockReading
  set(iso: string): ClockReading
}

export function createClockControl({ clock, changes }: World): ClockControl {
  const read = () => ({ now: new Date(clock.now()).toISOString(), offsetMs: clock.offsetMs() })
  const changed = () => {
    changes.tell({ kind: 'status' })
    return read()
  }
  return {
    read,
    advance(by) {
      const milliseconds = typeof by === 'number' ? by : parseDuration(by)
      if (milliseconds === undefined)
        throw new ControlProblem(400, `"${by}" is not a length of time such as 30s, 15m, 49h, 8d`)
      clock.advance(milliseconds)
      return changed()
    },
    set(iso) {
      const time = Date.parse(iso)
      if (Number.isNaN(time)) throw new ControlProblem(400, `"${iso}" is not a date`)
      clock.set(time)
      return changed()
    },
  }
}
