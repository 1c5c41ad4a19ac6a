/** What the ward says through Zalo: every answer of Zalo, and every silence, is taken for what it is. */
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import type { ZaloConfig } from '../server/config.ts'
import { connect } from '../server/platform/storage/index.ts'
import { createZaloHealth } from '../server/platform/zalo/health.ts'
import { diagnose, messageHash, messageText, type Zalo } from '../server/platform/zalo/index.ts'
import { appSecretProof } from '../server/platform/zalo/miniapp-user.ts'
import { deferUntil, remedyFor } from '../server/platform/zalo/outcomes.ts'
import type { OutgoingMessage } from '../shared/messages.ts'
import { openAccount, type ZaloAccount } from './setup/zalo-account.ts'
import { SECRETS, zaloConfig } from './setup/zalo-settings.ts'

const HELLO: OutgoingMessage = { text: 'Chào bà Sáu, phường nghe.', buttons: [] }
const WITH_BUTTONS: OutgoingMessage = {
  text: 'Bà con cần giấy gì?',
  buttons: [
    { kind: 'say', title: 'Khai sinh', text: '#khai-sinh' },
    { kind: 'open', title: 'Xem trang', url: 'https://phuong-mau.example.vn/thu-tuc' },
    { kind: 'call', title: 'Gọi phường', phone: '02363000001' },
  ],
}

let account: ZaloAccount
let zalo: Zalo
let person: string
beforeEach(async () => {
  account = await openAccount()
  zalo = account.open()
  person = account.control.people.find('ba-sau').userId
  account.control.act.text('ba-sau', 'xin chao')
})
afterEach(() => account.close())

const say = (message = HELLO, recipientId = person, signal?: AbortSignal) =>
  zalo.client.sendMessage({ oaId: SECRETS.oaId, recipientId, message, signal })
const heard = () => account.control.people.messages('ba-sau').filter(({ from }) => from === 'oa')
const sendCalls = () =>
  account.control.calls().filter(({ method, path }) => method === 'POST' && /\/oa\/message/.test(path))

