/** Signing in at the console: password and phone, recovery codes, trusted PCs, sessions. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'
import { sql } from 'kysely'
import {
  codeOf,
  enrolFirst,
  inviteAndEnrol,
  type Officer,
  openPc,
  PASSWORD,
  setUpPhone,
  signIn,
  totp,
} from './setup/staff.ts'
import { openWard, type TestWard } from './setup/ward.ts'

let ward: TestWard
let admin: Officer
let officer: Officer
beforeAll(async () => {
  ward = await openWard({ config: { trustProxy: 1 } })
  admin = await enrolFirst(ward)
  const invited = { name: 'Nguyễn Văn Bình', role: 'editor' as const, area: 'phuong-mau', username: 'binh.nv' }
  officer = await inviteAndEnrol(ward, admin, invited)
})
afterAll(() => ward.close())
beforeEach(async () => {
  await ward.db.deleteFrom('staff_attempts').execute()
  await ward.db.updateTable('staff_two_factors').set({ failed_verification_count: 0, locked_until: null }).execute()
})

const enter = (pc: { call: Officer['call'] }, username: string, password: string) =>
  pc.call('POST', '/api/auth/sign-in/username', { username, password })
const me = async (pc: { call: Officer['call'] }) => (await pc.call('GET', '/api/staff/me')).json()

describe('an officer', () => {
  it('is asked for password and code, and is in with both', async () => {
    const pc = openPc(ward.url)
    expect((await (await enter(pc, officer.username, PASSWORD)).json()).twoFactorRedirect).toBe(true)
    expect((await me(pc)).state).toBe('signed_out')
    expect((await pc.call('GET', '/api/health')).status).toBe(401)
    const verified = await pc.call('POST', '/api/auth/two-factor/verify-totp', { code: totp(officer.secret) })
    expect(verified.status).toBe(200)
    expect(await me(pc)).toMatchObject({
      state: 'signed_in',
      person: { name: 'Nguyễn Văn Bình', username: 'binh.nv' },
      roles: [{ role: 'editor', area: 'phuong-mau', areaName: 'Phường Mẫu' }],
      recoveryCodesLeft: 10,
    })
    expect((await pc.call('GET', '/api/health')).status).toBe(200)
    expect((await pc.call('GET', '/can-bo/tinh-trang')).status).toBe(200)
  })

  it('signs in with capital letters in the name too', async () => {
    expect((await enter(openPc(ward.url), 'Binh.NV', PASSWORD)).status).toBe(200)
  })

  it('gets a cookie that scripts cannot read and other sites cannot send', async () => {
    const response = await enter(openPc(ward.url), officer.username, PASSWORD)
    for (const line of response.headers.getSetCookie()) {
      expect(line).toMatch(/HttpOnly/i)
      expect(line).toMatch(/SameSite=Strict/i)
    }
  })

  it('is refused in the same words whether the name or the password is wrong', async () => {
    const wrong = await (await enter(openPc(ward.url), officer.username, 'không phải mật khẩu')).text()
    const unknown = await (await enter(openPc(ward.url), 'khong.co.ai', 'không phải mật khẩu')).text()
    expect(wrong).toBe(unknown)
  })

  it('comes in with a recovery code when the phone is lost, once for each code', async () => {
    const [code = ''] = officer.recoveryCodes
    const recover = async () => {
      const pc = openPc(ward.url)
      await enter(pc, officer.username, PASSWORD)
      return { pc, response: await pc.call('POST', '/api/auth/two-factor/verify-backup-code', { code }) }
    }
    const { pc, response } = await recover()
    expect(response.status).toBe(200)
    expect(await me(pc)).toMatchObject({ state: 'signed_in', recoveryCodesLeft: 9 })
    expect((await recover()).response.status).toBe(401)
    const noted = await ward.db
      .selectFrom('audit')
      .select('action')
      .where('action', '=', 'recovery code used')
      .execute()
    expect(noted).toHaveLength(1)
  })

  it('sets another phone up with password and code, and has to show both', async () => {
    const other = await inviteAndEnrol(ward, admin, {
      name: 'Lê Thị Mai',
      role: 'answerer',
      area: 'phuong-mau',
      username: 'mai.lt',
    })
    const replace = (password: string, code: string) =>
      other.call('POST', '/api/staff/totp/replace', { password, code })
    expect(await (await replace('sai mật khẩu rồi', other.code())).json()).toMatchObject({
      data: { reason: 'wrong_password' },
    })
    expect(await (await replace(PASSWORD, '000000')).json()).toMatchObject({ data: { reason: 'wrong_code' } })
    expect((await replace(PASSWORD, other.code())).status).toBe(200)
    expect((await me(other)).state).toBe('needs_totp')
    expect((await other.call('GET', '/api/handoffs')).status).toBe(401)
    const anew = await setUpPhone(ward, other, other.username)
    expect(anew.secret).not.toBe(other.secret)
    expect((await anew.call('GET', '/api/handoffs')).status).toBe(200)
  })

  it('changes the password, and everybody else who sat at the account is out', async () => {
    const elsewhere = await signIn(ward, admin)
    const next = 'chiếc ghế mây màu xanh 81'
    const change = (newPassword: string) =>
      admin.call('POST', '/api/auth/change-password', { currentPassword: PASSWORD, newPassword })
    expect(await (await change('matkhau123456')).json()).toMatchObject({ code: 'password_common' })
    expect((await change(next)).status).toBe(200)
    expect((await me(elsewhere)).state).toBe('signed_out')
    expect((await me(admin)).state).toBe('signed_in')
    await admin.call('POST', '/api/auth/change-password', { currentPassword: next, newPassword: PASSWORD })
  })
})

describe('a trusted PC', () => {
  it('is not asked for a code for thirty days, and others are', async () => {
    const pc = await signIn(ward, officer, { trustDevice: true })
    await pc.call('POST', '/api/auth/sign-out', {})
    expect((await me(pc)).state).toBe('signed_out')
    expect((await (await enter(pc, officer.username, PASSWORD)).json()).twoFactorRedirect).toBeUndefined()
    expect((await me(pc)).state).toBe('signed_in')
    expect((await (await enter(openPc(ward.url), officer.username, PASSWORD)).json()).twoFactorRedirect).toBe(true)
    await ward.db
      .updateTable('staff_verifications')
      .set({ expires_at: new Date(Date.now() - 1000) })
      .execute()
    await pc.call('POST', '/api/auth/sign-out', {})
    expect((await (await enter(pc, officer.username, PASSWORD)).json()).twoFactorRedirect).toBe(true)
  })

  it('is trusted for its own account only', async () => {
    const pc = await signIn(ward, officer, { trustDevice: true })
    expect((await (await enter(pc, admin.username, PASSWORD)).json()).twoFactorRedirect).toBe(true)
  })

  it('is forgotten with all others when the officer says so', async () => {
    const pc = await signIn(ward, officer, { trustDevice: true })
    const here = await signIn(ward, officer)
    expect((await here.call('POST', '/api/staff/sessions/end-others')).status).toBe(200)
    expect((await me(pc)).state).toBe('signed_out')
    expect((await (await enter(pc, officer.username, PASSWORD)).json()).twoFactorRedirect).toBe(true)
  })
})

describe('sessions', () => {
  it('are listed with their device, and each can be ended', async () => {
    const here = await signIn(ward, officer)
    const there = await signIn(ward, officer)
    const list = await (await here.call('GET', '/api/staff/sessions')).json()
    expect(list.filter((one: { isCurrent: boolean }) => one.isCurrent)).toHaveLength(1)
    expect(list[0].device).toBe('Chrome, Windows')
    expect(JSON.stringify(list)).not.toMatch(/token/)
    const [current] = await (await there.call('GET', '/api/staff/sessions')).json()
    expect((await here.call('DELETE', `/api/staff/sessions/${current.id}`)).status).toBe(200)
    expect((await me(there)).state).toBe('signed_out')
    expect((await me(here)).state).toBe('signed_in')
  })

  it('of others cannot be ended', async () => {
    const [foreign] = await (await admin.call('GET', '/api/staff/sessions')).json()
    const pc = await signIn(ward, officer)
    expect((await pc.call('DELETE', `/api/staff/sessions/${foreign.id}`)).status).toBe(404)
    expect((await me(admin)).state).toBe('signed_in')
  })

  it('end by themselves after a working day', async () => {
    const pc = await signIn(ward, officer)
    await sql`update staff_sessions set expires_at = now() - interval '1 second' where user_id = (select id from staff_accounts where username = 'binh.nv')`.execute(
      ward.db,
    )
    expect((await me(pc)).state).toBe('signed_out')
  })

  it('keep no address of the network', async () => {
    const rows = await ward.db.selectFrom('staff_sessions').select('ip_address').execute()
    expect(rows.filter(row => row.ip_address)).toEqual([])
  })
})

describe('what rests in the database', () => {
  it('holds no password, no code and no secret that could be used', async () => {
    const tables = ['staff_accounts', 'staff_credentials', 'staff_two_factors', 'staff_invitations', 'audit'] as const
    const rows = await Promise.all(tables.map(table => ward.db.selectFrom(table).selectAll().execute()))
    const text = JSON.stringify(rows)
    for (const secret of [PASSWORD, officer.secret, ...officer.recoveryCodes]) expect(text).not.toContain(secret)
    const invited = await admin.call('POST', '/api/staff/invitations', {
      name: 'Ai Đó',
      role: 'viewer',
      area: 'phuong-mau',
    })
    const { link } = await invited.json()
    expect(JSON.stringify(await ward.db.selectFrom('staff_invitations').selectAll().execute())).not.toContain(
      codeOf(link),
    )
  })
})
