import type { z } from 'zod'
import type { OpenApiAnswer } from './openapi.ts'

/** What came of asking Zalo for something: reading has no effect, so a failure is never more than a failure. */
export type ReadResult<T> =
  | { kind: 'ok'; value: T }
  | { kind: 'refused'; code: number; reason: string }
  | { kind: 'consent_needed' }
  | { kind: 'failed'; cause: string }

export function toReadResult<T>(answer: OpenApiAnswer, schema: z.ZodType<T>): ReadResult<T> {
  switch (answer.kind) {
    case 'success': {
      const parsed = schema.safeParse(answer.body)
      return parsed.success ? { kind: 'ok', value: parsed.data } : { kind: 'failed', cause: 'unexpected shape' }
    }
    case 'error':
      return { kind: 'refused', code: answer.code, reason: answer.message }
    case 'consent_needed':
      return answer
    case 'turned_away':
      return { kind: 'failed', cause: `http ${answer.status}` }
    case 'not_sent':
    case 'unclear':
    case 'unreachable':
      return { kind: 'failed', cause: answer.cause }
  }
}
