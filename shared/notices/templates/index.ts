/** The starters that every ward begins with; their words are ours. */
import { dailyLife } from './daily-life.ts'
import { gatherings } from './gatherings.ts'
import { healthAndSafety } from './health-and-safety.ts'
import type { NoticeTemplate } from './template.ts'

export type { AskedField, NoticeTemplate } from './template.ts'

export const noticeTemplates: readonly NoticeTemplate[] = [...gatherings, ...dailyLife, ...healthAndSafety]

/** @param own what the ward has written itself */
export function findTemplate(key: string | null, own: readonly NoticeTemplate[] = []): NoticeTemplate | null {
  return [...own, ...noticeTemplates].find(template => template.key === key) ?? null
}
