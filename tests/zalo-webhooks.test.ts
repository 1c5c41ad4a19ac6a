/** What Zalo tells the ward: only what Zalo signed is believed, and little of it is kept. */
import { createHmac } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import axios from 'axios'
import express from 'express'
import pino from 'pino'
import { startEmulator } from '../emulator/index.ts'
import type { ZaloConfig } from '../server/config.ts'
import type { IncomingEvent } from '../server/platform/events/index.ts'
import { createDomainVerification } from '../server/platform/zalo/domain-verification.ts'
import { domainVerificationTag, messageHash } from '../server/platform/zalo/index.ts'
import { signMiniAppBody, signOaBody } from '../server/platform/zalo/signature.ts'
import { createWebhookRoutes } from '../server/platform/zalo/webhook-routes.ts'
import { SECRETS, zaloConfig } from './setup/zalo-settings.ts'

const SENT_AT = 1763712000000
const RECEIVED_AT = new Date(SENT_AT + 2000)
const HOUR = 3600_000
const PERSON = '6666666666666666666'

/** The reference vector: these bytes, signed with these keys. */
const VECTOR =
  '{"app_id":"1234567890123456789","user_id_by_app":"5555555555555555555","event_name":"user_send_text",' +
  '"timestamp":"1763712000000","sender":{"id":"6666666666666666666"},"message":{"msg_id":"4a1b2c3d4e5f60718293",' +
  '"text":"Xin chào"},"recipient":{"id":"7777777777777777777"}}'
const VECTOR_MAC = '844e2c548b4e16e96b1f191377dd7fe98755afcb183edd90969d605fb328ce4f'
const VECTOR_HMAC = '144452d8b2dddae3a6fc9e5123e1a9ca4b080ccf0f2a421f51596b1a76c1eae4'

interface Ward {
  url: string
  stored: IncomingEvent[]
  counted: string[]
  logged: () => string
  post(path: string, body: string, signature?: string): Promise<{ status: number; text: string }>
  close(): Promise<void>
}

async function openWard(
  changes: Partial<ZaloConfig> = {},
  parts: { now?: Date; accept?: () => Promise<void> } = {},
): Promise<Ward> {
  const stored: IncomingEvent[] = []
  const counted: string[] = []
  const lines: string[] = []
  const routes = createWebhookRoutes({
    config: zaloConfig({}, changes),
    accept: parts.accept ?? (async event => void stored.push(event)),
    count: (name, label) => void counted.push(`${name} ${label}`),
    clock: { now: () => parts.now ?? RECEIVED_AT },
    log: pino({ level: 'debug' }, { write: line => void lines.push(line) }),
  })
  const server: Server = await new Promise(resolve => {
    const listening = express()
      .use(routes)
      .listen(0, '127.0.0.1', () => resolve(listening))
  })
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return {
    url,
    stored,
    counted,
    logged: () => lines.join(''),
    async post(path, body, signature) {
      const headers = {
        'Content-Type': 'application/json',
        ...(signature !== undefined && { 'X-ZEvent-Signature': signature }),
      }
      const answer = await axios.post(`${url}${path}`, body, {
        headers,
        validateStatus: () => true,
        responseType: 'text',
        transformRequest: x => x,
        proxy: false,
      })
      return { status: answer.status, text: String(answer.data) }
    },
    async close() {
      server.closeAllConnections()
      await new Promise(resolve => server.close(resolve))
    },
  }
}

const OA_PATH = '/webhooks/zalo/oa'

function sign(
  body: string,
  { timestamp = String(SENT_AT), key = SECRETS.oaSecretKey, appId = SECRETS.appId } = {},
): string {
  return `mac=${signOaBody({ appId, rawBody: Buffer.from(body), timestamp, oaSecretKey: key })}`
}

function textEvent(text: string, changes: Record<string, unknown> = {}): Record<string, unknown> {
  return { ...JSON.parse(VECTOR), message: { msg_id: 'm1', text }, ...changes }
}

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

