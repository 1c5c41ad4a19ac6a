/** How long it takes and what it costs, as the record states it: what no source says is said to be unknown, never free. */
import type { Channel, Fee, FeeRelief, ProcedureCase, Topic } from '../procedures.ts'
import { formatDate, formatMoney, upperFirst } from './figures.ts'

const WAYS: Record<Channel['type'], string> = {
  in_person: 'nộp trực tiếp',
  online: 'nộp trực tuyến',
  post: 'gửi bưu điện',
}

/** The ways of handing in that hold for this case. */
export function channelsOf(topic: Topic, chosen: ProcedureCase | null): Channel[] {
  const procedure = chosen?.procedure ?? null
  return topic.channels.filter(one => one.procedure === null || procedure === null || one.procedure === procedure)
}

/** One line where every way takes as long; else one for each. Empty: the source does not say. */
export function timeLines(channels: readonly Channel[]): string[] {
  const limits = new Map<string, string[]>()
  for (const { type, timeLimit } of channels)
    if (timeLimit) limits.set(timeLimit.text, [...(limits.get(timeLimit.text) ?? []), WAYS[type]])
  const lines = [...limits]
  return lines.length === 1
    ? lines.map(([text]) => text)
    : lines.map(([text, ways]) => `${upperFirst(ways.join(', '))}: ${text}`)
}

interface FeeLine {
  name: string
  /** What it costs; several where it differs by the way of handing in. */
  amounts: string[]
}

export interface FeeWords {
  /** Stated amounts only; empty: nobody stated one. */
  lines: FeeLine[]
  /** True where the province sets the amount. */
  isSetByProvince: boolean
  notes: string[]
}

interface ChargedFee extends Fee {
  ways: Channel['type'][]
}

/** @param today ISO day, which decides the reliefs that hold */
export function feeWords(channels: readonly Channel[], chosen: ProcedureCase | null, today: string): FeeWords {
  const fees = mergeFees(channels).filter(({ cases }) => !chosen || !cases || cases.includes(chosen.id))
  const known = fees.filter(({ amount }) => amount !== null)
  const wayCount = new Set(known.flatMap(({ ways }) => ways)).size
  const reliefs = known.flatMap(fee => fee.reliefs.filter(relief => holds(relief, today)))
  return {
    lines: unique(known.map(({ name }) => name)).map(name => ({
      name,
      amounts: known.filter(fee => fee.name === name).map(fee => amountWords(fee, wayCount)),
    })),
    isSetByProvince: fees.some(({ status }) => status === 'set_by_province'),
    notes: unique([...reliefs.map(reliefWords), ...fees.flatMap(({ text }) => text ?? [])]),
  }
}

function mergeFees(channels: readonly Channel[]): ChargedFee[] {
  const merged: ChargedFee[] = []
  for (const { type, fees } of channels) {
    for (const fee of fees) {
      const same = merged.find(one => one.name === fee.name && one.amount === fee.amount && one.status === fee.status)
      if (!same) merged.push({ ...fee, ways: [type] })
      else {
        same.ways = [...new Set([...same.ways, type])]
        same.reliefs = [...same.reliefs, ...fee.reliefs]
      }
    }
  }
  return merged
}

function amountWords({ amount, per, ways }: ChargedFee, wayCount: number): string {
  const words = amount ? `${formatMoney(amount)}${per ? `/${per}` : ''}` : 'không thu'
  return upperFirst(ways.length < wayCount ? `${ways.map(way => WAYS[way]).join(', ')}: ${words}` : words)
}

function reliefWords({ percent, until, condition }: FeeRelief): string {
  const what = percent === 100 ? 'không thu' : `giảm ${percent}%`
  return upperFirst(`${condition ? `khi ${condition}: ` : 'đang '}${what} đến hết ${formatDate(until)}.`)
}

/** ISO days compare as text. */
function holds({ from, until }: FeeRelief, today: string): boolean {
  return from <= today && today <= until
}

function unique(texts: string[]): string[] {
  return [...new Set(texts)]
}
