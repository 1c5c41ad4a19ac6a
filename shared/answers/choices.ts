/** What may be asked next: numbered in the text and, as far as they go, on buttons in the same order. */
import type { Button } from '../messages.ts'
import type { Aspect } from '../procedures.ts'
import { checklistChoice } from './checklist-sayings.ts'
import { type Context, isStated, isWardCard } from './context.ts'
import { lowerFirst } from './figures.ts'
import { aspectTitle, type Choice, sayingOf } from './sayings.ts'

export type { Choice }

/** As many as a message may carry. */
export const mostButtons = 5

const usual: Aspect[] = ['papers', 'fee', 'time', 'where', 'online']
const usualOfGuidance: Aspect[] = ['overview', 'where', 'time']
/** Guidance takes no time and is done nowhere: these ask for the office. */
const officeTitles: Partial<Record<Aspect, string>> = { where: 'Địa chỉ', time: 'Giờ làm việc' }
/** Few people read a long list; a list of papers is long already. */
const mostOffered = 4
const mostBelowPapers = 3

/** What a reply does with the aspects it is about. */
export interface Shown {
  answered: readonly Aspect[]
  /** Asked but without room in this reply: offered before what nobody asked. */
  waiting?: readonly Aspect[]
  /** Those with more to show than this reply does. */
  withMore?: readonly Aspect[]
  /** Those that lost a line for want of room: the whole is offered before anything else. */
  cut?: ReadonlySet<Aspect>
}

/** @param most how many buttons are free */
export function choicesFor(context: Context, shown: Shown, most: number): Choice[] {
  const { answered, waiting = [], withMore = [], cut = new Set() } = shown
  const isOnPapers = (aspect: Aspect) => showsPapers(aspect, context)
  const onPapers = answered.some(isOnPapers)
  const hasOtherCases = onPapers && context.view === 'core' && otherCases(context).length > 0
  const isLong = onPapers && !hasOtherCases && waiting.length === 0
  const room = Math.min(most, isLong ? mostBelowPapers : mostOffered)
  const wholes = (aspects: readonly Aspect[]) => aspects.map(aspect => fullChoice(context, aspect))
  const first = wholes(withMore.filter(aspect => cut.has(aspect)))
  const own = onPapers && context.topic.checklist ? [checklistChoice(context.topic)] : []
  const last = [
    ...wholes(withMore.filter(aspect => !cut.has(aspect))),
    ...(hasOtherCases ? otherCases(context) : []),
  ].slice(0, room - first.length - own.length)
  const next = [...new Set([...waiting, ...offered(context)])]
    .filter(aspect => !answered.includes(aspect) && !(isOnPapers(aspect) && onPapers))
    .filter(aspect => !withMore.some(one => wholeOf(one, context) === aspect))
    .slice(0, room - first.length - own.length - last.length)
  const caseId = context.namedCase?.id ?? null
  const asks = (aspects: readonly Aspect[]) =>
    aspects.map(aspect => ({
      title: titleOf(aspect, context),
      say: sayingOf(context.topic, { aspect, caseId, view: 'core' }),
    }))
  const isWaiting = (aspect: Aspect) => waiting.includes(aspect)
  return [
    ...first,
    ...asks(next.filter(isWaiting)),
    ...own,
    ...asks(next.filter(aspect => !isWaiting(aspect))),
    ...last,
  ]
}

function offered(context: Context): Aspect[] {
  if (context.topic.kind === 'information') return isWardCard(context) ? ['overview'] : usualOfGuidance
  const mustBeStated = (aspect: Aspect) => context.topic.kind === 'referral' || aspect === 'online'
  return usual.filter(aspect => !mustBeStated(aspect) || isStated(aspect, context))
}

/** The overview of a guide of the ward's own shows the papers too. */
function showsPapers(aspect: Aspect, { topic }: Context): boolean {
  return aspect === 'papers' || (aspect === 'overview' && topic.kind !== 'referral')
}

function titleOf(aspect: Aspect, { topic }: Context): string {
  return (topic.kind === 'information' ? officeTitles[aspect] : null) ?? aspectTitle(aspect)
}

/** What is shown whole: the papers in place of their overview, and information always as one. */
function wholeOf(aspect: Aspect, context: Context): Aspect {
  if (context.topic.kind === 'information') return 'overview'
  return showsPapers(aspect, context) ? 'papers' : aspect
}

function fullChoice(context: Context, shown: Aspect): Choice {
  const aspect = wholeOf(shown, context)
  const caseId = context.namedCase?.id ?? null
  return {
    title: `Xem đủ ${lowerFirst(aspectTitle(aspect))}`,
    say: sayingOf(context.topic, { aspect, caseId, view: 'full' }),
  }
}

/** Another case by name; when there are more, one choice lists them all. A checklist finds the case by itself. */
function otherCases(context: Context): Choice[] {
  if (context.topic.checklist) return []
  const others = caseChoices(context).filter((_, index) => context.topic.cases[index] !== context.theCase)
  const all = {
    title: 'Trường hợp khác',
    say: sayingOf(context.topic, { aspect: 'papers', caseId: null, view: 'cases' }),
  }
  return others.length > 1 ? [all] : others
}

/** Every case, in the order of the record. */
export function caseChoices({ topic }: Context): Choice[] {
  return topic.cases.map(one => ({
    title: one.label,
    say: sayingOf(topic, { aspect: 'papers', caseId: one.id, view: 'core' }),
  }))
}

/** `Nhắn số: 1 Lệ phí · 2 Thời gian`; nothing when there is nothing to choose. */
export function numberedLine(choices: readonly Choice[]): string[] {
  if (choices.length === 0) return []
  return [`Nhắn số: ${choices.map((choice, index) => `${index + 1} ${choice.title}`).join(' · ')}`]
}

export function sayButtons(choices: readonly Choice[]): Button[] {
  return choices.map(choice => ({ kind: 'say', title: choice.title, text: choice.say }))
}

/** A button that dials; the number as the ward writes it may hold spaces and dots. */
export function callButton(title: string, phone: string): Button {
  return { kind: 'call', title, phone: phone.replace(/[^\d+]/g, '') }
}
