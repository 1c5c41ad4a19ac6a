/** What the OA is, and its (still empty) shelf of articles. */
import { type Answer, bareInteger } from '../http/answer.ts'
import type { Settings } from '../world/settings.ts'
import type { Call, Endpoint, House } from './endpoint.ts'
import { invalid, type Refusal, success } from './refusal.ts'

const TYPE_NUMBERS: Record<Settings['oa']['type'], number> = { personal: 1, enterprise: 2, state: 4, state_strict: 4 }
const PACKAGES: Record<Settings['oa']['plan'], string> = {
  basic: 'Cơ bản',
  growth: 'Tăng trưởng',
  full: 'Toàn diện',
  none: 'Toàn diện',
}

export const accountEndpoints: Endpoint[] = [
  { method: 'GET', path: '/v2.0/oa/getoa', family: 'oa', permission: 'oa', handle: showAccount },
  { method: 'GET', path: '/v2.0/article/getslice', family: 'article', permission: 'article', handle: listArticles },
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

function listArticles({ query }: Call): Answer | Refusal {
  if (query.get('type') !== 'normal' && query.get('type') !== 'video') return invalid('type')
  if (!isCount(query.get('offset'))) return invalid('offset')
  if (!isCount(query.get('limit'))) return invalid('limit')
  return success({ medias: [], total: 0 })
}

function isCount(text: string | null): boolean {
  return text !== null && /^\d{1,6}$/.test(text)
}
