/** The emulated Zalo where many are reached at once: groups of the OA, articles and their broadcast, notifications, crowds. */
import { afterEach, describe, expect, it } from '@jest/globals'
import { closeAll, HOUR, openChat, openZalo } from './setup/emulated-zalo.ts'

afterEach(closeAll)

const ASSET = { id: 'asset-1', product: 'gmf10' as const, validUntil: null }
/** The admin of the OA whom a group needs. */
const ADMIN = 'ong-tu'
const DAY = 24 * HOUR

async function openGroups(assets: object[] = [ASSET]) {
  const opened = await openChat({ settings: { groups: { assets: assets as never } } })
  const { control } = opened.zalo
  for (const key of [ADMIN, 'co-huong']) control.act.text(key, 'xin chào')
  const idOf = (key: string) => control.people.find(key).userId
  const group = (path: string, body: object) => opened.post(`/v3.0/oa/group/${path}`, body)
  const create = (keys: string[], asset = ASSET.id) =>
    group('creategroupwithoa', { group_name: 'Tổ 7', asset_id: asset, member_user_ids: keys.map(idOf) })
  const list = async (path: string, query: Record<string, string>, token = opened.token) => {
    const response = await fetch(`${opened.zalo.openapiUrl}/v3.0/oa/group/${path}?${new URLSearchParams(query)}`, {
      headers: { access_token: token },
    })
    return (await response.json()) as { error: number; data: Record<string, unknown> }
  }
  return { ...opened, control, idOf, group, create, list }
}

