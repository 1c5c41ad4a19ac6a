/** What Zalo's refusal to be asked means to somebody at the desk. */
import type { ZaloTrouble } from '../../shared/zalo-trouble.ts'
import { AppError } from '../errors.ts'
import type { ReadResult } from '../platform/zalo/index.ts'

type NotOk = Exclude<ReadResult<unknown>, { kind: 'ok' }>

const BY_CODE: ReadonlyMap<number, ZaloTrouble> = new Map([
  [-32, 'busy'],
  [-124, 'consent'],
  [-204, 'closed'],
  [-205, 'closed'],
  [-209, 'closed'],
  [-212, 'permission'],
  [-216, 'consent'],
  [-219, 'consent'],
  [-220, 'consent'],
  [-221, 'kind'],
  [-223, 'permission'],
  [-224, 'plan'],
  [-235, 'kind'],
])

export function troubleOf(result: NotOk): ZaloTrouble {
  if (result.kind === 'consent_needed') return 'consent'
  if (result.kind === 'failed') return 'unreachable'
  return BY_CODE.get(result.code) ?? 'refused'
}

/** For what cannot be decided without Zalo; the desk has words for each reason. */
export function refusedBy(trouble: ZaloTrouble, detail: string): AppError {
  return new AppError('unavailable', `Zalo could not be asked: ${detail}`, `zalo_${trouble}`)
}
