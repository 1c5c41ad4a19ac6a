/** What the ward says while somebody answers a checklist, and the list it comes to. */
import type { ChecklistResult, NextQuestion, Perhaps } from '../checklists/index.ts'
import type { OutgoingMessage } from '../messages.ts'
import type { Aspect, Topic } from '../procedures.ts'
import { inOrder, listed, neededLine, perhapsLine } from './blocks/papers.ts'
import { timeBlock } from './blocks/time.ts'
import { checklistChoice, checklistTitle, optionChoices } from './checklist-sayings.ts'
import { callButton, mostButtons, numberedLine, sayButtons } from './choices.ts'
import { type AnswerInput, type Context, createContext, differencesOn, isStated } from './context.ts'
import { lowerFirst } from './figures.ts'
import { footerOf } from './footer.ts'
import { handoffSayings } from './handoff.ts'
import { localFeeLines, localFormLines } from './local.ts'
import { paginate } from './pages.ts'
import { aspectTitle, type Choice, sayingOf } from './sayings.ts'

const officer: Choice = { title: handoffSayings.officer, say: handoffSayings.officer }
const goBack = 'Nhắn “lùi” để sửa câu trả lời.'

const vague = 'Có câu chưa rõ nên giấy tờ có thể khác: gọi hỏi trước khi đi, hoặc nhắn “lùi” để trả lời lại.'

/** Messages, and what each number stands for, which may be more than there are buttons. */
export interface Offer {
  messages: OutgoingMessage[]
  choices: string[]
}

/** One question. `opening`: what is said before it. */
export function composeChecklistQuestion({
  next: { question, number, total },
  opening,
}: {
  next: NextQuestion
  opening: readonly string[]
}): Offer {
  const choices = optionChoices(question)
  const lines = [
    ...opening,
    `Câu ${number}/${total}: ${question.text}`,
    ...(question.hint ? [question.hint] : []),
    ...choices.map(({ title }, index) => `${index + 1} ${title}`),
    number === 1 ? 'Nhắn số hoặc bấm nút. Nhắn “thôi” để dừng.' : 'Nhắn “lùi” về câu trước, “thôi” để dừng.',
  ]
  return offer([lines.join('\n')], choices)
}

/** Said once, before the first question. */
export function checklistOpening({ task }: Topic): string[] {
  return [`${checklistTitle}: ${task}.`, 'Trả lời vài câu, máy kể đúng giấy tờ cần mang.']
}

/** A record and its day, as answers name them. */
export type Published = Pick<AnswerInput, 'topic' | 'revision' | 'publishedOn'>

export interface ChecklistInput extends Pick<AnswerInput, 'ward' | 'today'> {
  /** Whose checklist was answered. */
  asked: Published
  /** The record of the case that the answers led to; null: the ward has not published it, or there is none. */
  found: Published | null
  result: ChecklistResult
  /** Other topics that are named. */
  findTopic: (key: string) => Topic | null | undefined
}

/** The papers to bring; or why there is nothing to bring. */
export function composeChecklistResult(input: ChecklistInput): Offer {
  const { result, asked, found } = input
  const theCase = result.theCase?.case
  if (!found || !theCase) return composeNothingToBring(input)
  const context = contextOf(input, found, theCase.id)
  const others = choicesElsewhere(input)
  const choices = [...others, ...nextSteps(context)].slice(0, mostButtons - 1).concat(officer)
  const remarks = [...result.notes.map(said), ...differencesOn('papers', context)]
  const pages = paginate([
    ...result.warnings.map(warning => `Chú ý: ${said(warning)}`),
    ...paperLines(result, context),
    ...localFormLines(context.topic),
    ...elsewhereLines(input),
    ...(result.isVague ? [vague] : []),
    ...listed('Lưu ý:', remarks),
    ...whereLines(context),
    ...timeBlock(context, aspectTitle('time')).lines,
    ...localFeeLines(context.topic),
    [
      ...alsoLines(input),
      ...(result.isVague ? [] : [goBack]),
      ...footerOf(context),
      ...sourceOfQuestions(asked, found),
      ...numberedLine(choices),
    ].join('\n'),
  ])
  return offer(pages, choices)
}

/** Words before another topic takes over; empty when the ward has not published it. */
export function leadElsewhere({ result, findTopic }: Pick<ChecklistInput, 'result' | 'findTopic'>): string[] {
  const target = result.goTo === null ? null : findTopic(result.goTo)
  return target
    ? [...result.warnings, ...result.notes].map(said).concat(`Việc này làm theo mục “${target.title}”.`)
    : []
}

/** The person wants no more questions. */
export function composeChecklistStopped(topic: Topic): Offer {
  const papers = sayingOf(topic, { aspect: 'papers', caseId: null, view: 'full' })
  const choices = [{ title: 'Xem đủ giấy tờ', say: papers }, checklistChoice(topic)]
  return offer([['Đã dừng và xóa các câu trả lời.', ...numberedLine(choices)].join('\n')], choices)
}

function composeNothingToBring(input: ChecklistInput): Offer {
  const { result, asked } = input
  const context = contextOf(input, asked, null)
  const { phone, name } = context.office
  const reasons = [...[...result.warnings, ...result.notes].map(said), ...elsewhereLines(input)]
  const guide = {
    title: 'Hướng dẫn chung',
    say: sayingOf(asked.topic, { aspect: 'overview', caseId: null, view: 'core' }),
  }
  const choices = [...choicesElsewhere(input), guide, officer]
  const text = [
    ...(reasons.length > 0 ? reasons : ['Trường hợp này chưa có hướng dẫn ở đây.']),
    ...(result.isVague ? [vague] : []),
    ...alsoLines(input),
    `Gọi ${phone} (${name}) để được chỉ cách làm.`,
    ...(result.isVague ? [] : [goBack]),
    ...footerOf(context),
    ...numberedLine(choices),
  ].join('\n')
  return offer([text], choices, [callButton(`Gọi ${phone}`, phone)])
}

