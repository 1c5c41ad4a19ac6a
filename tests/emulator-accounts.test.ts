/** Who may do what at the emulated Zalo: the OA’s consent, its tokens, the users of the Mini App. */
import { createHmac } from 'node:crypto'
import { afterEach, describe, expect, it } from '@jest/globals'
import type { Emulator } from '../emulator/index.ts'
import { challengeOf } from '../emulator/oauth/grants.ts'
import {
  answerOf,
  CALLBACK,
  callsOf,
  closeAll,
  openChat,
  openZalo,
  parse,
  SECRETS,
  tokenCall,
} from './setup/emulated-zalo.ts'

afterEach(closeAll)

describe('the consent of the OA', () => {
  const consent = (zalo: Emulator, changes: Record<string, string> = {}) => {
    const query = { app_id: SECRETS.appId, redirect_uri: CALLBACK, state: 'cổng 1', ...changes }
    return fetch(`${zalo.oauthUrl}/v4/oa/permission?${new URLSearchParams(query)}`, { redirect: 'manual' })
  }
  const codeFrom = (response: Response) =>
    new URL(response.headers.get('location') ?? '').searchParams.get('code') ?? ''
  const exchange = (zalo: Emulator, code: string, more = {}) =>
    tokenCall(zalo, { grant_type: 'authorization_code', code, app_id: SECRETS.appId, ...more })

  it('leads back to the registered callback with code, OA and state', async () => {
    const { zalo } = await openZalo()
    const target = new URL((await consent(zalo)).headers.get('location') ?? '')
    expect(target.origin + target.pathname).toBe(CALLBACK)
    expect([target.searchParams.get('oa_id'), target.searchParams.get('state')]).toEqual([SECRETS.oaId, 'cổng 1'])
  })

  it.each([
    ['another app', { app_id: '999999999999' }, -14002],
    ['a callback that differs by a slash', { redirect_uri: `${CALLBACK}/` }, -14003],
  ])('is refused to %s', async (_, changes, error) => {
    const { zalo } = await openZalo()
    expect(await (await consent(zalo, changes)).json()).toMatchObject({ error, error_reason: '' })
  })

  it('asks an admin to agree when it is not given at once', async () => {
    const { zalo } = await openZalo({ settings: { oauth: { autoConsent: false } } })
    expect(await (await consent(zalo)).text()).toContain('Cho phép')
    expect((await consent(zalo, { agree: '1' })).status).toBe(302)
  })

  it('turns a code into tokens once, within ten minutes', async () => {
    const { zalo } = await openZalo()
    const code = codeFrom(await consent(zalo))
    expect(await exchange(zalo, code)).toMatchObject({
      status: 200,
      expires_in: '90000',
      refresh_token: expect.any(String),
    })
    expect(await exchange(zalo, code)).toMatchObject({ status: 200, error: -14010 })
    const late = codeFrom(await consent(zalo))
    zalo.control.clock.advance('601s')
    expect((await exchange(zalo, late)).error).toBe(-14005)
  })

  it('checks the verifier when, and only when, a challenge was bound', async () => {
    const { zalo } = await openZalo()
    const code_verifier = 'a'.repeat(43)
    const bound = { code_challenge: challengeOf(code_verifier) }
    expect((await exchange(zalo, codeFrom(await consent(zalo, bound)))).error).toBe(-14006)
    expect(await exchange(zalo, codeFrom(await consent(zalo, bound)), { code_verifier })).toHaveProperty('access_token')
    zalo.control.settings.change({ oauth: { pkce: 'console', consoleChallenge: challengeOf('b'.repeat(43)) } })
    expect((await exchange(zalo, codeFrom(await consent(zalo, bound)), { code_verifier })).error).toBe(-14006)
  })

  it('takes the app secret from the header only, and forms only', async () => {
    const { zalo } = await openZalo()
    const form = {
      grant_type: 'refresh_token',
      refresh_token: zalo.control.tokens.grant().refreshToken,
      app_id: SECRETS.appId,
    }
    expect((await tokenCall(zalo, { ...form, secret_key: SECRETS.appSecret }, {})).error).toBe(-14004)
    expect((await tokenCall(zalo, form, { secret_key: SECRETS.oaSecretKey })).error).toBe(-14004)
    const headers = { secret_key: SECRETS.appSecret, 'content-type': 'application/json' }
    const asJson = await fetch(`${zalo.oauthUrl}/v4/oa/access_token`, {
      method: 'POST',
      headers,
      body: JSON.stringify(form),
    })
    expect(await asJson.json()).not.toHaveProperty('access_token')
  })

  it('spends a refresh token once, and counts who tries again', async () => {
    const { zalo, refresh } = await openZalo()
    const { refreshToken } = zalo.control.tokens.grant()
    expect(await refresh(refreshToken)).toHaveProperty('refresh_token')
    expect(await refresh(refreshToken)).toMatchObject({ status: 200, error: -14019 })
    expect(zalo.control.tokens.read()).toMatchObject({ rotations: 1, reuseAttempts: 1, spentTwice: 1 })
  })

  it('can lose the answer after the token was spent', async () => {
    const { zalo, refresh } = await openZalo()
    const { refreshToken } = zalo.control.tokens.grant()
    zalo.control.chaos.add({ target: 'token', effect: 'drop_after', count: 1 })
    await expect(refresh(refreshToken)).rejects.toThrow()
    expect((await refresh(refreshToken)).error).toBe(-14019)
  })

  it('ends: access after 25 hours, refresh after three months, both when the OA removes the app', async () => {
    const { zalo, ward, refresh, token, get } = await openChat()
    zalo.control.clock.advance('1499m')
    expect((await get('/v2.0/oa/getoa', {})).error).toBe(0)
    zalo.control.clock.advance('2m')
    expect((await get('/v2.0/oa/getoa', {})).error).toBe(-220)
    const old = zalo.control.tokens.grant().refreshToken
    zalo.control.clock.advance('93d')
    expect((await refresh(old)).error).toBe(-14020)
    const fresh = zalo.control.tokens.grant()
    zalo.control.tokens.revoke()
    await zalo.control.idle(20)
    expect(ward.events()).toContain('permission_revoked')
    expect((await refresh(fresh.refreshToken)).error).toBe(-14019)
    expect((await callsOf(zalo, fresh.accessToken).get('/v2.0/oa/getoa', {})).error).toBe(-216)
    expect(token).not.toBe(fresh.accessToken)
  })
})

