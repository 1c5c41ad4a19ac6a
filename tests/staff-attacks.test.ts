/** Whoever is not who they say: guesses, codes read along, other sites, people who leave and keep a key. */
import { createHook } from 'node:async_hooks'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals'
import { sql } from 'kysely'
import pino from 'pino'
import { type App, createApp } from '../server/app.ts'
import {
  codeOf,
  enrolFirst,
  inviteAndEnrol,
  type Officer,
  openPc,
  PASSWORD,
  type Pc,
  setUpPhone,
  signIn,
  totp,
} from './setup/staff.ts'
import { openWard, type TestWard } from './setup/ward.ts'

const SESSION = 'mot-cua.session_token'
const DAY_MS = 86_400_000

let ward: TestWard
let replica: App
let replicaUrl: string
let admin: Officer
let officer: Officer
beforeAll(async () => {
  ward = await openWard({ config: { trustProxy: 1 } })
  const clock = { now: () => new Date(ward.emulator.control.clock.read().now) }
  const config = { ...ward.config, role: 'web' as const }
  replica = await createApp({ config, db: ward.db, clock, log: pino({ level: 'silent' }) })
  replicaUrl = `http://127.0.0.1:${await replica.listen(0)}`
  admin = await enrolFirst(ward)
  const invited = { name: 'Nguyễn Văn Bình', role: 'editor' as const, area: 'phuong-mau', username: 'binh.nv' }
  officer = await inviteAndEnrol(ward, admin, invited)
})
afterAll(async () => {
  await replica.stop()
  await ward.close()
})
beforeEach(async () => {
  await officer.waitForCode()
  await ward.db.deleteFrom('staff_attempts').execute()
  await ward.db.updateTable('staff_two_factors').set({ failed_verification_count: 0, locked_until: null }).execute()
})
afterEach(() => void jest.restoreAllMocks())

const enter = (pc: Pc, username: string, password: string) =>
  pc.call('POST', '/api/auth/sign-in/username', { username, password })
const me = async (pc: Pc) => (await pc.call('GET', '/api/staff/me')).json()
const verify = async (pc: Pc, code: string) => {
  const response = await pc.call('POST', '/api/auth/two-factor/verify-totp', { code })
  return [response.status, (await response.json()).code]
}
/** At a PC that was never here: the password is right, the code is asked for. */
async function atTheCode(url = ward.url): Promise<Pc> {
  const pc = openPc(url)
  expect((await enter(pc, officer.username, PASSWORD)).status).toBe(200)
  return pc
}
const wrongCode = () => (officer.code() === '123456' ? '654321' : '123456')

