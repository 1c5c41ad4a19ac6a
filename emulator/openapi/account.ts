/** What the OA is. */
import { type Answer, bareInteger } from '../http/answer.ts'
import type { Settings } from '../world/settings.ts'
import type { Call, Endpoint, House } from './endpoint.ts'
import { success } from './refusal.ts'

const TYPE_NUMBERS: Record<Settings['oa']['type'], number> = { personal: 1, enterprise: 2, state: 4, state_strict: 4 }
const PACKAGES: Record<Settings['oa']['plan'], string> = {
  basic: 'Cơ bản',
  growth: 'Tăng trưởng',
  full: 'Toàn diện',
  none: 'Toàn diện',
}

export const accountEndpoints: Endpoint[] = [
  { method: 'GET', path: '/v2.0/oa/getoa', family: 'oa', permission: 'oa', handle: showAccount },
]

function showAccount(_: Call, { world }: House): Answer {
  const { oa, messages } = world.settings.read()
  const followers = [...world.people.all()].filter(({ relation }) => relation.followed).length
  return success({
    oa_id: messages.bareIds ? bareInteger(world.secrets.oaId) : world.secrets.oaId,
    name: oa.name,
    description: 'Kênh Zalo của phường để tập dượt',
    oa_alias: '',
    is_verified: oa.verified,
    oa_type: TYPE_NUMBERS[oa.type],
    cate_name: oa.type === 'enterprise' ? 'Doanh nghiệp' : 'Cơ quan nhà nước',
    num_follower: followers,
    avatar: `${world.baseUrl}/media/anh-mau.png`,
    cover: '',
    package_name: PACKAGES[oa.plan],
    package_valid_through_date: '31/12/2099',
    package_auto_renew_date: '',
    linked_ZCA: '',
  })
}
