/**
 * Names that the kernel keeps for a living process and frees when it ends, however it ends: abstract Unix sockets.
 * Unlike a lock file, one can never be left behind.
 */
import { readFileSync, statSync } from 'node:fs'
import { createServer, type Server } from 'node:net'

/** A name that all processes on this machine derive alike from a folder, whatever path they know it by. */
export function nameOf(folder: string, purpose: string): string {
  const { dev, ino } = statSync(folder)
  return `mot-cua:${dev}:${ino}:${purpose}`
}

/** Takes the name; undefined when another process holds it. */
export function holdName(name: string): Promise<Server | undefined> {
  return new Promise((resolve, reject) => {
    const server = createServer(socket => socket.destroy())
    server.once('error', (error: NodeJS.ErrnoException) =>
      error.code === 'EADDRINUSE' ? resolve(undefined) : reject(error),
    )
    server.listen({ path: `\0${name}` }, () => resolve(server.unref()))
  })
}

export function releaseName(holder: Server): Promise<void> {
  return new Promise(resolve => holder.close(() => resolve()))
}

/** How many processes hold a name that begins like this. */
export function countHolders(prefix: string): number {
  const lines = readFileSync('/proc/net/unix', 'utf8').split('\n')
  return lines.filter(line => line.includes(` @${prefix}`)).length
}
