/** What the health page says of backups and rehearsals. */
import type { HealthItem } from '../../shared/health.ts'
import type { Config } from '../config.ts'
import { type Database, readRestored } from '../platform/storage/index.ts'
import { type Last, readLast } from './record.ts'

const HOUR_MS = 3600_000
const BACKUP_IS_OLD_AFTER_MS = 26 * HOUR_MS
/** A term of the volunteers' school. */
const DRILL_IS_OLD_AFTER_MS = 150 * 24 * HOUR_MS

export function createBackupHealth({
  db,
  backups,
  now,
}: {
  db: Database
  backups: Config['backups']
  now(): Date
}): () => Promise<HealthItem[]> {
  return async () => [
    ...(await copyItem(db)),
    backupItem(await readLast(db, 'backup'), backups, now()),
    drillItem(await readLast(db, 'drill'), now()),
  ]
}

async function copyItem(db: Database): Promise<HealthItem[]> {
  const restored = await readRestored(db)
  if (!restored) return []
  return [
    {
      name: 'Bản khôi phục',
      colour: 'red',
      finding: `Đây là bản khôi phục từ bản sao lưu ngày ${onDay(restored.backedUpAt)}; chưa gửi tin, chưa làm mới quyền Zalo.`,
      nextStep: 'Khi máy cũ đã tắt hẳn và đây là bản chính từ nay: npm run restore -- --confirm, rồi khởi động lại.',
    },
  ]
}

function backupItem(last: Last | null, { nightly }: Config['backups'], now: Date): HealthItem {
  const isOld = last === null || now.getTime() - last.at.getTime() > BACKUP_IS_OLD_AFTER_MS
  return {
    name: 'Sao lưu',
    colour: isOld ? (nightly ? 'red' : 'amber') : 'green',
    finding: last
      ? `Bản gần nhất ngày ${onDay(last.at)}${last.isSealed ? ', có khóa' : ', chưa có khóa'}.`
      : 'Chưa có bản nào.',
    nextStep: isOld
      ? 'Chạy npm run backup. Nếu đã bật tự sao lưu mà vẫn cũ, kiểm tra BACKUP_DIR còn chỗ và ghi được.'
      : last.isSealed
        ? null
        : 'Đặt BACKUP_PASSPHRASE trước khi chép bản sao lưu ra ngoài máy.',
  }
}

function drillItem(last: Last | null, now: Date): HealthItem {
  const isOld = last === null || now.getTime() - last.at.getTime() > DRILL_IS_OLD_AFTER_MS
  const hasFailed = last?.isPassed === false
  return {
    name: 'Diễn tập khôi phục',
    colour: hasFailed ? 'red' : isOld ? 'amber' : 'green',
    finding: last
      ? `Lần gần nhất ngày ${onDay(last.at)}, ${hasFailed ? 'không đạt' : 'đạt'}.`
      : 'Chưa diễn tập lần nào.',
    nextStep: hasFailed || isOld ? 'Chạy npm run drill và cất giấy chứng nhận in ra.' : null,
  }
}

function onDay(moment: Date): string {
  return moment.toLocaleDateString('vi-VN', { timeZone: 'Asia/Ho_Chi_Minh' })
}
