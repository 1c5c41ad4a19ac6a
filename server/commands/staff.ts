/** `npm run -s staff -- link [--area AREA]`: a link for another administrator, when nobody can sign in any more. */
import { systemClock } from '../clock.ts'
import { createWardDirectory, findArea } from '../platform/areas/index.ts'
import { issueAdministratorLink } from '../staff/index.ts'
import { readOptions } from './command.ts'
import { runCommand } from './installation.ts'

const USAGE = 'Cách dùng: npm run -s staff -- link [--area MÃ_ĐỊA_BÀN]   tạo đường dẫn cho một người quản trị mới'

const LASTS_MS = 24 * 3600_000

await runCommand(async ({ db, config }, args) => {
  const options = { area: { type: 'string' } } as const
  const { values, positionals } = readOptions({ args, allowPositionals: true, options }, USAGE)
  if (positionals[0] !== 'link') throw new Error(USAGE)
  const ward = await createWardDirectory(db)(config.zalo.oaId)
  const areaId = values.area ? (await findArea(db, values.area))?.id : ward?.areaId
  if (!areaId) throw new Error('Không có địa bàn này. Xem các mã bằng: npm run role -- areas')
  const expiresAt = new Date(Date.now() + LASTS_MS)
  console.log(
    config.publicUrl + (await issueAdministratorLink({ db, config, clock: systemClock }, { areaId, expiresAt })),
  )
})
