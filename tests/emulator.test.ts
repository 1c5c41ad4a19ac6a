/** The emulated Zalo must be as strict as the real one, else practice and tests would promise too much. */

import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync } from 'node:fs'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, describe, expect, it } from '@jest/globals'
import { appSecretProof } from '../emulator/graph/proof.ts'
import { type Emulator, startEmulator } from '../emulator/index.ts'
import { challengeOf } from '../emulator/oauth/grants.ts'
import { signMiniAppEvent, signOaEvent } from '../emulator/webhook/signature.ts'
import { answerOf, atTheEnd, closeAll, HOUR, openChat, openZalo, SECRETS, tokenCall } from './setup/emulated-zalo.ts'

afterEach(closeAll)

describe('the emulated Zalo', () => {
  it('computes signatures, challenges and proofs as the documented formulas do', () => {
    const body =
      '{"app_id":"1234567890123456789","user_id_by_app":"5555555555555555555","event_name":"user_send_text","timestamp":"1763712000000","sender":{"id":"6666666666666666666"},"message":{"msg_id":"4a1b2c3d4e5f60718293","text":"Xin chào"},"recipient":{"id":"7777777777777777777"}}'
    expect(signOaEvent(SECRETS.appId, body, '1763712000000', SECRETS.oaSecretKey)).toBe(
      'mac=844e2c548b4e16e96b1f191377dd7fe98755afcb183edd90969d605fb328ce4f',
    )
    expect(challengeOf('dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk')).toBe(
      'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM',
    )
    expect(appSecretProof(SECRETS.appSecret, 'userAccessTokenForTests')).toBe(
      '5e5989700070f50bfa3294abc268476cd3b84d2ac9d8842cd041763a669e3f49',
    )
    const revoked = {
      event: 'user.revoke.consent',
      appId: '2222222222222222222',
      userId: '3333333333333333333',
      timestamp: 1763712000000,
    }
    expect(signMiniAppEvent(revoked, SECRETS.miniAppKey)).toBe(
      '4ecb7138a8b8c5ad3f5c6d2c510c51851dee668cc7e209c777e0bca96f2f8f52',
    )
  })

  it('gives a person another id for every OA and app, always beyond what a number can hold', async () => {
    const { zalo } = await openZalo()
    const { zalo: other } = await openZalo({ secrets: { ...SECRETS, oaId: '8888888888888888888' } })
    const [here, there] = [zalo.control.people.find('ba-sau'), other.control.people.find('ba-sau')]
    expect(here.userId).not.toBe(there.userId)
    expect(here.appUserId).toBe(there.appUserId)
    for (const id of [here.userId, here.appUserId, there.userId]) expect(String(Number(id))).not.toBe(id)
  })

  it('remembers people, chats, tokens and time when it is started again', async () => {
    const stateFile = join(mkdtempSync(join(tmpdir(), 'zalo-')), 'state.json')
    const first = await startEmulator({ port: 0, secrets: SECRETS, stateFile })
    const { refreshToken } = first.control.tokens.grant()
    first.control.act.text('ba-sau', 'Còn nhớ tôi không?')
    first.control.clock.advance('3d')
    await first.close()
    const { zalo, refresh } = await openZalo({ stateFile })
    expect(zalo.control.people.messages('ba-sau').map(({ text }) => text)).toEqual(['Còn nhớ tôi không?'])
    expect(zalo.control.clock.read().offsetMs).toBeGreaterThan(71 * HOUR)
    expect(await refresh(refreshToken)).toHaveProperty('access_token')
  })
})

describe('trouble made to order', () => {
  it.each([
    ['bad_gateway', 0],
    ['bad_gateway_after', 1],
    ['drop_before', 0],
    ['drop_after', 1],
    ['malformed_json', 1],
  ] as const)('%s leaves %d messages delivered and no readable answer', async (effect, delivered) => {
    const { zalo, person, send } = await openChat()
    zalo.control.chaos.add({ target: 'message', effect, count: 1 })
    const first = await send(person.userId, { text: 'Chào bà' }).catch(() => undefined)
    expect(first?.error).toBeUndefined()
    expect(zalo.control.people.messages('ba-sau').filter(({ from }) => from === 'oa')).toHaveLength(delivered)
    expect((await send(person.userId, { text: 'Chào bà' })).error).toBe(0)
  })

  it('delivers a message whose answer never comes', async () => {
    const { zalo, person, token } = await openChat()
    zalo.control.chaos.add({ target: 'message', effect: 'hang_after' })
    const call = fetch(`${zalo.openapiUrl}/v3.0/oa/message/cs`, {
      method: 'POST',
      headers: { access_token: token, 'content-type': 'application/json' },
      body: JSON.stringify({ recipient: { user_id: person.userId }, message: { text: 'Chào bà' } }),
      signal: AbortSignal.timeout(300),
    })
    await expect(call).rejects.toThrow()
    expect(zalo.control.people.messages('ba-sau').at(-1)?.text).toBe('Chào bà')
  })

  it('answers any code it is asked for, as often as it is asked', async () => {
    const { zalo, person, send } = await openChat()
    for (const code of [-32, -216, -220, -230, -235]) {
      zalo.control.chaos.add({ target: 'message', effect: 'error', code, count: 1 })
      expect((await send(person.userId, { text: 'Chào bà' })).error).toBe(code)
    }
    expect((await send(person.userId, { text: 'Chào bà' })).error).toBe(0)
  })
})

