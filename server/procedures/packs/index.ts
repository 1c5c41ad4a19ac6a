/** Content in and out, for officers in charge of the guides. */

import { pipeline } from 'node:stream/promises'
import { Router } from 'express'
import { type ContentOutcome, PackChoices } from '../../../shared/packs/index.ts'
import { vietnamDay } from '../../../shared/vietnam-time.ts'
import { AppError } from '../../errors.ts'
import type { House } from '../../feature.ts'
import { findOfficeOfAccount } from '../../platform/areas/index.ts'
import { requireRole } from '../../platform/http/index.ts'
import type { Principal } from '../../platform/people/index.ts'
import { requireCharge } from '../guides/charge.ts'
import { exportEverything } from './give.ts'
import { writePack } from './pack.ts'
import { takeContent } from './take.ts'
import { makeTemplate } from './template.ts'

export { exportEverything } from './give.ts'
export { writePack } from './pack.ts'
export { takeContent } from './take.ts'

export interface Packs {
  /** @throws AppError `forbidden`, `invalid` and `conflict` with a `ContentRefusal` */
  import(
    officer: Principal,
    file: { bytes: Uint8Array; isRehearsal: boolean; choices: string },
  ): Promise<ContentOutcome>
  router: Router
}

export function createPacks({ db, clock, config, readPrincipal }: House): Packs {
  const router = Router()
  const noteExport = (by: Principal, action: string) =>
    db
      .insertInto('audit')
      .values({ actor: by.label, action, area_id: by.areaId, subject: 'content', detail: '{}' })
      .execute()

  router.get('/can-bo/noi-dung.zip', async (request, response) => {
    const officer = await requireRole(request, readPrincipal, 'administrator')
    await requireCharge(db, officer)
    await noteExport(officer, 'content exported')
    response.set({
      'Content-Type': 'application/zip',
      'Content-Disposition': `attachment; filename="noi-dung-${vietnamDay(clock.now())}.zip"`,
      'Cache-Control': 'no-store',
    })
    // Whoever closes the page ends the reading as well.
    await pipeline(exportEverything(db), response).catch(() => undefined)
  })

  router.get('/can-bo/goi-huong-dan.json', async (request, response) => {
    const officer = await requireRole(request, readPrincipal, 'viewer')
    const office = await findOfficeOfAccount(db, config.zalo.oaId)
    if (!office) throw new AppError('unavailable', 'no ward was set up')
    const about = { origin: office.code, from: office.profile?.wardName ?? office.code, now: clock.now() }
    await noteExport(officer, 'pack exported')
    response.set({
      'Content-Disposition': `attachment; filename="goi-huong-dan-${vietnamDay(clock.now())}.json"`,
      'Cache-Control': 'no-store',
    })
    response.type('json')
    await pipeline(writePack(db, about), response).catch(() => undefined)
  })

  router.get('/can-bo/mau-nhap-huong-dan.xlsx', async (request, response) => {
    await requireRole(request, readPrincipal, 'viewer')
    response.set({
      'Content-Type': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      'Content-Disposition': 'attachment; filename="mau-nhap-huong-dan.xlsx"',
      'Cache-Control': 'no-store',
    })
    response.send(await makeTemplate())
  })

  return {
    router,
    async import(officer, { bytes, isRehearsal, choices }) {
      const hand = await requireCharge(db, officer)
      return takeContent({ db, hand, now: clock.now() }, { bytes, isRehearsal, choices: readChoices(choices) })
    },
  }
}

function readChoices(text: string): PackChoices {
  try {
    return PackChoices.parse(JSON.parse(text))
  } catch {
    throw new AppError('invalid', 'not choices between two wordings')
  }
}
