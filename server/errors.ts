/** Expected refusals, from one closed list. Words for people live in the clients. */
export type AppErrorCode = 'not_found' | 'invalid' | 'unauthenticated' | 'forbidden' | 'conflict' | 'unavailable'

export class AppError extends Error {
  readonly code: AppErrorCode
  /** One word of a closed list in `shared`, where a page has words of its own for this refusal. */
  readonly reason: string | undefined
  constructor(code: AppErrorCode, message: string, reason?: string) {
    super(message)
    this.name = 'AppError'
    this.code = code
    this.reason = reason
  }
}
