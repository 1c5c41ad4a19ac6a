import type { Database } from './connection.ts'
import { ModeError } from './storage-error.ts'

type Mode = 'practice' | 'live'

const KEY = 'installation.mode'

const WRONG_MODE: Record<Mode, string> = {
  live:
    'Cơ sở dữ liệu này là của bản thực hành, không dùng để chạy thật. ' +
    'Đặt DATA_DIR (hoặc DATABASE_URL) sang chỗ mới cho bản chạy thật, hoặc bỏ các thiết lập ZALO_… để tiếp tục thực hành.',
  practice:
    'Cơ sở dữ liệu này là của bản chạy thật, không dùng để thực hành. ' +
    'Đặt lại các thiết lập ZALO_… để chạy thật, hoặc đặt DATA_DIR (hoặc DATABASE_URL) sang chỗ mới để thực hành.',
}

/**
 * Marks a new database as practice or live, for good. Call it after `migrate`, before anything else is written.
 * @throws ModeError when the database was marked for the other mode
 */
export async function stampMode(db: Database, mode: Mode): Promise<void> {
  await db
    .insertInto('settings')
    .values({ key: KEY, value: JSON.stringify(mode) })
    .onConflict(conflict => conflict.columns(['area_id', 'key']).doNothing())
    .execute()
  const stamp = await db
    .selectFrom('settings')
    .select('value')
    .where('key', '=', KEY)
    .where('area_id', 'is', null)
    .executeTakeFirst()
  if (stamp?.value !== mode) throw new ModeError(WRONG_MODE[mode])
}