describe('somebody who guesses', () => {
  it('has five tries at a password, then even the right one waits; a name that does not exist is treated alike', async () => {
    for (const username of [officer.username, 'khong.co.ai']) {
      const pc = openPc(ward.url)
      for (let attempt = 0; attempt < 5; attempt++)
        expect((await enter(pc, username, `sai lần ${attempt}`)).status).toBe(401)
      const locked = await enter(pc, username, PASSWORD)
      expect(locked.status).toBe(429)
      expect(await locked.json()).toMatchObject({ code: 'locked' })
    }
    await sql`update staff_attempts set locked_until = now() - interval '1 second'`.execute(ward.db)
    expect((await enter(openPc(ward.url), officer.username, PASSWORD)).status).toBe(200)
  })

  it('does not learn from the time an answer takes whether a name exists: a password is worked through either way', async () => {
    const work = async (username: string) => {
      let times = 0
      const hook = createHook({
        init(_id, type) {
          if (type === 'SCRYPTREQUEST') times += 1
        },
      }).enable()
      const { status } = await enter(openPc(ward.url), username, 'mật khẩu không đúng')
      hook.disable()
      return { status, times }
    }
    expect(await work(officer.username)).toEqual({ status: 401, times: 1 })
    expect(await work('khong.co.ai')).toEqual({ status: 401, times: 1 })
  })

  it('has no more tries by going to another replica', async () => {
    for (let attempt = 0; attempt < 5; attempt++)
      expect(
        (await enter(openPc(attempt % 2 ? replicaUrl : ward.url), officer.username, `sai ${attempt}`)).status,
      ).toBe(401)
    expect((await enter(openPc(replicaUrl), officer.username, PASSWORD)).status).toBe(429)
  })

  it('has no more tries by trying many at once', async () => {
    const tries = Array.from({ length: 15 }, (_, index) => enter(openPc(ward.url), officer.username, `sai ${index}`))
    const statuses = (await Promise.all(tries)).map(({ status }) => status)
    expect(statuses.filter(status => status === 401)).toHaveLength(5)
  })

  it('does not lock the officer out of a PC they trust', async () => {
    const pc = await signIn(ward, officer, { trustDevice: true })
    await pc.call('POST', '/api/auth/sign-out', {})
    for (let attempt = 0; attempt < 7; attempt++) await enter(openPc(ward.url), officer.username, 'kẻ lạ thử')
    expect((await enter(openPc(ward.url), officer.username, PASSWORD)).status).toBe(429)
    expect((await enter(pc, officer.username, PASSWORD)).status).toBe(200)
  })

  it('does not lock anybody out of a PC where they have been before, and has few tries there too', async () => {
    const pc = await signIn(ward, officer)
    await pc.call('POST', '/api/auth/sign-out', {})
    for (let attempt = 0; attempt < 7; attempt++) await enter(openPc(ward.url), officer.username, 'kẻ lạ thử')
    expect((await enter(openPc(ward.url), officer.username, PASSWORD)).status).toBe(429)
    expect((await enter(pc, officer.username, PASSWORD)).status).toBe(200)
    for (let attempt = 0; attempt < 5; attempt++) await enter(pc, officer.username, 'kẻ lạ tại máy')
    expect((await enter(pc, officer.username, PASSWORD)).status).toBe(429)
    // A colleague at the same PC is somebody else.
    expect((await enter(pc, admin.username, PASSWORD)).status).toBe(200)
  })

  it('does not keep out whoever holds a new link to their account', async () => {
    const person = (await (await admin.call('GET', '/api/staff')).json()).find(
      (one: { username: string }) => one.username === officer.username,
    )
    for (let attempt = 0; attempt < 7; attempt++) await enter(openPc(ward.url), officer.username, 'kẻ lạ thử')
    const { link } = await (await admin.call('POST', `/api/staff/${person.id}/reset`, {})).json()
    const pc = openPc(ward.url)
    await pc.call('POST', '/api/staff/invitations/accept', { code: codeOf(link), password: PASSWORD })
    expect((await enter(pc, officer.username, PASSWORD)).status).toBe(200)
    officer = await setUpPhone(ward, pc, officer.username)
  })

  it('at a desk left open has five tries at a password or a code, and the owner still comes in elsewhere', async () => {
    const desk = await signIn(ward, officer)
    for (let attempt = 0; attempt < 5; attempt++) expect(await verify(desk, wrongCode())).toEqual([401, 'INVALID_CODE'])
    expect(await verify(desk, officer.code())).toEqual([429, 'locked'])
    const change = { currentPassword: PASSWORD, newPassword: 'chiếc ghế mây màu xanh 81' }
    expect((await desk.call('POST', '/api/auth/change-password', change)).status).toBe(429)
    expect((await desk.call('POST', '/api/auth/two-factor/generate-backup-codes', { password: PASSWORD })).status).toBe(
      429,
    )
    const replaced = await desk.call('POST', '/api/staff/totp/replace', { password: PASSWORD, code: officer.code() })
    expect(await replaced.json()).toMatchObject({ data: { reason: 'locked' } })
    expect((await me(await signIn(ward, officer))).state).toBe('signed_in')
  })

  it('finds no link of invitation', async () => {
    const pc = openPc(ward.url)
    const tries = Array.from({ length: 125 }, (_, index) =>
      pc.call('POST', '/api/staff/invitations/read', { code: String(index).padStart(32, 'a') }),
    )
    const statuses = (await Promise.all(tries)).map(({ status }) => status)
    expect(new Set(statuses)).toEqual(new Set([404, 429]))
    expect(statuses.filter(status => status === 429).length).toBeGreaterThanOrEqual(5)
  })

  it('has few tries from one address, whatever names are tried', async () => {
    const pc = openPc(ward.url)
    const tries = Array.from({ length: 125 }, (_, index) =>
      pc.call('POST', '/api/auth/sign-in/username', { username: `ten${index}` }),
    )
    const statuses = (await Promise.all(tries)).map(({ status }) => status)
    expect(statuses.filter(status => status === 429).length).toBeGreaterThanOrEqual(5)
  })

  it('has five tries at a code, over all sign-ins together', async () => {
    const tryCode = async (code: string) => {
      const pc = openPc(ward.url)
      await enter(pc, officer.username, PASSWORD)
      return (await pc.call('POST', '/api/auth/two-factor/verify-totp', { code })).status
    }
    for (let attempt = 0; attempt < 5; attempt++) expect(await tryCode(wrongCode())).toBe(401)
    expect(await tryCode(totp(officer.secret))).toBe(429)
  })
})