describe('a webhook of the Mini App', () => {
  const PATH = '/webhooks/zalo/miniapp'
  const withdrawal = {
    event: 'user.revoke.consent',
    appId: SECRETS.miniAppId,
    userId: '3333333333333333333',
    timestamp: SENT_AT,
  }
  let ward: Ward
  beforeEach(async () => {
    ward = await openWard()
  })
  afterEach(() => ward.close())

  it('is believed when it carries the signature of the reference vector, and asks for the person to be erased', async () => {
    const body = JSON.stringify(withdrawal)
    const mac = '4ecb7138a8b8c5ad3f5c6d2c510c51851dee668cc7e209c777e0bca96f2f8f52'
    expect((await ward.post(PATH, body, mac)).status).toBe(200)
    expect(ward.stored).toMatchObject([
      {
        oaId: SECRETS.oaId,
        eventName: 'user.revoke.consent',
        subjectId: '3333333333333333333',
        occurredAt: new Date(SENT_AT),
        payload: { kind: 'withdrawn', userIdByApp: '3333333333333333333' },
      },
    ])
    await ward.post(PATH, body, mac)
    expect(new Set(ward.stored.map(event => event.dedupeKey)).size).toBe(1)
  })

  it('is honoured even when it comes days late', async () => {
    const late = { ...withdrawal, timestamp: SENT_AT - 72 * HOUR }
    await ward.post(PATH, JSON.stringify(late), signMiniAppBody(late, SECRETS.miniAppKey))
    expect(ward.stored).toHaveLength(1)
  })

  it('is signed over its values in the order of their names, objects as JSON', () => {
    const body = { b: 1, a: { y: 'x' }, c: null }
    const swapped = { c: null, a: { y: 'x' }, b: 1 }
    expect(signMiniAppBody(body, 'k')).toBe(signMiniAppBody(swapped, 'k'))
  })

  it('is counted, not stored, when it reports a review', async () => {
    const review = {
      event: 'versions.review.done',
      appId: SECRETS.miniAppId,
      versionId: 12,
      status: 0,
      timestamp: SENT_AT,
    }
    await ward.post(PATH, JSON.stringify(review), signMiniAppBody(review, SECRETS.miniAppKey))
    expect(ward.stored).toEqual([])
    expect(ward.counted).toEqual(['webhook_ignored versions.review.done'])
  })

  it.each([
    ['unsigned', withdrawal, undefined],
    ['signed with another key', withdrawal, signMiniAppBody(withdrawal, 'another key')],
    [
      "another app's",
      { ...withdrawal, appId: '9' },
      signMiniAppBody({ ...withdrawal, appId: '9' }, SECRETS.miniAppKey),
    ],
    ['signed for another person', { ...withdrawal, userId: '4' }, signMiniAppBody(withdrawal, SECRETS.miniAppKey)],
  ])('leaves no trace when it is %s', async (_what, body, signature) => {
    expect((await ward.post(PATH, JSON.stringify(body), signature)).status).toBe(200)
    expect(ward.stored).toEqual([])
  })
})

