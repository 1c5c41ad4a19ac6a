/** `npm run -s token -- --role ROLE --area AREA [--label TEXT] [--days N]`: prints an access token, this once. */
import { StaffRole } from '../../shared/people.ts'
import { findArea } from '../platform/areas/index.ts'
import { createToken } from '../platform/people/index.ts'
import { readOptions } from './command.ts'
import { runCommand } from './installation.ts'

const USAGE = `Cách dùng: npm run -s token -- --role ${StaffRole.options.join('|')} --area MÃ_ĐỊA_BÀN [--label TÊN] [--days 1…366]`

await runCommand(async ({ db }, args) => {
  const options = {
    role: { type: 'string' },
    area: { type: 'string' },
    label: { type: 'string', default: 'operator' },
    days: { type: 'string', default: '90' },
  } as const
  const { values } = readOptions({ args, options }, USAGE)
  const role = StaffRole.safeParse(values.role)
  const area = values.area ? await findArea(db, values.area) : null
  const days = Number(values.days)
  if (!role.success || !area || !Number.isInteger(days) || days < 1 || days > 366) throw new Error(USAGE)
  console.log(
    await createToken(db, {
      role: role.data,
      areaId: area.id,
      label: values.label,
      expiresAt: new Date(Date.now() + days * 86_400_000),
    }),
  )
})
