/** The ward as everybody may see it. */
import { emergencyNumbers } from '../../shared/content/index.ts'
import type { WardCard } from '../../shared/ward.ts'
import { AppError } from '../errors.ts'
import type { Feature, House } from '../feature.ts'

export interface WardFeature extends Feature {
  /** @throws AppError `unavailable` before a ward was set up */
  read(): Promise<WardCard>
}

export function createWard({ config, clock, findWard }: House): WardFeature {
  const isPractice = config.mode === 'practice'
  return {
    name: 'ward',
    async read() {
      const ward = await findWard(config.zalo.oaId)
      if (!ward) throw new AppError('unavailable', 'no ward was set up')
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
  }
}
