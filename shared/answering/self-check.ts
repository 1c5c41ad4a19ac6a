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

/** What became of one question. */
export type QuestionFate = 'right' | 'offered' | 'wrong' | 'refused'

export interface OwnedQuestion {
  text: string
  /** The topic it belongs to. */
  topic: string
}

export interface CheckedQuestion extends OwnedQuestion {
  fate: QuestionFate
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

/** What the topics of a catalogue are asked for by. */
export function listQuestions({ topics }: Catalogue): OwnedQuestion[] {
  return topics.flatMap(({ key, aliases, exampleQuestions }) =>
    [...aliases, ...exampleQuestions].map(text => ({ text, topic: key })),
  )
}

/**
 * Each question of the catalogue by itself, put as if the catalogue had never had it. Takes a quarter of a millisecond
 * each with seventy topics, a millisecond with five hundred.
 * @param also those that are none of its own are put as they are
 */
export function checkQuestions(
  catalogue: Catalogue & { calibration: Calibration },
  also: readonly OwnedQuestion[] = [],
): CheckedQuestion[] {
  const finder = createFinder(catalogue)
  const own = finder.phrases.flatMap(phrase => {
    const topic = phrase.topic === null ? undefined : catalogue.topics[phrase.topic]?.key
    return phrase.colloquial && topic !== undefined ? [{ text: phrase.text, topic, phrase }] : []
  })
  const known = new Set(own.map(({ topic, text }) => `${topic} ${text}`))
  const others = also.filter(({ topic, text }) => !known.has(`${topic} ${text}`))
  return [...own, ...others.map(one => ({ ...one, phrase: undefined }))].map(({ text, topic, phrase }) => {
    const ranking = finder.rank(finder.read(text), phrase)
    const { zone } = judge(ranking, catalogue.calibration)
    const place = ranking.topics.findIndex(one => catalogue.topics[one.topic]?.key === topic)
    return { text, topic, fate: fateOf(zone, place) }
  })
}

function fateOf(zone: ReturnType<typeof judge>['zone'], place: number): QuestionFate {
  if (zone === 'answer') return place === 0 ? 'right' : 'wrong'
  return zone === 'ask' && place >= 0 && place < OFFERED ? 'offered' : 'refused'
}
