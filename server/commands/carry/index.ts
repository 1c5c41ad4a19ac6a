/** What an operator sets about the ways to many people: the OA's groups, its articles, a paid template, the ward's policy. */
import { parseArgs } from 'node:util'
import type { Clock } from '../../clock.ts'
import { type Area, findArea } from '../../platform/areas/index.ts'
import type { Database } from '../../platform/storage/index.ts'
import type { Zalo } from '../../platform/zalo/index.ts'
import { groupActs } from './groups.ts'
import { policyActs } from './policy.ts'
import { templateActs } from './templates.ts'

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

const ACTS: Record<string, Act> = { ...groupActs, ...policyActs, ...templateActs }

export function createCarrying(parts: Pick<Acting, 'db' | 'oaId' | 'zalo' | 'clock'>) {
  return async (args: string[]): Promise<string[]> => {
    const { values, positionals } = parse(args)
    const [name = '', ...words] = positionals
    const act = Object.hasOwn(ACTS, name) ? ACTS[name] : undefined
    if (!act) throw new Error(USAGE)
    const area = values.area === undefined ? await areaOfAccount(parts) : await requireArea(parts.db, values.area)
    return act({ ...parts, area, words, options: values })
  }
}

function parse(args: string[]) {
  try {
    return parseArgs({ args, allowPositionals: true, options: OPTIONS })
  } catch {
    throw new Error(USAGE)
  }
}

async function requireArea(db: Database, code: string): Promise<Area> {
  const area = await findArea(db, code)
  if (!area) throw new Error(`Không có địa bàn mã "${code}". Xem các mã bằng: npm run role -- areas`)
  return area
}

async function areaOfAccount({ db, oaId }: Pick<Acting, 'db' | 'oaId'>): Promise<Area> {
  const row = await db
    .selectFrom('official_accounts as o')
    .innerJoin('areas as a', 'a.id', 'o.area_id')
    .select('a.code')
    .where('o.oa_id', '=', oaId)
    .executeTakeFirst()
  if (!row) throw new Error('Chưa có Zalo của phường. Chạy npm run doctor trước.')
  return requireArea(db, row.code)
}
