/** Installs the npm packages when they are missing or the lockfile changed since the last time. */
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

export async function installDependencies(root) {
  const stamp = join(root, 'node_modules', '.mot-cua-installed')
  const wanted = createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex')
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return
  console.error('Đang cài đặt các phần cần thiết (chỉ lần đầu, khoảng một phút)…')
  // No package's install script is needed, so none is run: the same on every machine, whatever its npm policy.
  const npm = spawnSync(
    'npm',
    ['ci', '--ignore-scripts', '--include=dev', '--include=optional', '--no-audit', '--no-fund', '--loglevel=error'],
    {
      cwd: root,
      stdio: ['ignore', 2, 2],
      env: { ...process.env, NODE_ENV: '' },
    },
  )
  if (npm.status !== 0) {
    console.error('Cài đặt chưa xong. Kiểm tra kết nối Internet rồi chạy lại lệnh vừa rồi.')
    process.exit(1)
  }
  writeFileSync(stamp, wanted)
}
