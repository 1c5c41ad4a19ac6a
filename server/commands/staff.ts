/** `npm run -s staff -- link [--area AREA]`: a link for another administrator, when nobody can sign in any more. */
import { parseArgs } from 'node:util'
import { systemClock } from '../clock.ts'
import { createWardDirectory, findArea } from '../platform/areas/index.ts'
import { issueAdministratorLink } from '../staff/index.ts'
import { runCommand } from './installation.ts'

const LASTS_MS = 24 * 3600_000

await runCommand(async ({ db, config }, args) => {
  const { values, positionals } = parseArgs({ args, allowPositionals: true, options: { area: { type: 'string' } } })
  if (positionals[0] !== 'link')
    throw new Error(
      'Cách dùng: npm run -s staff -- link [--area MÃ_ĐỊA_BÀN]   tạo đường dẫn cho một người quản trị mới',
    )
  const ward = await createWardDirectory(db)(config.zalo.oaId)
  const areaId = values.area ? (await findArea(db, values.area))?.id : ward?.areaId
  if (!areaId) throw new Error('Không có địa bàn này. Xem các mã bằng: npm run role -- areas')
  const expiresAt = new Date(Date.now() + LASTS_MS)
  console.log(
    config.publicUrl + (await issueAdministratorLink({ db, config, clock: systemClock }, { areaId, expiresAt })),
  )
})
