/** `npm run role -- grant|revoke ROLE --person ZALO_ID --area AREA`, `npm run role -- list`, `npm run role -- areas`. */
import { Role } from '../../shared/people.ts'
import { findArea, listAreas } from '../platform/areas/index.ts'
import { findPersonByZaloId, grantRole, listRoles, revokeRole } from '../platform/people/index.ts'
import type { Database } from '../platform/storage/index.ts'
import { readOptions } from './command.ts'
import { runCommand } from './installation.ts'

const USAGE = `Cách dùng:
  npm run role -- areas                                        các địa bàn và mã của chúng
  npm run role -- list                                         ai đang có vai trò gì
  npm run role -- grant ${Role.options.join('|')} --person ID_ZALO --area MÃ_ĐỊA_BÀN
  npm run role -- revoke …                                     thu lại vai trò
ID_ZALO là số ID của người ấy với Zalo của phường; người ấy phải đã nhắn cho phường ít nhất một lần.`

await runCommand(async ({ db }, args) => {
  const options = { person: { type: 'string' }, area: { type: 'string' } } as const
  const { values, positionals } = readOptions({ args, allowPositionals: true, options }, USAGE)
  const [action, wanted] = positionals
  if (action === 'areas') {
    for (const area of await listAreas(db)) console.log(`${area.code}\t${area.name}`)
  } else if (action === 'list') {
    for (const held of await listRoles(db))
      console.log(`${held.role}\t${held.areaCode}\t${held.personId}\ttừ ${held.grantedAt.toLocaleDateString('vi-VN')}`)
  } else {
    await change(db, action, wanted, values)
  }
})

async function change(
  db: Database,
  action: string | undefined,
  wanted: string | undefined,
  { person, area }: { person?: string; area?: string },
): Promise<void> {
  const role = Role.safeParse(wanted)
  if ((action !== 'grant' && action !== 'revoke') || !role.success || !person || !area) throw new Error(USAGE)
  const place = await findArea(db, area)
  if (!place) throw new Error(`Không có địa bàn mã "${area}". Xem các mã bằng: npm run role -- areas`)
  const personId = await findPersonByZaloId(db, person)
  if (!personId)
    throw new Error(
      'Chưa có ai nhắn cho phường bằng ID Zalo này. Xin người ấy nhắn cho Zalo của phường một lần rồi làm lại.',
    )
  const request = { personId, role: role.data, areaId: place.id, actor: 'operator' }
  const changed =
    action === 'grant' ? await grantRole(db, request) : await revokeRole(db, { ...request, now: new Date() })
  console.log(
    changed
      ? `Đã ${action === 'grant' ? 'giao' : 'thu'} vai trò ${role.data} tại ${place.name}.`
      : 'Không có gì thay đổi.',
  )
}
