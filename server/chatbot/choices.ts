/** What a short message stands for: a number, or the words on a button, mean what was offered last. */
import { fold, normalise } from '../../shared/language/index.ts'
import type { OutgoingMessage } from '../../shared/messages.ts'
import type { Reply } from '../feature.ts'
import type { Choice } from './conversation.ts'

const NUMERALS = ['một', 'hai', 'ba', 'bốn', 'năm', 'sáu', 'bảy', 'tám', 'chín'] as const
const NUMBER = new RegExp(
  `^(?:(?:cái|câu|mục|chọn|phần|ý|em chọn|tôi chọn)\\s+)?(?:(?:số|thứ)\\s+)?(?:(\\d{1,2})|(${NUMERALS.join('|')}))(?:\\s+(?:ạ|à|nha|nhé|nhe|nghe|đi|với|giúp|em|con|cháu|dạ))*$`,
  'u',
)
const BARE_NUMBER = new RegExp(fold(NUMBER.source), 'u')

/** `none`: a number where nothing, or less, was offered. */
export type Chosen = { kind: 'words'; text: string } | { kind: 'none'; offered: number }

export function readChoice(text: string, choices: readonly Choice[]): Chosen {
  // "(1)", "2.", "1️⃣"
  const words = normalise(text)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
  const place = readNumber(words)
  // A word such as "năm" or "ba" says a number only where numbers were offered.
  if (place !== null && (choices.length > 0 || /\d/.test(words))) {
    const choice = choices[place - 1]
    return choice ? { kind: 'words', text: choice.say } : { kind: 'none', offered: choices.length }
  }
  return { kind: 'words', text: findNamed(bare(words), choices)?.say ?? text }
}

/** The choice with this title; else the only one whose title holds these words: "không phải", or "căn cước" of "Thẻ căn cước". */
function findNamed(words: string, choices: readonly Choice[]): Choice | undefined {
  const exact = choices.find(({ title }) => bare(title) === words)
  if (exact || !words.includes(' ')) return exact
  const [only, another] = choices.filter(({ title }) => ` ${bare(title)} `.includes(` ${words} `))
  return another ? undefined : only
}

function readNumber(words: string): number | null {
  const found = NUMBER.exec(words) ?? BARE_NUMBER.exec(words)
  if (!found) return null
  return found[1] ? Number(found[1]) : NUMERALS.findIndex(numeral => fold(numeral) === fold(found[2] ?? '')) + 1
}

function bare(text: string): string {
  return fold(normalise(text))
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

/** What may be answered by number: as the skill says, else the `say` buttons of the last message in their order. */
export function offeredChoices({ messages, choices }: Reply): Choice[] {
  const buttons = messages.at(-1)?.buttons.flatMap(button => (button.kind === 'say' ? [button] : [])) ?? []
  if (!choices) return buttons.map(({ title, text }) => ({ title, say: text }))
  return choices.map(say => ({ title: buttons.find(({ text }) => text === say)?.title ?? say, say }))
}

/** Adds lines to the last message, as long as it stays within `most` code points; else they become a message of their own. */
export function appendLines(messages: OutgoingMessage[], lines: readonly string[], most: number): OutgoingMessage[] {
  const last = messages.at(-1)
  if (lines.length === 0 || !last) return messages
  const joined = [last.text, ...lines].join('\n')
  if ([...joined].length <= most) return [...messages.slice(0, -1), { ...last, text: joined }]
  return [...messages.slice(0, -1), { text: lines.join('\n'), buttons: [] }, last]
}
