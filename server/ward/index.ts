/** The ward as everybody may see it, and the neighbourhoods it is made of. */
import type { Neighbourhood } from '../../shared/areas.ts'
import { emergencyNumbers } from '../../shared/content/index.ts'
import type { WardCard } from '../../shared/ward.ts'
import { AppError } from '../errors.ts'
import type { Feature, House } from '../feature.ts'
import { listNeighbourhoods, type ServedWard } from '../platform/areas/index.ts'

export interface WardFeature extends Feature {
  /** @throws AppError `unavailable` before a ward was set up */
  read(): Promise<WardCard>
  /** @throws AppError `unavailable` before a ward was set up */
  listNeighbourhoods(): Promise<Neighbourhood[]>
}

export function createWard({ config, clock, db, findWard }: House): WardFeature {
  const isPractice = config.mode === 'practice'

  async function findOwn(): Promise<ServedWard> {
    const ward = await findWard(config.zalo.oaId)
    if (!ward) throw new AppError('unavailable', 'no ward was set up')
    return ward
  }

  return {
    name: 'ward',
    async read() {
      const ward = await findOwn()
      return {
        ...ward.profile,
        oaId: config.zalo.oaId,
        chatUrl: isPractice ? (config.emulatorUrl ?? null) : `https://zalo.me/${config.zalo.oaId}`,
        emergencyNumbers: Object.values(emergencyNumbers).map(({ number, name }) => ({ number, name })),
        calendar: ward.calendar,
        isPractice,
        now: clock.now(),
      }
    },
    listNeighbourhoods: async () => listNeighbourhoods(db, (await findOwn()).areaId),
  }
}
