/** `npm run backup [-- --physical] [-- --to FOLDER]`: a copy of everything, while the ward goes on working. */
import { parseArgs } from 'node:util'
import { createBackups } from '../backups/index.ts'
import { BackupError } from '../platform/backups/index.ts'
import { runCommand } from './installation.ts'

await runCommand(async ({ config, db, url, superuserUrl }, args) => {
  const { values } = parseArgs({ args, options: { physical: { type: 'boolean' }, to: { type: 'string' } } })
  if (values.physical && superuserUrl === null)
    throw new BackupError(
      'Bản sao nguyên khối chỉ có với PostgreSQL đi kèm. Với DATABASE_URL, dùng công cụ của máy chủ ấy.',
    )
  const backups = createBackups({ config, db, url, superuserUrl, now: () => new Date() })
  const { folder, removed } = await backups.make(values.physical ? 'physical' : 'logical', values.to)
  console.log(`Đã sao lưu vào ${folder}.`)
  if (removed.length > 0) console.log(`Đã bỏ bản cũ: ${removed.join(', ')}.`)
  if (!config.backups.passphrase)
    console.log('Bản sao lưu chưa có khóa. Trước khi chép ra ngoài, đặt BACKUP_PASSPHRASE rồi sao lưu lại.')
  console.log('SECRET_KEY không nằm trong bản sao lưu: cất riêng, khôi phục cần đến nó.')
})
