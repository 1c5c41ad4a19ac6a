/** A whole file that is not taken. */
import type { ContentRefusal } from '../../../shared/packs/index.ts'
import { AppError } from '../../errors.ts'

export function refuseFile(reason: ContentRefusal, message: string): AppError {
  return new AppError(reason === 'not_chosen' ? 'conflict' : 'invalid', message, reason)
}
