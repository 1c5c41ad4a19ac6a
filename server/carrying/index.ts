/** How notices reach many people, as far as the ward decides it: its groups at Zalo. */
import type {
  CarryingRules,
  CarryingSetting,
  GroupAsset,
  OaGroup,
  OaTemplate,
  TemplateUse,
} from '../../shared/carrying/index.ts'
import type { ZaloTrouble } from '../../shared/zalo-trouble.ts'
import type { Feature } from '../feature.ts'
import type { Principal } from '../platform/people/index.ts'
import { type CarryingParts, requireAccount, requirePlace } from './account.ts'
import { linkGroup, listAssets, listGroups, unlinkGroup } from './groups.ts'
import { dropRules, readSetting, writeRules } from './rules.ts'
import { linkTemplate, listTemplates, unlinkTemplate } from './templates.ts'

export type { CarryingParts } from './account.ts'
export { linkGroup, listGroups, unlinkGroup } from './groups.ts'
export { note } from './note.ts'
export { linkTemplate, UnfitTemplate } from './templates.ts'

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
  templates: {
    list(officer: Principal): Promise<{ templates: OaTemplate[]; linkLength: number; trouble: ZaloTrouble | null }>
    link(
      officer: Principal,
      request: TemplateUse & { area: string; template: string; perMonth: number },
    ): Promise<CarryingSetting>
    unlink(officer: Principal, request: { area: string; template: string }): Promise<CarryingSetting>
  }
  rules: {
    read(officer: Principal, area: string): Promise<CarryingSetting>
    write(officer: Principal, request: { area: string; rules: CarryingRules }): Promise<CarryingSetting>
    drop(officer: Principal, area: string): Promise<CarryingSetting>
  }
}

export function createCarrying(parts: CarryingParts): CarryingFeature {
  async function at(officer: Principal, code: string): Promise<{ id: string; actor: string }> {
    const { id } = await requirePlace(parts, await requireAccount(parts, officer), code)
    return { id, actor: officer.label }
  }

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
    templates: {
      async list(officer) {
        await requireAccount(parts, officer)
        return listTemplates(parts)
      },
      link: async (officer, { area, ...use }) => linkTemplate(parts, await at(officer, area), use),
      unlink: async (officer, { area, template }) => unlinkTemplate(parts, await at(officer, area), template),
    },
    rules: {
      read: async (officer, area) => readSetting(parts, (await at(officer, area)).id),
      write: async (officer, { area, rules }) => writeRules(parts, await at(officer, area), rules),
      drop: async (officer, area) => dropRules(parts, await at(officer, area)),
    },
  }
}
