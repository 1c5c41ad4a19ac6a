/** What is carried, as it comes over the wire. */
import type { Api } from '../../api/index.ts'
import { sayDay } from '../../ui/index.ts'

export type OaGroup = Awaited<ReturnType<Api['carrying']['groups']['list']>>['groups'][number]

/** Zalo's own writing of a day is not told anywhere: what cannot be read as one is shown as it came. */
export function sayZaloDay(text: string): string {
  const moment = new Date(/^\d{12,}$/.test(text) ? Number(text) : text)
  return /^\d{4}-\d\d-\d\d|^\d{12,}$/.test(text) && !Number.isNaN(moment.getTime())
    ? sayDay(moment.toISOString())
    : text
}
