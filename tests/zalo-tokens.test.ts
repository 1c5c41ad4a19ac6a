/** The ward's access to its OA: refresh tokens can be spent once, and a lost one costs a person's work. */
import { mkdir, readdir, readFile, stat } from 'node:fs/promises'
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import axios from 'axios'
import express from 'express'
import { sql } from 'kysely'
import { createSecretBox } from '../server/platform/secrets/index.ts'
import { connect, type Database } from '../server/platform/storage/index.ts'
import { codeChallenge, createVerifier } from '../server/platform/zalo/oauth.ts'
import { openAccount, SECRET_KEY, type ZaloAccount } from './setup/zalo-account.ts'
import { SECRETS } from './setup/zalo-settings.ts'

const OA = SECRETS.oaId

let account: ZaloAccount
const others: Database[] = []
beforeEach(async () => {
  account = await openAccount()
})
afterEach(async () => {
  for (const db of others.splice(0)) await db.destroy()
  await account.close()
})

/** A process of its own: its own memory and its own connections. */
function openProcess() {
  const db = connect(account.databaseUrl, { poolSize: 2 })
  others.push(db)
  return account.open({}, { db })
}
const grants = () => account.control.tokens.read()
const row = () =>
  account.db.selectFrom('official_accounts').selectAll().where('oa_id', '=', OA).executeTakeFirstOrThrow()

describe('a refresh token', () => {
  it('is never spent twice by eight processes that refresh at the same time, twenty times over', async () => {
    const processes = Array.from({ length: 8 }, openProcess)
    for (let round = 1; round <= 20; round++) {
      const answers = await Promise.all(processes.map(({ tokens }) => tokens.refreshIfDue(OA)))
      expect(answers.map(({ kind }) => kind)).toEqual(Array(8).fill('token'))
      expect(new Set(answers.map(answer => JSON.stringify(answer))).size).toBe(1)
      expect(grants()).toMatchObject({ rotations: round, reuseAttempts: 0, spentTwice: 0 })
      account.control.clock.advance('21h')
    }
  })

  it('is never spent twice by eight processes whose access token Zalo refused', async () => {
    const processes = Array.from({ length: 8 }, openProcess)
    const first = await processes[0]?.tokens.accessToken(OA)
    if (first?.kind !== 'token') throw new Error('the first token did not come')
    const renewed = await Promise.all(
      processes.flatMap(({ tokens }) => [tokens.renew(OA, first.token), tokens.renew(OA, first.token)]),
    )
    expect(new Set(renewed.map(answer => JSON.stringify(answer))).size).toBe(1)
    expect(renewed[0]).not.toEqual(first)
    expect(grants()).toMatchObject({ rotations: 2, reuseAttempts: 0 })
  })

  it('is left alone while more than five hours remain', async () => {
    const { tokens } = account.open()
    await tokens.refreshIfDue(OA)
    account.control.clock.advance('19h')
    await tokens.refreshIfDue(OA)
    expect(grants().rotations).toBe(1)
    account.control.clock.advance('2h')
    await tokens.refreshIfDue(OA)
    expect(grants().rotations).toBe(2)
  })

  it('does not make replies wait: while Zalo is being asked, messages can be written down', async () => {
    const { tokens } = account.open()
    account.control.chaos.add({ target: 'token', effect: 'slow', delayMs: 1500 })
    const refreshing = tokens.refreshIfDue(OA)
    await new Promise(resolve => setTimeout(resolve, 300))
    await account.db.transaction().execute(async tx => {
      await sql`set local lock_timeout = '500ms'`.execute(tx)
      await tx
        .insertInto('conversations')
        .values({ oa_id: OA, oa_user_id: '1', updated_at: account.clock.now() })
        .execute()
    })
    expect((await refreshing).kind).toBe('token')
  })

  it('is tried once more when the answer was lost; when it was spent all the same, a person must consent, and nobody loops', async () => {
    const { tokens } = account.open()
    await tokens.refreshIfDue(OA)
    account.control.clock.advance('21h')
    account.control.chaos.add({ target: 'token', effect: 'drop_after', count: 1 })
    expect(await tokens.refreshIfDue(OA)).toEqual({ kind: 'consent_needed' })
    expect((await row()).consent_needed_since).toEqual(expect.any(Date))
    expect(account.counted).toContain('token_alarm consent_needed')

    const tries = account.control.calls().length
    await tokens.refreshIfDue(OA)
    await tokens.refreshIfDue(OA)
    expect(account.control.calls()).toHaveLength(tries)
    expect(await tokens.accessToken(OA)).toMatchObject({ kind: 'token' })
    account.control.clock.advance('5h')
    expect(await account.open({ firstRefreshToken: undefined }).tokens.accessToken(OA)).toEqual({
      kind: 'consent_needed',
    })
  })

  it('survives a request that never arrived', async () => {
    const { tokens } = account.open()
    account.control.chaos.add({ target: 'token', effect: 'drop_before', count: 1 })
    expect((await tokens.refreshIfDue(OA)).kind).toBe('token')
    expect(grants()).toMatchObject({ rotations: 1, reuseAttempts: 0 })
  })

  it('survives an hour in which Zalo cannot be reached', async () => {
    const away = account.open({}, {})
    await away.tokens.refreshIfDue(OA)
    account.control.clock.advance('21h')
    account.control.chaos.add({ target: 'token', effect: 'bad_gateway' })
    expect((await away.tokens.refreshIfDue(OA)).kind).toBe('unreachable')
    expect((await away.tokens.refreshIfDue(OA)).kind).toBe('unreachable')
    account.control.chaos.clear()
    expect((await away.tokens.refreshIfDue(OA)).kind).toBe('token')
    expect((await row()).consent_needed_since).toBeNull()
  })

  it('may be pasted anew into the settings after the grant was lost', async () => {
    await account.open().tokens.refreshIfDue(OA)
    account.control.tokens.revoke()
    account.control.clock.advance('21h')
    expect((await account.open().tokens.refreshIfDue(OA)).kind).toBe('consent_needed')
    const { refreshToken } = account.control.tokens.grant()
    expect((await account.open({ firstRefreshToken: refreshToken }).tokens.refreshIfDue(OA)).kind).toBe('token')
    expect((await row()).consent_needed_since).toBeNull()
  })

  it('raises an alarm once it is older than sixty days', async () => {
    const { tokens } = account.open()
    await tokens.refreshIfDue(OA)
    account.control.settings.change({ oauth: { refuseRefresh: true } })
    account.control.clock.advance('61d')
    expect(await tokens.state(OA)).toMatchObject({ isRefreshOld: true })
    await tokens.refreshIfDue(OA)
    await tokens.refreshIfDue(OA)
    expect(account.counted.filter(name => name === 'token_alarm refresh_token_old')).toHaveLength(1)
  })
})

