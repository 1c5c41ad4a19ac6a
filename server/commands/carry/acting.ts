/** What an act of `npm run carry` is told, and how the words of the shell become it. */
import type { Clock } from '../../clock.ts'
import type { Area } from '../../platform/areas/index.ts'
import type { Database } from '../../platform/storage/index.ts'
import type { Zalo } from '../../platform/zalo/index.ts'
import { readOptions } from '../command.ts'

export const USAGE = `Cách dùng:
  npm run carry -- groups                              nhóm của Zalo phường và tổ mà nhóm thuộc về
  npm run carry -- group MÃ_NHÓM --area MÃ_ĐỊA_BÀN     nhóm này là của tổ nào
  npm run carry -- ungroup MÃ_NHÓM                     thôi gửi vào nhóm
  npm run carry -- policy                              đang gửi theo cách nào
  npm run carry -- policy --channels group,oa_message  chọn cách gửi, cách tốt nhất đứng trước
       --quiet 21:00-06:30|off  --paid SỐ_TIN_MỘT_THÁNG  --articles SỐ_BÀI_MỘT_THÁNG
  npm run carry -- articles on|off                     gửi bài viết tới mọi người quan tâm khi tin là của cả phường
  npm run carry -- templates on --id MÃ_MẪU --per-month SỐ_TIN --price ĐỒNG --param tên=title …
       điền vào mẫu: title (việc), when (lúc nào), place (nơi), sender (người gửi), code (mã tin), link (đường dẫn)
  npm run carry -- templates off                       thôi gửi tin mẫu trả tiền
Thêm --area MÃ_ĐỊA_BÀN để chỉ đặt cho một địa bàn; không ghi thì cho cả phường.`

export interface Acting {
  db: Database
  oaId: string
  publicUrl: string
  zalo: Pick<Zalo, 'client' | 'capabilities'>
  clock: Clock
  /** The place that is set, by default the one that the OA speaks for. */
  area: Area
  /** What follows the name of the act. */
  words: string[]
  options: Options
}

const OPTIONS = {
  area: { type: 'string' },
  channels: { type: 'string' },
  quiet: { type: 'string' },
  paid: { type: 'string' },
  articles: { type: 'string' },
  id: { type: 'string' },
  'per-month': { type: 'string' },
  price: { type: 'string' },
  param: { type: 'string', multiple: true },
} as const
type Options = ReturnType<typeof parse>['values']

/** @returns the lines to show */
export type Act = (acting: Acting) => Promise<string[]>

export function parse(args: string[]) {
  return readOptions({ args, allowPositionals: true, options: OPTIONS }, USAGE)
}
