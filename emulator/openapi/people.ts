/** Who the OA knows: v3 user/getlist and user/detail, v2 getfollowers and getprofile for state OAs. */
import { type Answer, bareInteger } from '../http/answer.ts'
import type { Fields } from '../http/body.ts'
import { DAY, vietnamDate } from '../world/duration.ts'
import type { Persona } from '../world/personas.ts'
import type { Settings } from '../world/settings.ts'
import type { World } from '../world/world.ts'
import type { Call, Endpoint, House } from './endpoint.ts'
import { readPage } from './page.ts'
import { invalid, type Refusal, refuse, success } from './refusal.ts'

const LAST_OFFSET = 9951
const MOST_PER_PAGE = 50

const v3Refusal = (oa: Settings['oa']) => (oa.type === 'enterprise' || oa.stateReadsPeopleOnV3 ? undefined : -235)
const v2Refusal = (oa: Settings['oa']) => (oa.type === 'enterprise' ? -240 : undefined)
const usual = { method: 'GET', family: 'user', permission: 'user' } as const

export const peopleEndpoints: Endpoint[] = [
  { ...usual, path: '/v3.0/oa/user/getlist', refusesType: v3Refusal, handle: listPeople },
  { ...usual, path: '/v3.0/oa/user/detail', onlyInVietnam: true, refusesType: v3Refusal, handle: showPerson },
  { ...usual, path: '/v2.0/oa/getfollowers', refusesType: v2Refusal, handle: listFollowers },
  { ...usual, path: '/v2.0/oa/getprofile', onlyInVietnam: true, refusesType: v2Refusal, handle: showPerson },
]

function listPeople({ data }: Call, { world }: House): Answer | Refusal {
  const page = readPage(data, LAST_OFFSET, MOST_PER_PAGE)
  if ('error' in page) return page
  const { is_follower: follower, tag_name: tag, last_interaction_period: period } = data ?? {}
  if (follower !== undefined && follower !== 'true' && follower !== 'false') return invalid('is_follower')
  if (tag !== undefined && typeof tag !== 'string') return invalid('tag_name')
  const interacted = period === undefined ? () => true : periodTest(period, world.clock.now())
  if (!interacted) return invalid('last_interaction_period')
  const found = [...world.people.all()].filter(
    ({ relation }) =>
      relation.metAt !== null &&
      (follower === undefined || relation.followed === (follower === 'true')) &&
      (tag === undefined || relation.tags.includes(tag)) &&
      interacted(relation.interactedAt),
  )
  const users = found.slice(page.offset, page.offset + page.count).map(({ userId }) => ({ user_id: userId }))
  return success({ total: found.length, count: users.length, offset: page.offset, users })
}

function listFollowers({ data }: Call, { world }: House): Answer | Refusal {
  const page = readPage(data, LAST_OFFSET, MOST_PER_PAGE)
  if ('error' in page) return page
  const found = [...world.people.all()].filter(({ relation }) => relation.followed)
  const bare = world.settings.read().messages.bareIds
  const followers = found
    .slice(page.offset, page.offset + page.count)
    .map(({ userId }) => ({ user_id: bare ? bareInteger(userId) : userId }))
  return success({ total: found.length, followers })
}

function showPerson({ data }: Call, { world }: House): Answer | Refusal {
  const userId = data?.user_id
  const person = typeof userId === 'string' ? world.people.byUserId(userId) : undefined
  if (!person) return invalid('user_id')
  if (person.relation.metAt === null) return refuse(-213)
  return success(profileOf(person, world))
}

function profileOf(person: Persona, world: World): Fields {
  const { relation } = person
  const avatar = `${world.baseUrl}/media/anh-mau.png`
  return {
    user_id: person.userId,
    user_id_by_app: person.appUserId,
    user_external_id: '',
    display_name: person.name,
    user_alias: '',
    is_sensitive: person.sensitive,
    user_last_interaction_date: slashed(relation.interactedAt ?? relation.metAt),
    user_is_follower: relation.followed,
    avatar,
    avatars: { '120': avatar, '240': avatar },
    dynamic_param: '',
    tags_and_notes_info: { notes: [], tag_names: relation.tags },
    shared_info: {},
  }
}

/** A test of the last interaction: TODAY, YESTERDAY, L7D, L30D or YYYY_MM_DD:YYYY_MM_DD; undefined when unreadable. */
function periodTest(period: unknown, now: number): ((time: number | null) => boolean) | undefined {
  if (typeof period !== 'string') return undefined
  const day = (back: number) => vietnamDate(now - back * DAY)
  const spans: Record<string, [string, string]> = {
    TODAY: [day(0), day(0)],
    YESTERDAY: [day(1), day(1)],
    L7D: [day(7), day(0)],
    L30D: [day(30), day(0)],
  }
  const dates = /^(\d{4}_\d\d_\d\d):(\d{4}_\d\d_\d\d)$/.exec(period)
  const span =
    dates?.[1] && dates[2]
      ? ([dates[1], dates[2]].map(text => text.replaceAll('_', '-')) as [string, string])
      : spans[period]
  if (!span) return undefined
  return time => time !== null && vietnamDate(time) >= span[0] && vietnamDate(time) <= span[1]
}

/** "21/11/2026" */
function slashed(time: number | null): string {
  return time === null ? '' : vietnamDate(time).split('-').reverse().join('/')
}
