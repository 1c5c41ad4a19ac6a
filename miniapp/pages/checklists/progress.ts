/** How far somebody has come in a checklist. Only what they chose is remembered; everything else follows from it. */
import {
  type Answers,
  type FindTopic,
  giveAnswer,
  type NextQuestion,
  nextQuestion,
} from '../../../shared/checklists/index.ts'
import type { Topic } from '../../../shared/procedures.ts'
import { readVisit, writeVisit } from './visit.ts'

export interface GivenAnswer {
  question: string
  option: string
}

export interface Progress {
  /** Of the guide whose questions these are. */
  revision: number
  /** In the order in which they were given. */
  given: GivenAnswer[]
  /** Answers that are known before they are asked for, by question, and why. */
  preset: Preset | null
}

/** What follows from helping somebody else. */
export interface Preset {
  /** "Làm giúp cha mẹ già: người nhà đi thay". */
  because: string
  answers: Answers
}

export interface Standing {
  answers: Answers
  /** Null: all is asked. */
  next: NextQuestion | null
  /** The answers given that still count. */
  given: GivenAnswer[]
  /** True when one of the answers was known before. */
  isPreset: boolean
}

export const noProgress = (revision: number, preset: Preset | null = null): Progress => ({
  revision,
  given: [],
  preset,
})

/** Answers one question after the other. What no longer fits the questions is left out. */
export function play(topic: Topic, { given, preset }: Progress, findTopic: FindTopic): Standing {
  const left = [...given]
  const counted: GivenAnswer[] = []
  let answers: Answers = {}
  let isPreset = false
  for (;;) {
    const next = nextQuestion(topic, answers, findTopic)
    const known = next && preset?.answers[next.question.id]
    const one = known ? undefined : left.shift()
    if (!next || (!known && one?.question !== next.question.id)) return { answers, next, given: counted, isPreset }
    if (one) counted.push(one)
    else isPreset = true
    answers = giveAnswer(topic, answers, next.question.id, known || (one?.option ?? ''))
  }
}

/** @returns null when nothing is remembered */
export function readProgress(key: string): Progress | null {
  const found = readVisit(nameOf(key))
  return isProgress(found) ? found : null
}

export function writeProgress(key: string, progress: Progress | null): void {
  writeVisit(nameOf(key), progress)
}

function nameOf(key: string): string {
  return `checklist.${key}`
}

function isProgress(value: unknown): value is Progress {
  if (!isRecord(value) || typeof value.revision !== 'number' || !Array.isArray(value.given)) return false
  const isPreset = value.preset === null || (isRecord(value.preset) && isRecord(value.preset.answers))
  return isPreset && value.given.every(one => isRecord(one) && typeof one.question === 'string')
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}
