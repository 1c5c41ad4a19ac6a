/**
 * `npm run restore -- FOLDER`: brings a backup back to life in an empty DATA_DIR (or an empty DATABASE_URL).
 * `npm run restore -- --confirm`: the restored copy is the ward's own from now on, and may send again.
 */
import { join } from 'node:path'
import pino from 'pino'
import { readConfig } from '../config.ts'
import { restore } from '../platform/backups/index.ts'
import { releaseRestored } from '../platform/storage/index.ts'
import { readOptions, runAlone } from './command.ts'
import { runCommand } from './installation.ts'

const USAGE = `Cách dùng:
  npm run restore -- THƯ_MỤC_BẢN_SAO     khôi phục vào DATA_DIR (hoặc DATABASE_URL) còn trống
  npm run restore -- --confirm           bản khôi phục là bản chính từ nay, được gửi tin trở lại`

await runAlone(async args => {
  const options = { confirm: { type: 'boolean' } } as const
  const { values, positionals } = readOptions({ args, allowPositionals: true, options }, USAGE)
  const [from] = positionals
  if (values.confirm) await runCommand(confirm)
  else if (from === undefined) throw new Error(USAGE)
  else await bringBack(from)
})

async function bringBack(from: string): Promise<void> {
  const { dataDir, databaseUrl, postgresBin, backups } = readConfig()
  const manifest = await restore({
    from,
    dataDir,
    databaseUrl,
    postgresBin,
    passphrase: backups.passphrase,
    log: pino({ level: 'silent' }),
    now: new Date(),
  })
  console.log(
    [
      `Đã khôi phục bản sao lưu ngày ${manifest.createdAt.toLocaleString('vi-VN', { timeZone: 'Asia/Ho_Chi_Minh' })} vào ${databaseUrl ? 'DATABASE_URL' : dataDir}.`,
      `Chép SECRET_KEY cũ vào thiết lập, hoặc tệp ${join(dataDir, 'secret-key')}; thiếu nó phải cấp quyền Zalo lại.`,
      'Bản này chưa gửi gì cho ai và chưa làm mới quyền Zalo. Khi máy cũ đã tắt hẳn: npm run restore -- --confirm',
    ].join('\n'),
  )
}

async function confirm({ db }: Parameters<Parameters<typeof runCommand>[0]>[0]): Promise<void> {
  const released = await releaseRestored(db, { actor: 'operator' })
  console.log(
    released
      ? 'Từ nay đây là bản chính. Khởi động lại máy chủ để gửi tin. Tin chờ gửi lúc sao lưu đã được ghi là "chưa rõ".'
      : 'Đây vốn là bản chính, không có gì thay đổi.',
  )
}
