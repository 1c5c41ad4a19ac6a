/** What an operator sets about the ways to many people: the OA's groups, its articles, a paid template, the ward's policy. */
import { type Area, findArea } from '../../platform/areas/index.ts'
import type { Database } from '../../platform/storage/index.ts'
import { type Act, type Acting, parse, USAGE } from './acting.ts'
import { groupActs } from './groups.ts'
import { policyActs } from './policy.ts'
import { templateActs } from './templates.ts'

const ACTS: Record<string, Act> = { ...groupActs, ...policyActs, ...templateActs }

export function createCarryActs(parts: Pick<Acting, 'db' | 'oaId' | 'publicUrl' | 'zalo' | 'clock'>) {
  return async (args: string[]): Promise<string[]> => {
    const { values, positionals } = parse(args)
    const [name = '', ...words] = positionals
    const act = Object.hasOwn(ACTS, name) ? ACTS[name] : undefined
    if (!act) throw new Error(USAGE)
    const area = values.area === undefined ? await areaOfAccount(parts) : await requireArea(parts.db, values.area)
    return act({ ...parts, area, words, options: values })
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
