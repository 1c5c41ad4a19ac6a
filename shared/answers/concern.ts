/** What the record says of a worry, in its own sentences; where it says nothing, that, and whom to ring. Never a guess. */
import type { Concern } from '../answering/index.ts'
import { fold, normalise } from '../language/index.ts'
import type { OutgoingMessage } from '../messages.ts'
import type { Topic } from '../procedures.ts'
import { choicesFor, mostButtons, numberedLine, sayButtons } from './choices.ts'
import { type AnswerInput, type Context, channelsOf, createContext, whereToAsk } from './context.ts'
import { lowerFirst } from './figures.ts'
import { footerOf } from './footer.ts'

const mostSentences = 3

/** By these words a sentence of a record speaks of it. */
const speaksOf: Record<'proxy' | 'late' | 'fine' | 'lack', RegExp> = {
  proxy: /(?<!\p{L})(?:(?:đi|nộp|làm|ký|nhận|khai|đại diện) (?:thay|hộ)|ủy quyền|nhờ (?:một )?người)(?!\p{L})/iu,
  late: /(?<!\p{L})(?:quá hạn|quá \d+ (?:ngày|tháng)|(?:trong|trước) \d+ (?:ngày|tháng)|chậm nhất|trễ|muộn)(?!\p{L})/iu,
  fine: /(?<!\p{L})phạt(?!\p{L})/iu,
  lack: /(?<!\p{L})(?:không có|chưa có|không còn|thiếu)(?!\p{L})/iu,
}

export function composeConcern(input: AnswerInput, concern: Concern): OutgoingMessage[] {
  const context = createContext(input)
  const told = [...greeting(context), ...linesOn(concern, context)]
  const choices = choicesFor(context, { answered: ['eligibility'] }, mostButtons)
  const text = [...told, ...footerOf(context, told), ...numberedLine(choices)].join('\n')
  return [{ text, buttons: sayButtons(choices) }]
}

function linesOn(concern: Concern, context: Context): string[] {
  const { task } = context.topic
  const silent = `nguồn không ghi. ${whereToAsk(context)}`
  switch (concern.kind) {
    case 'proxy':
      return told(`Nhờ người khác ${task}`, sentencesOn('proxy', context), silent)
    case 'late':
      return told(`Trễ hạn ${task}`, sentencesOn('late', context), silent)
    case 'fine': {
      const fines = told(`Phạt khi ${task} trễ`, sentencesOn('fine', context), silent)
      return [...fines, ...sentencesOn('late', context).map(bullet)].slice(0, mostSentences + 1)
    }
    case 'other':
      return [`Chuyện này hướng dẫn ${task} không ghi rõ. ${whereToAsk(context)}`]
    case 'told':
      return told(
        `Chuyện này, hướng dẫn ${task} ghi`,
        sentencesOf(context).filter(sentence => isFor(sentence, concern.circumstance)),
        silent,
      )
    case 'missing':
      return missingLines(concern.paper, context, silent)
  }
}

/** Without a sentence on who lacks it, at least whether the list asks for it. */
function missingLines(paper: string, context: Context, silent: string): string[] {
  const heading = `Thiếu giấy tờ khi ${context.topic.task}`
  const sentences = sentencesOn('lack', context).filter(sentence => names(sentence, paper))
  const asked = (context.theCase?.documents ?? []).find(({ name }) => names(name, paper))
  if (sentences.length > 0 || !asked) return told(heading, sentences, silent)
  return [`${heading}: danh sách có ghi ${lowerFirst(asked.name)}; không có thì sao, ${silent}`]
}

function told(heading: string, sentences: readonly string[], silent: string): string[] {
  return sentences.length > 0
    ? [`${heading}:`, ...sentences.slice(0, mostSentences).map(bullet)]
    : [`${heading}: ${silent}`]
}

function bullet(sentence: string): string {
  return `• ${sentence}`
}

function sentencesOn(what: keyof typeof speaksOf, context: Context): string[] {
  return sentencesOf(context).filter(sentence => speaksOf[what].test(sentence))
}

function sentencesOf(context: Context): string[] {
  const { topic, theCase } = context
  const sentences = [
    ...topic.eligibility,
    ...topic.advice,
    ...(theCase?.documents ?? []).flatMap(({ name, condition }) =>
      condition === null ? [] : [`Khi ${condition}: ${lowerFirst(name)}.`],
    ),
    ...channelsOf(context).flatMap(({ note }) => note ?? []),
  ]
  return [...new Set(sentences)]
}

/** Whether the record has a sentence of its own for those to whom this has happened. */
export function knowsCircumstance({ eligibility, advice }: Topic, circumstance: string): boolean {
  return [...eligibility, ...advice].some(sentence => isFor(sentence, circumstance))
}

/** "Đã ly hôn … thì …", "Sổ rách, mất: …": the words stand before what is to be done. */
function isFor(sentence: string, circumstance: string): boolean {
  const [before, after] = sentence.split(/(?<!\p{L})thì(?!\p{L})|:/u)
  return before !== undefined && after !== undefined && names(before, circumstance)
}

/** Whether the record asks for such a paper, or says what becomes of those who lack it. */
export function knowsPaper(topic: Topic, paper: string): boolean {
  return topic.cases.some(({ documents }) =>
    documents.some(({ name, condition }) => names(name, paper) || (condition !== null && names(condition, paper))),
  )
}

/** Whether the paper is named in the sentence, with its marks where they were typed. */
function names(sentence: string, paper: string): boolean {
  const [said, meant] = [sentence, paper].map(
    text =>
      ` ${normalise(text)
        .replace(/[^\p{L}\p{N}]+/gu, ' ')
        .trim()} `,
  )
  if (said === undefined || meant === undefined) return false
  return said.includes(meant) || (meant === fold(meant) && fold(said).includes(meant))
}

function greeting({ addressing }: Context): string[] {
  return addressing ? [`Dạ thưa ${lowerFirst(addressing)},`] : []
}
