import { statSync } from 'node:fs'
import { createServer, type Server } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'

const RETRY_MS = 50

/**
 * Does the work while no other process on this machine does so for the same folder: two apps started at once must not
 * both decide that a lock is stale. The token is a name in the kernel, which frees it when its holder dies, however
 * it dies.
 */
export async function takeTurn<T>(folder: string, work: () => Promise<T>, signal: AbortSignal): Promise<T> {
  const { dev, ino } = statSync(folder)
  const name = `\0mot-cua:${dev}:${ino}`
  let token = await tryToHold(name)
  while (!token) {
    await pause(RETRY_MS, undefined, { signal })
    token = await tryToHold(name)
  }
  try {
    return await work()
  } finally {
    await release(token)
  }
}

function tryToHold(name: string): Promise<Server | undefined> {
  return new Promise((resolve, reject) => {
    const server = createServer(socket => socket.destroy())
    server.once('error', (error: NodeJS.ErrnoException) =>
      error.code === 'EADDRINUSE' ? resolve(undefined) : reject(error),
    )
    server.listen({ path: name }, () => resolve(server))
  })
}

function release(token: Server): Promise<void> {
  return new Promise(resolve => token.close(() => resolve()))
}
