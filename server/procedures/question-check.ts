/** Every question of a catalogue put to it: with hundreds of guides a quarter of a minute of reckoning. */
import type { Calibration, Catalogue, CheckedQuestion, OwnedQuestion } from '../../shared/answering/index.ts'
import { type Beside, createBeside } from '../platform/jobs/index.ts'

export interface ToCheck {
  catalogue: Catalogue & { calibration: Calibration }
  /** Questions that may be none of its own: they are put too. */
  also: OwnedQuestion[]
}

export type QuestionCheck = Beside<ToCheck, CheckedQuestion[]>

export function createQuestionCheck(): QuestionCheck {
  return createBeside(new URL('./question-check-worker.ts', import.meta.url))
}
