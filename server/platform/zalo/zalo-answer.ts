/** What Zalo's servers answer: HTTP 200 with `error: 0`, or HTTP 200 with a code; anything else is not from their API. */
import { z } from 'zod'
import type { HttpResult } from './http.ts'
import { parseJsonWithLongIds } from './json-with-long-ids.ts'

export type ZaloAnswer =
  | { kind: 'success'; body: Record<string, unknown>; rate: RateHeaders | null }
  | { kind: 'error'; code: number; message: string; rate: RateHeaders | null }
  /** Something before the API (a proxy, a wrong address) turned the request away. */
  | { kind: 'turned_away'; status: number }
  /** Nothing was sent. */
  | { kind: 'not_sent'; cause: string }
  /** Sent, and no answer that can be understood. */
  | { kind: 'unclear'; cause: string }

/** Calls a minute that the OA may make, and how many are left of them. */
export interface RateHeaders {
  limit: number
  remain: number
}

const Body = z.looseObject({
  error: z
    .union([
      z.number(),
      z
        .string()
        .regex(/^-?\d+$/)
        .transform(Number),
    ])
    .optional(),
  message: z.string().optional().catch(undefined),
})

/** The one thing the API itself does not answer with 200. */
const WRONG_PATH = 404

export function readZaloAnswer(result: HttpResult): ZaloAnswer {
  if (result.kind !== 'answered') return result
  const { status, headers, text } = result
  if (status >= 500) return { kind: 'unclear', cause: `http ${status}` }
  const body = Body.safeParse(parseJsonWithLongIds(text)?.value)
  const isApi = body.success && (body.data.error !== undefined || 'data' in body.data || 'id' in body.data)
  if (!isApi || status === WRONG_PATH)
    return status >= 300 ? { kind: 'turned_away', status } : { kind: 'unclear', cause: 'not an answer of the API' }
  const rate = readRate(headers)
  const { error = 0, message = '' } = body.data
  return error === 0
    ? { kind: 'success', body: body.data, rate }
    : { kind: 'error', code: error, message: message.slice(0, 200), rate }
}

function readRate(headers: Record<string, string>): RateHeaders | null {
  const limit = Number(headers['x-ratelimit-limit'] ?? Number.NaN)
  const remain = Number(headers['x-ratelimit-remain'] ?? Number.NaN)
  return Number.isFinite(limit) && Number.isFinite(remain) ? { limit, remain } : null
}
