/** How the ward's notices reach many people: what administrators of the ward see of it and decide. */
import { z } from 'zod'
import { operation } from '../operation.ts'
import { ZALO_TROUBLES } from '../zalo-trouble.ts'
import { GroupAsset, GroupId, OaGroup } from './groups.ts'
import { CarryingRules, CarryingSetting, OaTemplate, TemplateId, TemplateUse } from './templates.ts'

const Trouble = z.enum(ZALO_TROUBLES).nullable()
const AreaCode = z.string().max(80)

const groups = {
  list: operation('administrator')
    .route({ method: 'GET', path: '/oa-groups', summary: 'The groups of the ward’s Zalo, whose they are, their state' })
    .output(
      z.object({
        groups: z.array(OaGroup),
        /** Why Zalo did not say; what is linked is shown all the same. */
        trouble: Trouble,
      }),
    ),
  assets: operation('administrator')
    .route({ method: 'GET', path: '/oa-group-assets', summary: 'What was bought for groups, used or free' })
    .output(z.object({ assets: z.array(GroupAsset), trouble: Trouble })),
  link: operation('administrator')
    .route({ method: 'PUT', path: '/oa-groups/{group}', summary: 'Notices of this area are posted there from now on' })
    .input(z.object({ group: GroupId, area: AreaCode }))
    .output(z.object({ group: GroupId, area: AreaCode, members: z.number().int() })),
  unlink: operation('administrator')
    .route({ method: 'POST', path: '/oa-groups/{group}/unlink', summary: 'Nothing is posted there any more' })
    .input(z.object({ group: GroupId }))
    .output(z.object({ group: GroupId })),
}

const OfArea = z.object({ area: AreaCode })
const templates = {
  list: operation('administrator')
    .route({
      method: 'GET',
      path: '/oa-templates',
      summary: 'The paid templates of the ward’s Zalo, and what each asks',
    })
    .output(
      z.object({
        templates: z.array(OaTemplate),
        /** How long a notice's link is: what it is put into must hold it whole. */
        linkLength: z.number().int(),
        trouble: Trouble,
      }),
    ),
  link: operation('administrator')
    .route({
      method: 'PUT',
      path: '/areas/{area}/oa-templates/{template}',
      summary: 'Notices of these kinds may go by this template, filled like this, up to so many a month',
    })
    .input(
      TemplateUse.extend({ area: AreaCode, template: TemplateId, perMonth: z.number().int().min(1).max(1_000_000) }),
    )
    .output(CarryingSetting),
  unlink: operation('administrator')
    .route({
      method: 'POST',
      path: '/areas/{area}/oa-templates/{template}/unlink',
      summary: 'No notice goes by it any more',
    })
    .input(OfArea.extend({ template: TemplateId }))
    .output(CarryingSetting),
}

const rules = {
  read: operation('administrator')
    .route({ method: 'GET', path: '/areas/{area}/carrying', summary: 'By which ways, at which hours, for how much' })
    .input(OfArea)
    .output(CarryingSetting),
  write: operation('administrator')
    .route({ method: 'PUT', path: '/areas/{area}/carrying', summary: 'Decides it for a place and all below it' })
    .input(OfArea.extend({ rules: CarryingRules }))
    .output(CarryingSetting),
  drop: operation('administrator')
    .route({ method: 'DELETE', path: '/areas/{area}/carrying', summary: 'The place goes by what stands above it' })
    .input(OfArea)
    .output(CarryingSetting),
}

export const carryingContract = { groups, templates, rules }
