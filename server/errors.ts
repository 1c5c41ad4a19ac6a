/** Expected refusals, from one closed list. Words for people live in the clients. */
export type AppErrorCode = 'not_found' | 'invalid' | 'unauthenticated' | 'forbidden' | 'conflict' | 'unavailable'

export class AppError extends Error {
  readonly code: AppErrorCode
  constructor(code: AppErrorCode, message: string) {
    super(message)
    this.name = 'AppError'
    this.code = code
  }
}