function contextOf({ ward, today }: ChecklistInput, published: Published, caseId: string | null): Context {
  return createContext({ ...published, aspects: ['papers'], ward, today, caseId, view: 'full' })
}

function offer(pages: string[], choices: readonly Choice[], special: OutgoingMessage['buttons'] = []): Offer {
  const buttons = [...sayButtons(choices).slice(0, mostButtons - special.length), ...special]
  return {
    messages: pages.map((text, index) => ({ text, buttons: index === pages.length - 1 ? buttons : [] })),
    choices: choices.map(({ say }) => say),
  }
}

function paperLines({ needed, maybe }: ChecklistResult, { topic, theCase }: Context): string[] {
  const named = theCase && theCase !== topic.cases[0] ? ` (${lowerFirst(theCase.label)})` : ''
  const [toBeSafe, perhaps] = [maybe.filter(one => one.when === null), maybe.filter(one => one.when !== null)]
  const lines = [
    ...inOrder([...needed, ...toBeSafe.map(({ document }) => document)]).map(document => neededLine(document, true)),
    ...perhaps.map(({ document, when }) => perhapsLine(`Nếu ${when}`, document, true)),
  ]
  return [
    `Giấy tờ cần mang để ${topic.task}${named}:`,
    ...(lines.length > 0 ? lines : ['• Không phải mang giấy tờ nào.']),
  ]
}

/** A sentence, after the clause it depends on unless it begins with that itself. */
function said({ text, when }: Perhaps<{ text: string }>): string {
  return when === null || lowerFirst(text).startsWith(when) ? text : `Nếu ${when}: ${lowerFirst(text)}`
}

/** Where an answer that is not known may lead instead. */
function elsewhereLines({ result, findTopic }: ChecklistInput): string[] {
  const cases = result.others.map(({ topic, case: id, when }) => {
    const label = findTopic(topic)?.cases.find(one => one.id === id)?.label
    return label ? `• Nếu ${when}: giấy tờ khác, xem “${label}”.` : `• Nếu ${when}: giấy tờ khác, hỏi trước khi đi.`
  })
  const topics = result.elsewhere.flatMap(({ topic, when }) => {
    const title = findTopic(topic)?.title
    return title ? [`• Nếu ${when}: làm theo mục “${title}”.`] : []
  })
  return [...cases, ...topics]
}

function alsoLines({ result, findTopic }: ChecklistInput): string[] {
  return result.also.flatMap(({ topic, when }) => {
    const title = findTopic(topic)?.title
    return title ? [said({ text: `Nên xem thêm: ${title}.`, when })] : []
  })
}

function choicesElsewhere({ result, findTopic }: ChecklistInput): Choice[] {
  const cases = result.others.flatMap(({ topic: key, case: id }) => {
    const topic = findTopic(key)
    const label = topic?.cases.find(one => one.id === id)?.label
    return topic && label
      ? [{ title: label, say: sayingOf(topic, { aspect: 'papers', caseId: id, view: 'core' }) }]
      : []
  })
  const topics = [...result.also, ...result.elsewhere].flatMap(({ topic: key }) => {
    const topic = findTopic(key)
    return topic
      ? [{ title: topic.title, say: sayingOf(topic, { aspect: 'overview', caseId: null, view: 'core' }) }]
      : []
  })
  const distinct = new Map([...topics, ...cases].map(choice => [choice.say, choice]))
  return [...distinct.values()].slice(0, 2)
}

function nextSteps(context: Context): Choice[] {
  const { topic, theCase } = context
  const caseId = topic.cases.length > 1 ? (theCase?.id ?? null) : null
  const step = (title: string, aspect: Aspect, view: 'core' | 'full'): Choice => ({
    title,
    say: sayingOf(topic, { aspect, caseId, view }),
  })
  return [
    step('Lệ phí', 'fee', 'core'),
    ...(isStated('online', context) ? [step('Nộp trực tuyến', 'online', 'core')] : []),
    step('Xem đủ giấy tờ', 'papers', 'full'),
  ]
}

/** The desk, on one line, and when it is open; its number, unless the last lines tell it anyway. */
function whereLines(context: Context): string[] {
  const { office, topic, ward } = context
  if (topic.authority.kind === 'elsewhere' && !topic.local?.place)
    return [
      `Nơi nộp: ${office.name}.`,
      ...(topic.authority.howToReach ? [topic.authority.howToReach] : []),
      `Hỏi đường: gọi ${office.phone} (${ward.officeName}).`,
    ]
  const place = [office.name, office.address].filter(part => part !== null).join(', ')
  const isPhoneToCome = footerOf(context).some(line => line.includes(office.phone))
  return [
    `Nơi nộp: ${place}.`,
    ...(isPhoneToCome ? [] : [`Điện thoại: ${office.phone}.`]),
    ...office.hours,
    ...office.local,
  ]
}

/** Papers may come from another record than the questions. */
function sourceOfQuestions(asked: Published, found: Published): string[] {
  return asked.topic.key === found.topic.key
    ? []
    : [`Các câu hỏi: mục “${asked.topic.title}”, phiên bản ${asked.revision}.`]
}
