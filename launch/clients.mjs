/** Builds the programs that phones and desks run, when their sources changed since the last time. */
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { run } from './processes.mjs'

/** What a build is made of besides the client's own folder. */
const BESIDE = ['shared', 'package-lock.json', 'app-config.json']

const CLIENTS = [
  { name: 'miniapp', mode: 'web', folder: 'dist/web', what: 'ứng dụng cho điện thoại' },
  { name: 'console', mode: 'production', folder: 'dist/console', what: 'bàn làm việc của cán bộ' },
]

/** @returns the exit code: 0 when everything stands */
export async function buildClients(node, root) {
  for (const { name, mode, folder, what } of CLIENTS) {
    const stamp = join(root, folder, '.sources')
    const wanted = fingerprint(root, [name, ...BESIDE])
    if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) continue
    console.error(`Đang dựng ${what} (chỉ khi mã nguồn thay đổi, khoảng mười giây)…`)
    const code = await buildClient(node, root, name, mode)
    if (code !== 0) return code
    writeFileSync(stamp, wanted)
  }
  return 0
}

/** Whatever the reason, from scratch. */
export function buildClient(node, root, name, mode) {
  const vite = join(root, 'node_modules/vite/bin/vite.js')
  return run(node, ['--no-warnings', vite, 'build', '--config', join(root, name, 'vite.config.ts'), '--mode', mode])
}

function fingerprint(root, paths) {
  const hash = createHash('sha256')
  for (const file of paths.flatMap(path => listFiles(root, path)).sort()) {
    hash
      .update(file)
      .update('\0')
      .update(readFileSync(join(root, file)))
      .update('\0')
  }
  return hash.digest('hex')
}

function listFiles(root, path) {
  if (!statSync(join(root, path)).isDirectory()) return [path]
  return readdirSync(join(root, path)).flatMap(name => listFiles(root, join(path, name)))
}
