/** What the emulated OpenAPI takes and what it refuses. */
import { afterEach, describe, expect, it } from '@jest/globals'
import {
  answerOf,
  buttons,
  callsOf,
  closeAll,
  HOUR,
  type Json,
  media,
  openChat,
  openZalo,
  query,
  SECRETS,
} from './setup/emulated-zalo.ts'

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

describe('a message of the OA', () => {
  it.each([
    ['enterprise', 0, -240],
    ['state', -235, 0],
    ['state_strict', -235, -235],
    ['personal', -235, -235],
  ] as const)('of type %s goes out where that type may send', async (type, v3, v2) => {
    const { person, send } = await openChat({ settings: { oa: { type } } })
    expect((await send(person.userId, { text: 'Chào bà' })).error).toBe(v3)
    expect((await send(person.userId, { text: 'Chào bà' }, '/v2.0/oa/message')).error).toBe(v2)
  })

  it.each([
    ['no text', {}, 'text'],
    ['an empty text', { text: '  ' }, 'text'],
    ['a number as text', { text: 7 }, 'text'],
    ['six buttons', buttons(...Array(6).fill(query)), 'buttons'],
    ['no button', buttons(), 'buttons'],
    ['buttons without a text', { attachment: buttons(query).attachment }, 'text'],
    ['a button type that does not exist', buttons({ ...query, type: 'oa.open.app' }), 'type'],
    ['a title of 101 letters', buttons({ ...query, title: 'ả'.repeat(101) }), 'title'],
    ['a query of 1,001 letters', buttons({ ...query, payload: 'x'.repeat(1001) }), 'payload'],
    ['a query that is an object', buttons({ ...query, payload: { text: 'x' } }), 'payload'],
    ['a link that is a text', buttons({ ...query, type: 'oa.open.url', payload: 'https://a.vn' }), 'payload'],
    ['a call without a number', buttons({ ...query, type: 'oa.open.phone', payload: {} }), 'payload'],
    [
      'an SMS of 161 letters',
      buttons({ ...query, type: 'oa.open.sms', payload: { content: 'x'.repeat(161), phone_code: '84901' } }),
      'payload',
    ],
    ['a picture without https', media({ media_type: 'image', url: 'http://a.vn/a.png' }), 'url'],
    [
      'a picture by address and by id',
      media({ media_type: 'image', url: 'https://a.vn/a.png', attachment_id: '1' }),
      'url',
    ],
    ['a picture nobody uploaded', media({ media_type: 'image', attachment_id: '1' }), 'attachment_id'],
    ['a moving picture without its size', media({ media_type: 'gif', url: 'https://a.vn/a.gif' }), 'width'],
    ['a kind of media that does not exist', media({ media_type: 'poster', url: 'https://a.vn/a.png' }), 'media_type'],
    ['a file nobody uploaded', { attachment: { type: 'file', payload: { token: '1' } } }, 'token'],
    ['a quote from another chat', { text: 'x', quote_message_id: 'abc' }, 'quote_message_id'],
  ])('with %s is refused by the name of the field', async (_, message, field) => {
    const { person, send } = await openChat()
    expect(await send(person.userId, message)).toMatchObject({
      status: 200,
      error: -201,
      message: `${field} is invalid!`,
    })
  })

  it('holds 2,000 letters however they are composed, and not one more', async () => {
    const { person, send } = await openChat()
    expect((await send(person.userId, { text: 'ậ'.normalize('NFD').repeat(2000) })).error).toBe(0)
    expect((await send(person.userId, { text: '😀'.repeat(2000) })).error).toBe(0)
    expect((await send(person.userId, { text: 'ậ'.repeat(2001) })).error).toBe(-210)
  })

  it('goes only to a person it knows, named by a string', async () => {
    const { send, zalo } = await openChat()
    const stranger = zalo.control.people.find('anh-nam').userId
    const known = zalo.control.people.find('ba-sau').userId
    for (const id of ['123', stranger, Number(known) as unknown as string]) {
      expect(await send(id, { text: 'Chào' })).toMatchObject({ error: -201, message: 'user_id is invalid!' })
    }
  })

  it.each([
    ['free until 48 hours have passed', 48 * HOUR, { quota_type: 'reply' }],
    ['paid by the plan after 48 hours', 48 * HOUR + 60_000, { quota_type: 'sub_quota', remain: '499', total: '500' }],
    ['still possible after seven days to the second', 168 * HOUR - 1000, { quota_type: 'sub_quota' }],
  ])('is %s', async (_, after, quota) => {
    const { zalo, person, send } = await openChat({ settings: { oauth: { oldTokenSurvives: true } } })
    const written = person.relation.interactedAt ?? 0
    zalo.control.clock.set(new Date(written + after - (after === 48 * HOUR ? 1000 : 0)).toISOString())
    const { accessToken } = zalo.control.tokens.grant()
    expect(await send(person.userId, { text: 'Chào bà' })).toMatchObject({ error: -220 })
    expect(await callsOf(zalo, accessToken).send(person.userId, { text: 'Chào bà' })).toMatchObject({
      error: 0,
      data: { quota },
    })
  })

  it('is charged, and says nothing of a quota, when the plan has none left', async () => {
    const { zalo, person } = await openChat({ settings: { messages: { monthlyQuota: 1 } } })
    zalo.control.clock.advance('49h')
    const { send } = callsOf(zalo, zalo.control.tokens.grant().accessToken)
    expect((await send(person.userId, { text: 'một' })).data).toHaveProperty('quota')
    expect((await send(person.userId, { text: 'hai' })).data).not.toHaveProperty('quota')
    expect(zalo.control.people.messages('ba-sau').map(({ paidBy }) => paidBy)).toEqual([null, 'sub_quota', 'charged'])
  })

  it('is impossible after seven days, until the person writes again', async () => {
    const { zalo, person } = await openChat()
    zalo.control.clock.advance('169h')
    const { send } = callsOf(zalo, zalo.control.tokens.grant().accessToken)
    expect((await send(person.userId, { text: 'Chào bà' })).error).toBe(-230)
    zalo.control.act.text('ba-sau', 'tôi đây')
    expect((await send(person.userId, { text: 'Chào bà' })).error).toBe(0)
  })

  it.each(['follow', 'open'] as const)('welcomes somebody who only came by %s three times', async way => {
    const { zalo, send } = await openZalo()
    zalo.control.act[way]('anh-nam')
    const { userId } = zalo.control.people.find('anh-nam')
    for (const remain of ['2', '1', '0']) {
      expect((await send(userId, { text: 'Chào anh' })).data).toMatchObject({
        quota: { quota_type: 'welcome_msg', remain },
      })
    }
    expect((await send(userId, { text: 'Chào anh' })).error).toBe(-232)
  })

  it.each([
    ['invitations', -217],
    ['this kind', -244],
    ['full', -218],
    ['inactive', -227],
  ] as const)('does not reach a person who refuses (%s)', async (refuses, error) => {
    const { zalo, person, send } = await openChat()
    zalo.control.people.change('ba-sau', { refuses })
    expect((await send(person.userId, { text: 'Chào bà' })).error).toBe(error)
  })

  it('answers one message of a person at most eight times in reply form, within 48 hours', async () => {
    const { zalo, post } = await openChat()
    const recipient = { message_id: zalo.control.people.messages('ba-sau')[0]?.id }
    const reply = () => post('/v3.0/oa/message/cs', { recipient, message: { text: 'Dạ' } })
    for (let time = 1; time <= 8; time++) expect((await reply()).error).toBe(0)
    expect((await reply()).error).toBe(-211)
    expect(
      (await post('/v3.0/oa/message/cs', { recipient: { message_id: 'abc' }, message: { text: 'Dạ' } })).message,
    ).toContain('message_id')
  })

  it('carries pictures and files that were uploaded within seven days', async () => {
    const { zalo, person, send, upload } = await openChat({ settings: { messages: { uploadQuota: 2 } } })
    const png = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 1, 2, 3])
    const id = (await upload('image', 'a.png', png)).data?.attachment_id
    expect((await send(person.userId, media({ media_type: 'image', attachment_id: id }))).error).toBe(0)
    const token = (await upload('file', 'mau-don.docx', png)).data?.token
    expect((await send(person.userId, { attachment: { type: 'file', payload: { token } } })).error).toBe(0)
    expect((await upload('image', 'a.webp', new Uint8Array([1, 2, 3]))).message).toBe(
      'file is invalid. We only support png and jpeg',
    )
    expect((await upload('file', 'a.exe', png)).error).toBe(-201)
    const large = new Uint8Array(2 ** 20 + 1)
    large.set(png)
    expect((await upload('image', 'a.png', large)).error).toBe(-210)
    await upload('image', 'b.png', png)
    expect((await upload('image', 'c.png', png)).error).toBe(-211)
    zalo.control.clock.advance('169h')
    zalo.control.act.text('ba-sau', 'gửi lại giúp tôi')
    const later = callsOf(zalo, zalo.control.tokens.grant().accessToken)
    expect((await later.send(person.userId, media({ media_type: 'image', attachment_id: id }))).error).toBe(-100)
  })

  it('shows lists through v2 only, unless Zalo is told to take them on v3', async () => {
    const list = {
      attachment: {
        type: 'template',
        payload: { template_type: 'list', elements: [{ title: 'Hộ tịch', subtitle: 'Khai sinh' }] },
      },
    }
    const { zalo, person, send } = await openChat()
    expect((await send(person.userId, list)).error).toBe(-233)
    zalo.control.settings.change({ messages: { listOnV3: true } })
    expect((await send(person.userId, list)).error).toBe(0)
    zalo.control.settings.change({ oa: { type: 'state' } })
    expect((await send(person.userId, list, '/v2.0/oa/message')).error).toBe(0)
  })

  it('comes back as an echo, then as received, then as seen when the chat is opened', async () => {
    const { zalo, ward, person, send } = await openChat()
    const { data } = await send(person.userId, { text: 'Chào bà' })
    await zalo.control.idle(20)
    zalo.control.act.see('ba-sau')
    await zalo.control.idle(20)
    const [echo, received, seen] = ward.received.slice(-3)
    expect(echo?.body).toMatchObject({
      event_name: 'oa_send_text',
      sender: { id: SECRETS.oaId },
      message: { text: 'Chào bà', msg_id: data?.message_id },
    })
    expect(received?.body).toMatchObject({ event_name: 'user_received_message', message: { msg_id: data?.message_id } })
    expect(seen?.body).toMatchObject({ event_name: 'user_seen_message', message: { msg_ids: [data?.message_id] } })
  })

  it('is not reported as received by a computer', async () => {
    const { zalo, ward, send } = await openChat()
    zalo.control.act.text('chi-lan', 'xin chào')
    await send(zalo.control.people.find('chi-lan').userId, { text: 'Chào chị' })
    await zalo.control.idle(20)
    expect(ward.events().filter(name => name === 'user_received_message')).toEqual([])
    expect(zalo.control.people.messages('chi-lan').at(-1)?.state).toBe('sent')
  })

  it('can be echoed before the call is answered', async () => {
    const { ward, person, send } = await openChat({ settings: { messages: { echoBeforeAnswer: true } } })
    await send(person.userId, { text: 'Chào bà' })
    expect(ward.events()).toContain('oa_send_text')
  })

  it('is told apart from what an officer types in Zalo’s own tool', async () => {
    const { zalo, ward } = await openChat()
    zalo.control.act.officer('ba-sau', 'Để tôi xem giúp bà', '5100000000000000009')
    await zalo.control.idle(20)
    const echo = ward.received.find(({ body }) => body.event_name === 'oa_send_text')
    expect(echo?.body.sender).toEqual({ id: SECRETS.oaId, admin_id: '5100000000000000009' })
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
