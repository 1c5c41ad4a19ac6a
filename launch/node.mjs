/** Finds a Node.js ≥ 24 to run TypeScript natively: this machine's own, or the one that npm carried in. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'

export function findNode(root) {
  if (Number(process.versions.node.split('.')[0]) >= 24) return process.execPath
  const carried = join(root, 'node_modules', `node-${process.platform}-${process.arch}`, 'bin', 'node')
  if (existsSync(carried)) return carried
  console.error(
    `Cần Node.js 24 trở lên (máy này có ${process.versions.node}). Tải bản LTS ở https://nodejs.org rồi chạy lại.`,
  )
  process.exit(1)
}
