import { readFile } from 'node:fs/promises'

/** Looks at a process ten times a second. @returns the largest resident size, in megabytes */
export function watchMemory(pid: number): { stop(): Promise<{ rssMb: number }> } {
  let largest = 0
  const look = async (): Promise<void> => {
    const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '')
    largest = Math.max(largest, Number(/^VmRSS:\s+(\d+) kB/m.exec(status)?.[1] ?? 0) / 1024)
  }
  const timer = setInterval(look, 100)
  return {
    async stop() {
      clearInterval(timer)
      await look()
      return { rssMb: Math.round(largest) }
    },
  }
}
