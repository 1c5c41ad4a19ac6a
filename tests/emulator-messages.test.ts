/** When the OA may write to a person, what a message may hold, and what comes back of it. */
import { afterEach, describe, expect, it } from '@jest/globals'
import { buttons, callsOf, closeAll, HOUR, media, openChat, openZalo, query, SECRETS } from './setup/emulated-zalo.ts'

afterEach(closeAll)

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
