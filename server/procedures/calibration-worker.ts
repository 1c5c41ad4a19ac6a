/** Runs beside the server, in a thread of its own: the thresholds of a catalogue. */
import { parentPort, workerData } from 'node:worker_threads'
import { calibrate } from '../../shared/answering/index.ts'

parentPort?.postMessage(calibrate(workerData))
