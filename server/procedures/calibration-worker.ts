/** Runs beside the server, in a thread of its own: the thresholds of a catalogue. */
import { constants, setPriority } from 'node:os'
import { parentPort, workerData } from 'node:worker_threads'
import { calibrate } from '../../shared/answering/index.ts'

// Whoever asks or publishes comes first. Linux alone counts this for the thread; elsewhere it would slow the whole server.
if (process.platform === 'linux') setPriority(constants.priority.PRIORITY_LOW)
parentPort?.postMessage(calibrate(workerData))
