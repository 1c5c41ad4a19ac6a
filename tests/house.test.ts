/** The laws of the house: who may import whom. Each law is proved by breaking it. */
import { spawnSync } from 'node:child_process'
import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, describe, expect, it } from '@jest/globals'
import { listReads } from '../bench/console-reads.ts'

const root = process.cwd()
const ROOMS = ['server', 'shared', 'emulator', 'miniapp', 'console', 'tests', 'bench']

interface Report {
  modules: { source: string }[]
  summary: { violations: { rule: { name: string }; from: string }[] }
}

function cruise(folder: string): Report {
  const rooms = ROOMS.filter(room => readdirSync(folder).includes(room))
  const cruiser = join(root, 'node_modules/dependency-cruiser/bin/dependency-cruiser.mjs')
  const run = spawnSync(
    process.execPath,
    [cruiser, '--config', '.dependency-cruiser.cjs', '--output-type', 'json', ...rooms],
    {
      cwd: folder,
      encoding: 'utf8',
      maxBuffer: 1 << 28,
    },
  )
  return JSON.parse(run.stdout)
}

/** What each law forbids: files to plant, each with what it imports. */
const PLANTED: Record<string, Record<string, string>> = {
  'shared-believes-only-itself': { 'shared/a.ts': 'node:fs' },
  'clients-never-import-server': { 'miniapp/a.ts': '../server/b.ts', 'server/b.ts': '' },
  'rooms-never-import-each-other': { 'console/a.ts': '../miniapp/b.ts', 'miniapp/b.ts': '' },
  'server-never-imports-a-client-room': { 'server/a.ts': '../emulator/index.ts', 'emulator/index.ts': '' },
  'a-feature-never-imports-another': {
    'server/chatbot/a.ts': '../procedures/index.ts',
    'server/procedures/index.ts': '',
  },
  'platform-never-imports-a-feature': {
    'server/platform/http/a.ts': '../../chatbot/index.ts',
    'server/chatbot/index.ts': '',
  },
  'a-platform-room-is-entered-by-its-index': {
    'server/a.ts': './platform/people/b.ts',
    'server/platform/people/b.ts': '',
  },
  'platform-rooms-enter-each-other-by-the-index': {
    'server/platform/http/a.ts': '../people/b.ts',
    'server/platform/people/b.ts': '',
  },
  'a-feature-is-entered-by-its-index': { 'server/a.ts': './chatbot/b.ts', 'server/chatbot/b.ts': '' },
  'a-shared-folder-is-entered-by-its-index': { 'server/a.ts': '../shared/language/b.ts', 'shared/language/b.ts': '' },
  'a-shared-room-is-entered-by-its-index': { 'shared/answering/a.ts': '../language/b.ts', 'shared/language/b.ts': '' },
  'no-test-code-in-the-product': { 'server/a.ts': '../tests/b.ts', 'tests/b.ts': '' },
  'zmp-sdk-only-in-miniapp-zalo': { 'miniapp/pages/a.ts': 'zmp-sdk/apis', 'node_modules/zmp-sdk/apis.js': '' },
  'a-console-room-is-entered-by-its-index': { 'console/pages/a.ts': '../api/b.ts', 'console/api/b.ts': '' },
  'a-miniapp-room-is-entered-by-its-index': { 'miniapp/pages/a.ts': '../api/b.ts', 'miniapp/api/b.ts': '' },
  'no-cycles': { 'shared/a.ts': './b.ts', 'shared/b.ts': './a.ts' },
  'no-unresolvable': { 'server/a.ts': './nowhere.ts' },
}

describe('the desk', () => {
  it('measures every list of the contract, or says why not', () => {
    const known = { notice: '1', waitingNotice: '2', group: '3', case: '4', code: 'K7M4QX', day: '2026-11-24' }
    expect(listReads(known).length).toBeGreaterThan(100)
  })
})

describe('the house', () => {
  let folder = ''
  afterEach(() => {
    if (folder) rmSync(folder, { recursive: true, force: true })
  })

  it.each(Object.keys(PLANTED))('notices when somebody breaks the law "%s"', law => {
    folder = mkdtempSync(join(tmpdir(), 'mot-cua-house-'))
    copyFileSync(join(root, '.dependency-cruiser.cjs'), join(folder, '.dependency-cruiser.cjs'))
    if (law !== 'zmp-sdk-only-in-miniapp-zalo') symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'))
    for (const [file, imported] of Object.entries(PLANTED[law] ?? {})) {
      mkdirSync(dirname(join(folder, file)), { recursive: true })
      writeFileSync(join(folder, file), imported ? `import '${imported}'\n` : 'export {}\n')
    }
    expect(cruise(folder).summary.violations.map(({ rule }) => rule.name)).toContain(law)
  })

  it('keeps its laws, and the laws saw every file', () => {
    const { modules, summary } = cruise(root)
    expect(summary.violations).toEqual([])
    const seen = new Set(modules.map(({ source }) => source))
    const files = ROOMS.flatMap(room => listSources(room))
    expect(files.length).toBeGreaterThan(50)
    expect(files.filter(file => !seen.has(file))).toEqual([])
  })
})

function listSources(folder: string): string[] {
  try {
    return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter(file => /\.tsx?$/.test(file))
      .map(file => join(folder, file))
  } catch {
    return []
  }
}
