/** What the machine itself has to report: database, disk, queues. */
import type { HealthItem } from '../shared/health.ts'
import type { Clock } from './clock.ts'
import type { Config } from './config.ts'
import type { Deliveries } from './platform/deliveries/index.ts'
import type { Events } from './platform/events/index.ts'
import { type Database, readDiskSpace } from './platform/storage/index.ts'

const LATE_AFTER_MS = 60_000
const LITTLE_SPACE = 1024 ** 3

interface Parts {
  db: Database
  config: Config
  events: Events
  deliveries: Deliveries
  clock: Clock
}

export function createStorageHealth(parts: Parts): () => Promise<HealthItem[]> {
  return async () => [await incoming(parts), await outgoing(parts), await disk(parts)]
}

async function incoming({ events, clock }: Parts): Promise<HealthItem> {
  const { waiting, failed, oldestWaiting } = await events.queue()
  const isLate = oldestWaiting !== null && clock.now().getTime() - oldestWaiting.getTime() > LATE_AFTER_MS
  return {
    name: 'Tin đến',
    colour: isLate ? 'red' : failed > 0 ? 'amber' : 'green',
    finding: `${waiting} tin đang chờ xử lý${failed > 0 ? `, ${failed} tin không xử lý được` : ''}.`,
    nextStep: isLate
      ? 'Tin chờ quá một phút: khởi động lại bằng npm start; nếu vẫn vậy, gửi tệp nhật ký cho nhóm phát triển.'
      : failed > 0
        ? 'Người nhắn đã được mời gọi điện. Gửi tệp nhật ký cho nhóm phát triển.'
        : null,
  }
}

async function outgoing({ deliveries, clock }: Parts): Promise<HealthItem> {
  const { states, oldestWaiting } = await deliveries.queue()
  const unknown = states.unknown ?? 0
  const isLate = oldestWaiting !== null && clock.now().getTime() - oldestWaiting.getTime() > LATE_AFTER_MS
  return {
    name: 'Tin đi',
    colour: isLate ? 'red' : unknown > 0 ? 'amber' : 'green',
    finding: `${states.pending ?? 0} tin đang chờ gửi${unknown > 0 ? `, ${unknown} tin chưa rõ đã tới hay chưa` : ''}.`,
    nextStep: isLate
      ? 'Tin chờ gửi quá một phút: xem mục Quyền truy cập Zalo OA và kết nối Internet.'
      : unknown > 0
        ? 'Máy không tự gửi lại tin chưa rõ. Mở khung chat của OA để xem tin đã tới chưa.'
        : null,
  }
}

async function disk({ config }: Parts): Promise<HealthItem> {
  const { freeBytes } = await readDiskSpace(config.dataDir)
  const isLow = freeBytes < LITTLE_SPACE
  return {
    name: 'Ổ đĩa',
    colour: isLow ? 'red' : 'green',
    finding: `Còn trống ${(freeBytes / 1024 ** 3).toFixed(1)} GB.`,
    nextStep: isLow ? 'Dọn ổ đĩa để còn trống ít nhất 1 GB, nếu không máy sẽ ngừng ghi.' : null,
  }
}
