/** In a thread of its own: the thresholds of a catalogue. */
import { calibrate } from '../../shared/answering/index.ts'
import { workBeside } from '../platform/jobs/index.ts'

workBeside(calibrate)