describe('a new pair of tokens', () => {
  /** The database breaks off every change of a token: what a death between Zalo's answer and the commit looks like. */
  const breakCommits = () =>
    sql`
      create function die() returns trigger language plpgsql as $$
        begin
          if new.token_version <> old.token_version then raise exception 'the lights went out'; end if;
          return new;
        end $$;
      create trigger dies before update on official_accounts for each row execute function die();
    `.execute(account.db)
  const repairCommits = () => sql`drop trigger dies on official_accounts; drop function die();`.execute(account.db)

  it('is found in the journal when the process died before the database had it', async () => {
    await breakCommits()
    expect(await account.open().tokens.refreshIfDue(OA)).toEqual({ kind: 'unreachable', cause: 'database' })
    expect((await row()).refresh_started_at).toEqual(expect.any(Date))
    await repairCommits()

    const reborn = account.open()
    await reborn.start()
    expect(await reborn.tokens.accessToken(OA)).toMatchObject({ kind: 'token' })
    expect(await row()).toMatchObject({ token_version: 1, refresh_started_at: null, consent_needed_since: null })
    expect(grants()).toMatchObject({ rotations: 1, reuseAttempts: 0, refused: 0 })
    account.control.clock.advance('21h')
    expect((await reborn.tokens.refreshIfDue(OA)).kind).toBe('token')
    expect(grants()).toMatchObject({ rotations: 2, reuseAttempts: 0 })
  })

  it('is kept in mind when the database was away for a moment, without asking Zalo again', async () => {
    const { tokens } = account.open()
    await breakCommits()
    expect((await tokens.refreshIfDue(OA)).kind).toBe('unreachable')
    await repairCommits()
    expect((await tokens.refreshIfDue(OA)).kind).toBe('token')
    expect(grants()).toMatchObject({ rotations: 1, reuseAttempts: 0 })
  })

  it('that another process left in the journal is found by one that has refreshed before', async () => {
    const [first, second] = [openProcess(), openProcess()]
    await first.tokens.refreshIfDue(OA)
    account.control.clock.advance('21h')
    await breakCommits()
    expect((await second.tokens.refreshIfDue(OA)).kind).toBe('unreachable')
    await repairCommits()
    expect((await first.tokens.refreshIfDue(OA)).kind).toBe('token')
    expect(grants()).toMatchObject({ rotations: 2, reuseAttempts: 0 })
  })

  it('is not lost when the journal cannot be written', async () => {
    const { tokens } = account.open()
    await mkdir(join(account.dataDir, `zalo-tokens-${OA}.journal.draft`))
    await breakCommits()
    expect((await tokens.refreshIfDue(OA)).kind).toBe('unreachable')
    await repairCommits()
    expect((await tokens.refreshIfDue(OA)).kind).toBe('token')
    expect(grants()).toMatchObject({ rotations: 1, reuseAttempts: 0 })
  })

  it('is not used before it is written down', async () => {
    const { tokens } = account.open()
    await breakCommits()
    expect((await tokens.accessToken(OA)).kind).toBe('unreachable')
  })

  it('is not replaced by an old journal, nor by the journal of another grant', async () => {
    const { tokens } = account.open()
    await tokens.refreshIfDue(OA)
    const old = await readFile(join(account.dataDir, `zalo-tokens-${OA}.journal`), 'utf8')
    expect(createSecretBox(SECRET_KEY, 'zalo tokens').open(old, `journal ${OA}`)).not.toBeNull()
    const { refreshToken, accessToken } = account.control.tokens.grant()
    await tokens.storeGrant(OA, { accessToken, refreshToken, expiresInSeconds: 90_000 })
    account.control.clock.advance('21h')
    await account.open().start()
    expect((await account.open().tokens.refreshIfDue(OA)).kind).toBe('token')
    expect(grants()).toMatchObject({ rotations: 2, reuseAttempts: 0 })
  })

  it('rests encrypted, in the database and in the journal, for the owner of the files only', async () => {
    const pair = account.control.tokens.grant()
    await account.open().tokens.storeGrant(OA, { ...pair, expiresInSeconds: 90_000 })
    account.control.clock.advance('21h')
    const renewed = await account.open().tokens.refreshIfDue(OA)
    if (renewed.kind !== 'token') throw new Error('no token')
    const files = await readdir(account.dataDir)
    const journal = join(account.dataDir, files.find(name => name.endsWith('.journal')) ?? '')
    const resting = `${JSON.stringify(await row())} ${await readFile(journal, 'utf8')} ${account.logged()}`
    for (const secret of [pair.accessToken, pair.refreshToken, renewed.token]) expect(resting).not.toContain(secret)
    expect(((await stat(journal)).mode & 0o777).toString(8)).toBe('600')
    expect((await row()).previous_refresh_token).toEqual(expect.stringMatching(/^v1\./))
  })
})

