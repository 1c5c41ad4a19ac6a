/** What may still be sent: to one person, and by the OA as a whole. */
import type { Answer } from '../http/answer.ts'
import { quotaLeft, reach, WELCOMES } from '../talk/window.ts'
import type { World } from '../world/world.ts'
import type { Call, Endpoint, House } from './endpoint.ts'
import { invalid, type Refusal, success } from './refusal.ts'

const usual = { method: 'POST', permission: 'quota' } as const
const OWNERS = ['OA', 'APP']
const MESSAGE_PRODUCTS = ['cs', 'transaction']
const GROUP_PRODUCTS = ['gmf10', 'gmf50', 'gmf100', 'gmf1000']
const QUOTA_TYPES = ['sub_quota', 'purchase_quota', 'reward_quota']
const REPLIES = 8

export const quotaEndpoints: Endpoint[] = [
  { ...usual, path: '/v3.0/oa/quota/message', family: 'quota', handle: showMessageQuota },
  { ...usual, path: '/v3.0/oa/quota/group', family: 'group', handle: showGroupQuota },
  { ...usual, path: '/v2.0/oa/quota/message', family: 'quota', handle: showMonthlyQuota },
]

function showMessageQuota({ body }: Call, { world }: House): Answer | Refusal {
  if (!body) return invalid('body')
  if ('user_id' in body) return showPersonQuota(body.user_id, world)
  const problem = checkOwner(body, MESSAGE_PRODUCTS)
  if (problem) return problem
  if (body.product_type !== 'cs' || body.quota_type !== 'sub_quota') return success([])
  return success([
    {
      product_type: 'cs',
      quota_type: 'sub_quota',
      total: world.settings.read().messages.monthlyQuota,
      remain: quotaLeft(world),
    },
  ])
}

function showPersonQuota(userId: unknown, world: World): Answer | Refusal {
  const person = typeof userId === 'string' ? world.people.byUserId(userId) : undefined
  if (!person || person.relation.metAt === null) return invalid('user_id')
  const reached = reach(world, person)
  const paidBy = 'paidBy' in reached ? reached.paidBy : undefined
  const remain = paidBy === 'reply' ? REPLIES : paidBy === 'welcome_msg' ? WELCOMES - person.relation.welcomesUsed : 0
  return success({
    last_interaction: String(person.relation.interactedAt ?? person.relation.metAt),
    cs_reply: { remain, total: paidBy === 'welcome_msg' ? WELCOMES : REPLIES },
    promotion: { daily_remain: 0, daily_total: 0, monthly_remain: 0, monthly_total: 0 },
  })
}

/** The groups that were bought, and which of them carry a group already. */
function showGroupQuota({ body }: Call, { world }: House): Answer | Refusal {
  if (!body) return invalid('body')
  const problem = checkOwner(body, GROUP_PRODUCTS)
  if (problem) return problem
  if (body.quota_owner !== 'OA' || body.quota_type !== 'sub_quota') return success([])
  const owned = world.settings.read().groups.assets.filter(({ product }) => product === body.product_type)
  return success(
    owned.map(({ id, product, validUntil }) => {
      const group = world.groups.byAsset(id)
      return {
        asset_id: id,
        product_type: product,
        quota_type: 'sub_quota',
        valid_through: validUntil ?? '',
        auto_renew: false,
        status: group ? 'used' : 'available',
        ...(group ? { used_id: group.id } : {}),
      }
    }),
  )
}

function showMonthlyQuota({ body }: Call, { world }: House): Answer | Refusal {
  if (!body) return invalid('body')
  return success({ type: 'active', remain: quotaLeft(world), total: world.settings.read().messages.monthlyQuota })
}

function checkOwner(body: Record<string, unknown>, products: string[]): Refusal | undefined {
  if (!OWNERS.includes(String(body.quota_owner))) return invalid('quota_owner')
  if (!products.includes(String(body.product_type))) return invalid('product_type')
  return QUOTA_TYPES.includes(String(body.quota_type)) ? undefined : invalid('quota_type')
}