describe('a code of the phone', () => {
  it('opens once: whoever read it along comes too late, at every replica', async () => {
    const [first, second] = [await atTheCode(), await atTheCode(replicaUrl)]
    const code = officer.code()
    expect((await verify(first, code))[0]).toBe(200)
    expect(await verify(second, code)).toEqual([401, 'code_used'])
    // Nor does the code of the half minute before, which phones that are slow may still show.
    expect((await verify(second, totp(officer.secret, Date.now() - 30_000)))[0]).toBe(401)
    expect((await me(second)).state).toBe('signed_out')
  })

  it('opens one door when it is used at several at once', async () => {
    const pcs = await Promise.all([atTheCode(), atTheCode(replicaUrl), atTheCode(), atTheCode(replicaUrl)])
    const code = officer.code()
    const statuses = (await Promise.all(pcs.map(pc => verify(pc, code)))).map(([status]) => status)
    expect(statuses.sort()).toEqual([200, 401, 401, 401])
  })

  it('that proved a new phone does not open the next door', async () => {
    const { link } = await (
      await admin.call('POST', '/api/staff/invitations', { name: 'Lê Mới', role: 'viewer', area: 'phuong-mau' })
    ).json()
    const pc = openPc(ward.url)
    const account = { code: codeOf(link), username: 'moi.l', password: PASSWORD }
    await pc.call('POST', '/api/staff/invitations/accept', account)
    await enter(pc, 'moi.l', PASSWORD)
    const { totpURI } = await (await pc.call('POST', '/api/auth/two-factor/enable', { password: PASSWORD })).json()
    const code = totp(new URL(totpURI).searchParams.get('secret') ?? '')
    expect((await verify(pc, code))[0]).toBe(200)
    const other = openPc(ward.url)
    await enter(other, 'moi.l', PASSWORD)
    expect(await verify(other, code)).toEqual([401, 'code_used'])
  })
})

describe('a trusted PC', () => {
  it('asks for a code again thirty days after the last one, however often somebody signs in there', async () => {
    const pc = await signIn(ward, officer, { trustDevice: true })
    const asksForCode = async () => (await (await enter(pc, officer.username, PASSWORD)).json()).twoFactorRedirect
    const real = Date.now()
    const clock = jest.spyOn(Date, 'now')
    for (const day of [10, 29]) {
      clock.mockReturnValue(real + day * DAY_MS)
      expect(await asksForCode()).toBeUndefined()
    }
    clock.mockReturnValue(real + 31 * DAY_MS)
    expect(await asksForCode()).toBe(true)
  })
})

describe('another site', () => {
  it('cannot sign anybody in, and cannot act through a browser that is signed in', async () => {
    const foreign = { origin: 'https://ke-xau.example' }
    const bodies = { username: officer.username, password: PASSWORD }
    expect((await openPc(ward.url).call('POST', '/api/auth/sign-in/username', bodies, foreign)).status).toBe(403)
    const pc = await signIn(ward, admin)
    const invitation = { name: 'Kẻ Xấu', role: 'administrator', area: 'phuong-mau' }
    expect((await pc.call('POST', '/api/staff/invitations', invitation, foreign)).status).toBe(401)
    expect((await pc.call('POST', '/api/staff/invitations', invitation, { origin: 'null' })).status).toBe(401)
    expect((await pc.call('POST', '/api/auth/sign-out', {}, foreign)).status).toBe(403)
    const crossSite = { 'sec-fetch-site': 'cross-site' }
    expect((await pc.call('POST', '/api/staff/invitations', invitation, crossSite)).status).toBe(401)
    expect((await me(pc)).state).toBe('signed_in')
  })

  it.each(['application/x-www-form-urlencoded', 'text/plain', 'multipart/form-data; boundary=x', 'text/json', ''])(
    'cannot send %j where JSON is asked for',
    async type => {
      const send = (origin: Record<string, string>) =>
        fetch(`${ward.url}/api/auth/sign-in/username`, {
          method: 'POST',
          headers: { ...origin, 'content-type': type },
          body: JSON.stringify({ username: officer.username, password: PASSWORD }),
        })
      expect((await send({ origin: ward.url })).status).toBe(415)
      // Nor may it leave out where it comes from.
      expect((await send({})).status).toBe(403)
    },
  )

  it('cannot plant a session beforehand: signing in makes a new one', async () => {
    const planted = (await signIn(ward, officer)).cookie(SESSION) ?? ''
    const victim = openPc(ward.url)
    victim.setCookie(SESSION, planted)
    await signIn(ward, admin, { pc: victim })
    expect(victim.cookie(SESSION)).not.toBe(planted)
    expect((await me(victim)).person.username).toBe(admin.username)
    const attacker = openPc(ward.url)
    attacker.setCookie(SESSION, planted)
    expect((await me(attacker)).person?.username).not.toBe(admin.username)
  })

  it('learns nothing from a cookie that was changed', async () => {
    const pc = openPc(ward.url)
    pc.setCookie(SESSION, `${(admin.cookie(SESSION) ?? '').split('.')[0]}.${'A'.repeat(43)}%3D`)
    expect((await me(pc)).state).toBe('signed_out')
  })
})
