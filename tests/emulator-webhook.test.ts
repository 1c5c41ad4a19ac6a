/** What the emulated Zalo posts to the ward, and how stubbornly. */
import { createHash } from 'node:crypto'
import { afterEach, describe, expect, it } from '@jest/globals'
import {
  buttons,
  closeAll,
  isGenuine,
  openChat,
  openReceiver,
  openZalo,
  query,
  type Received,
  SECRETS,
} from './setup/emulated-zalo.ts'

afterEach(closeAll)

describe('the webhook', () => {
  it('is taken only when the unsigned probe is answered 200', async () => {
    const ward = await openReceiver()
    const { zalo } = await openZalo()
    ward.answer = ({ headers }) => (headers['x-zevent-signature'] ? 200 : 401)
    expect(await zalo.control.webhook.register(ward.url)).toMatchObject({ accepted: false, status: 401 })
    expect(zalo.control.webhook.read()).toEqual({ url: null, state: 'none', retrying: 0 })
    ward.answer = () => 200
    expect((await zalo.control.webhook.register(ward.url)).accepted).toBe(true)
    expect((await zalo.control.webhook.register('http://phuong.example.vn/')).error).toBe('https is required')
  })

  it('signs the very bytes it sends, however it writes them', async () => {
    const { zalo, ward } = await openChat()
    for (let number = 0; number < 12; number++) zalo.control.act.text('ba-sau', `Lệ phí 8.000đ/bản ${number} 😀`)
    await zalo.control.idle(20)
    expect(ward.received.map(isGenuine)).toEqual(Array(13).fill(true))
    expect(ward.received.some(({ raw }) => raw.includes('\\u1ec7'))).toBe(true)
    expect(ward.received.some(({ raw }) => raw.includes('\\/'))).toBe(true)
    expect(new Set(ward.received.map(({ body }) => Object.keys(body)[0])).size).toBeGreaterThan(1)
    expect(
      ward.received.every(
        ({ headers }) => headers['user-agent'] === 'ZaloWebhook' && headers['x-zevent-server'] === 'OA OpenAPI',
      ),
    ).toBe(true)
  })

  it('tries again after 30 s, 5, 15, 30 minutes and an hour with the same bytes, then gives up for good', async () => {
    const { zalo, ward } = await openChat()
    ward.answer = () => 500
    ward.received.length = 0
    zalo.control.act.text('ba-sau', 'có ai không')
    await zalo.control.idle(20)
    for (const [step, wait] of ['30s', '5m', '15m', '30m', '1h'].entries()) {
      expect(ward.received).toHaveLength(step + 1)
      expect(zalo.control.webhook.read()).toMatchObject({ state: 'active', retrying: 1 })
      zalo.control.clock.advance(wait)
      await zalo.control.idle(20)
    }
    expect(ward.received.map(({ headers }) => headers.num_retry)).toEqual([undefined, '1', '2', '3', '4', '5'])
    expect(new Set(ward.received.map(({ raw }) => raw)).size).toBe(1)
    expect(zalo.control.webhook.read()).toMatchObject({ state: 'disabled', retrying: 0 })
    zalo.control.act.text('ba-sau', 'tin này không tới')
    await zalo.control.idle(20)
    expect(ward.received).toHaveLength(6)
    ward.answer = () => 200
    expect((await zalo.control.webhook.register()).accepted).toBe(true)
  })

  it('counts an answer that is late as none', async () => {
    const { zalo, ward } = await openChat({ settings: { webhook: { ackTimeoutMs: 50 } } })
    ward.answer = () => 'never'
    zalo.control.act.text('ba-sau', 'có ai không')
    await zalo.control.idle(20)
    expect(zalo.control.webhook.log(1)[0]).toMatchObject({
      outcome: 'retrying',
      attempts: [{ status: null, error: 'timeout' }],
    })
  })

  it('waits for a ward that starts later', async () => {
    const ward = await openReceiver()
    ward.answer = () => 503
    const { zalo } = await openZalo({ webhookUrl: ward.url })
    expect(zalo.control.webhook.read().state).toBe('waiting')
    ward.answer = () => 200
    while (zalo.control.webhook.read().state === 'waiting') await new Promise(resolve => setTimeout(resolve, 20))
    expect(zalo.control.webhook.read().state).toBe('active')
  })

  it.each([
    ['switched off', { enabled: false }, 'chào'],
    ['told to leave this event out', { eventsOff: ['user_send_text'] }, 'chào'],
    ['filtering by #', { syntaxFilter: true }, 'chào'],
  ])('sends nothing while it is %s', async (_, webhook, text) => {
    const { zalo, ward } = await openChat()
    zalo.control.settings.change({ webhook })
    zalo.control.act.text('ba-sau', text)
    await zalo.control.idle(20)
    expect(ward.received).toHaveLength(1)
  })

  it('can lose, repeat and reorder events', async () => {
    const { zalo, ward } = await openChat()
    const texts = () => ward.received.map(({ body }) => body.message?.text)
    ward.received.length = 0
    zalo.control.chaos.add({ target: 'webhook', effect: 'lost', count: 1 })
    zalo.control.act.text('ba-sau', 'một')
    zalo.control.chaos.add({ target: 'webhook', effect: 'duplicate', times: 2, count: 1 })
    zalo.control.act.text('ba-sau', 'hai')
    await zalo.control.idle(20)
    expect(texts()).toEqual(['hai', 'hai', 'hai'])
    zalo.control.chaos.add({ target: 'webhook', effect: 'out_of_order', count: 1, delayMs: 100 })
    zalo.control.act.text('ba-sau', 'ba')
    zalo.control.act.text('ba-sau', 'bốn')
    await zalo.control.idle(20)
    expect(texts().slice(3)).toEqual(['bốn', 'ba'])
  })

  it('reports every thing a resident can do', async () => {
    const { zalo, ward, person, send } = await openChat()
    const { act } = zalo.control
    act.image('ba-sau', 'Giấy này đúng chưa')
    act.voice('ba-sau')
    act.sticker('ba-sau')
    act.location('ba-sau', '10.7646111', '106.6561389')
    act.file('ba-sau', 'to-khai.pdf')
    act.follow('ba-sau')
    act.unfollow('ba-sau')
    act.open('anh-nam')
    act.open('anh-nam')
    act.withdraw('ba-sau')
    await send(
      person.userId,
      buttons(query, { ...query, title: 'Xem', type: 'oa.open.url', payload: { url: 'https://a.vn' } }),
    )
    act.press('ba-sau', 'Lệ phí')
    expect(act.press('ba-sau', 1)).toEqual({ opened: 'https://a.vn' })
    await zalo.control.idle(20)
    const seen = ward.events()
    for (const name of [
      'user_send_image',
      'user_send_audio',
      'user_send_sticker',
      'user_send_location',
      'user_send_file',
      'follow',
      'unfollow',
      'user_withdraw',
    ]) {
      expect(seen).toContain(name)
    }
    expect(seen.filter(name => name === 'user_click_chatnow')).toHaveLength(1)
    expect(ward.received.at(-1)?.body).toMatchObject({ event_name: 'user_send_text', message: { text: '#le-phi' } })
    const place = ward.received.find(({ body }) => body.event_name === 'user_send_location')
    expect(place?.body.message?.attachments).toEqual([
      { type: 'location', payload: { coordinates: { latitude: '10.7646111', longitude: '106.6561389' } } },
    ])
  })

  it('posts the console’s test event with its placeholder ids, rightly signed', async () => {
    const { zalo, ward } = await openChat()
    expect((await zalo.control.webhook.test()).status).toBe(200)
    expect(ward.received.at(-1)?.body).toMatchObject({
      sender: { id: '1'.repeat(18) },
      message: { msg_id: 'This is message id' },
    })
    expect(ward.received.every(isGenuine)).toBe(true)
  })

  it('can send everything a receiver must survive, the forged parts never rightly signed', async () => {
    const { zalo, ward } = await openChat()
    const unsigned: Received[] = []
    ward.answer = received => {
      if (!received.headers['x-zevent-signature']) unsigned.push(received)
      return 200
    }
    ward.received.length = 0
    const attacks = await zalo.control.webhook.adversarial()
    expect(attacks.map(({ status }) => status)).toEqual(Array(attacks.length).fill(200))
    const bySignature = attacks.filter(({ name }) => !['missing signature', 'empty body', 'not JSON'].includes(name))
    expect(unsigned).toHaveLength(attacks.length - bySignature.length)
    const numbers = ward.received.at(-1)
    const strict = ward.received.slice(0, -1)
    expect(strict.map(isGenuine)).toEqual(bySignature.slice(0, -1).map(({ signed }) => signed))
    expect(typeof numbers?.body.timestamp).toBe('number')
  })

  it('of the Mini App signs in its own way', async () => {
    const { zalo, ward, person } = await openChat()
    zalo.control.miniApp.register(ward.url)
    await zalo.control.miniApp.revokeConsent('ba-sau')
    const { body, headers } = ward.received.at(-1) as Received
    const plain = `${SECRETS.miniAppId}user.revoke.consent${body.timestamp}${person.appUserId}${SECRETS.miniAppKey}`
    expect(headers['x-zevent-signature']).toBe(createHash('sha256').update(plain).digest('hex'))
  })
})
