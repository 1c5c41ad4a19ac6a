import { formatDay } from '../../../shared/notices/index.ts'
import { vietnamDay, vietnamTime } from '../../../shared/vietnam-time.ts'

/** "19:30 ngày 05/12/2026". */
export function momentWords(moment: Date): string {
  return `${vietnamTime(moment)} ngày ${formatDay(vietnamDay(moment))}`
}
