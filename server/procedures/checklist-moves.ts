/** What a message means for a checklist: an answer, a word that steers it, or nothing. */
import { z } from 'zod'
import { noneOfThese } from '../../shared/answers/index.ts'
import { nextQuestion } from '../../shared/checklists/index.ts'
import type { TableQuestion } from '../../shared/decision-table.ts'
import type { PublishedTopic, Topic } from '../../shared/procedures.ts'
import type { Turn } from '../feature.ts'
import type { Catalogue } from './catalogue.ts'
import { type Command, readCommand, readOption } from './checklist-words.ts'
import { HARDLY_SURE, readFollowUp, readWording } from './follow-up.ts'

const Answered = z.object({
  topic: z.string(),
  revision: z.number().int(),
  answers: z.record(z.string(), z.string()),
})
export type Answered = z.infer<typeof Answered>

/** `from`: the checklist that led here, for who wants to go back. */
const Memory = Answered.extend({ from: Answered.nullable() })
export type Memory = z.infer<typeof Memory>

export type Move =
  | { kind: 'start'; topic: string; opening: 'first' | 'again' | null }
  | { kind: 'answer'; question: string; option: string }
  | { kind: 'back' | 'stop' | 'show' | 'unclear' | 'lost' }

/** A checklist somebody is in the middle of, or has come to the end of, and what the ward has published of it. */
export interface Running extends Memory {
  published: PublishedTopic
}

/** What is remembered of this person; null: nothing, or the ward has published no such checklist any more. */
export function readRunning({ topics }: Catalogue, { memory }: Turn): Running | null {
  const remembered = Memory.safeParse(memory).data
  const published = remembered && topics.get(remembered.topic)
  return remembered && published?.topic.checklist ? { ...remembered, published } : null
}

/** What the message means for a checklist; null: nothing, and others may answer it. */
export function readMove(catalogue: Catalogue, turn: Turn, running: Running | null): Move | null {
  const sayings = catalogue.readChecklistSaying(turn.text)
  const own = sayings.find(({ topic }) => topic === running?.topic)
  if (own?.answer) return { kind: 'answer', ...own.answer }
  const saying = own ?? sayings.find(({ topic }) => topic === turn.topic) ?? sayings[0]
  if (saying) return { kind: 'start', topic: saying.topic, opening: saying.answer ? 'again' : 'first' }
  const command = readCommand(turn.text)
  if (command === 'mine') return readEntrance(catalogue, turn, running)
  if (!running) return null
  return command ? readSteering(command, turn, running, catalogue) : readOwnWords(turn, running, catalogue)
}

/** "Giấy tờ của tôi" means the topic in hand; said again, it asks for where one was. */
function readEntrance({ topics }: Catalogue, { topic }: Turn, running: Running | null): Move | null {
  if (topic === null || topic === running?.topic) return running && { kind: 'show' }
  return topics.get(topic)?.topic.checklist ? { kind: 'start', topic, opening: 'first' } : null
}

function readSteering(
  command: Exclude<Command, 'mine'>,
  turn: Turn,
  running: Running,
  catalogue: Catalogue,
): Move | null {
  const question = questionOf(running, catalogue)
  const isAtHand = question !== null && isBeingAsked(question, turn)
  switch (command) {
    case 'resume':
      return { kind: 'show' }
    case 'back':
      return { kind: isAtHand || question === null ? 'back' : 'show' }
    case 'restart': {
      const isJustOver = question === null && (turn.topic === null || turn.topic === running.topic)
      return isAtHand || isJustOver ? { kind: 'start', topic: running.topic, opening: null } : null
    }
    case 'stop':
      return isAtHand ? { kind: 'stop' } : null
  }
}

function readOwnWords(turn: Turn, running: Running, catalogue: Catalogue): Move | null {
  const question = questionOf(running, catalogue)
  const option = question && isBeingAsked(question, turn) ? readOption(question, turn.text) : null
  if (!question || option === null) return null
  return option === 'unclear' ? { kind: 'unclear' } : { kind: 'answer', question: question.id, option }
}

/** The question that is open; null: all is asked. */
function questionOf({ published, answers }: Running, catalogue: Catalogue): TableQuestion | null {
  return nextQuestion(published.topic, answers, finderOf(catalogue))?.question ?? null
}

/** A sentence that is no answer and asks for nothing else: the question is put again. Who changes the subject may. */
export function readLost(catalogue: Catalogue, turn: Turn, running: Running | null): Move | null {
  const question = running && questionOf(running, catalogue)
  if (!question || !isBeingAsked(question, turn) || turn.text === noneOfThese) return null
  const { decision, confidence, questions, emergency } = catalogue.answerer.decide(readWording(turn.text).gist)
  const isOpen = decision === 'refuse' || (decision === 'clarify' && confidence < HARDLY_SURE && questions.length < 2)
  const isElse = !isOpen || emergency !== null || catalogue.readSaying(turn.text) !== null
  return isElse || readFollowUp(catalogue, turn) !== null ? null : { kind: 'lost' }
}

/** Words answer what was asked last: a "không" to somebody else's question is none of ours. */
function isBeingAsked({ text }: TableQuestion, { recent }: Turn): boolean {
  return recent.findLast(({ from }) => from === 'ward')?.text.includes(text) ?? false
}

export function finderOf({ topics }: Catalogue): (key: string) => Topic | undefined {
  return key => topics.get(key)?.topic
}
