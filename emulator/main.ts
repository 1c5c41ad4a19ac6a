/** The emulator as a process: one line when it is ready, silence until it is told to stop. */
import { readEmulatorConfig } from './config.ts'
import { startEmulator } from './index.ts'

const emulator = await startEmulator(readEmulatorConfig())
if (process.send) process.send({ ready: emulator.url })
else process.stdout.write(`${JSON.stringify({ ready: emulator.url })}\n`)

let stopping = false
async function stop(): Promise<void> {
  if (stopping) return
  stopping = true
  await emulator.close()
  process.exit(0)
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void stop())
process.on('disconnect', () => void stop())
