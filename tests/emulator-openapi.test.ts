/** What the emulated OpenAPI takes and what it refuses. */
import { afterEach, describe, expect, it } from '@jest/globals'
import { answerOf, closeAll, type Json, openChat, openZalo, SECRETS } from './setup/emulated-zalo.ts'

afterEach(closeAll)

describe('the door of the OpenAPI', () => {
  it('knows no other path', async () => {
    const { post } = await openZalo()
    expect(await post('/v3.0/oa/message/promotion', {})).toMatchObject({
      status: 404,
      message: 'You are accessing an empty or invalid API',
    })
  })

  it('takes the token bare in its header, not as Bearer and not in the address', async () => {
    const { zalo, token } = await openZalo()
    const ask = (headers: Record<string, string>, query = '') =>
      fetch(`${zalo.openapiUrl}/v2.0/oa/getoa${query}`, { headers }).then(answerOf)
    expect((await ask({ access_token: token })).error).toBe(0)
    expect((await ask({ access_token: `Bearer ${token}` })).error).toBe(-216)
    expect((await ask({ authorization: `Bearer ${token}` })).error).toBe(-216)
    expect((await ask({}, `?access_token=${token}`)).error).toBe(-216)
  })

  it.each([
    ['an app that is not activated', { appActive: false }, -209],
    ['a permission the admin did not tick', { withheld: ['message' as const] }, -223],
    ['an OA that is not verified', { verified: false }, -221],
    ['a plan without the API', { plan: 'basic' as const }, -224],
  ])('stays shut for %s', async (_, oa, error) => {
    const { send } = await openZalo({ settings: { oa } })
    expect((await send('1', { text: '' })).error).toBe(error)
  })

  it('gives personal fields only to callers in Vietnam', async () => {
    const { zalo, get, person } = await openChat({ settings: { oa: { callsFromAbroad: true } } })
    expect((await get('/v3.0/oa/user/detail', { user_id: person.userId })).error).toBe(-501)
    expect((await get('/v2.0/oa/getoa', {})).error).toBe(0)
    const headers = { access_token: zalo.control.miniApp.token('ba-sau') }
    expect(await (await fetch(`${zalo.graphUrl}/v2.0/me`, { headers })).json()).toMatchObject({ error: -501 })
  })

  it('counts the calls of a minute, and says how many are left', async () => {
    const { zalo, get } = await openZalo()
    zalo.control.clock.set('2026-11-21T10:00:00Z')
    const first = await get('/v2.0/oa/getoa', {})
    expect([first.headers.get('x-ratelimit-limit'), first.headers.get('x-ratelimit-remain')]).toEqual(['100', '99'])
    for (let call = 2; call <= 100; call++) expect((await get('/v2.0/oa/getoa', {})).error).toBe(0)
    const over = await get('/v2.0/oa/getoa', {})
    expect([over.error, over.headers.get('x-ratelimit-remain')]).toEqual([-32, '0'])
    zalo.control.clock.advance('1m')
    expect((await get('/v2.0/oa/getoa', {})).error).toBe(0)
  })
})

describe('the OA’s books', () => {
  it('show a conversation ten at a time, newest first, with ids as bare integers', async () => {
    const { zalo, person, get } = await openChat()
    for (let number = 1; number <= 12; number++) zalo.control.act.text('ba-sau', `tin ${number}`)
    const page = await get('/v2.0/oa/conversation', { user_id: person.userId, offset: 0, count: 10 })
    expect((page.data as unknown as Json[]).map(({ message }) => message)).toEqual(
      [12, 11, 10, 9, 8, 7, 6, 5, 4, 3].map(n => `tin ${n}`),
    )
    expect(page.text).toContain(`"from_id":${person.userId},`)
    const next = await get('/v2.0/oa/conversation', { user_id: person.userId, offset: 10, count: 10 })
    expect((next.data as unknown as Json[]).map(({ message }) => message)).toEqual(['tin 2', 'tin 1', 'xin chào'])
    expect((await get('/v2.0/oa/conversation', { user_id: person.userId, offset: 0, count: 11 })).error).toBe(-201)
  })

  it('list people who met the OA, fifty at a time, for OAs that may read them there', async () => {
    const { zalo, get, person } = await openChat()
    zalo.control.act.follow('anh-nam')
    expect((await get('/v3.0/oa/user/getlist', { offset: 0, count: 50 })).data?.total).toBe(2)
    expect((await get('/v3.0/oa/user/getlist', { offset: 0, count: 50, is_follower: 'true' })).data?.total).toBe(1)
    expect(
      (await get('/v3.0/oa/user/getlist', { offset: 0, count: 50, last_interaction_period: 'TODAY' })).data?.total,
    ).toBe(1)
    for (const wrong of [
      { offset: 9952, count: 1 },
      { offset: 0, count: 51 },
      { offset: '0', count: 1 },
    ]) {
      expect((await get('/v3.0/oa/user/getlist', wrong)).error).toBe(-201)
    }
    expect((await get('/v3.0/oa/user/detail', { user_id: person.userId })).data).toMatchObject({
      display_name: 'Nguyễn Thị Sáu',
      user_is_follower: false,
    })
    expect((await get('/v3.0/oa/user/detail', { user_id: zalo.control.people.find('ong-tu').userId })).error).toBe(-213)
    expect((await get('/v2.0/oa/getfollowers', { offset: 0, count: 50 })).error).toBe(-240)
    zalo.control.settings.change({ oa: { type: 'state' } })
    expect((await get('/v3.0/oa/user/getlist', { offset: 0, count: 50 })).error).toBe(-235)
    expect((await get('/v2.0/oa/getfollowers', { offset: 0, count: 50 })).data?.total).toBe(1)
  })

  it('answer the read-only questions of a doctor', async () => {
    const { zalo, token, post, get, person } = await openChat()
    const plain = (url: string) => fetch(url, { headers: { access_token: token } }).then(answerOf)
    const oa = await get('/v2.0/oa/getoa', {})
    expect(oa.text).toContain(`"oa_id":${SECRETS.oaId},`)
    expect(oa.data).toMatchObject({ oa_type: 2, package_name: 'Tăng trưởng', is_verified: true })
    expect((await post('/v3.0/oa/quota/message', { user_id: person.userId })).data).toMatchObject({
      cs_reply: { remain: 8 },
    })
    expect(
      (await post('/v3.0/oa/quota/group', { quota_owner: 'OA', product_type: 'gmf100', quota_type: 'sub_quota' })).data,
    ).toEqual([])
    expect((await plain(`${zalo.openapiUrl}/v2.0/article/getslice?offset=0&limit=10&type=normal`)).data).toMatchObject({
      total: 0,
    })
    expect((await plain(`${zalo.businessUrl}/template/all?offset=0&limit=100&status=1`)).error).toBe(0)
    expect((await plain(`${zalo.businessUrl}/template/all?offset=0&limit=100&status=ENABLE`)).error).toBe(-132)
    expect((await fetch(`${zalo.businessUrl}/template/all`).then(answerOf)).error).toBe(-124)
  })
})
