/** `npm run backup [-- --physical] [-- --to FOLDER]`: a copy of everything, while the ward goes on working. */
import { createBackups } from '../backups/index.ts'
import { BackupError } from '../platform/backups/index.ts'
import { readOptions } from './command.ts'
import { runCommand } from './installation.ts'

const USAGE = `Cách dùng:
  npm run backup                      sao lưu mọi thứ, phường vẫn làm việc
  npm run backup -- --physical        bản sao nguyên khối của PostgreSQL đi kèm
  npm run backup -- --to THƯ_MỤC      sao lưu vào nơi khác`

await runCommand(async ({ config, db, url, superuserUrl }, args) => {
  const options = { physical: { type: 'boolean' }, to: { type: 'string' } } as const
  const { values } = readOptions({ args, options }, USAGE)
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
