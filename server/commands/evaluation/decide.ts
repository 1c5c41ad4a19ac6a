/** Puts every question to an answerer. */
import type { Answerer } from '../../../shared/answering/index.ts'
import type { Outcome } from './measures.ts'
import type { Question } from './question.ts'

export function decideAll(answerer: Pick<Answerer, 'decide'>, questions: readonly Question[]): Outcome[] {
  return questions.map(question => {
    const started = performance.now()
    const decision = answerer.decide(question.question)
    return { question, decision, ms: performance.now() - started }
  })
}
