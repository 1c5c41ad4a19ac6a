/** How notices reach many people, as far as the ward decides it: its groups at Zalo. */
import type { GroupAsset, OaGroup } from '../../shared/carrying/index.ts'
import type { ZaloTrouble } from '../../shared/zalo-trouble.ts'
import type { Feature } from '../feature.ts'
import type { Principal } from '../platform/people/index.ts'
import { type CarryingParts, requireAccount, requirePlace } from './account.ts'
import { linkGroup, listAssets, listGroups, unlinkGroup } from './groups.ts'

export type { CarryingParts } from './account.ts'
export { linkGroup, listGroups, unlinkGroup } from './groups.ts'
export { note } from './note.ts'

/** Every operation: @throws AppError `forbidden` for whoever does not administer the place that the OA speaks for */
export interface CarryingFeature extends Feature {
  groups: {
    list(officer: Principal): Promise<{ groups: OaGroup[]; trouble: ZaloTrouble | null }>
    assets(officer: Principal): Promise<{ assets: GroupAsset[]; trouble: ZaloTrouble | null }>
    link(
      officer: Principal,
      request: { group: string; area: string },
    ): Promise<{ group: string; area: string; members: number }>
    unlink(officer: Principal, group: string): Promise<{ group: string }>
  }
}

export function createCarrying(parts: CarryingParts): CarryingFeature {
  return {
    name: 'carrying',
    groups: {
      async list(officer) {
        await requireAccount(parts, officer)
        return listGroups(parts)
      },
      async assets(officer) {
        await requireAccount(parts, officer)
        return listAssets(parts)
      },
      async link(officer, { group: groupId, area: code }) {
        const area = await requirePlace(parts, await requireAccount(parts, officer), code)
        const { members } = await linkGroup(parts, { groupId, area, actor: officer.label })
        return { group: groupId, area: area.code, members }
      },
      async unlink(officer, groupId) {
        await requireAccount(parts, officer)
        await unlinkGroup(parts, { groupId, actor: officer.label })
        return { group: groupId }
      },
    },
  }
}
