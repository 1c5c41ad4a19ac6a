/** What became of asking the phone for something. Nothing here rejects: a refusal is an answer like any other. */
export type Reason = 'outside-zalo' | 'denied' | 'cancelled' | 'not-granted' | 'limit' | 'timeout' | 'failed'

export type Result<T extends object = object> = ({ ok: true } & T) | { ok: false; reason: Reason }

export const done: Result = { ok: true }

export function failure(reason: Reason): { ok: false; reason: Reason } {
  return { ok: false, reason }
}

/** Codes that the SDK rejects with. It rejects with plain objects; -201 is known from its type declarations only. */
const REASONS: Record<number, Reason> = {
  [-201]: 'denied',
  [-1401]: 'denied',
  [-1403]: 'not-granted',
  [-1408]: 'timeout',
  [-1409]: 'limit',
  [-2002]: 'denied',
  [-2003]: 'cancelled',
}

/** Waits for the SDK no longer than `ms`: inside Zalo's own host a call may hang for ever. */
export async function within<T extends object>(ms: number, call: () => Promise<T>): Promise<Result<T>> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const tooLate = new Promise<Result<T>>(resolve => {
    timer = setTimeout(() => resolve(failure('timeout')), ms)
  })
  try {
    const answer = call().then((value): Result<T> => ({ ...value, ok: true }), toFailure)
    return await Promise.race([answer, tooLate])
  } catch (error) {
    return toFailure(error)
  } finally {
    clearTimeout(timer)
  }
}

function toFailure(error: unknown): { ok: false; reason: Reason } {
  const code = typeof error === 'object' && error !== null && 'code' in error ? Number(error.code) : 0
  return failure(REASONS[code] ?? 'failed')
}
