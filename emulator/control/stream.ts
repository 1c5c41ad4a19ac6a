/** Tells the page what changed, as server-sent events. */
import type { RequestHandler } from 'express'
import type { Changes } from '../world/changes.ts'

const HEARTBEAT_MS = 20_000

export function createStream(changes: Changes): RequestHandler {
  return (_req, res) => {
    res.set({ 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store', 'X-Accel-Buffering': 'no' })
    res.write('retry: 500\n\n')
    const stop = changes.watch(change => res.write(`data: ${JSON.stringify(change)}\n\n`))
    const heartbeat = setInterval(() => res.write(': still here\n\n'), HEARTBEAT_MS).unref()
    res.on('close', () => {
      stop()
      clearInterval(heartbeat)
    })
  }
}
