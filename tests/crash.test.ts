/** A short run of `npm run bench -- crash`: app and database are killed at random while residents write. */
import { spawn } from 'node:child_process'
import { describe, expect, it } from '@jest/globals'
import type { CrashResult } from '../bench/crash.ts'

describe('a ward whose server is killed again and again', () => {
  it('loses no question, repeats no answer, and spends no token twice', async () => {
    const result = await runBench([
      'crash',
      '--only',
      'replies',
      '--messages',
      '120',
      '--kills',
      '5',
      '--seconds',
      '15',
      '--refreshers',
      '4',
      '--rounds',
      '3',
    ])
    expect(result).toMatchObject({ messages: 120, kills: 5, lost: 0, repeated: 0, tokensSpentTwice: 0, refreshes: 3 })
    // The emulator's history is complete, so every fate can be decided.
    expect(result.unknown).toBe(0)
  }, 240_000)
})

function runBench(args: string[]): Promise<CrashResult> {
  const child = spawn(process.execPath, ['--no-warnings', 'bench/main.ts', ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let output = ''
  child.stdout.on('data', chunk => {
    output += chunk
  })
  return new Promise((resolve, reject) => {
    child.once('exit', () => {
      const last = output.trim().split('\n').at(-1) ?? ''
      if (last.startsWith('{')) resolve(JSON.parse(last))
      else reject(new Error(`the bench ended with: ${output}`))
    })
  })
}
