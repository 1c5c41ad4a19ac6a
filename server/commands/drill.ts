/** `npm run drill`: rehearses a restore and prints a dated certificate. Nothing of the ward's own is touched. */
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createBackups, stampOf } from '../backups/index.ts'
import { BackupError } from '../platform/backups/index.ts'
import { runCommand } from './installation.ts'

await runCommand(async ({ config, db, url, superuserUrl }) => {
  const now = new Date()
  const backups = createBackups({ config, db, url, superuserUrl, now: () => now })
  const { certificate, isPassed } = await backups.rehearse()
  const folder = join(config.dataDir, 'drills')
  await mkdir(folder, { recursive: true })
  const file = join(folder, `${stampOf(now)}.txt`)
  await writeFile(file, `${certificate}\n`)
  console.log(`${certificate}\n\nGiấy này cũng nằm ở ${file}.`)
  if (!isPassed)
    throw new BackupError('Diễn tập KHÔNG đạt: bản khôi phục khác bản gốc. Gửi giấy này cho nhóm phát triển.')
})
