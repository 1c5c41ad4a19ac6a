/** What Zalo tells the ward of its OA: only what Zalo signed is believed, and little of it is kept. */
import { createHmac } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import type { IncomingEvent } from '../server/platform/events/index.ts'
import { messageHash } from '../server/platform/zalo/index.ts'
import {
  HOUR,
  OA_PATH,
  openWard,
  PERSON,
  RECEIVED_AT,
  SENT_AT,
  sign,
  textEvent,
  VECTOR,
  VECTOR_HMAC,
  VECTOR_MAC,
  type Ward,
} from './setup/webhook-ward.ts'
import { SECRETS } from './setup/zalo-settings.ts'

describe('a webhook of the OA', () => {
  let ward: Ward
  const open: Ward[] = []
  beforeEach(async () => {
    ward = await openWard()
    open.push(ward)
  })
  afterEach(async () => {
    for (const each of open.splice(0)) await each.close()
  })
  async function another(...parts: Parameters<typeof openWard>): Promise<Ward> {
    const opened = await openWard(...parts)
    open.push(opened)
    return opened
  }
  async function receive(event: Record<string, unknown>): Promise<IncomingEvent | undefined> {
    const body = JSON.stringify(event)
    const answer = await ward.post(OA_PATH, body, sign(body, { timestamp: String(event.timestamp) }))
    expect(answer.status).toBe(200)
    return ward.stored.at(-1)
  }

  it('is believed when it carries the signature of the reference vector', async () => {
    const answer = await ward.post(OA_PATH, VECTOR, `mac=${VECTOR_MAC}`)
    expect(answer.status).toBe(200)
    expect(ward.stored).toEqual([
      {
        oaId: SECRETS.oaId,
        dedupeKey: 'user_send_text:4a1b2c3d4e5f60718293',
        eventName: 'user_send_text',
        subjectId: PERSON,
        occurredAt: new Date(SENT_AT),
        payload: {
          kind: 'message',
          type: 'text',
          messageId: '4a1b2c3d4e5f60718293',
          text: 'Xin chào',
          userIdByApp: '5555555555555555555',
          quotedMessageId: null,
        },
      },
    ])
    expect(ward.counted).toEqual(['webhook_accepted user_send_text'])
  })

  const hmac = createHmac('sha256', SECRETS.oaSecretKey).update(VECTOR).digest('hex')
  const otherApp = VECTOR.replace(SECRETS.appId, '1234567890123456780')
  const old = VECTOR.replace(String(SENT_AT), String(SENT_AT - 25 * HOUR))
  const nested = (levels: number) =>
    VECTOR.replace('"sender"', `"extra":${'['.repeat(levels)}${']'.repeat(levels)},"sender"`)
  const big = VECTOR.replace('Xin chào', 'x'.repeat(2 ** 20))
  const hostile: [string, string, string | undefined, string][] = [
    ['unsigned, as when the address is first tried', '', undefined, 'no_signature'],
    ['unsigned', VECTOR, undefined, 'no_signature'],
    ['signed with another key', VECTOR, sign(VECTOR, { key: 'another key' }), 'wrong_signature'],
    ['signed by HMAC', VECTOR, `mac=${hmac}`, 'wrong_signature'],
    ['changed in one byte', VECTOR.replace('chào', 'chàO'), `mac=${VECTOR_MAC}`, 'wrong_signature'],
    ['longer by one space', `${VECTOR} `, `mac=${VECTOR_MAC}`, 'wrong_signature'],
    ['cut in its signature', VECTOR, `mac=${VECTOR_MAC.slice(0, 60)}`, 'wrong_signature'],
    ["another app's, rightly signed", otherApp, sign(otherApp, { appId: '1234567890123456780' }), 'other_app'],
    ["another app's, signed with our id", otherApp, sign(otherApp), 'other_app'],
    ['25 hours old', old, sign(old, { timestamp: String(SENT_AT - 25 * HOUR) }), 'too_old'],
    ['one megabyte long', big, sign(big), 'too_large'],
    ['nested deeper than Zalo ever nests', nested(40), sign(nested(40)), 'not_json'],
    ['nested 100,000 deep', nested(100_000), sign(nested(100_000)), 'not_json'],
    ['no JSON', 'xin chào', sign('xin chào'), 'not_json'],
    ['only a number', '7', sign('7'), 'not_json'],
  ]
  it.each(hostile)('leaves no trace when it is %s', async (_what, body, signature, reason) => {
    const answer = await ward.post(OA_PATH, body, signature)
    expect(answer).toEqual({ status: 200, text: '{"ok":true}' })
    expect(ward.stored).toEqual([])
    expect(ward.counted).toEqual([`webhook_refused ${reason}`])
    expect(ward.logged()).not.toContain('Xin ch')

    const strict = await another({ webhookStrict: true })
    expect((await strict.post(OA_PATH, body, signature)).status).toBe(401)
    expect(strict.stored).toEqual([])
  })

  it('is taken as HMAC nowhere: the vector of the wrong algorithm is what we compute, and it is refused', async () => {
    expect(hmac).toBe(VECTOR_HMAC)
    await ward.post(OA_PATH, VECTOR, `mac=${VECTOR_HMAC}`)
    expect(ward.stored).toEqual([])
  })

  it('tells the operator which setting is mixed up, and still believes nothing', async () => {
    await ward.post(OA_PATH, VECTOR, sign(VECTOR, { key: SECRETS.appSecret }))
    await ward.post(OA_PATH, VECTOR, sign(VECTOR, { appId: SECRETS.oaId }))
    expect(ward.counted.filter(name => name.startsWith('webhook_hint'))).toEqual([
      'webhook_hint app secret in place of OA secret key',
      'webhook_hint OA id in place of app id',
    ])
    expect(ward.stored).toEqual([])
  })

  it('fills neither the log nor the disk when somebody floods it', async () => {
    for (let i = 0; i < 30; i++) await ward.post(OA_PATH, VECTOR)
    expect(ward.logged().trim().split('\n')).toHaveLength(1)
    expect(ward.counted).toHaveLength(30)
  })

  it('is answered 500 when it could not be written down, so that Zalo delivers it again', async () => {
    const broken = await another({}, { accept: () => Promise.reject(new Error('the database is gone')) })
    expect((await broken.post(OA_PATH, VECTOR, `mac=${VECTOR_MAC}`)).status).toBe(500)
    expect(broken.counted).toEqual(['webhook_refused not_stored'])
  })

  it('is acknowledged and left alone in a ward without the API', async () => {
    const quiet = await another({ api: false })
    expect((await quiet.post(OA_PATH, VECTOR, `mac=${VECTOR_MAC}`)).status).toBe(200)
    expect(quiet.stored).toEqual([])
  })

  it('has the same key each time it is delivered', async () => {
    const follow = {
      ...JSON.parse(VECTOR),
      event_name: 'follow',
      oa_id: SECRETS.oaId,
      follower: { id: PERSON },
      sender: undefined,
      recipient: undefined,
      message: undefined,
    }
    const seen = textEvent('', {
      event_name: 'user_seen_message',
      sender: { id: SECRETS.oaId },
      recipient: { id: PERSON },
      message: { msg_ids: ['a', 'b'] },
    })
    for (const event of [JSON.parse(VECTOR), follow, seen]) {
      const keys = [(await receive(event))?.dedupeKey, (await receive({ ...event }))?.dedupeKey]
      expect(keys[0]).toBeDefined()
      expect(keys[1]).toBe(keys[0])
    }
    expect(new Set(ward.stored.map(event => event.dedupeKey)).size).toBe(3)
    const later = await receive({ ...follow, timestamp: String(SENT_AT + 1) })
    expect(ward.stored.slice(0, -1).map(event => event.dedupeKey)).not.toContain(later?.dedupeKey)
  })

  it('may hold numbers where Zalo documents strings: long ids keep every digit', async () => {
    const body = VECTOR.replace(/"(\d{10,})"/g, '$1')
    await ward.post(OA_PATH, body, sign(body))
    expect(ward.stored[0]).toMatchObject({
      subjectId: PERSON,
      oaId: SECRETS.oaId,
      occurredAt: new Date(SENT_AT),
      payload: { userIdByApp: '5555555555555555555' },
    })
  })

  it.each([
    ['unknown to us', textEvent('x', { event_name: 'user_did_something_new' }), 'unknown'],
    ['without a message', textEvent('x', { message: undefined }), 'malformed'],
    ['without a sender', textEvent('x', { sender: undefined }), 'malformed'],
    ["another OA's", textEvent('x', { recipient: { id: '7777777777777777770' } }), 'other_oa'],
    ['a reaction', textEvent('x', { event_name: 'user_reacted_message' }), 'unused user_reacted_message'],
    ['from a group', textEvent('x', { event_name: 'user_send_group_text' }), 'unused user_send_group_text'],
    [
      'of an officer in a group',
      textEvent('x', {
        event_name: 'oa_send_group_text',
        sender: { id: SECRETS.oaId, admin_id: '1' },
        recipient: { id: 'g1' },
      }),
      'unused oa_send_group_text',
    ],
    ['from an anonymous visitor', textEvent('x', { event_name: 'anonymous_send_text' }), 'unused anonymous_send_text'],
    [
      'a contact form',
      textEvent('x', { event_name: 'user_submit_info', info: { phone: '84912345678' } }),
      'unused user_submit_info',
    ],
    [
      'the receipt of a paid template message',
      textEvent('', {
        event_name: 'user_received_message',
        sender: { id: SECRETS.oaId },
        recipient: { id: '84912345678' },
        message: { msg_id: 'z', tracking_id: 't' },
      }),
      'template_receipt',
    ],
    [
      "the console's test",
      textEvent('This is testing message', { sender: { id: '1'.repeat(18) }, recipient: { id: '2'.repeat(18) } }),
      'console_test',
    ],
  ])('is answered 200 and not stored when it is %s', async (_what, event, reason) => {
    expect(await receive(event)).toBeUndefined()
    expect(ward.counted).toEqual([`webhook_ignored ${reason}`])
  })

  it.each([
    ['emoji only', '👵🏻🇻🇳❤️', '👵🏻🇻🇳❤️'],
    ['decomposed letters', 'Giấy khai sinh'.normalize('NFD'), 'Giấy khai sinh'],
    ['5,000 characters', 'ạ'.repeat(5000), 'ạ'.repeat(5000)],
    ['too many characters', 'ạ'.repeat(6000), 'ạ'.repeat(5000)],
    ['too many emoji', '👵'.repeat(6000), '👵'.repeat(5000)],
    ['letters the database cannot hold', 'a\0b\ud800c', 'ab\ufffdc'],
    ['nothing', '', null],
    ['a telephone number', 'gọi tôi 0912345678 nhé', 'gọi tôi ⟨số điện thoại⟩ nhé'],
  ])('keeps a text of %s', async (_what, text, kept) => {
    expect((await receive(textEvent(text)))?.payload).toMatchObject({ kind: 'message', text: kept })
  })

  it('masks personal numbers before anything is kept, with the age of dates', async () => {
    await receive(textEvent('CCCD 048095001234, cưới 10/10/2025'))
    const kept = JSON.stringify(ward.stored)
    expect(kept).not.toContain('048095001234')
    expect(kept).toContain('⟨ngày, 42 ngày trước⟩')
  })

  it('keeps no address of a picture, no file name, no place, and nothing of a business card', async () => {
    const attached = (payload: object) => ({ msg_id: 'm1', text: 'chú thích', attachments: [{ type: 'x', payload }] })
    const media = {
      url: 'https://zdn.example/a.jpg',
      thumbnail: 'https://zdn.example/t.jpg',
      name: 'so-ho-khau.pdf',
      coordinates: { latitude: '16.05', longitude: '108.20' },
    }
    for (const type of ['image', 'gif', 'link', 'audio', 'video', 'sticker', 'location', 'file']) {
      const event = await receive(textEvent('', { event_name: `user_send_${type}`, message: attached(media) }))
      expect(event?.payload).toMatchObject({ kind: 'message', type, text: 'chú thích' })
    }
    const card = await receive(
      textEvent('', {
        event_name: 'user_send_business_card',
        message: attached({ description: '{"phone":"84912345678"}' }),
      }),
    )
    expect(card?.payload).toMatchObject({ type: 'business_card', text: null })
    expect(JSON.stringify(ward.stored)).not.toMatch(/zdn\.example|so-ho-khau|108\.20|8491/)
  })

  it('recognises our own message coming back, and an officer who typed it', async () => {
    const echo = textEvent('', {
      event_name: 'oa_send_text',
      sender: { id: SECRETS.oaId },
      recipient: { id: PERSON },
      message: { msg_id: 'e1', text: ' Chào  bác.\n' },
    })
    expect(await receive(echo)).toMatchObject({
      subjectId: PERSON,
      payload: { kind: 'echo', messageId: 'e1', textHash: messageHash('Chào bác.') },
    })
    const typed = { ...echo, sender: { id: SECRETS.oaId, admin_id: '9' } }
    expect((await receive(typed))?.payload).toEqual({ kind: 'officer', messageId: 'e1', ends: false })
  })

  it.each([
    ['#xong', true],
    ['  # XONG. ', true],
    ['Chị mang theo bản chính nhé #Xong!', true],
    ['bác nhắn #xong là gì ạ', false],
    ['việc này xong rồi', false],
    ['#xongnhe', false],
  ])('hears in "%s" whether the officer ends the talk, and keeps none of it', async (text, ends) => {
    const event = await receive(
      textEvent('', {
        event_name: 'oa_send_text',
        sender: { id: SECRETS.oaId, admin_id: '9' },
        recipient: { id: PERSON },
        message: { msg_id: 'o1', text },
      }),
    )
    expect(event?.payload).toMatchObject({ kind: 'officer', ends })
    expect(JSON.stringify(event?.payload)).not.toContain(text)
  })

  it('reports what arrived and what was read', async () => {
    const parties = { sender: { id: SECRETS.oaId }, recipient: { id: PERSON } }
    const received = await receive(
      textEvent('', { ...parties, event_name: 'user_received_message', message: { msg_id: 'a' } }),
    )
    expect(received).toMatchObject({ subjectId: PERSON, payload: { kind: 'received', messageIds: ['a'] } })
    const seen = await receive(
      textEvent('', { ...parties, event_name: 'user_seen_message', message: { msg_ids: ['a', 'b'] } }),
    )
    expect(seen).toMatchObject({ subjectId: PERSON, payload: { kind: 'seen', messageIds: ['a', 'b'] } })
  })

  it.each([
    ['follow', { follower: { id: PERSON } }, 'follow', PERSON],
    ['unfollow', { follower: { id: PERSON } }, 'unfollow', PERSON],
    ['user_click_chatnow', { user_id: PERSON }, 'chat_opened', PERSON],
    ['user_withdraw', { user_id: PERSON }, 'withdrawn', PERSON],
    ['permission_revoked', {}, 'permission_revoked', SECRETS.oaId],
  ])('understands %s', async (event_name, fields, kind, subjectId) => {
    const envelope = { app_id: SECRETS.appId, oa_id: SECRETS.oaId, timestamp: String(SENT_AT), event_name }
    expect(await receive({ ...envelope, ...fields })).toMatchObject({ subjectId, payload: { kind } })
  })

  it('happened when it was received, when its own time cannot be true', async () => {
    expect((await receive(textEvent('x', { timestamp: String(SENT_AT + 40 * HOUR) })))?.occurredAt).toEqual(RECEIVED_AT)
    expect((await receive(textEvent('x', { timestamp: String(SENT_AT - 23 * HOUR) })))?.occurredAt).toEqual(
      new Date(SENT_AT - 23 * HOUR),
    )
  })
})
