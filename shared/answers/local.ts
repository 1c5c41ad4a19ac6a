/** What holds in one area only, as replies and pages say it: never without the area, the source and the day. */
import { feeLines, type LocalField, localNames, localSource, wordLocalFact } from '../local-parts/index.ts'
import type { Topic } from '../procedures.ts'
import { lowerFirst, upperFirst } from './figures.ts'

/** Where these facts come from, a line for each source: "Nơi nộp, điện thoại: riêng tại …". */
export function localLines({ local }: Pick<Topic, 'local'>, fields: readonly LocalField[]): string[] {
  const told = new Map<string, string[]>()
  for (const field of fields) {
    const fact = local?.[field]
    if (fact) told.set(localSource(fact), [...(told.get(localSource(fact)) ?? []), localNames[field]])
  }
  return [...told].map(([source, names]) => `${upperFirst(names.join(', ').toLowerCase())}: ${lowerFirst(source)}`)
}

/** What is paid there; none where nothing of its own is said. */
export function localFeeLines(topic: Pick<Topic, 'local'>): string[] {
  const fee = topic.local?.fee
  return fee ? [...feeLines(fee).map(line => `Lệ phí: ${line}`), ...localLines(topic, ['fee'])] : []
}

/** The form that is in use there. */
export function localFormLines(topic: Pick<Topic, 'local'>): string[] {
  const form = topic.local?.form
  return form ? [`Mẫu dùng tại đây: ${wordLocalFact('form', form)}`, ...localLines(topic, ['form'])] : []
}