describe('a message', () => {
  it('reaches the person, free within 48 hours of their own', async () => {
    const outcome = await say()
    expect(outcome).toEqual({ kind: 'sent', messageId: heard()[0]?.id, quota: { type: 'reply', remain: null } })
    expect(heard().map(({ text }) => text)).toEqual([HELLO.text])
    expect(account.rates.at(-1)).toEqual({ limit: 100, remain: 99 })
  })

  it('carries buttons that say, open and dial', async () => {
    expect((await say(WITH_BUTTONS)).kind).toBe('sent')
    expect(heard()[0]?.buttons).toEqual([
      { title: 'Khai sinh', type: 'oa.query.show', payload: '#khai-sinh' },
      { title: 'Xem trang', type: 'oa.open.url', payload: { url: 'https://phuong-mau.example.vn/thu-tuc' } },
      { title: 'Gọi phường', type: 'oa.open.phone', payload: { phone_code: '842363000001' } },
    ])
    expect(account.control.act.press('ba-sau', 'Khai sinh')).toMatchObject({ said: { text: '#khai-sinh' } })
  })

  it('shows an address without https in its text, for Zalo takes none on a button', async () => {
    const message: OutgoingMessage = {
      text: 'Mời xem.',
      buttons: [{ kind: 'open', title: 'Trang phường', url: 'http://localhost:3000/' }],
    }
    expect((await say(message)).kind).toBe('sent')
    expect(heard()[0]).toMatchObject({ text: 'Mời xem.\nTrang phường: http://localhost:3000/', buttons: [] })
    expect(messageText(message)).toBe(heard()[0]?.text)
  })

  it('keeps to 2,000 characters whatever addresses it lists', () => {
    const buttons = [{ kind: 'open' as const, title: 'Trang', url: 'http://localhost/' }]
    expect([...messageText({ text: 'ạ'.repeat(2000), buttons })]).toHaveLength(2000)
  })

  it.each([-201, -233])('goes out once more as plain text when its buttons are refused (%i)', async code => {
    account.control.chaos.add({ target: 'message', effect: 'error', code, count: 1 })
    expect((await say(WITH_BUTTONS)).kind).toBe('sent')
    expect(heard()).toHaveLength(1)
    expect(heard()[0]).toMatchObject({ text: WITH_BUTTONS.text, buttons: [] })
  })

  it('is sent once more after "sending failed", and given up after the second', async () => {
    account.control.chaos.add({ target: 'message', effect: 'error', code: -200, count: 1 })
    expect((await say()).kind).toBe('sent')
    account.control.chaos.add({ target: 'message', effect: 'error', code: -200, count: 2 })
    expect(await say()).toMatchObject({ kind: 'refused', class: 'permanent', code: -200 })
    expect(heard()).toHaveLength(1)
  })

  it.each([
    [-32, { kind: 'retry', code: -32 }],
    [-214, { kind: 'retry', code: -214 }],
    [-201, { kind: 'refused', class: 'permanent', code: -201 }],
    [-210, { kind: 'refused', class: 'permanent', code: -210 }],
    [-213, { kind: 'refused', class: 'window', code: -213 }],
    [-227, { kind: 'refused', class: 'window', code: -227 }],
    [-230, { kind: 'refused', class: 'window', code: -230 }],
    [-232, { kind: 'refused', class: 'window', code: -232 }],
    [-244, { kind: 'refused', class: 'window', code: -244 }],
    [-211, { kind: 'defer', code: -211, reason: expect.stringContaining('oa.zalo.me') }],
    [-218, { kind: 'defer', code: -218 }],
    [-234, { kind: 'defer', code: -234 }],
    [-209, { kind: 'operator', code: -209, nextStep: expect.stringContaining('developers.zalo.me') }],
    [-224, { kind: 'operator', code: -224, nextStep: expect.stringContaining('ZALO_API=off') }],
    [-99999, { kind: 'refused', class: 'permanent', code: -99999 }],
  ])('refused with %i is not sent a second time', async (code, expected) => {
    account.control.chaos.add({ target: 'message', effect: 'error', code })
    expect(await say()).toMatchObject(expected)
    expect(sendCalls()).toHaveLength(1)
    expect(heard()).toEqual([])
  })

  it('waits for the morning, a day, or a rest, as Zalo asks', async () => {
    const untilOf = async (code: number) => {
      account.control.chaos.clear()
      account.control.chaos.add({ target: 'message', effect: 'error', code })
      const outcome = await say()
      return outcome.kind === 'defer' ? outcome.until.getTime() - account.clock.now().getTime() : Number.NaN
    }
    const hourInVietnam = (account.clock.now().getUTCHours() + 7) % 24
    account.control.clock.advance(`${(47 - hourInVietnam) % 24}h`)
    expect(await untilOf(-234)).toBeGreaterThanOrEqual(6 * 3600_000)
    expect(await untilOf(-218)).toBeGreaterThanOrEqual(24 * 3600_000 - 1000)
    account.control.chaos.clear()
    account.control.chaos.add({ target: 'message', effect: 'error', code: -32 })
    const rest = await say()
    expect(rest.kind === 'retry' && rest.afterMs).toBeGreaterThanOrEqual(20_000)
  })

  it.each([
    ['a proxy answers 502 in HTML', { effect: 'bad_gateway' as const }],
    ['a proxy answers 502 in HTML after it was sent', { effect: 'bad_gateway_after' as const }],
    ['the line is cut before Zalo worked', { effect: 'drop_before' as const }],
    ['the line is cut after Zalo sent it', { effect: 'drop_after' as const }],
    ['the answer breaks off in the middle', { effect: 'malformed_json' as const }],
    ['the answer never comes', { effect: 'hang_after' as const }],
  ])('is of unknown fate, and not repeated, when %s', async (_what, rule) => {
    account.control.chaos.add({ target: 'message', ...rule })
    await zalo.start()
    expect(await say(HELLO, person, AbortSignal.timeout(2000))).toMatchObject({ kind: 'unknown' })
    expect(sendCalls().length).toBeLessThanOrEqual(1)
    expect(heard().length).toBeLessThanOrEqual(1)
  })

  it('is safe to try again when Zalo could not be reached at all', async () => {
    await zalo.start()
    const cutOff = account.open({ openapiUrl: 'http://127.0.0.1:9' })
    expect(await cutOff.client.sendMessage({ oaId: SECRETS.oaId, recipientId: person, message: HELLO })).toMatchObject({
      kind: 'retry',
      code: null,
    })
    const unnamed = account.open({ openapiUrl: 'http://no-such-host.invalid' })
    expect(await unnamed.client.sendMessage({ oaId: SECRETS.oaId, recipientId: person, message: HELLO })).toMatchObject(
      { kind: 'retry', code: null },
    )
  })

  it('is safe to try again when the database is away: nothing was sent', async () => {
    await say()
    const gone = connect('postgres://nobody@127.0.0.1:9/nothing')
    zalo = account.open({}, { db: gone })
    expect(await say()).toMatchObject({ kind: 'retry', code: null })
    expect(sendCalls()).toHaveLength(1)
    await gone.destroy()
  })

  it('is safe to try again when its time runs out before there is a token: nothing was sent', async () => {
    account.control.chaos.add({ target: 'token', effect: 'slow', delayMs: 2000 })
    expect(await say(HELLO, person, AbortSignal.timeout(300))).toMatchObject({ kind: 'retry', code: null })
    expect(sendCalls()).toEqual([])
    expect(await zalo.tokens.refreshIfDue(SECRETS.oaId)).toMatchObject({ kind: 'token' })
  })

  it('is for the operator when the address of the API is wrong', async () => {
    const lost = account.open({ openapiUrl: `${account.emulator.openapiUrl}/wrong` })
    expect(await lost.client.sendMessage({ oaId: SECRETS.oaId, recipientId: person, message: HELLO })).toMatchObject({
      kind: 'operator',
      nextStep: expect.stringContaining('ZALO_OPENAPI_URL'),
    })
  })

  it('is refused for good when the person cannot be reached', async () => {
    account.control.people.change('ba-sau', { refuses: 'this kind' })
    expect(await say()).toMatchObject({ kind: 'refused', class: 'window', code: -244 })
    account.control.people.change('ba-sau', { refuses: 'nothing' })
    account.control.clock.advance('8d')
    expect(await say()).toMatchObject({ kind: 'refused', class: 'window', code: -230 })
    expect(await say(HELLO, '1111111111111111119')).toMatchObject({ kind: 'refused', class: 'permanent', code: -201 })
  })
})