describe('a group of the OA', () => {
  it('needs an asset that is bought, unused and not over, and an admin of the OA among its first members', async () => {
    const { create, control } = await openGroups([ASSET, { ...ASSET, id: 'asset-2' }])
    expect((await create([ADMIN], 'not bought')).error).toBe(-241)
    expect((await create(['ba-sau'])).error).toBe(-201)
    expect((await create([ADMIN, 'ba-sau'])).error).toBe(0)
    expect((await create([ADMIN])).error).toBe(-238)
    control.settings.change({
      groups: { assets: [ASSET, { ...ASSET, id: 'asset-2', validUntil: '2020-01-01T00:00:00Z' }] },
    })
    expect((await create([ADMIN], 'asset-2')).error).toBe(-241)
  })

  it('takes in only who knows the OA, and no more than the asset allows', async () => {
    const { create, group, control, idOf } = await openGroups()
    expect((await create([ADMIN, 'em-minh'])).error).toBe(-213)
    const made = await create([ADMIN, 'ba-sau'])
    const groupId = (made.data as { group_id: string }).group_id
    const [silent] = control.people.createMany(1, { interactedHoursAgo: 8 * 24 })
    const invite = () => group('invite', { group_id: groupId, member_user_ids: [silent?.userId] })
    expect((await invite()).error).toBe(-230)
    control.act.follow(silent?.key ?? '')
    expect((await invite()).error).toBe(0)
    expect((await group('invite', { group_id: groupId, member_user_ids: [idOf('co-huong')] })).error).toBe(0)
    const crowd = control.people.createMany(9, { followed: true })
    expect((await group('invite', { group_id: groupId, member_user_ids: crowd.map(one => one.userId) })).error).toBe(
      -210,
    )
  })

  it('counts whom it already holds once, is full for those who follow its link too, and takes nobody in once its asset is over', async () => {
    const { create, group, control, idOf } = await openGroups()
    const groupId = ((await create([ADMIN, 'ba-sau'])).data as { group_id: string }).group_id
    const crowd = control.people.createMany(8, { followed: true })
    const invite = (ids: string[]) => group('invite', { group_id: groupId, member_user_ids: ids })
    expect((await invite([idOf('ba-sau'), ...crowd.map(one => one.userId)])).error).toBe(0)
    expect(() => control.groups.join(groupId, 'anh-nam')).toThrow(/full/)
    control.groups.leave(groupId, crowd[0]?.key ?? '')
    control.settings.change({ groups: { assets: [{ ...ASSET, validUntil: '2020-01-01T00:00:00Z' }] } })
    expect(() => control.groups.join(groupId, 'anh-nam')).toThrow(/disabled|no group/)
    expect([-237, -201]).toContain((await invite([crowd[0]?.userId ?? ''])).error)
  })

  it('lets only those go who are in it, however long they have been silent, and never its last admin', async () => {
    const { create, group, control, idOf, list } = await openGroups()
    const groupId = ((await create([ADMIN, 'ba-sau'])).data as { group_id: string }).group_id
    const call = (path: string, id = '') => group(path, { group_id: groupId, member_user_ids: [id] })
    expect((await call('removemembers', idOf('anh-nam'))).error).toBe(-201)
    expect((await call('removemembers', idOf(ADMIN))).error).toBe(-201)
    const [silent] = control.people.createMany(1, { followed: true, interactedHoursAgo: 8 * 24 })
    expect((await call('invite', silent?.userId)).error).toBe(0)
    control.act.unfollow(silent?.key ?? '')
    expect((await call('removemembers', silent?.userId)).error).toBe(0)
    expect((await list('listmember', { group_id: groupId, offset: '0', count: '50' })).data.total).toBe(2)
  })

  it('shows mentions in words that came from outside, and tells the webhook of its life', async () => {
    const { create, group, control, ward, list } = await openGroups()
    const groupId = ((await create([ADMIN, 'ba-sau'])).data as { group_id: string }).group_id
    const sent = await group('message', {
      recipient: { group_id: groupId },
      message: { text: `Họp [@${groupId}] tối nay` },
    })
    expect(sent).toMatchObject({ error: 0, data: { group_id: groupId } })
    expect(control.groups.list()[0]?.messages[0]?.mentions).toEqual([groupId])
    control.groups.text(groupId, 'ba-sau', 'dạ vâng')
    control.groups.leave(groupId, 'ba-sau')
    await control.idle(50)
    expect(ward.events()).toEqual(
      expect.arrayContaining(['create_group', 'oa_send_group_text', 'user_send_group_text', 'user_out_group']),
    )
    expect((await list('listmember', { group_id: groupId, offset: '0', count: '50' })).data.total).toBe(1)
  })

  it('refuses long texts, buttons, strangers’ groups, an asset that ended, and an OA that was thrown out', async () => {
    const { create, group, control, list } = await openGroups()
    const groupId = ((await create([ADMIN])).data as { group_id: string }).group_id
    const say = (message: object, id = groupId) => group('message', { recipient: { group_id: id }, message })
    expect((await say({ text: 'a'.repeat(2001) })).error).toBe(-210)
    expect((await say({ text: '' })).error).toBe(-201)
    expect((await say({ text: 'a', attachment: {} })).error).toBe(-201)
    expect((await say({ text: 'a' }, '1')).error).toBe(-201)
    const ends = new Date(Date.parse(String(control.clock.read().now)) + HOUR).toISOString()
    control.settings.change({ groups: { assets: [{ ...ASSET, validUntil: ends }] } })
    control.clock.advance('2h')
    expect((await say({ text: 'a' })).error).toBe(-237)
    control.groups.removeOa(groupId)
    expect((await say({ text: 'a' })).error).toBe(-403)
    control.clock.advance(46 * DAY)
    const { accessToken } = control.tokens.grant()
    expect((await list('getgroupsofoa', {}, accessToken)).data.total).toBe(0)
  })
})

const ARTICLE = {
  type: 'normal',
  title: 'Phòng chống bão',
  author: 'UBND phường',
  description: 'Việc cần làm trước bão',
  cover: { cover_type: 'photo', photo_url: 'https://phuong-mau.example.vn/bia.png', status: 'show' },
  body: [{ type: 'text', content: '<p>Chằng chống nhà cửa.</p>' }],
  status: 'show',
}

async function openArticles() {
  const opened = await openZalo()
  const { control } = opened.zalo
  // Ten o'clock in Vietnam.
  control.clock.set('2026-12-01T03:00:00Z')
  const create = (changes: object = {}) => opened.post('/v2.0/article/create', { ...ARTICLE, ...changes })
  const verify = (token: unknown) => opened.post('/v2.0/article/verify', { token })
  const broadcast = (ids: unknown[], target: object = { gender: '0' }) =>
    opened.post('/v2.0/oa/message', {
      recipient: { target },
      message: {
        attachment: {
          type: 'template',
          payload: { template_type: 'media', elements: ids.map(id => ({ media_type: 'article', attachment_id: id })) },
        },
      },
    })
  async function make(changes: object = {}): Promise<unknown> {
    const { data } = await create(changes)
    control.clock.advance('30s')
    return (await verify(data?.token)).data?.id
  }
  return { ...opened, control, create, verify, broadcast, make }
}

