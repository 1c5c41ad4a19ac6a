#!/usr/bin/env node
/**
 * The one door of the project: `npm start`, `npm test` and every other script come through here.
 * Plain JavaScript for Node ≥ 20: installs what is missing, finds Node ≥ 24, then starts the command.
 */
import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { buildClient, buildClients } from './launch/clients.mjs'
import { installDependencies } from './launch/install.mjs'
import { completeLockfile } from './launch/lockfile.mjs'
import { findNode } from './launch/node.mjs'
import { createPracticeSettings, hasZaloSettings } from './launch/practice.mjs'
import { run } from './launch/processes.mjs'
import { start } from './launch/start.mjs'

const root = dirname(fileURLToPath(import.meta.url))
process.chdir(root)
loadSettings(join(root, '.env'))

const [command = 'start', ...args] = process.argv.slice(2)
const jest = join(root, 'node_modules/jest/bin/jest.js')
const bin = (name, file) => join(root, 'node_modules', name, file)

const checks = [
  [
    'định dạng và lỗi thường gặp (Biome)',
    process.platform === 'linux' ? bin('@biomejs/biome', 'bin/biome') : '',
    ['check', '--error-on-warnings', '.'],
  ],
  ['kiểu dữ liệu (TypeScript)', bin('typescript', 'bin/tsc'), ['--noEmit', '-p', '.']],
  [
    'ai được gọi ai (dependency-cruiser)',
    bin('dependency-cruiser', 'bin/dependency-cruiser.mjs'),
    [
      '--config',
      '.dependency-cruiser.cjs',
      '--output-type',
      'err',
      'server',
      'shared',
      'miniapp',
      'console',
      'emulator',
      'tests',
      'bench',
    ],
  ],
  ['mã thừa (knip)', bin('knip', 'bin/knip.js'), []],
]

/** @type {Record<string, (node: string) => Promise<number>>} */
const commands = {
  start: async node => (await buildClients(node, root)) || start({ node, root, args }),
  check: async node => {
    for (const [what, script, flags] of checks) {
      console.log(`\n— ${what}`)
      const code = await run(node, [script, ...flags])
      if (code !== 0) return code
    }
    return 0
  },
  test: async node =>
    (await buildClients(node, root)) ||
    (await commands.check(node)) ||
    run(node, ['--experimental-vm-modules', '--no-warnings', jest, ...args]),
  format: node => run(node, [checks[0][1], 'check', '--write', '.']),
  lockfile: () => completeLockfile(root),
  bench: async node => (await buildClients(node, root)) || run(node, ['bench/main.ts', ...args]),
  build: async node => (await commands['build:web'](node)) || commands['build:zalo'](node),
  'build:web': node => buildClients(node, root),
  'build:zalo': node => buildClient(node, root, 'miniapp', 'zalo'),
  ask: node => run(node, ['server/commands/ask.ts', ...args]),
  evaluate: node => run(node, ['server/commands/evaluate.ts', ...args]),
  doctor: node => run(node, ['server/commands/doctor.ts', ...args], practiceOr(process.env)),
  recording: node => run(node, ['server/commands/recording.ts', ...args], practiceOr(process.env)),
  role: node => run(node, ['server/commands/role.ts', ...args]),
  carry: node => run(node, ['server/commands/carry.ts', ...args], practiceOr(process.env)),
  qr: node => run(node, ['server/commands/qr.ts', ...args]),
  content: node => run(node, ['server/commands/content.ts', ...args], practiceOr(process.env)),
  token: node => run(node, ['server/commands/token.ts', ...args]),
  staff: node => run(node, ['server/commands/staff.ts', ...args], practiceOr(process.env)),
  backup: node => run(node, ['server/commands/backup.ts', ...args], practiceOr(process.env)),
  restore: node => run(node, ['server/commands/restore.ts', ...args], practiceOr(process.env)),
  drill: node => run(node, ['server/commands/drill.ts', ...args], practiceOr(process.env)),
  'audit:verify': node => run(node, ['server/commands/audit.ts', ...args], practiceOr(process.env)),
}

if (!commands[command]) {
  console.error(`Không có lệnh "${command}". Các lệnh: ${Object.keys(commands).join(', ')}`)
  process.exit(2)
}
if (command !== 'lockfile') await installDependencies(root)
process.exitCode = await commands[command](findNode(root))

/** Without any ZALO_ setting a command looks at the practice ward. */
function practiceOr(env) {
  return hasZaloSettings(env) ? env : { ...env, ...createPracticeSettings(root).server }
}

/** `.env` holds the settings of this installation; what the shell already says wins. */
function loadSettings(file) {
  let text
  try {
    text = readFileSync(file, 'utf8')
  } catch {
    return
  }
  for (const line of text.split(/\r?\n/)) {
    const setting = /^\s*([A-Z][A-Z0-9_]*)\s*=\s*(.*?)\s*$/.exec(line)
    if (setting && process.env[setting[1]] === undefined)
      process.env[setting[1]] = setting[2].replace(/^(["'])(.*)\1$/, '$2')
  }
}