describe('a refused token', () => {
  it.each([-216, -220, -124])('is renewed once, and the message goes out (%i)', async code => {
    await say()
    account.control.chaos.add({ target: 'message', effect: 'error', code, count: 1 })
    expect((await say()).kind).toBe('sent')
    expect(account.control.tokens.read()).toMatchObject({ rotations: 2, spentTwice: 0 })
  })

  it('is for the operator when the new one is refused as well', async () => {
    account.control.chaos.add({ target: 'message', effect: 'error', code: -216 })
    expect(await say()).toMatchObject({ kind: 'operator', code: -216, nextStep: expect.stringContaining('cấp quyền') })
    expect(account.control.tokens.read().rotations).toBe(2)
  })

  it('has run out by the clock: a new one is there before the message goes out', async () => {
    await say()
    account.control.clock.advance('26h')
    await new Promise(resolve => setTimeout(resolve, 20))
    expect(
      (await account.open().client.sendMessage({ oaId: SECRETS.oaId, recipientId: person, message: HELLO })).kind,
    ).toBe('sent')
    expect(account.control.tokens.read()).toMatchObject({ rotations: 2, spentTwice: 0 })
  })

  it('never appears in the log', async () => {
    const pair = account.control.tokens.grant()
    zalo = account.open({ firstRefreshToken: pair.refreshToken })
    await say()
    account.control.tokens.revoke()
    await say()
    const { access_token } = await account.db
      .selectFrom('official_accounts')
      .select('access_token')
      .executeTakeFirstOrThrow()
    expect(account.logged()).not.toContain(pair.refreshToken)
    expect(account.logged()).not.toContain(SECRETS.appSecret)
    expect(account.logged()).not.toContain(access_token)
  })
})

