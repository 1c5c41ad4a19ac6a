/**
 * What the ward says about a topic. The first reply is short: the asked thing first, then where it comes from, then what
 * may be asked next. Everything else waits behind "Xem đủ …".
 */
import type { WardProfile } from '../areas.ts'
import { type Button, messageLength, type OutgoingMessage } from '../messages.ts'
import type { Aspect } from '../procedures.ts'
import { blockOf, opensPortal, toInformationAspect } from './blocks/index.ts'
import { callButton, caseChoices, choicesFor, mostButtons, numberedLine, sayButtons } from './choices.ts'
import { type AnswerInput, type Block, type Context, createContext, isWardCard } from './context.ts'
import { lowerFirst } from './figures.ts'
import { footerOf } from './footer.ts'
import { divide, paginate } from './pages.ts'
import { composeWithheld } from './withheld.ts'

/** A first reply is read on a small screen by an impatient reader. Code points. */
const longestFirstReply = 600
const mostAspects = 2
/** Stands under a list that had to be cut: nobody takes a part for the whole. */
const moreToCome = '• Còn nữa, xem đủ trước khi đi.'

/** What stands around the blocks that were asked for. */
interface Frame {
  opening: string[]
  /** Said after what was asked, as far as there is room. */
  closing: string[]
}

/** The messages to send, in order; each one valid for the channel. */
export function composeAnswer(input: AnswerInput): OutgoingMessage[] {
  const context = createContext(input)
  return compose(context, { opening: greeting(context), closing: [] })
}

/**
 * A topic that another office handles: which one and how to reach it, what a source states of what was asked, and what
 * the ward itself can do.
 */
export function composeReferral(input: AnswerInput): OutgoingMessage[] {
  const context = createContext(input)
  const { advice, authority } = context.topic
  const directions = [`Việc này làm ở ${authority.name}.`, authority.howToReach, authority.whichOffice]
  const opening = [...greeting(context), ...directions.filter(line => line !== null)]
  return compose(context, { opening, closing: advice })
}

function compose(context: Context, frame: Frame): OutgoingMessage[] {
  const withheld = composeWithheld(context, greeting(context))
  if (withheld) return [withheld]
  if (context.view === 'cases' && context.topic.cases.length > 1) return [composeCases(context, frame)]
  const asked = askedAspects(context)
  return context.view === 'full' ? composeFull(context, asked, frame) : [composeCore(context, asked, frame)]
}

/** An overview is what one gets who asks for nothing in particular. */
function askedAspects({ topic, aspects }: Context): Aspect[] {
  if (topic.kind === 'information' && aspects.some(aspect => toInformationAspect(aspect) === 'overview'))
    return ['overview']
  const named = [...new Set(aspects)].filter(aspect => aspect !== 'overview')
  return named.length > 0 ? named : ['overview']
}

function composeCore(context: Context, asked: Aspect[], { opening, closing }: Frame): OutgoingMessage {
  const answered = asked.slice(0, mostAspects)
  const waiting = asked.slice(mostAspects)
  const special = specialButtons(context, answered)
  const blocks = answered.map(aspect => sparing(blockOf(aspect, context)))
  const spare = [...closing]
  const cut = new Set<Aspect>()
  for (;;) {
    const withMore = answered.filter((aspect, index) => blocks[index]?.hasMore || cut.has(aspect))
    const room = mostButtons - special.length
    const choices = context.isFollowed ? [] : choicesFor(context, { answered, waiting, withMore, cut }, room)
    const told = answered.flatMap((aspect, index) => [
      ...(blocks[index]?.lines ?? []),
      ...(cut.has(aspect) ? [moreToCome] : []),
    ])
    const said = [...opening, ...told, ...spare]
    const text = [...said, ...footerOf(context, said), ...numberedLine(choices)].join('\n')
    const isTooLong = messageLength(text) > longestFirstReply
    if (isTooLong && spare.pop() !== undefined) continue
    const longest = isTooLong ? longestOf(blocks) : null
    if (longest === null) return { text, buttons: [...sayButtons(choices), ...special] }
    spareLine(blocks[longest])
    for (const aspect of answered.slice(longest, longest + 1)) cut.add(aspect)
  }
}

/** `parts`: how many of the lines at `from` are the rest of one that would fill the reply by itself. */
interface Sparing extends Block {
  from: number
  parts: number
}

function sparing({ lines, ...block }: Block): Sparing {
  const at = lines.findIndex(line => messageLength(line) > longestFirstReply)
  if (at < 0) return { ...block, lines: [...lines], from: 0, parts: 0 }
  const divided = divide(lines[at] ?? '', longestFirstReply / 2)
  return {
    ...block,
    lines: [...lines.slice(0, at), ...divided, ...lines.slice(at + 1)],
    from: at + 1,
    parts: divided.length - 1,
  }
}

/** The rest of a long line goes before what stands below it. */
function spareLine(block: Sparing | undefined): void {
  if (!block) return
  if (block.parts === 0) return void block.lines.pop()
  block.parts -= 1
  block.lines.splice(block.from + block.parts, 1)
}

/** Which block can best spare its last line; null when every block is down to its first. */
function longestOf(blocks: readonly Block[]): number | null {
  const sizes = blocks.map(block => (block.lines.length > 1 ? messageLength(block.lines.join('\n')) : 0))
  const most = Math.max(...sizes)
  return most > 0 ? sizes.indexOf(most) : null
}

function composeFull(context: Context, asked: Aspect[], { opening }: Frame): OutgoingMessage[] {
  const lines = asked.flatMap(aspect => blockOf(aspect, context).lines)
  const special = specialButtons(context, asked)
  const choices = choicesFor(context, { answered: asked }, mostButtons - special.length)
  const ending = [...footerOf(context), ...numberedLine(choices)].join('\n')
  const pages = paginate([...opening, ...lines, ending])
  return pages.map((text, index) => ({
    text,
    buttons: index === pages.length - 1 ? [...sayButtons(choices), ...special] : [],
  }))
}

/** Every case by number; the common one is not repeated, it has just been shown. */
function composeCases(context: Context, { opening }: Frame): OutgoingMessage {
  const choices = caseChoices(context).slice(1)
  const lines = [
    ...opening,
    `Trường hợp khác khi ${context.topic.task}:`,
    ...choices.map((choice, index) => `${index + 1} ${choice.title}`),
    'Nhắn số hoặc bấm nút để xem giấy tờ.',
    ...footerOf(context),
  ]
  return { text: lines.join('\n'), buttons: sayButtons(choices) }
}

function greeting({ addressing }: Context): string[] {
  return addressing ? [`Dạ thưa ${lowerFirst(addressing)},`] : []
}

function specialButtons(context: Context, answered: readonly Aspect[]): Button[] {
  const { topic, ward, office } = context
  if (topic.kind === 'information') return informationButtons(context)
  if (answered.includes('online') && opensPortal(context)) return [portalButton(ward)]
  if (topic.kind === 'referral' || answered.includes('where') || answered.includes('status'))
    return [callButton(`Gọi ${office.phone}`, office.phone)]
  return []
}

function informationButtons(context: Context): Button[] {
  const { ward, office } = context
  const police = isWardCard(context) ? ward.police : null
  return [
    ...(opensPortal(context) ? [portalButton(ward)] : []),
    callButton(`Gọi ${office.phone}`, office.phone),
    ...(police ? [callButton(`Gọi công an ${police.phone}`, police.phone)] : []),
  ]
}

function portalButton({ onlinePortalUrl }: WardProfile): Button {
  return { kind: 'open', title: 'Mở Cổng Dịch vụ công', url: onlinePortalUrl }
}
