/** What is carried, as it comes over the wire. */
import type { Api } from '../../api/index.ts'
import { sayDay } from '../../ui/index.ts'

export type OaGroup = Awaited<ReturnType<Api['carrying']['groups']['list']>>['groups'][number]

export type OaTemplate = Awaited<ReturnType<Api['carrying']['templates']['list']>>['templates'][number]
export type Setting = Awaited<ReturnType<Api['carrying']['rules']['read']>>
export type Rules = Parameters<Api['carrying']['rules']['write']>[0]['rules']
export type Area = Awaited<ReturnType<Api['notices']['areas']>>[number]

/** Zalo's own writing of a day is not told anywhere: what cannot be read as one is shown as it came. */
export function sayZaloDay(text: string): string {
  const moment = new Date(/^\d{12,}$/.test(text) ? Number(text) : text)
  return /^\d{4}-\d\d-\d\d|^\d{12,}$/.test(text) && !Number.isNaN(moment.getTime())
    ? sayDay(moment.toISOString())
    : text
}