describe('a sealed secret', () => {
  const box = createSecretBox(SECRET_KEY, 'zalo tokens')
  const sealed = box.seal('bí mật', 'access 1')

  it('opens where it was sealed', () => {
    expect(box.open(sealed, 'access 1')).toBe('bí mật')
    expect(box.seal('bí mật', 'access 1')).not.toBe(sealed)
  })

  it('opens nowhere else: not with another key, not for another purpose, not in another place, not after a change', () => {
    expect(createSecretBox(`${SECRET_KEY}!`, 'zalo tokens').open(sealed, 'access 1')).toBeNull()
    expect(createSecretBox(SECRET_KEY, 'callback phones').open(sealed, 'access 1')).toBeNull()
    expect(box.open(sealed, 'refresh 1')).toBeNull()
    expect(box.open(`${sealed.slice(0, -2)}AA`, 'access 1')).toBeNull()
    expect(box.open('', 'access 1')).toBeNull()
    expect(box.open('v1.00000000.', 'access 1')).toBeNull()
  })
})

describe('the consent of the OA', () => {
  let server: Server
  let url: string
  beforeEach(async () => {
    const app = express()
    server = await new Promise(resolve => {
      const listening = app.listen(0, '127.0.0.1', () => resolve(listening))
    })
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
    account.control.settings.change({ oauth: { redirectUri: `${url}/zalo/callback` } })
    for (const router of account.open({ firstRefreshToken: undefined }, { publicUrl: url }).routers) app.use(router)
  })
  afterEach(async () => {
    server.closeAllConnections()
    await new Promise(resolve => server.close(resolve))
  })

  const ask = (method: 'get' | 'post', address: string) =>
    axios.request<string>({
      method,
      url: address,
      maxRedirects: 0,
      validateStatus: () => true,
      proxy: false,
      responseType: 'text',
    })
  const begin = () => ask('post', `${url}/zalo/consent?code=${encodeURIComponent('a good start code')}`)
  /** What the browser does after the button: to Zalo, which agrees, and sends it back to us. */
  const agree = async () => (await ask('get', String((await begin()).headers.location))).headers.location as string

  it('is given in two steps, and its tokens are kept', async () => {
    await account.db
      .updateTable('official_accounts')
      .set({ capabilities: '{"canSendCs":false,"history":true}', consent_needed_since: new Date() })
      .execute()
    const page = await ask('get', `${url}/zalo/consent?code=x`)
    expect(page.data).toContain('Sang Zalo để cấp quyền')
    expect(page.headers['content-security-policy']).toContain(`form-action 'self' ${account.emulator.url}`)

    const back = await agree()
    const done = await ask('get', back)
    expect(done.status).toBe(200)
    expect(done.data).toContain('Đã cấp quyền')
    expect(done.headers['cache-control']).toBe('no-store')
    expect(await row()).toMatchObject({ consent_needed_since: null, capabilities: { history: true } })
    expect((await account.open().tokens.accessToken(OA)).kind).toBe('token')
    expect(grants().exchanges).toBe(1)
  })

  it('is not begun by strangers, nor by a link preview', async () => {
    expect((await ask('post', `${url}/zalo/consent?code=guess`)).status).toBe(403)
    expect(
      (await ask('get', `${url}/zalo/consent?code=${encodeURIComponent('a good start code')}`)).headers.location,
    ).toBeUndefined()
  })

  it('is finished once only', async () => {
    const back = await agree()
    expect((await ask('get', back)).status).toBe(200)
    expect((await ask('get', back)).status).toBe(400)
    expect(grants().exchanges).toBe(1)
  })

  it('is not finished after fifteen minutes, nor with a made-up state', async () => {
    const back = await agree()
    account.control.clock.advance('16m')
    expect((await ask('get', back)).status).toBe(400)
    expect((await ask('get', `${url}/zalo/callback?code=c&oa_id=${OA}&state=made-up`)).status).toBe(400)
    expect(grants().exchanges).toBe(0)
  })

  it('is refused for another OA', async () => {
    const back = (await agree()).replace(OA, '7777777777777777770')
    const answer = await ask('get', back)
    expect(answer.status).toBe(400)
    expect(answer.data).toContain(OA)
    expect(grants().exchanges).toBe(0)
  })

  it('says what to check when Zalo does not take the code', async () => {
    const back = new URL(await agree())
    back.searchParams.set('code', '<script>alert(1)</script>')
    const answer = await ask('get', back.href)
    expect(answer.status).toBe(502)
    expect(answer.data).toContain(`${url}/zalo/callback`)
    expect(answer.data).not.toContain('<script>')
    expect(await account.open({ firstRefreshToken: undefined }).tokens.state(OA)).toMatchObject({
      hasGrant: false,
      needsConsent: true,
    })
  })

  it('can be withdrawn at Zalo', async () => {
    await ask('get', await agree())
    await account.open().tokens.noteRevoked(OA)
    expect(await account.open().tokens.state(OA)).toMatchObject({ hasGrant: true, needsConsent: true })
  })

  it('is bound to a challenge as RFC 7636 has it', () => {
    expect(codeChallenge('dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk')).toBe(
      'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM',
    )
    const verifiers = Array.from({ length: 50 }, createVerifier)
    for (const verifier of verifiers) expect(verifier).toMatch(/^[A-Za-z0-9]{43}$/)
    expect(new Set(verifiers).size).toBe(50)
  })
})
