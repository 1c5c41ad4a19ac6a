/** How a command begins and ends: its options read, its refusal said in one sentence. */
import { type ParseArgsConfig, parseArgs } from 'node:util'

/** @throws Error with `usage` for an option that is unknown or lacks its value */
export function readOptions<Options extends ParseArgsConfig>(
  options: Options,
  usage: string,
): ReturnType<typeof parseArgs<Options>> {
  try {
    return parseArgs(options)
  } catch {
    throw new Error(usage)
  }
}

/** Runs a command to its end; a refusal is one sentence on stderr, not a stack. */
export async function runAlone(work: (args: string[]) => Promise<void>): Promise<void> {
  try {
    await work(process.argv.slice(2))
  } catch (error) {
    console.error(error instanceof Error ? error.message : error)
    process.exitCode = 1
  }
}
