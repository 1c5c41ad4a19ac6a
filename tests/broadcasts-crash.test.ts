/** A short run of the notice in `npm run bench -- crash`: senders and database are killed at random while it goes out. */
import { spawn } from 'node:child_process'
import { describe, expect, it } from '@jest/globals'
import type { NoticeCrashResult } from '../bench/notices-crash.ts'

describe('a notice whose senders and database are killed again and again', () => {
  it('reaches everybody once, and its counts add up to the audience', async () => {
    const result = await runBench([
      '--only',
      'notice',
      '--recipients',
      '600',
      '--notice-kills',
      '6',
      '--notice-seconds',
      '15',
    ])
    expect(result).toMatchObject({
      recipients: 600,
      noticeKills: 6,
      noticeLost: 0,
      noticeRepeated: 0,
      // The emulator's history is complete, so every fate can be decided.
      noticeUnknown: 0,
      addsUp: true,
    })
  }, 240_000)
})

function runBench(args: string[]): Promise<NoticeCrashResult> {
  const child = spawn(process.execPath, ['--no-warnings', 'bench/main.ts', 'crash', ...args], {
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