describe('the emulated Zalo', () => {
  it('accepts our address, and its forgeries leave no trace', async () => {
    const ward = await openWard({}, { now: new Date() })
    const zalo = await startEmulator({ port: 0, secrets: SECRETS })
    try {
      expect((await zalo.control.webhook.register(`${ward.url}${OA_PATH}`)).accepted).toBe(true)
      const attacks = await zalo.control.webhook.adversarial()
      expect(attacks.length).toBeGreaterThan(10)
      expect(attacks.filter(attack => attack.status !== 200)).toEqual([])
      const kept = ward.stored.map(({ payload }) => (payload.kind === 'message' ? payload.text : ''))
      expect(kept).toEqual(['tấn công: numbers for strings'])

      expect((await zalo.control.webhook.test()).status).toBe(200)
      expect(ward.stored).toHaveLength(1)
    } finally {
      await zalo.close()
      await ward.close()
    }
  })

  it('is understood however it writes its JSON', async () => {
    const ward = await openWard({}, { now: new Date() })
    const zalo = await startEmulator({ port: 0, secrets: SECRETS, settings: { webhook: { varyBytes: true } } })
    try {
      await zalo.control.webhook.register(`${ward.url}${OA_PATH}`)
      const texts = Array.from({ length: 12 }, (_, i) => `Giấy khai sinh / bản sao ${i} ở đâu?`)
      for (const text of texts) zalo.control.act.text('ba-sau', text)
      expect(await zalo.control.idle()).toBe(true)
      const heard = ward.stored.flatMap(({ payload }) => (payload.kind === 'message' ? [payload.text] : []))
      expect(heard.sort()).toEqual(texts.sort())
    } finally {
      await zalo.close()
      await ward.close()
    }
  })
})

describe('the proof that the domain is ours', () => {
  it('is the file, word for word, and the tag of the root page', async () => {
    const verification = {
      verifierFile: 'zalo_verifierAbC.html',
      verifierContent: '<html>\n<b>AbC</b> ',
      verifierMeta: 'AbC-1',
    }
    const server: Server = await new Promise(resolve => {
      const listening = express()
        .use(createDomainVerification(verification))
        .listen(0, '127.0.0.1', () => resolve(listening))
    })
    const { port } = server.address() as AddressInfo
    const answer = await axios.get(`http://127.0.0.1:${port}/zalo_verifierAbC.html`, { proxy: false })
    await new Promise(resolve => server.close(resolve))
    expect(answer.data).toBe(verification.verifierContent)
    expect(domainVerificationTag(verification)).toBe('<meta name="zalo-platform-site-verification" content="AbC-1" />')
    expect(domainVerificationTag({})).toBe('')
  })
})

describe('the collected samples', () => {
  const file = fileURLToPath(new URL('../../shared/reference/zalo-webhook-samples.json', import.meta.url))
  interface Sample {
    name: string
    family: string
    headers: Record<string, string>
    body: unknown
    rawBody?: string
  }
  const samples: Sample[] = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : []
  const given = samples.filter(({ family }) => family !== 'bot')
  if (given.length === 0) {
    it.skip('are not beside the project (../shared/reference/zalo-webhook-samples.json), so this contract is not tested here', () => {})
    return
  }

  it.each(given.map(sample => [sample.name, sample] as const))(
    '%s is believed as it should be, and never hurts',
    async (name, sample) => {
      const ward = await openWard({}, { now: new Date(SENT_AT + 2 * HOUR) })
      try {
        const path = sample.family === 'miniapp' ? '/webhooks/zalo/miniapp' : OA_PATH
        const answer = await ward.post(
          path,
          sample.rawBody ?? JSON.stringify(sample.body),
          sample.headers['X-ZEvent-Signature'],
        )
        expect(answer.status).toBe(200)
        const isUnsigned = sample.headers['X-ZEvent-Signature'] === undefined
        const refused = ward.counted.filter(label => label.startsWith('webhook_refused'))
        expect(refused).toEqual(isUnsigned ? ['webhook_refused no_signature'] : [])
        expect(ward.counted).not.toContain('webhook_ignored unknown')
        expect(ward.counted).not.toContain('webhook_ignored malformed')
        const isUsed =
          sample.family === 'oa' &&
          /^(user_send|oa_send_(?!anonymous|consent)|follow|unfollow|user_received|user_seen|user_click_chatnow|user_withdraw|permission_revoked|delivery|vector)/.test(
            name,
          )
        expect(ward.stored).toHaveLength(
          isUsed || name === 'oa_send_group_text' || name === 'miniapp_user_revoke_consent' ? 1 : 0,
        )
      } finally {
        await ward.close()
      }
    },
  )
})
