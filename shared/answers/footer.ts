/** Where the answer comes from and how far it may be trusted: the lines no answer goes without. */
import type { NationalProcedure, Source, Topic } from '../procedures.ts'
import { isReviewDue } from '../trust/index.ts'
import type { Context } from './context.ts'
import { formatDate } from './figures.ts'
import { levelWord } from './office.ts'

/** @param told what stands above: a telephone number that is there already is not said again */
export function footerOf(context: Context, told: readonly string[] = []): string[] {
  const overtaken = overtakenSince(context.topic, context.today)
  return [
    sourceLine(context),
    ...(overtaken ? [`Quy định đã thay đổi từ ${formatDate(overtaken)}; mục này chưa sửa theo.`] : []),
    ...trustLine(
      context,
      told.some(line => line.includes(context.office.phone)),
    ),
  ]
}

/** Short in a first reply: who says so, which procedure, of which day, which revision. The decision comes with the whole. */
function sourceLine(context: Context): string {
  const { topic, revision, publishedOn, view } = context
  const isFull = view === 'full'
  const published = isFull ? `phiên bản ${revision} đăng ngày ${formatDate(publishedOn)}` : `bản ${revision}`
  const procedure = procedureOf(context)
  const nameOf = ({ name, shortName }: Source) => (isFull ? name : (shortName ?? name))
  if (!procedure) {
    const named = sourcesNamed(topic).map(source => withDay(nameOf(source), source.asOf))
    return `Nguồn: ${named.join('; ')}; ${published}.`
  }
  const source = topic.sources.find(one => one.id === procedure.source) ?? topic.sources[0]
  const which = isFull ? `, mã ${procedure.code}${decisionOf(procedure)}` : ''
  return `Nguồn: ${source ? nameOf(source) : ''}${which}, ${formatDate(procedure.retrievedOn)}; ${published}.`
}

/** Without a record of its own a topic may rest on several sources. */
function sourcesNamed({ kind, sources }: Topic): Source[] {
  return kind === 'procedure' ? sources.slice(0, 1) : sources
}

function withDay(name: string, day: string | null): string {
  return day ? `${name}, ${formatDate(day)}` : name
}

/** The procedure of the case in hand, if it has one; a replaced code leads to the one that replaced it. */
function procedureOf({ topic, theCase }: Context): NationalProcedure | null {
  if (theCase && theCase.procedure === null) return null
  const active = topic.procedures.filter(one => one.status !== 'superseded')
  return active.find(one => one.code === theCase?.procedure) ?? active[0] ?? null
}

function decisionOf({ decision }: NationalProcedure): string {
  if (!decision) return ''
  return decision.date ? ` (${decision.number}, ${formatDate(decision.date)})` : ` (${decision.number})`
}

/**
 * How far the ward stands behind the record, and whom to ring where it does not. Empty for what the ward entered itself:
 * that needs no second look until its day comes.
 */
export function trustLine(
  {
    topic,
    ward,
    office,
    today,
    aspects = [],
  }: Pick<Context, 'topic' | 'ward' | 'office' | 'today'> & Partial<Pick<Context, 'aspects'>>,
  isPhoneTold = false,
): string[] {
  const level = levelWord(ward)
  const call = `gọi ${isPhoneTold ? '' : `${office.phone} `}trước khi đi`
  if (isReviewDue(topic, today))
    return [`Mục này đã quá ngày xem lại ${formatDate(topic.trust?.reviewOn ?? today)}; ${call}.`]
  if (topic.sources.every(source => source.asOf === null)) return []
  if (topic.trust?.isBeingCorrected) return [`${level} đang sửa mục này; ${call}.`]
  if (topic.trust?.confirmed)
    return [`${topic.trust.confirmed.by} đã xác nhận ngày ${formatDate(topic.trust.confirmed.on)}.`]
  if (topic.verifiedOn !== null && topic.reviewFlags.length === 0)
    return [`${level} đã kiểm tra ngày ${formatDate(topic.verifiedOn)}.`]
  return [partLine(topic, aspects) ?? `${level} chưa kiểm tra lại mục này; ${call}.`]
}

/** True when somebody of the ward, or above it, stands behind all of it today. */
export function isTrusted({ topic, today }: Pick<Context, 'topic' | 'today'>): boolean {
  if (isReviewDue(topic, today) || topic.trust?.isBeingCorrected) return false
  return Boolean(topic.trust?.confirmed) || (topic.verifiedOn !== null && topic.reviewFlags.length === 0)
}

const partNames = { fee: 'lệ phí', time: 'thời hạn', papers: 'giấy tờ', where: 'nơi nộp' } as const

/** When exactly what was asked has been confirmed, though the rest has not; else null. */
function partLine({ trust }: Topic, aspects: Context['aspects']): string | null {
  const asked = [...new Set(aspects)]
  const known = asked.map(aspect => trust?.parts.find(({ part }) => part === aspect))
  const days = known.flatMap(one => (one ? [one] : []))
  const [first] = [...days].sort((a, b) => (a.on < b.on ? -1 : 1))
  if (!first || days.length < asked.length) return null
  const names = days.map(({ part }) => partNames[part]).join(' và ')
  return `${first.by} đã xác nhận ${names} ngày ${formatDate(first.on)}; phần khác chưa kiểm tra lại.`
}

/** The day since which the record no longer matches the law; null: it still does. ISO days compare as text. */
function overtakenSince(topic: Topic, today: string): string | null {
  const past = topic.scheduledChanges
    .filter(change => change.rewrite && change.date <= today)
    .map(change => change.date)
  return past.sort().at(-1) ?? null
}