describe('the OA of a state agency', () => {
  const remembered = () => zalo.capabilities.read(SECRETS.oaId)

  it('is written to through the older API, which is remembered', async () => {
    account.control.settings.change({ oa: { type: 'state' } })
    expect((await say()).kind).toBe('sent')
    expect(sendCalls().map(({ error }) => error)).toEqual([0, -235])
    expect(await remembered()).toEqual({ messageApi: 'v2', canSendCs: true })
    expect((await say()).kind).toBe('sent')
    expect(sendCalls()).toHaveLength(3)
  })

  it('is written to through the newer API again once Zalo asks for it', async () => {
    await zalo.capabilities.remember(SECRETS.oaId, { messageApi: 'v2' })
    expect((await say()).kind).toBe('sent')
    expect(sendCalls().map(({ error }) => error)).toEqual([0, -240])
    expect(await remembered()).toEqual({ messageApi: 'v3', canSendCs: true })
  })

  it('cannot reply when both refuse: that is remembered, and no further call is made', async () => {
    account.control.settings.change({ oa: { type: 'state_strict' } })
    expect(await say()).toEqual({ kind: 'cannot_reply' })
    expect(await say()).toEqual({ kind: 'cannot_reply' })
    expect(sendCalls()).toHaveLength(2)

    account.control.settings.change({ oa: { type: 'enterprise' } })
    await zalo.capabilities.forgetSending(SECRETS.oaId)
    expect((await say()).kind).toBe('sent')
  })

  it('is not tried a second way after any other refusal', async () => {
    account.control.chaos.add({ target: 'message', effect: 'error', code: -230 })
    await say()
    expect(sendCalls()).toHaveLength(1)
  })
})

describe('a conversation', () => {
  it('shows what both sides wrote, newest first, and ours by its fingerprint', async () => {
    await say(WITH_BUTTONS)
    const page = await zalo.client.readConversation({ oaId: SECRETS.oaId, userId: person, offset: 0, count: 10 })
    expect(page).toMatchObject({
      kind: 'ok',
      value: [
        {
          fromOa: true,
          text: WITH_BUTTONS.text,
          textHash: messageHash(messageText(WITH_BUTTONS)),
          messageId: heard()[0]?.id,
        },
        { fromOa: false, text: 'xin chao' },
      ],
    })
    const rest = await zalo.client.readConversation({ oaId: SECRETS.oaId, userId: person, offset: 1, count: 10 })
    expect(rest.kind === 'ok' && rest.value).toHaveLength(1)
  })

  it('settles nothing on an OA where the doctor has not seen our messages in it', async () => {
    await say()
    const where = { oaId: SECRETS.oaId, recipientId: person }
    expect(await zalo.channel.readHistory(where, 0)).toBeNull()
    await zalo.capabilities.remember(SECRETS.oaId, { history: true })
    expect(await zalo.channel.readHistory(where, 0)).toHaveLength(2)
    account.control.chaos.add({ target: 'history', effect: 'bad_gateway' })
    await expect(zalo.channel.readHistory(where, 0)).rejects.toThrow()
  })
})

describe('the person who holds the Mini App', () => {
  it('is told by Zalo, with the proof that we are the app', async () => {
    account.control.people.change('ba-sau', { miniApp: { sharesName: true } })
    const result = await zalo.client.readMiniAppUser(account.control.miniApp.token('ba-sau'))
    const { appUserId, userId, name } = account.control.people.find('ba-sau')
    expect(result).toMatchObject({ kind: 'ok', value: { appUserId, oaUserId: userId, name, isSensitive: false } })
  })

  it('is nobody with a made-up token', async () => {
    expect((await zalo.client.readMiniAppUser('made up')).kind).toBe('refused')
  })

  it('is proved by the reference vector', () => {
    expect(appSecretProof('appSecretForTests123', 'userAccessTokenForTests')).toBe(
      '5e5989700070f50bfa3294abc268476cd3b84d2ac9d8842cd041763a669e3f49',
    )
  })
})

