/** In a thread of its own: what becomes of every question of a catalogue. */
import { checkQuestions } from '../../shared/answering/index.ts'
import { workBeside } from '../platform/jobs/index.ts'
import type { ToCheck } from './question-check.ts'

workBeside(({ catalogue, also }: ToCheck) => checkQuestions(catalogue, also))
