/** Whether people can sign in in the Mini App, and whether anybody's two accounts do not fit together. */
import type { HealthItem } from '../../shared/health.ts'
import type { House } from '../feature.ts'
import type { CounterTotal } from '../platform/counters/index.ts'
import { countDisputed } from './store.ts'

const NAME = 'Đăng nhập trong Mini App'
const DAYS = 7

export function createSignInHealth({
  db,
  config,
  readCounts,
}: Pick<House, 'db' | 'config'> & { readCounts(name: string, days: number): Promise<CounterTotal[]> }): () => Promise<
  HealthItem[]
> {
  return async () => {
    if (!config.zalo.miniAppId) return []
    const [disputed, counts] = await Promise.all([countDisputed(db), readCounts('sign_in', DAYS)])
    return [toItem(disputed, counts)]
  }
}

function toItem(disputed: number, counts: CounterTotal[]): HealthItem {
  const find = (label: string) => counts.find(one => one.label === label)
  const total = (label: string): number => find(label)?.total ?? 0
  const isLast = (label: string): boolean => {
    const at = find(label)?.lastAt
    return at !== undefined && counts.every(({ lastAt }) => lastAt <= at)
  }
  const finding = `${total('done')} lượt trong 7 ngày; ${total('unavailable') + total('abroad')} lượt không hỏi được Zalo; ${total('refused')} lượt Zalo không nhận; ${disputed} tài khoản không khớp.`
  if (isLast('abroad'))
    return {
      name: NAME,
      colour: 'red',
      finding,
      nextStep: 'Zalo chỉ trả lời máy chủ ở Việt Nam: cho máy chủ ra Internet bằng địa chỉ trong nước.',
    }
  if (isLast('unavailable'))
    return {
      name: NAME,
      colour: 'amber',
      finding,
      nextStep: 'Kiểm tra đường ra Internet của máy chủ tới graph.zalo.me.',
    }
  if (disputed > 0)
    return {
      name: NAME,
      colour: 'amber',
      finding,
      nextStep:
        'Hai tài khoản của một người không khớp nên máy đã tách ra, không ai thấy dữ liệu của ai. Người ấy nhắn “liên kết Mini App” trong Zalo của phường rồi bấm đường dẫn để nối lại. Nếu ai cũng không khớp: kiểm tra ZALO_APP_ID và Mini App có đúng của OA này không.',
    }
  return { name: NAME, colour: 'green', finding, nextStep: null }
}
