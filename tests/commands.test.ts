/** Whoever types a command wrongly is told how it is used, in words, and nothing happens. */
import { execFile } from 'node:child_process'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { createTestDatabase, type TestDatabase } from './setup/database.ts'

/** What commands are made of, and those that take no options: behind their name stands a digest, or nothing. */
const OTHERS = ['command', 'installation', 'audit', 'drill']
const commands = readdirSync('server/commands')
  .flatMap(file => (file.endsWith('.ts') ? [file.slice(0, -3)] : []))
  .filter(name => !OTHERS.includes(name))

let database: TestDatabase
const dataDir = mkdtempSync(join(tmpdir(), 'commands-'))
beforeAll(async () => {
  database = await createTestDatabase({ published: true })
})
afterAll(async () => {
  await database?.close()
  rmSync(dataDir, { recursive: true })
})

interface Ended {
  isDone: boolean
  stdout: string
  stderr: string
}

function run(name: string, ...args: string[]): Promise<Ended> {
  const env = { PATH: process.env.PATH, DATA_DIR: dataDir, DATABASE_URL: database.url, MOT_CUA_PRACTICE: '1' }
  return new Promise(resolve => {
    execFile(
      process.execPath,
      ['--no-warnings', `server/commands/${name}.ts`, ...args],
      { env: { ...env, ZALO_OA_ID: '3200000000000000001' } },
      (error, stdout, stderr) => resolve({ isDone: error === null, stdout, stderr }),
    )
  })
}

describe('a command', () => {
  it('with an option that it does not know says how it is used, and no more', async () => {
    expect(commands.length).toBeGreaterThan(10)
    const ended = await Promise.all(commands.map(async name => ({ name, ...(await run(name, '--khong-co')) })))
    for (const { name, isDone, stdout, stderr } of ended) {
      expect({ name, isDone, stdout }).toEqual({ name, isDone: false, stdout: '' })
      expect({ name, stderr }).toEqual({ name, stderr: expect.stringMatching(/^Cách dùng:(?![\s\S]*\n +at )/) })
    }
  })

  it('that looks through the audit takes half a digest for a slip of the hand, not for lines that are gone', async () => {
    expect((await run('audit', 'a1b2c3')).stderr).toMatch(/^Dấu gõ vào chưa đủ/)
    expect((await run('audit', 'f'.repeat(64))).stderr).toMatch(/^Dấu trên giấy KHÔNG còn/)
    expect((await run('audit')).stdout).toMatch(/^Nhật ký nguyên vẹn/)
  })
})
