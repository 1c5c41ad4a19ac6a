/** How the ward's notices reach many people: what administrators of the ward see of it and decide. */
import { z } from 'zod'
import { operation } from '../operation.ts'
import { ZALO_TROUBLES } from '../zalo-trouble.ts'
import { GroupAsset, GroupId, OaGroup } from './groups.ts'

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

export const carryingContract = { groups }
