/** Settings: nothing given means practice; anything wrong stops the start, all of it listed at once. */
import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from '@jest/globals'
import { ConfigError, readConfig } from '../server/config.ts'
import { readWardFile } from '../server/platform/areas/index.ts'

const dataDir = mkdtempSync(join(tmpdir(), 'mot-cua-settings-'))
afterAll(() => rmSync(dataDir, { recursive: true, force: true }))

const LIVE = {
  DATA_DIR: dataDir,
  ZALO_APP_ID: '1234567890123456789',
  ZALO_APP_SECRET: 'app-secret-0000',
  ZALO_OA_ID: '2234567890123456789',
  ZALO_OA_SECRET_KEY: 'oa-secret-0000',
  PUBLIC_URL: 'https://phuong.example.vn',
  WARD_FILE: '/etc/mot-cua/ward.json',
}

function problemsOf(env: Record<string, string>): string[] {
  try {
    readConfig(env)
  } catch (error) {
    if (error instanceof ConfigError) return error.problems
    throw error
  }
  return []
}

describe('settings', () => {
  it('are not needed for practice', () => {
    const config = readConfig({ DATA_DIR: dataDir })
    expect(config.mode).toBe('practice')
    expect(config.port).toBe(3000)
  })

  it('of Zalo make the installation a live one', () => {
    expect(readConfig(LIVE)).toMatchObject({ mode: 'live', publicUrl: 'https://phuong.example.vn' })
  })

  it('that are missing or wrong are all listed at once, each with where to get it', () => {
    const problems = problemsOf({
      DATA_DIR: dataDir,
      ZALO_APP_ID: 'my app',
      PORT: 'eighty',
      PUBLIC_URL: 'http://phuong.example.vn',
    })
    for (const name of [
      'ZALO_APP_ID',
      'ZALO_APP_SECRET',
      'ZALO_OA_ID',
      'ZALO_OA_SECRET_KEY',
      'WARD_FILE',
      'PORT',
      'PUBLIC_URL',
    ]) {
      expect(problems.filter(problem => problem.startsWith(name))).toHaveLength(1)
    }
    expect(problems.find(problem => problem.startsWith('ZALO_OA_SECRET_KEY'))).toMatch(/developers\.zalo\.me/)
    expect(new ConfigError(problems).message).toMatch(/^Chưa chạy được/)
  })

  it('with a misspelt name are not overlooked', () => {
    expect(problemsOf({ ...LIVE, ZALO_OA_SECERT_KEY: 'x' }).join()).toContain('ZALO_OA_SECERT_KEY')
  })

  it('of one account are never taken for those of another: the OA key has no fallback', () => {
    const { ZALO_OA_SECRET_KEY: _, ...withoutKey } = LIVE
    expect(problemsOf(withoutKey)).toHaveLength(1)
  })

  it('of a ward without the API are only three', () => {
    const config = readConfig({
      DATA_DIR: dataDir,
      ZALO_API: 'off',
      ZALO_OA_ID: LIVE.ZALO_OA_ID,
      PUBLIC_URL: LIVE.PUBLIC_URL,
      WARD_FILE: LIVE.WARD_FILE,
    })
    expect(config.zalo.api).toBe(false)
  })

  it('that are secret are kept in a file that only its owner can read', () => {
    const { secretKey } = readConfig({ DATA_DIR: dataDir })
    expect(secretKey).toHaveLength(64)
    expect(readConfig({ DATA_DIR: dataDir }).secretKey).toBe(secretKey)
    expect(statSync(join(dataDir, 'secret-key')).mode & 0o777).toBe(0o600)
  })

  it('never appear in the words that explain what is wrong', () => {
    expect(problemsOf({ ...LIVE, ZALO_APP_ID: 'wrong', PORT: 'x' }).join()).not.toContain(LIVE.ZALO_APP_SECRET)
  })
})

describe('the ward file', () => {
  it('that comes as an example is right', () => {
    expect(readWardFile(join(process.cwd(), 'ward.example.json')).profile.wardName).toBe('Phường Mẫu')
  })

  it('that is missing or wrong is explained to the volunteer', () => {
    expect(() => readWardFile('/nowhere/ward.json')).toThrow(/ward\.example\.json/)
    expect(() => readWardFile(join(process.cwd(), 'package.json'))).toThrow(/chưa đúng/)
  })
})
