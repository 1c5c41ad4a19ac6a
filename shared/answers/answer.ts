/**
 * What the ward says about a topic. The first reply is short: the asked thing first, then where it comes from, then what
 * may be asked next. Everything else waits behind "Xem đủ …".
 */
import { type Button, messageLength, type OutgoingMessage } from '../messages.ts'
import type { Aspect } from '../procedures.ts'
import { blockOf, opensPortal } from './blocks/index.ts'
import { callButton, caseChoices, choicesFor, mostButtons, numberedLine, sayButtons } from './choices.ts'
import { type AnswerInput, type Block, type Context, createContext } from './context.ts'
import { lowerFirst } from './figures.ts'
import { footerOf } from './footer.ts'

/** A first reply is read on a small screen by an impatient reader. Code points. */
const longestFirstReply = 600
const longestPage = 2000
const mostAspects = 2

/** The messages to send, in order; each one valid for the channel. */
export function composeAnswer(input: AnswerInput): OutgoingMessage[] {
  const context = createContext(input)
  if (context.view === 'cases' && context.topic.cases.length > 1) return [composeCases(context)]
  const asked = askedAspects(context.aspects)
  return context.view === 'full' ? composeFull(context, asked) : [composeCore(context, asked)]
}

/** An overview is what one gets who asks for nothing in particular. */
function askedAspects(aspects: readonly Aspect[]): Aspect[] {
  const named = [...new Set(aspects)].filter(aspect => aspect !== 'overview')
  return named.length > 0 ? named : ['overview']
}

function composeCore(context: Context, asked: Aspect[]): OutgoingMessage {
  const answered = asked.slice(0, mostAspects)
  const waiting = asked.slice(mostAspects)
  const special = specialButtons(context, answered)
  const blocks = answered.map(aspect => blockOf(aspect, context))
  let cut = new Set<Aspect>()
  for (;;) {
    const withMore = answered.filter((aspect, index) => blocks[index]?.hasMore || cut.has(aspect))
    const choices = choicesFor(context, answered, waiting, withMore, mostButtons - special.length)
    const lines = [
      ...opening(context),
      ...blocks.flatMap(block => block.lines),
      ...footerOf(context),
      ...numberedLine(choices),
    ]
    const text = lines.join('\n')
    const longest = messageLength(text) > longestFirstReply ? longestOf(blocks) : null
    if (longest === null) return { text, buttons: [...sayButtons(choices), ...special] }
    blocks[longest]?.lines.pop()
    cut = new Set([...cut, ...answered.filter((_, index) => index === longest)])
  }
}

/** Which block can best spare its last line; null when every block is down to its first. */
function longestOf(blocks: readonly Block[]): number | null {
  const sizes = blocks.map(block => (block.lines.length > 1 ? messageLength(block.lines.join('\n')) : 0))
  const most = Math.max(...sizes)
  return most > 0 ? sizes.indexOf(most) : null
}

function composeFull(context: Context, asked: Aspect[]): OutgoingMessage[] {
  const lines = asked.flatMap(aspect => blockOf(aspect, context).lines)
  const special = specialButtons(context, asked)
  const choices = choicesFor(context, asked, [], [], mostButtons - special.length)
  const pages = paginate([...opening(context), ...lines, ...footerOf(context), ...numberedLine(choices)])
  return pages.map((text, index) => ({
    text,
    buttons: index === pages.length - 1 ? [...sayButtons(choices), ...special] : [],
  }))
}

/** Cuts between lines only. */
function paginate(lines: readonly string[]): string[] {
  const pages: string[] = []
  for (const line of lines) {
    const last = pages.at(-1)
    const joined = last === undefined ? line : `${last}\n${line}`
    if (last !== undefined && messageLength(joined) <= longestPage) pages[pages.length - 1] = joined
    else pages.push(line)
  }
  return pages
}

/** Every case by number; the common one is not repeated, it has just been shown. */
function composeCases(context: Context): OutgoingMessage {
  const choices = caseChoices(context).slice(1)
  const lines = [
    ...opening(context),
    `Trường hợp khác khi ${context.topic.task}:`,
    ...choices.map((choice, index) => `${index + 1} ${choice.title}`),
    'Nhắn số hoặc bấm nút để xem giấy tờ.',
    ...footerOf(context),
  ]
  return { text: lines.join('\n'), buttons: sayButtons(choices) }
}

function opening({ addressing }: Context): string[] {
  return addressing ? [`Dạ thưa ${lowerFirst(addressing)},`] : []
}

function specialButtons(context: Context, answered: readonly Aspect[]): Button[] {
  if (answered.includes('online') && opensPortal(context)) {
    return [{ kind: 'open', title: 'Mở Cổng Dịch vụ công', url: context.ward.onlinePortalUrl }]
  }
  if (answered.includes('where') || answered.includes('status')) {
    return [callButton(`Gọi ${context.office.phone}`, context.office.phone)]
  }
  return []
}

/** A topic that another office handles: which one, how to reach it, and where that is known from. */
export function composeReferral(input: AnswerInput): OutgoingMessage[] {
  const context = createContext(input)
  const { authority, summary } = context.topic
  const lines = [
    ...opening(context),
    `Việc này làm ở ${authority.name}.`,
    ...(authority.howToReach ? [authority.howToReach] : []),
    summary,
    ...footerOf(context),
  ]
  return [{ text: lines.join('\n'), buttons: [] }]
}
