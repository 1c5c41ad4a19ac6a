/** How right the decisions on a catalogue's own questions are, each put as if the catalogue had never had it. */
import type { Calibration, Catalogue } from './catalogue.ts'
import { createFinder } from './finder.ts'
import { judge } from './gate.ts'

export interface SelfCheck {
  questions: number
  /** Answered with the topic it belongs to. */
  right: number
  /** Asked back, the right topic among those offered. */
  offered: number
  /** Answered with another topic. */
  wrong: number
  /** Neither answered nor offered. */
  refused: number
}

const OFFERED = 3
const AT_A_TIME = 25

/** What became of one question. */
export type QuestionFate = 'right' | 'offered' | 'wrong' | 'refused'

export interface CheckedQuestion {
  text: string
  /** The topic it belongs to. */
  topic: string
  fate: QuestionFate
}

/** Gives way after every few questions: takes about a quarter of a millisecond each. */
export async function selfCheck(
  catalogue: Catalogue & { calibration: Calibration },
  giveWay: () => Promise<void>,
): Promise<SelfCheck> {
  return countFates(await checkQuestions(catalogue, giveWay))
}

export function countFates(checked: readonly CheckedQuestion[]): SelfCheck {
  const count = (fate: QuestionFate) => checked.filter(one => one.fate === fate).length
  return {
    questions: checked.length,
    right: count('right'),
    offered: count('offered'),
    wrong: count('wrong'),
    refused: count('refused'),
  }
}

/**
 * Each question of the catalogue by itself, put as if the catalogue had never had it.
 * @param also questions that are none of its own: they are put as they are
 */
export async function checkQuestions(
  catalogue: Catalogue & { calibration: Calibration },
  giveWay: () => Promise<void>,
  also: readonly Pick<CheckedQuestion, 'text' | 'topic'>[] = [],
): Promise<CheckedQuestion[]> {
  const finder = createFinder(catalogue)
  const checked: CheckedQuestion[] = []
  const own = finder.phrases.flatMap(phrase => {
    const topic = phrase.topic === null ? undefined : catalogue.topics[phrase.topic]?.key
    return phrase.colloquial && topic !== undefined ? [{ text: phrase.text, topic, phrase }] : []
  })
  const known = new Set(own.map(({ topic, text }) => `${topic} ${text}`))
  const others = also.filter(({ topic, text }) => !known.has(`${topic} ${text}`))
  for (const { text, topic, phrase } of [...own, ...others.map(one => ({ ...one, phrase: undefined }))]) {
    const ranking = finder.rank(finder.read(text), phrase)
    const { zone } = judge(ranking, catalogue.calibration)
    const place = ranking.topics.findIndex(one => catalogue.topics[one.topic]?.key === topic)
    checked.push({ text, topic, fate: fateOf(zone, place) })
    if (checked.length % AT_A_TIME === 0) await giveWay()
  }
  return checked
}

function fateOf(zone: ReturnType<typeof judge>['zone'], place: number): QuestionFate {
  if (zone === 'answer') return place === 0 ? 'right' : 'wrong'
  return zone === 'ask' && place >= 0 && place < OFFERED ? 'offered' : 'refused'
}
