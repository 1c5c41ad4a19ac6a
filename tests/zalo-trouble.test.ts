/** When Zalo, the network or the database is in trouble: nobody is written to twice, and what can arrive arrives. */
import { afterEach, describe, expect, it } from '@jest/globals'
import { sql } from 'kysely'
import type { ChaosInput } from '../emulator/world/chaos.ts'
import { until } from './setup/until.ts'
import { openWard, type TestWard, type WardOptions } from './setup/ward.ts'

const QUESTION = 'Làm giấy khai sinh cần gì?'
/** What is not known is decided within a test; an attempt outlasts whatever a busy machine does meanwhile. */
const TIMING = { attemptMs: 10_000, leaseMs: 20_000, secondLookMs: 300, echoMs: 2000 }
const HANGS = { ...TIMING, attemptMs: 800, leaseMs: 1600 }

let ward: TestWard
afterEach(() => ward.close())

async function open(options: WardOptions = {}): Promise<void> {
  ward = await openWard({ ...options, config: { deliveryTiming: TIMING, ...options.config } })
}

async function fate(): Promise<{ state: string; reason: string | null; resolvedBy: string | null }[]> {
  const rows = await ward.db.selectFrom('deliveries').select(['state', 'reason', 'resolved_by']).orderBy('id').execute()
  return rows.map(row => ({ state: row.state, reason: row.reason, resolvedBy: row.resolved_by }))
}

const untilReached = (isReached: () => Promise<boolean>) => until(async () => JSON.stringify(await fate()), isReached)

const isDecided = async () => {
  const rows = await fate()
  return rows.length > 0 && rows.every(({ state }) => ['sent', 'failed', 'unknown'].includes(state))
}

describe('an answer is sent once', () => {
  const faults: [string, ChaosInput][] = [
    ['a proxy answers 502 in HTML and nothing was done', { target: 'message', effect: 'bad_gateway', count: 1 }],
    [
      'a proxy answers 502 in HTML after the message went out',
      { target: 'message', effect: 'bad_gateway_after', count: 1 },
    ],
    ['the connection is cut after the message went out', { target: 'message', effect: 'drop_after', count: 1 }],
    ['the answer never comes after the message went out', { target: 'message', effect: 'hang_after', count: 1 }],
    ['the answer is cut in the middle', { target: 'message', effect: 'malformed_json', count: 1 }],
  ]
  it.each(faults)('when %s', async (_what, fault) => {
    await open({ config: { deliveryTiming: fault.effect === 'hang_after' ? HANGS : TIMING } })
    ward.emulator.control.chaos.add(fault)
    ward.resident().write(QUESTION)
    await untilReached(isDecided)
    await ward.settle()
    const heard = ward.resident().heard()
    expect(heard.length).toBeLessThanOrEqual(1)
    expect((await fate())[0]?.state).toBe(heard.length === 1 ? 'sent' : 'unknown')
  })

  it('where history is known to be complete, also after a 502 that had swallowed it', async () => {
    await open()
    await sql`update official_accounts set capabilities = '{"history": true}'`.execute(ward.db)
    ward.emulator.control.chaos.add({ target: 'message', effect: 'bad_gateway', count: 1 })
    ward.resident().write(QUESTION)
    await untilReached(async () => ward.resident().heard().length > 0)
    await untilReached(isDecided)
    await ward.settle()
    expect(ward.resident().heard()).toHaveLength(1)
    expect((await fate())[0]?.state).toBe('sent')
  })

  it.each([-32, -216, -220])('and reaches the person although Zalo first answered %i', async code => {
    await open()
    ward.emulator.control.chaos.add({ target: 'message', effect: 'error', code, count: 1 })
    ward.resident().write(QUESTION)
    await untilReached(async () => {
      ward.emulator.control.clock.advance('2s')
      return ward.resident().heard().length > 0
    })
    await untilReached(isDecided)
    expect(ward.resident().heard()).toHaveLength(1)
  })

  it('and is given up at once with −230: the window is over', async () => {
    await open()
    ward.emulator.control.chaos.add({ target: 'message', effect: 'error', code: -230 })
    ward.resident().write(QUESTION)
    await untilReached(isDecided)
    expect((await fate())[0]).toMatchObject({ state: 'failed', reason: expect.stringContaining('window') })
  })
})

describe('a state agency’s account', () => {
  it('is answered through the endpoint that Zalo allows it', async () => {
    await open({ emulator: { settings: { oa: { type: 'state' } } } })
    await ward.resident().ask(QUESTION)
    expect(
      (await ward.db.selectFrom('official_accounts').select('capabilities').executeTakeFirst())?.capabilities,
    ).toMatchObject({ messageApi: 'v2' })
  })

  it('that may not reply at all is known as such, says so on the health page, and keeps its guides', async () => {
    await open({ emulator: { settings: { oa: { type: 'state_strict' } } } })
    ward.resident().write(QUESTION)
    await untilReached(isDecided)
    expect((await fate())[0]).toMatchObject({ state: 'failed', reason: 'cannot_reply' })
    const links = await ward.app.printableLinks(Number(new URL(ward.url).port))
    const page = await signIn(links.healthUrl)
    expect(page).toContain('Zalo không cho loại OA này gửi tin bằng máy')
    expect(page).toContain('/can-bo/van-ban-oa')
    expect((await fetch(`${ward.url}/thu-tuc/khai-sinh`)).status).toBe(200)
  })

  async function signIn(link: string): Promise<string> {
    const url = `${ward.url}${new URL(link).pathname}`
    const entered = await fetch(url, { method: 'POST', redirect: 'manual' })
    const cookie = entered.headers.get('set-cookie')?.split(';')[0] ?? ''
    return (await fetch(`${ward.url}/can-bo/tinh-trang`, { headers: { cookie } })).text()
  }
})

describe('the database', () => {
  it('that was away does not lose a question: Zalo delivers it again, and it is answered once', async () => {
    await open()
    const { control } = ward.emulator
    await sql`alter table events rename to events_away`.execute(ward.db)
    ward.resident().write(QUESTION)
    await control.idle(200)
    expect(ward.resident().heard()).toEqual([])
    await sql`alter table events_away rename to events`.execute(ward.db)
    control.clock.advance('31s')
    await untilReached(async () => ward.resident().heard().length > 0)
    await ward.settle()
    expect(ward.resident().heard()).toHaveLength(1)
  })
})

describe('requests that Zalo did not sign', () => {
  it('are answered 200 and leave no trace in the inbox', async () => {
    await open()
    const attacks = await ward.emulator.control.webhook.adversarial()
    await ward.settle()
    expect(attacks.map(({ status }) => status)).toEqual(attacks.map(() => 200))
    const stored = JSON.stringify(await ward.db.selectFrom('events').select('payload').execute())
    const forged = attacks.filter(({ signed }) => !signed)
    expect(forged.length).toBeGreaterThanOrEqual(6)
    expect(forged.filter(({ marker }) => stored.includes(marker))).toEqual([])
  })

  it('are answered 401 in strict mode', async () => {
    await open({ zalo: { webhookStrict: true } }).catch(() => undefined)
    const response = await fetch(`${ward.url}/webhooks/zalo/oa`, { method: 'POST', body: '{}' })
    expect(response.status).toBe(401)
  })
})