describe('the doctor', () => {
  const visit = (historyUserId?: string, miniAppToken?: string) =>
    diagnose(
      {
        oaId: SECRETS.oaId,
        client: zalo.client,
        capabilities: zalo.capabilities,
        findSent: async () => heard().map(({ text, at }) => ({ textHash: messageHash(text), sentAt: new Date(at) })),
        findPosts: async () => [],
        findPerson: async () => ({ userIdByApp: account.control.people.find('ba-sau').appUserId }),
      },
      { historyUserId, miniAppToken },
    )
  const coloursOf = async (...args: Parameters<typeof visit>) =>
    Object.fromEntries((await visit(...args)).map(({ name, colour }) => [name, colour]))

  it('finds everything well, writes nothing to anybody, and remembers the OA', async () => {
    account.control.act.follow('ba-sau')
    const findings = await visit()
    expect(findings.filter(({ colour }) => colour !== 'green')).toEqual([])
    expect(heard()).toEqual([])
    const row = await account.db.selectFrom('official_accounts').select(['name', 'oa_type']).executeTakeFirstOrThrow()
    expect(row).toMatchObject({ name: 'UBND Phường Mẫu', oa_type: 2 })
  })

  it('asks a state OA the older way about its followers', async () => {
    account.control.settings.change({ oa: { type: 'state' } })
    expect(await coloursOf()).toMatchObject({ 'Danh sách người quan tâm': 'green' })
  })

  it('names what is wrong and the next step', async () => {
    account.control.act.follow('ba-sau')
    account.control.settings.change({ oa: { callsFromAbroad: true, withheld: ['article'] } })
    const findings = await visit()
    expect(findings.filter(({ colour }) => colour === 'red').map(({ nextStep }) => nextStep)).toEqual([
      expect.stringContaining('IP Việt Nam'),
      expect.stringContaining('đường dẫn cấp quyền'),
    ])
  })

  it('proves that the history shows our messages, and remembers it', async () => {
    expect(await coloursOf(person)).toMatchObject({ 'Lịch sử trò chuyện có tin máy gửi': 'amber' })
    await say()
    expect(await coloursOf(person)).toMatchObject({ 'Lịch sử trò chuyện có tin máy gửi': 'green' })
    expect(await zalo.capabilities.read(SECRETS.oaId)).toMatchObject({ history: true })
  })

  it('tells whether the Mini App knows the person of the chat', async () => {
    const [finding] = (await visit(undefined, account.control.miniApp.token('ba-sau'))).slice(-1)
    expect(finding).toMatchObject({
      colour: 'green',
      finding: 'user_id_by_oa trùng với mã trong webhook; user_id_by_app so với id: trùng.',
    })
    account.control.settings.change({ miniApp: { linkedToOa: false } })
    const [unlinked] = (await visit(undefined, account.control.miniApp.token('ba-sau'))).slice(-1)
    expect(unlinked).toMatchObject({ colour: 'amber' })
  })

  it('stops at the first line when Zalo cannot be reached', async () => {
    zalo = account.open({ openapiUrl: 'http://127.0.0.1:9' })
    expect(await visit()).toMatchObject([{ colour: 'red' }])
  })
})