describe('the Mini App’s side', () => {
  const me = (
    zalo: Emulator,
    headers: Record<string, string>,
    path = '/v2.0/me?fields=id,name,user_id_by_oa,is_follower',
  ) => fetch(zalo.graphUrl + path, { headers }).then(answerOf)
  const proof = (token: string) => createHmac('sha256', SECRETS.appSecret).update(token).digest('hex')

  it('tells who holds a token to a server that can prove itself', async () => {
    const { zalo } = await openZalo()
    const person = zalo.control.people.find('ba-sau')
    const access_token = zalo.control.miniApp.token('ba-sau')
    expect((await me(zalo, {})).error).toBe(452)
    expect((await me(zalo, { access_token })).error).toBe(-242)
    expect((await me(zalo, { access_token, appsecret_proof: proof('another token') })).error).toBe(-242)
    const headers = { access_token, appsecret_proof: proof(access_token) }
    const stranger = await me(zalo, headers)
    expect(stranger).toMatchObject({ id: person.appUserId, error: 0 })
    for (const field of ['name', 'user_id_by_oa', 'is_follower']) expect(stranger).not.toHaveProperty(field)
    zalo.control.people.change('ba-sau', { miniApp: { sharesName: true } })
    zalo.control.act.follow('ba-sau')
    expect(await me(zalo, headers)).toMatchObject({
      name: 'Nguyễn Thị Sáu',
      user_id_by_oa: person.userId,
      is_follower: true,
    })
    zalo.control.clock.advance('61m')
    expect((await me(zalo, headers)).error).toBe(452)
  })

  it('knows a person who came from another app by another id, and tells that app nothing of our OA', async () => {
    const { zalo } = await openZalo()
    zalo.control.act.follow('ba-sau')
    const access_token = zalo.control.miniApp.token('ba-sau', 'other')
    const path = `/v2.0/me?fields=id,user_id_by_oa,is_follower&miniapp_id=${SECRETS.miniAppId}`
    const shown = await me(zalo, { access_token }, path)
    expect(shown.error).toBe(0)
    expect(shown).not.toHaveProperty('user_id_by_oa')
    expect((shown as { id?: string }).id).not.toBe(zalo.control.people.find('ba-sau').appUserId)
    const code = zalo.control.miniApp.code('ba-sau', 'phone')
    const headers = { access_token, code, secret_key: SECRETS.appSecret }
    expect((await me(zalo, headers, '/v2.0/me/info')).error).not.toBe(0)
  })

  it('changes a code into a phone number once, within two minutes, for the same person', async () => {
    const { zalo } = await openZalo()
    const { control } = zalo
    const redeem = (person: string, code: string, secret_key = SECRETS.appSecret) =>
      me(zalo, { access_token: control.miniApp.token(person), code, secret_key }, '/v2.0/me/info')
    const code = control.miniApp.code('ba-sau', 'phone')
    expect((await redeem('ba-sau', code, 'another')).error).not.toBe(0)
    expect((await redeem('anh-nam', code)).error).not.toBe(0)
    expect((await redeem('ba-sau', code)).data).toEqual({ number: control.people.find('ba-sau').phone })
    expect((await redeem('ba-sau', code)).error).not.toBe(0)
    const late = control.miniApp.code('ba-sau', 'location')
    control.clock.advance('121s')
    expect((await redeem('ba-sau', late)).error).not.toBe(0)
  })

  it('notifies a person who agreed and came lately, and names what is wrong otherwise', async () => {
    const { zalo } = await openZalo()
    const { control } = zalo
    const { appUserId } = control.people.find('ba-sau')
    const right = {
      'x-api-key': `Bearer ${SECRETS.miniAppKey}`,
      'x-user-id': appUserId,
      'x-miniapp-id': SECRETS.miniAppId,
      'content-type': 'application/json',
    }
    const notify = async (headers = {}, body: unknown = { templateId: 't', templateData: { title: 'Có kết quả' } }) =>
      parse(
        await fetch(`${zalo.miniAppOpenapiUrl}/notification/template`, {
          method: 'POST',
          headers: { ...right, ...headers },
          body: JSON.stringify(body),
        }).then(r => r.text()),
      )
    expect(await notify()).toEqual({ err: -111, msg: 'User cannot receive notifications' })
    control.people.change('ba-sau', { miniApp: { acceptsNotifications: true } })
    control.miniApp.token('ba-sau')
    expect(await notify()).toEqual({ err: 0, msg: 'Success', data: {} })
    expect(control.people.notices('ba-sau')).toHaveLength(1)
    expect(await notify({ 'x-api-key': SECRETS.miniAppKey })).toMatchObject({ err: -102 })
    expect(await notify({ 'x-miniapp-id': '1' })).toMatchObject({ err: -114 })
    expect(await notify({ 'x-user-id': '1' })).toMatchObject({ err: -110 })
    expect(await notify({}, {})).toMatchObject({ err: -100 })
    expect(await notify({}, { templateId: 't', templateData: { title: 'x'.repeat(20_000) } })).toMatchObject({
      err: -117,
    })
    control.settings.change({ miniApp: { envelope: 'error', mayNotify: false } })
    expect(await notify()).toMatchObject({ error: -112 })
    control.settings.change({ miniApp: { mayNotify: true, dailyNotifications: 1 } })
    expect(await notify()).toMatchObject({ error: -109 })
  })
})
