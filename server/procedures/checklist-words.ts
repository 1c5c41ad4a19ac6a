/** What people say while they answer a checklist: to steer it, or to answer in words of their own. */
import { unknown } from '../../shared/checklists/index.ts'
import type { TableOption, TableQuestion } from '../../shared/decision-table.ts'
import { detectAspects, mayStandFor, type Spelling, splitWords } from '../../shared/language/index.ts'

export type Command = 'back' | 'stop' | 'restart' | 'resume' | 'mine'

/** "dừng" wants its marks: without them it may be "đúng". */
const COMMANDS: Record<Command, string[]> = {
  back: ['lùi', 'lùi lại', 'quay lại', 'trở lại', 'câu trước', 'về câu trước', 'quay lại câu trước'],
  stop: ['thôi', 'dừng', 'dừng lại', 'ngừng', 'ngưng', 'huỷ', 'hủy bỏ', 'thoát', 'thôi không cần nữa', 'không làm nữa'],
  restart: ['làm lại', 'làm lại từ đầu', 'bắt đầu lại', 'hỏi lại từ đầu', 'trả lời lại từ đầu', 'từ đầu'],
  resume: ['tiếp tục', 'tiếp', 'làm tiếp', 'hỏi tiếp', 'trả lời tiếp'],
  mine: [
    'giấy tờ của tôi',
    'giấy tờ của mình',
    'giấy tờ tôi cần',
    'giấy tờ riêng của tôi',
    'trường hợp của tôi',
    'trường hợp của tôi cần gì',
    'trường hợp của tôi thì sao',
    'trường hợp tôi cần gì',
    'trường hợp tôi thì cần giấy gì',
    'trường hợp của mình cần gì',
    'hỏi từng câu',
  ],
}
const UNKNOWN = [
  'không rõ',
  'không biết',
  'không nhớ',
  'không nhớ rõ',
  'không biết nữa',
  'không rõ nữa',
  'không rõ lắm',
  'không chắc',
  'chưa rõ',
  'chưa biết',
  'tôi không biết',
  'tôi không rõ',
  'hổng biết',
  'hông biết',
  'ko biết',
  'ko rõ',
  'chịu',
  'bỏ qua',
]
/** Polite words around an answer. */
const COURTESIES = ['dạ', 'thưa', 'ạ', 'à', 'nhé', 'nha', 'nhe', 'nhá', 'em', 'ơi']
const NEEDS_MARKS = ['dừng', 'từ đầu']

const YES = ['có', 'phải', 'rồi', 'vâng', 'ừ', 'dạ', 'ok']
const NO = ['không', 'chưa', 'ko', 'hông', 'hổng']
/** How the label of an option begins that says yes, and one that says no. */
const AFFIRMING = ['có', 'đã', 'đúng', 'phải', 'rồi']
const DENYING = ['không', 'chưa', 'sai']

const ASKS_YES_OR_NO = /(?<!\p{L})(không|chưa)\?$/u

const phrase = (text: string): Spelling[] => splitWords(text)
const COMMAND_PHRASES = Object.entries(COMMANDS).flatMap(([command, texts]) =>
  texts.map(text => ({ command: command as Command, words: phrase(text), evenBare: !NEEDS_MARKS.includes(text) })),
)
const UNKNOWN_PHRASES = UNKNOWN.map(phrase)

/** A message that says nothing but this. */
export function readCommand(text: string): Command | null {
  const words = wordsOf(text)
  return COMMAND_PHRASES.find(one => equal(words, one.words, one.evenBare))?.command ?? null
}

/**
 * The option meant by somebody's own words; `unclear`: an answer, but not to be told which; null: something else.
 * Words must all stand in the option, so that a new question is never taken for an answer.
 */
export function readOption({ text: asked, options }: TableQuestion, text: string): string | 'unclear' | null {
  const words = wordsOf(text)
  if (words.length === 0) return null
  const [exact] = options.filter(({ label }) => equal(words, phrase(label), true))
  if (exact) return exact.id
  if (UNKNOWN_PHRASES.some(one => equal(words, one, true))) return unknown
  const beginning = (expected: readonly string[]) =>
    ASKS_YES_OR_NO.test(asked) ? options.filter(({ label }) => isSaid(phrase(label).slice(0, 1), expected)) : []
  if (isSaid(words, YES)) return onlyOne(beginning(AFFIRMING))
  if (isSaid(words, NO)) return onlyOne(beginning(DENYING))
  if (!detectAspects(words).includes('overview')) return null
  const holding = options.filter(option => holdsAll(option, words))
  if (holding.length < 2) return holding[0]?.id ?? null
  return onlyOne(holding.filter(({ label }) => holdsAll({ label, clause: '' }, words) && beginsLike(label, words)))
}

function wordsOf(text: string): Spelling[] {
  const words = phrase(text)
  const kept = words.filter(word => !COURTESIES.some(courtesy => isWord(word, courtesy, false)))
  return kept.length > 0 ? kept : words
}

function onlyOne(options: readonly TableOption[]): string {
  const [only, other] = options
  return only && !other ? only.id : 'unclear'
}

function holdsAll({ label, clause }: Pick<TableOption, 'label' | 'clause'>, words: readonly Spelling[]): boolean {
  const known = phrase(`${label} ${clause}`)
  return words.every(word => known.some(one => mayStandFor(word, one, true)))
}

function beginsLike(label: string, words: readonly Spelling[]): boolean {
  const [first] = phrase(label)
  return first !== undefined && words[0] !== undefined && mayStandFor(words[0], first, true)
}

/** One word, and one of these. */
function isSaid(words: readonly Spelling[], expected: readonly string[]): boolean {
  const [word, other] = words
  return word !== undefined && !other && expected.some(one => isWord(word, one, true))
}

function isWord(word: Spelling, expected: string, evenBare: boolean): boolean {
  const [known] = phrase(expected)
  return known !== undefined && mayStandFor(word, known, evenBare)
}

function equal(words: readonly Spelling[], expected: readonly Spelling[], evenBare: boolean): boolean {
  return (
    words.length === expected.length &&
    words.every((word, index) => {
      const known = expected[index]
      return known !== undefined && mayStandFor(word, known, evenBare)
    })
  )
}