describe("Zalo's error codes", () => {
  it('each ask for one remedy', () => {
    const codes: Record<string, number[]> = {
      operator: [-204, -205, -209, -212, -219, -221, -223, -224, -237, -242, -248, -320, -321, -501],
      permanent: [-201, -210, -233, -238, -241, -249, -403, -12345],
      window: [-213, -217, -227, -230, -231, -232, -244],
      refresh: [-124, -216, -220],
      switch_endpoint: [-235, -240],
      defer: [-133, -144, -147, -211, -218, -234],
      retry: [-32, -200, -214],
      reupload: [-100],
    }
    for (const [remedy, those] of Object.entries(codes)) {
      expect(those.map(code => [code, remedyFor(code).class])).toEqual(those.map(code => [code, remedy]))
    }
  })

  it('put a night message off to five past six in the morning, Vietnamese time, spread over half an hour', () => {
    expect(deferUntil('morning', new Date('2026-11-21T16:00:00Z'), 0)).toEqual(new Date('2026-11-21T23:05:00Z'))
    expect(deferUntil('morning', new Date('2026-11-21T22:59:00Z'), 0)).toEqual(new Date('2026-11-21T23:05:00Z'))
    expect(deferUntil('morning', new Date('2026-11-21T23:05:00Z'), 0)).toEqual(new Date('2026-11-22T23:05:00Z'))
    expect(deferUntil('morning', new Date('2026-11-21T16:00:00Z'), 0.5)).toEqual(new Date('2026-11-21T23:20:00Z'))
  })
})

describe("the health of the ward's Zalo", () => {
  const NAMES = {
    grant: 'Quyền truy cập Zalo OA',
    webhook: 'Webhook (Zalo báo tin cho máy chủ)',
    replies: 'Trả lời trong chat Zalo',
  }
  type Counts = Record<string, { label: string; hoursAgo: number }>

  async function colours(counts: Counts = {}, changes: Partial<ZaloConfig> = {}) {
    const health = createZaloHealth({
      config: zaloConfig(account.emulator, changes),
      tokens: zalo.tokens,
      capabilities: zalo.capabilities,
      clock: account.clock,
      readCounts: async name => {
        const count = counts[name]
        return count
          ? [
              {
                label: count.label,
                total: 3,
                lastAt: new Date(account.clock.now().getTime() - count.hoursAgo * 3600_000),
              },
            ]
          : []
      },
    })
    const items = await health()
    for (const { colour, nextStep } of items) expect(nextStep !== null).toBe(colour !== 'green')
    return Object.fromEntries(items.map(({ name, colour }) => [name, colour]))
  }

  it('is red until the OA has given its consent, and again when the grant is lost', async () => {
    expect(await colours()).toMatchObject({ [NAMES.grant]: 'red' })
    await zalo.start()
    expect(await colours()).toMatchObject({ [NAMES.grant]: 'green' })
    await zalo.tokens.noteRevoked(SECRETS.oaId)
    expect(await colours()).toMatchObject({ [NAMES.grant]: 'red' })
  })

  it('is red when bad signatures come and no good one since', async () => {
    const bad = { label: 'wrong_signature', hoursAgo: 1 }
    expect(await colours({ webhook_refused: bad })).toMatchObject({ [NAMES.webhook]: 'red' })
    expect(await colours({ webhook_refused: bad, webhook_accepted: { label: 'follow', hoursAgo: 2 } })).toMatchObject({
      [NAMES.webhook]: 'red',
    })
    expect(await colours({ webhook_refused: bad, webhook_accepted: { label: 'follow', hoursAgo: 0 } })).toMatchObject({
      [NAMES.webhook]: 'green',
    })
    expect(await colours({ webhook_refused: { label: 'no_signature', hoursAgo: 0 } })).toMatchObject({
      [NAMES.webhook]: 'amber',
    })
    expect(await colours({ webhook_accepted: { label: 'follow', hoursAgo: 100 } })).toMatchObject({
      [NAMES.webhook]: 'amber',
    })
  })

  it('knows whether replies go out only once one has', async () => {
    expect(await colours()).toMatchObject({ [NAMES.replies]: 'amber' })
    await say()
    expect(await colours()).toMatchObject({ [NAMES.replies]: 'green' })
    await zalo.capabilities.remember(SECRETS.oaId, { canSendCs: false })
    expect(await colours()).toMatchObject({ [NAMES.replies]: 'red' })
  })

  it('says what is off in a ward without the API', async () => {
    expect(await colours({}, { api: false })).toEqual({ [NAMES.replies]: 'off', 'Mini App': 'green' })
  })
})
