import { feeLines } from '../../local-parts/index.ts'
import { type Channel, type Fee, type FeeRelief, isKnownFee, type ProcedureCase } from '../../procedures.ts'
import { type Block, type Context, caseToName, channelName, channelsOf, differencesOn, whereToAsk } from '../context.ts'
import { formatDate, formatMoney, upperFirst } from '../figures.ts'
import { localLines } from '../local.ts'
import { headingOf } from '../sayings.ts'

interface ChargedFee extends Fee {
  /** The channels it is charged through. */
  through: Channel['type'][]
}

/** What it costs. An amount nobody stated is said to be unknown, with the number to ring; it is never shown as free. */
export function feeBlock(context: Context): Block {
  const { local } = context.topic
  if (local?.fee) {
    const told = feeLines(local.fee)
    const lines =
      told.length > 1
        ? [`${heading(context)}:`, ...told.map(line => `• ${line}`)]
        : [`${heading(context)}: ${told[0]}.`]
    // Below the first line, which is never cut: an amount without its source would pass for the national one.
    lines[0] = `${lines[0]}\n${localLines(context.topic, ['fee']).join('\n')}`
    return { lines: [...lines, ...reliefLines(context)], hasMore: false }
  }
  const fees = merge(channelsOf(context)).filter(fee => isForCase(fee, context))
  const known = fees.filter(isKnownFee)
  const lines = known.length > 0 ? knownLines(known, context) : [unknownLine(fees, context)]
  lines.push(...reliefLines(context))
  return { lines, hasMore: false }
}

/** Whom the law lets off, and what else the sources say of it; whoever sets the amount. */
function reliefLines(context: Context): string[] {
  const fees = merge(channelsOf(context)).filter(fee => isForCase(fee, context))
  const waivers = fees
    .filter(isKnownFee)
    .flatMap(fee => fee.reliefs.filter(one => one.percent === 100 && holds(one, context.today)))
  return [
    ...unique(waivers.map(waiver => `• Khi ${waiver.condition ?? 'nộp'}: miễn đến hết ${formatDate(waiver.until)}`)),
    ...unique(fees.flatMap(fee => fee.text ?? [])),
    ...differencesOn('fee', context),
  ]
}

function merge(channels: readonly Channel[]): ChargedFee[] {
  const merged: ChargedFee[] = []
  for (const channel of channels) {
    for (const fee of channel.fees) {
      const same = merged.find(one => one.name === fee.name && one.amount === fee.amount && one.status === fee.status)
      if (!same) {
        merged.push({ ...fee, through: [channel.type] })
        continue
      }
      if (!same.through.includes(channel.type)) same.through.push(channel.type)
      same.reliefs = [...same.reliefs, ...fee.reliefs]
    }
  }
  return merged
}

/** Without a named case every case's fee is told, so that nobody takes one for the other. */
function isForCase(fee: Fee, { namedCase }: Context): boolean {
  return !namedCase || !fee.cases || fee.cases.includes(namedCase.id)
}

/** One line for each thing paid for; what differs by the way of handing in stands side by side. */
function knownLines(known: ChargedFee[], context: Context): string[] {
  const ways = new Set(known.flatMap(fee => fee.through)).size
  const told = (fee: ChargedFee): string => {
    const amount = amountOf(fee, context.today)
    return fee.through.length < ways ? `${fee.through.map(channelName).join(', ')} ${amount}` : amount
  }
  const names = unique(known.map(fee => fee.name))
  const amounts = names.map(name => known.filter(fee => fee.name === name).map(told))
  const title = headingOf(context.topic, 'fee', caseCharged(known, context))
  if (names.length > 1) return [`${title}:`, ...names.map((name, index) => `• ${name}: ${amounts[index]?.join('; ')}`)]
  const only = amounts.flat()
  return only.length > 1 ? [`${title}:`, ...only.map(amount => `• ${upperFirst(amount)}`)] : [`${title}: ${only[0]}.`]
}

function amountOf(fee: Fee, today: string): string {
  const amount = fee.amount ?? 0
  if (amount === 0) return 'không thu'
  const full = fee.per ? `${formatMoney(amount)}/${fee.per}` : formatMoney(amount)
  const cut = fee.reliefs.find(relief => relief.percent < 100 && relief.condition === null && holds(relief, today))
  if (!cut) return full
  const reduced = formatMoney((amount * (100 - cut.percent)) / 100)
  return `${full}, đang giảm ${cut.percent}% còn ${reduced}, đến hết ${formatDate(cut.until)}`
}

/** ISO days compare as text. */
function holds(relief: FeeRelief, today: string): boolean {
  return relief.from <= today && today <= relief.until
}

function unknownLine(fees: readonly Fee[], context: Context): string {
  const ask = whereToAsk(context)
  return fees.some(fee => fee.status === 'set_by_province')
    ? `${heading(context)}: do Hội đồng nhân dân tỉnh, thành phố quyết định; nguồn không ghi số tiền. ${ask}`
    : `${heading(context)}: nguồn không ghi số tiền. ${ask}`
}

function unique(texts: string[]): string[] {
  return [...new Set(texts)]
}

function heading({ topic, namedCase }: Context): string {
  return headingOf(topic, 'fee', namedCase)
}

/** Where every case has its own procedure, an amount is that of one case, unless those of the others stand beside it. */
function caseCharged(known: readonly Fee[], context: Context): ProcedureCase | null {
  const isForOthers = known.some(({ cases }) => cases?.some(id => id !== context.theCase?.id))
  return isForOthers ? context.namedCase : caseToName(context)
}