describe('the control API', () => {
  const rawCall = (zalo: Emulator, headers: Record<string, string>) =>
    new Promise<number | undefined>((resolve, reject) => {
      const call = request(`${zalo.url}/__emu/reset`, { method: 'POST', headers }, response =>
        resolve(response.resume().statusCode),
      )
      call.on('error', reject).end()
    })

  it('obeys this machine only, and no page of another origin', async () => {
    const { zalo } = await openZalo()
    expect(await rawCall(zalo, {})).toBe(200)
    expect(await rawCall(zalo, { host: 'evil.example' })).toBe(403)
    expect(await rawCall(zalo, { origin: 'https://evil.example' })).toBe(403)
    expect(await rawCall(zalo, { 'sec-fetch-site': 'cross-site' })).toBe(403)
  })

  it('does over HTTP what it does in the same process', async () => {
    const { zalo } = await openZalo()
    const call = async (method: string, path: string, body?: unknown) => {
      const options = {
        method,
        headers: { 'content-type': 'application/json' },
        body: body === undefined ? undefined : JSON.stringify(body),
      }
      return answerOf(await fetch(`${zalo.url}/__emu${path}`, options))
    }
    expect((await call('POST', '/personas/ba-sau/text', { text: 'chào' })).status).toBe(200)
    expect(zalo.control.people.messages('ba-sau')).toHaveLength(1)
    expect((await call('POST', '/clock', { advance: '49h' })).text).toContain('offsetMs')
    expect((await call('POST', '/clock', { advance: 'hai ngày' })).status).toBe(400)
    expect((await call('PATCH', '/settings', { oa: { type: 'city' } })).status).toBe(400)
    expect((await call('POST', '/personas/ai-do/text', { text: 'chào' })).status).toBe(404)
    expect((await call('POST', '/chaos', { target: 'message', effect: 'explode' })).status).toBe(400)
    expect((await call('GET', '/idle?quietMs=10')).status).toBe(200)
    expect((await call('POST', '/reset', {})).status).toBe(200)
    expect(zalo.control.people.messages('ba-sau')).toEqual([])
  })

  it('shows a page that needs nothing from outside', async () => {
    const { zalo } = await openZalo()
    const page = await fetch(zalo.url)
    const html = await page.text()
    expect(html).toContain('không có tin nào ra ngoài')
    expect(html).not.toMatch(/https?:\/\//)
    expect(page.headers.get('content-security-policy')).toMatch(
      /default-src 'none'; script-src 'self'; style-src 'self'/,
    )
  })
})

describe('the emulator as a process', () => {
  const settings = {
    EMULATOR_PORT: '0',
    ZALO_APP_ID: SECRETS.appId,
    ZALO_APP_SECRET: SECRETS.appSecret,
    ZALO_OA_ID: SECRETS.oaId,
    ZALO_OA_SECRET_KEY: SECRETS.oaSecretKey,
    ZALO_MINIAPP_ID: SECRETS.miniAppId,
    ZALO_MINIAPP_KEY: SECRETS.miniAppKey,
    ZALO_REFRESH_TOKEN: 'agreed-before-the-start',
  }

  it.each([
    ['SIGTERM', (child: ChildProcess) => child.kill('SIGTERM')],
    ['SIGINT', (child: ChildProcess) => child.kill('SIGINT')],
    ['SIGHUP', (child: ChildProcess) => child.kill('SIGHUP')],
    ['the end of its parent', (child: ChildProcess) => child.disconnect()],
  ])('says when it is ready, honours the agreed refresh token, and stops on %s', async (_, stop) => {
    const main = fileURLToPath(new URL('../emulator/main.ts', import.meta.url))
    const child = fork(main, { env: settings, execArgv: [], stdio: ['ignore', 'inherit', 'inherit', 'ipc'] })
    const exit = once(child, 'exit')
    atTheEnd(async () => child.kill('SIGKILL'))
    const [{ ready }] = await once(child, 'message')
    expect(ready).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/)
    const form = { grant_type: 'refresh_token', refresh_token: 'agreed-before-the-start', app_id: SECRETS.appId }
    expect(await tokenCall({ oauthUrl: `${ready}/oauth` } as Emulator, form)).toHaveProperty('access_token')
    stop(child)
    expect(await exit).toEqual([0, null])
  })
})