describe('an article', () => {
  it('is taken in after a while, and until then is being processed', async () => {
    const { create, verify, control } = await openArticles()
    const { data } = await create()
    expect((await verify(data?.token)).error).toBe(-214)
    control.clock.advance('30s')
    expect((await verify(data?.token)).data?.id).toMatch(/^\d{19}$/)
    expect((await verify('nobody’s')).error).toBe(-201)
  })

  it.each([
    [{ title: 'a'.repeat(151) }, -210],
    [{ author: '' }, -201],
    [{ cover: { cover_type: 'photo', photo_url: 'http://plain.example.vn/a.png' } }, -201],
    [{ body: [] }, -201],
    [{ status: 'maybe' }, -201],
  ])('that is wrong is refused: %j', async (changes, code) => {
    const { create } = await openArticles()
    expect((await create(changes)).error).toBe(code)
  })

  it('is counted by the month', async () => {
    const { create, control } = await openArticles()
    control.settings.change({ articles: { createdPerMonth: 1 } })
    expect((await create()).error).toBe(0)
    expect((await create()).error).toBe(-223)
  })
})

describe('a broadcast', () => {
  it('reaches the followers who fit, half an hour later', async () => {
    const { broadcast, make, control } = await openArticles()
    for (const key of ['ba-sau', 'anh-nam']) control.act.follow(key)
    expect((await broadcast([await make()], { ages: '7' })).error).toBe(0)
    expect(control.people.messages('ba-sau')).toEqual([])
    control.clock.advance('31m')
    expect(control.people.messages('ba-sau')[0]?.cards[0]?.title).toBe('Phòng chống bão')
    expect(control.people.messages('anh-nam')).toEqual([])
    expect(control.people.messages('co-huong')).toEqual([])
  })

  it.each([
    [{ gender: '2' }, true],
    [{ gender: '1' }, false],
    [{ cities: '4,20' }, true],
    [{ cities: '9', locations: '1' }, false],
    [{ locations: '0,2' }, false],
    [{ platform: '2', gender: '0' }, true],
    [{ platform: '1' }, false],
  ])('aimed at %j reaches a woman of Đà Nẵng with an Android phone: %s', async (target, isReached) => {
    const { broadcast, make, control } = await openArticles()
    control.act.follow('ba-sau')
    expect((await broadcast([await make()], target)).error).toBe(0)
    control.clock.advance('31m')
    expect(control.people.messages('ba-sau')).toHaveLength(isReached ? 1 : 0)
  })

  it('cannot be aimed at a neighbourhood, a tag or a list of people', async () => {
    const { broadcast, make } = await openArticles()
    const id = await make()
    for (const target of [{ wards: '1' }, { tag_name: 'to-5' }, { user_ids: '1,2' }])
      expect((await broadcast([id], target)).error).toBe(-201)
  })

  it('takes articles that are shown only, at most five, by day, within the month’s number', async () => {
    const { broadcast, make, control } = await openArticles()
    const shown = await make()
    expect((await broadcast([await make({ status: 'hide' })])).error).toBe(-201)
    expect((await broadcast([])).error).toBe(-201)
    expect((await broadcast(Array.from({ length: 6 }, () => shown))).error).toBe(-201)
    expect((await broadcast([shown], { ages: [3] })).error).toBe(-201)
    control.clock.set('2026-12-01T15:00:00Z')
    expect((await broadcast([shown])).error).toBe(-234)
    control.clock.set('2026-12-01T23:00:00Z')
    control.settings.change({ articles: { broadcastsPerMonth: 1 } })
    expect((await broadcast([shown])).error).toBe(0)
    expect((await broadcast([shown])).error).toBe(-211)
  })
})

describe('a crowd', () => {
  it('is there at once, stands as it was told to, and says nothing to the webhook', async () => {
    const { zalo, send, ward } = await openChat()
    const before = ward.received.length
    const crowd = zalo.control.people.createMany(2000, { followed: true, interactedHoursAgo: 50 })
    expect(new Set(crowd.map(({ userId }) => userId)).size).toBe(2000)
    expect((await send(crowd[7]?.userId ?? '', { text: 'chào' })).data).toMatchObject({
      quota: { quota_type: 'sub_quota' },
    })
    await zalo.control.idle(50)
    expect(ward.received.slice(before).every(({ body }) => !String(body.event_name).startsWith('user_send'))).toBe(true)
    expect(zalo.control.people.tally('chào')).toEqual({ arrived: 1, repeated: 0 })
  })
})
