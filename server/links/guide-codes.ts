/** Every published guide has a code of its own from the start; once made it stays. */
import type { GuideLink } from '../../shared/links.ts'
import { AppError } from '../errors.ts'
import type { House } from '../feature.ts'
import type { ServedWard } from '../platform/areas/index.ts'
import { createLink, findCodeMadeFor, findLink, listMadeFor } from '../platform/links/index.ts'
import { type Guides, linkAddress, readTarget } from './destinations.ts'

export interface GuideCodes {
  /** Makes the codes that are missing. Called again and again it changes nothing. @returns how many were made */
  makeMissing(): Promise<number>
  /** @throws AppError `not_found` when the guide has none, or its code leads elsewhere now */
  find(topic: string): Promise<GuideLink>
}

interface GuideCodesParts extends Pick<House, 'db' | 'clock' | 'config'> {
  guides: Guides
  findOwnWard(): Promise<ServedWard>
}

const ACTOR = 'Một Cửa'
const madeForGuide = (topic: string): string => `guide ${topic}`

export function createGuideCodes({ db, clock, config, guides, findOwnWard }: GuideCodesParts): GuideCodes {
  return {
    async makeMissing() {
      const { areaId } = await findOwnWard()
      const known = await listMadeFor(db, areaId)
      const missing = guides.list().filter(({ key }) => !known.has(madeForGuide(key)))
      if (missing.length === 0) return 0
      const codes = await db.transaction().execute(async tx => {
        const made: (string | null)[] = []
        for (const { key, title } of missing) {
          const change = {
            at: clock.now(),
            actor: ACTOR,
            title,
            target: { kind: 'guide', topic: key },
            why: 'Mã của hướng dẫn, có từ khi hướng dẫn được đăng.',
          }
          made.push(await createLink(tx, { areaId, madeFor: madeForGuide(key), change }))
        }
        return made
      })
      return codes.filter(code => code !== null).length
    },
    async find(topic) {
      const { areaId } = await findOwnWard()
      const code = await findCodeMadeFor(db, areaId, madeForGuide(topic))
      const link = code === null ? null : await findLink(db, code)
      const target = link && !link.isRetired ? readTarget(link.target) : null
      if (!link || target?.kind !== 'guide' || target.topic !== topic)
        throw new AppError('not_found', 'this guide has no code that leads to it')
      return { code: link.code, address: linkAddress(config.publicUrl, link.code) }
    },
  }
}
