/** What the sender of replies and the sender of broadcasts share: how work is watched, and how its outcome is written down. */
import type { Logger } from 'pino'
import { createLoop, type Loop } from '../jobs/index.ts'

/** Zalo's own limit on calls: of the OA, of the Mini App. */
const RATE_REFUSED: readonly (number | null)[] = [-32, -103]

export function isRateRefusal(code: number | null): boolean {
  return RATE_REFUSED.includes(code)
}

/** How long sending rests after a refusal that somebody has to repair. */
export const OPERATOR_REST_MS = 5 * 60_000

const RELEASE_EVERY_MS = 1000
const WRITE_AGAIN_MS = 250

export interface Outgoing extends Loop {
  /** Goes on beside the loop; its end is worth another look for work. */
  track(work: Promise<void>): void
  underWay(): number
}

/**
 * @param turn claims what is due and tracks it; answers true when there may be more right away
 * @param release gives back what a sender that died had claimed; called once a second at the most
 * @param nudgeAfterMs one look for all that end within this time
 */
export function createOutgoing({
  name,
  turn,
  release,
  pauseMs,
  nudgeAfterMs,
  log,
}: {
  name: string
  turn: () => Promise<boolean>
  release: () => Promise<void>
  pauseMs: number
  nudgeAfterMs: number
  log: Logger
}): Outgoing {
  const underWay = new Set<Promise<void>>()
  let releasedAt = Number.NEGATIVE_INFINITY
  let nudging: NodeJS.Timeout | null = null
  const loop = createLoop({ name, turn: round, pauseMs, log })

  async function round(): Promise<boolean> {
    if (performance.now() - releasedAt >= RELEASE_EVERY_MS) {
      releasedAt = performance.now()
      await release()
    }
    return turn()
  }

  function nudgeSoon(): void {
    nudging ??= setTimeout(() => {
      nudging = null
      loop.nudge()
    }, nudgeAfterMs)
  }

  return {
    start: loop.start,
    nudge: loop.nudge,
    track(work) {
      const watched = work
        .catch(error =>
          log.error({ err: error, sender: name }, 'an outcome could not be recorded; it will be reconciled'),
        )
        .finally(() => {
          underWay.delete(watched)
          nudgeSoon()
        })
      underWay.add(watched)
    },
    underWay: () => underWay.size,
    async stop() {
      await loop.stop()
      await Promise.all(underWay)
      if (nudging) clearTimeout(nudging)
    },
  }
}

/** While our lease holds, an outcome is worth writing down again and again: losing it makes the row ambiguous. */
export async function writeWhileLeased(write: () => Promise<unknown>, leaseLeftMs: number): Promise<void> {
  const giveUpAt = Date.now() + leaseLeftMs
  for (;;) {
    try {
      await write()
      return
    } catch (error) {
      if (Date.now() > giveUpAt) throw error
      await new Promise(resolve => setTimeout(resolve, WRITE_AGAIN_MS))
    }
  }
}
