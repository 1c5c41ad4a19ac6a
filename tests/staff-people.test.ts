/** Who comes in, who may do what where, who goes: invitations, roles, closed accounts, handover, tokens. */

import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { sql } from 'kysely'
import { findArea } from '../server/platform/areas/index.ts'
import { mergePersons } from '../server/platform/people/index.ts'
import { issueAdministratorLink } from '../server/staff/index.ts'
import { meetingDraft } from './setup/notice-sheets.ts'
import {
  codeOf,
  enrol,
  enrolFirst,
  inviteAndEnrol,
  type Officer,
  openPc,
  PASSWORD,
  setUpPhone,
  signIn,
} from './setup/staff.ts'
import { until } from './setup/until.ts'
import { openWard, type TestWard } from './setup/ward.ts'

let ward: TestWard
let admin: Officer
/** Administrator of one neighbourhood only. */
let small: Officer
beforeAll(async () => {
  ward = await openWard({ config: { trustProxy: 1 } })
  admin = await enrolFirst(ward)
  small = await inviteAndEnrol(ward, admin, {
    name: 'Phạm Nhỏ',
    role: 'administrator',
    area: 'phuong-mau-to-1',
    username: 'nho.p',
  })
})
afterAll(() => ward.close())

interface Member {
  id: string
  name: string
  username: string
  roles: { role: string; area: string }[]
  isMine: boolean
  deactivatedAt: string | null
}
const list = async (pc = admin): Promise<Member[]> => (await pc.call('GET', '/api/staff')).json()
const find = async (username: string, pc = admin) => {
  const member = (await list(pc)).find(one => one.username === username)
  if (!member) throw new Error(`nobody is called ${username}`)
  return member
}
const invite = (role: string, area: string, pc = admin, more = {}) =>
  pc.call('POST', '/api/staff/invitations', { name: 'Người Mới', role, area, ...more })
const linkOf = async (response: Response): Promise<string> => (await response.json()).link
const accept = (code: string, username: string, password = PASSWORD) =>
  openPc(ward.url).call('POST', '/api/staff/invitations/accept', { code, username, password })
const reasonOf = async (response: Response) => (await response.json()).data?.reason
let count = 0
const newOfficer = (role: 'editor' | 'leader' | 'administrator' | 'viewer', area = 'phuong-mau') => {
  count += 1
  return inviteAndEnrol(ward, admin, { name: `Cán Bộ ${count}`, role, area, username: `can.bo${count}` })
}

describe('the first administrator', () => {
  it('comes by a link that is printed until there is one, and works once', async () => {
    const fresh = await openWard({ config: { trustProxy: 1 } })
    const { firstAdministratorUrl: older } = await fresh.app.printableLinks(1)
    const { firstAdministratorUrl, consoleUrl } = await fresh.app.printableLinks(1)
    expect(consoleUrl).toMatch(/\/console\/$/)
    const code = codeOf(firstAdministratorUrl ?? '')
    const read = () => openPc(fresh.url).call('POST', '/api/staff/invitations/read', { code })
    expect(await (await read()).json()).toMatchObject({ kind: 'first', role: 'administrator', areaName: 'Phường Mẫu' })
    await enrol(fresh, firstAdministratorUrl ?? '', { username: 'dau.tien', name: 'Người Đầu Tiên' })
    expect((await read()).status).toBe(404)
    // Nor does one that was printed at an earlier start.
    const again = { code: codeOf(older ?? ''), username: 'ke.nhat.duoc', name: 'Kẻ Nhặt Được', password: PASSWORD }
    expect(await reasonOf(await openPc(fresh.url).call('POST', '/api/staff/invitations/accept', again))).toBe(
      'link_expired',
    )
    expect((await fresh.app.printableLinks(1)).firstAdministratorUrl).toBeNull()
    await fresh.close()
  })
})

describe('an invitation', () => {
  it('names role and place, and is worthless once used, withdrawn or too old', async () => {
    const code = codeOf(await linkOf(await invite('editor', 'phuong-mau')))
    const read = await openPc(ward.url).call('POST', '/api/staff/invitations/read', { code })
    expect(await read.json()).toMatchObject({
      kind: 'invite',
      name: 'Người Mới',
      role: 'editor',
      areaName: 'Phường Mẫu',
    })
    expect((await accept(code, 'nguoi.moi')).status).toBe(200)
    expect(await reasonOf(await accept(code, 'nguoi.khac'))).toBe('link_expired')

    const withdrawn = codeOf(await linkOf(await invite('viewer', 'phuong-mau')))
    const [open] = await (await admin.call('GET', '/api/staff/invitations')).json()
    expect((await admin.call('DELETE', `/api/staff/invitations/${open.id}`)).status).toBe(200)
    expect(await reasonOf(await accept(withdrawn, 'nguoi.khac'))).toBe('link_expired')

    const old = codeOf(await linkOf(await invite('viewer', 'phuong-mau', admin, { days: 1 })))
    await ward.db
      .updateTable('staff_invitations')
      .set({ expires_at: new Date(0) })
      .where('used_at', 'is', null)
      .execute()
    expect(await reasonOf(await accept(old, 'nguoi.khac'))).toBe('link_expired')
  })

  it('used by two at once makes one account', async () => {
    const code = codeOf(await linkOf(await invite('viewer', 'phuong-mau')))
    const both = await Promise.all([accept(code, 'mot.hai'), accept(code, 'hai.mot')])
    expect(both.map(({ status }) => status).sort()).toEqual([200, 404])
  })

  it('refuses easy passwords, and names that are taken, and stays open meanwhile', async () => {
    const code = codeOf(await linkOf(await invite('viewer', 'phuong-mau')))
    expect((await accept(code, 'de.doan', 'ngắn thôi')).status).toBe(400)
    expect(await reasonOf(await accept(code, 'de.doan', 'matkhau123'))).toBe('password_common')
    expect(await reasonOf(await accept(code, 'de.doan', 'de.doan nè bà con'))).toBe('password_named')
    expect(await reasonOf(await accept(code, admin.username))).toBe('username_taken')
    expect((await accept(code, 'Viết Hoa Có Dấu')).status).toBe(400)
    expect((await accept(code, 'khong.doan')).status).toBe(200)
  })

  it('lets nobody in with a password alone: without a phone there is nothing to see', async () => {
    const code = codeOf(await linkOf(await invite('administrator', 'phuong-mau')))
    await accept(code, 'chua.co.may')
    const pc = openPc(ward.url)
    await pc.call('POST', '/api/auth/sign-in/username', { username: 'chua.co.may', password: PASSWORD })
    expect(await (await pc.call('GET', '/api/staff/me')).json()).toMatchObject({ state: 'needs_totp', roles: [] })
    for (const path of ['/api/staff', '/api/health', '/api/handoffs', '/api/staff/sessions'])
      expect((await pc.call('GET', path)).status).toBe(401)
    await setUpPhone(ward, pc, 'chua.co.may')
    expect((await pc.call('GET', '/api/staff')).status).toBe(200)
  })

  it('cannot be given for a place in somebody else’s charge', async () => {
    expect((await invite('leader', 'phuong-mau-to-1', small)).status).toBe(200)
    for (const area of ['phuong-mau-to-2', 'phuong-mau'])
      expect(await reasonOf(await invite('administrator', area, small))).toBe('other_area')
    expect((await invite('leader', 'khong-co')).status).toBe(404)
  })
})

describe('roles', () => {
  it('several can be held, each counts where it is held, and taking one back works at once', async () => {
    const officer = await newOfficer('viewer', 'phuong-mau-to-2')
    const { id } = await find(officer.username)
    const grant = { role: 'answerer', area: 'phuong-mau' }
    expect((await officer.call('GET', '/api/handoffs')).status).toBe(403)
    expect((await admin.call('POST', `/api/staff/${id}/roles`, grant)).status).toBe(200)
    expect((await officer.call('GET', '/api/handoffs')).status).toBe(200)
    expect((await find(officer.username)).roles).toHaveLength(2)
    await admin.call('POST', `/api/staff/${id}/roles/revoke`, grant)
    expect((await officer.call('GET', '/api/handoffs')).status).toBe(403)
  })

  it('do not mix: who edits in one place and looks in another edits in the one only', async () => {
    const officer = await newOfficer('viewer', 'phuong-mau')
    const { id } = await find(officer.username)
    await admin.call('POST', `/api/staff/${id}/roles`, { role: 'editor', area: 'phuong-mau-to-1' })
    const hours = [{ weekday: 1, opens: '08:00', closes: '11:00' }]
    expect(
      (await officer.call('PUT', '/api/areas/phuong-mau/office/hours', { hours, revision: '0'.repeat(16) })).status,
    ).toBe(403)
    expect((await officer.call('GET', '/api/areas/phuong-mau/recordings')).status).toBe(200)
  })

  it('of an account that reaches further are out of a small administrator’s hands', async () => {
    const { id } = await find(admin.username)
    expect(await list(small)).not.toContainEqual(expect.objectContaining({ username: admin.username }))
    for (const [path, body] of [
      ['deactivate', {}],
      ['reset', {}],
      ['roles', { role: 'viewer', area: 'phuong-mau-to-1' }],
      ['hand-over', { to: (await find(small.username)).id }],
    ] as const)
      expect((await small.call('POST', `/api/staff/${id}/${path}`, body)).status).toBe(404)
  })

  it('of somebody who works here and elsewhere are shown, and changed by whoever reaches both', async () => {
    const officer = await newOfficer('leader', 'phuong-mau-to-1')
    const { id } = await find(officer.username)
    await admin.call('POST', `/api/staff/${id}/roles`, { role: 'viewer', area: 'phuong-mau' })
    expect(await find(officer.username, small)).toMatchObject({ isMine: false })
    expect(await reasonOf(await small.call('POST', `/api/staff/${id}/reset`, {}))).toBe('other_area')
  })

  it('leave the last administrator in place', async () => {
    const fresh = await openWard({ config: { trustProxy: 1 } })
    const only = await enrolFirst(fresh)
    const [{ id }] = await (await only.call('GET', '/api/staff')).json()
    const revoked = await only.call('POST', `/api/staff/${id}/roles/revoke`, {
      role: 'administrator',
      area: 'phuong-mau',
    })
    expect(revoked.status).toBe(409)
    expect(await reasonOf(revoked)).toBe('last_administrator')
    expect(await reasonOf(await only.call('POST', `/api/staff/${id}/deactivate`, {}))).toBe('own_account')
    expect((await only.call('GET', '/api/staff')).status).toBe(200)

    // Two who take the role from each other at the same moment: one of them keeps it.
    const second = await inviteAndEnrol(fresh, only, {
      name: 'Người Hai',
      role: 'administrator',
      area: 'phuong-mau',
      username: 'nguoi.hai',
    })
    const staff: Member[] = await (await only.call('GET', '/api/staff')).json()
    const take = (by: Officer, from: Officer) =>
      by.call('POST', `/api/staff/${staff.find(({ username }) => username === from.username)?.id}/roles/revoke`, {
        role: 'administrator',
        area: 'phuong-mau',
      })
    const both: Promise<Response>[] = []
    await fresh.db.transaction().execute(async tx => {
      await sql`select 1 from roles for update`.execute(tx)
      both.push(take(only, second), take(second, only))
      await untilBothWait(fresh)
    })
    expect((await Promise.all(both)).map(({ status }) => status).sort()).toEqual([200, 409])
    await fresh.close()
  })
})

async function untilBothWait({ db }: TestWard): Promise<void> {
  await until('both to wait', async () => {
    const { rows } = await sql<{ total: number }>`
      select count(*)::int as total from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock' and query like 'update "roles"%'
    `.execute(db)
    return rows[0]?.total === 2
  })
}

describe('an account', () => {
  it('that is closed opens nothing from that moment on, keeps its history, and can be opened again', async () => {
    const officer = await newOfficer('editor')
    const { id } = await find(officer.username)
    const trusted = await signIn(ward, officer, { trustDevice: true })
    expect((await admin.call('POST', `/api/staff/${id}/deactivate`, {})).status).toBe(200)
    expect((await officer.call('GET', '/api/health')).status).toBe(401)
    expect((await trusted.call('GET', '/api/health')).status).toBe(401)
    const again = await openPc(ward.url).call('POST', '/api/auth/sign-in/username', {
      username: officer.username,
      password: PASSWORD,
    })
    expect(again.status).toBe(403)
    expect(await again.json()).toMatchObject({ code: 'deactivated' })
    expect(await find(officer.username)).toMatchObject({
      deactivatedAt: expect.any(String),
      roles: [{ role: 'editor' }],
    })
    expect((await admin.call('POST', `/api/staff/${id}/reactivate`, {})).status).toBe(200)
    expect((await (await signIn(ward, officer)).call('GET', '/api/health')).status).toBe(200)
  })

  it('that is closed leaves no way back in: links and tokens that its owner gave out are worth nothing', async () => {
    const leaving = await newOfficer('administrator')
    const { id } = await find(leaving.username)
    const link = await linkOf(await invite('administrator', 'phuong-mau', leaving))
    const asked = { label: 'Máy ở nhà', role: 'administrator', area: 'phuong-mau', days: 300 }
    const { token } = await (await leaving.call('POST', '/api/staff/tokens', asked)).json()
    const use = () => fetch(`${ward.url}/api/staff`, { headers: { authorization: `Bearer ${token}` } })
    expect((await use()).status).toBe(200)
    await admin.call('POST', `/api/staff/${id}/deactivate`, {})
    expect((await use()).status).toBe(401)
    expect(await reasonOf(await accept(codeOf(link), 'quay.lai'))).toBe('link_expired')
    const { rows } = await sql<{ n: number }>`select count(*)::int as n from audit
      where action in ('token ended', 'staff invitation withdrawn') and actor like ${`%(${admin.username})`}`.execute(
      ward.db,
    )
    expect(rows[0]?.n).toBeGreaterThanOrEqual(2)
  })

  it('that administers no more takes its open links along', async () => {
    const leaving = await newOfficer('administrator')
    const { id } = await find(leaving.username)
    const [taken, handed] = [await linkOf(await invite('editor', 'phuong-mau', leaving)), await newOfficer('viewer')]
    await admin.call('POST', `/api/staff/${id}/roles/revoke`, { role: 'administrator', area: 'phuong-mau' })
    expect(await reasonOf(await accept(codeOf(taken), 'quay.lai'))).toBe('link_expired')
    await admin.call('POST', `/api/staff/${id}/roles`, { role: 'administrator', area: 'phuong-mau' })
    const again = await linkOf(await invite('editor', 'phuong-mau', leaving))
    await admin.call('POST', `/api/staff/${id}/hand-over`, { to: (await find(handed.username)).id })
    expect(await reasonOf(await accept(codeOf(again), 'quay.lai'))).toBe('link_expired')
  })

  it('whose owner lost everything is renewed by a link: new password, new phone, old sessions gone', async () => {
    const officer = await newOfficer('editor')
    const { id } = await find(officer.username)
    const lost = await linkOf(await admin.call('POST', `/api/staff/${id}/reset`, {}))
    const link = await linkOf(await admin.call('POST', `/api/staff/${id}/reset`, {}))
    const read = (code: string) => openPc(ward.url).call('POST', '/api/staff/invitations/read', { code })
    expect(await reasonOf(await read(codeOf(lost)))).toBe('link_expired')
    expect((await officer.call('GET', '/api/health')).status).toBe(200)
    const next = 'quyển sổ bìa nâu 64'
    const accepted = await openPc(ward.url).call('POST', '/api/staff/invitations/accept', {
      code: codeOf(link),
      password: next,
    })
    expect(await accepted.json()).toEqual({ username: officer.username })
    expect((await officer.call('GET', '/api/health')).status).toBe(401)
    const pc = openPc(ward.url)
    expect(
      (await pc.call('POST', '/api/auth/sign-in/username', { username: officer.username, password: PASSWORD })).status,
    ).toBe(401)
    await pc.call('POST', '/api/auth/sign-in/username', { username: officer.username, password: next })
    await setUpPhone(ward, pc, officer.username, next)
    expect((await find(officer.username)).id).toBe(id)
    expect((await pc.call('GET', '/api/health')).status).toBe(200)
  })

  it('hands its duties over to the next: roles move, and both are told apart in the audit', async () => {
    const leaving = await newOfficer('leader', 'phuong-mau-to-1')
    const coming = await newOfficer('viewer')
    const [from, to] = [await find(leaving.username), await find(coming.username)]
    await admin.call('POST', `/api/staff/${from.id}/roles`, { role: 'answerer', area: 'phuong-mau' })
    await ward.resident('ba-sau').ask('gặp cán bộ')
    const [waiting] = await (await leaving.call('GET', '/api/handoffs')).json()
    expect((await leaving.call('POST', `/api/handoffs/${waiting.id}/claim`, {})).status).toBe(200)
    const series = await (
      await leaving.call('POST', '/api/notices', {
        requestKey: randomUUID(),
        draft: { ...meetingDraft, audience: { areas: ['phuong-mau-to-1'] } },
      })
    ).json()
    const own = { owner_person: from.id, owner_name: from.name }
    const now = new Date()
    await ward.db
      .insertInto('guide_care')
      .values({ topic_key: 'khai-sinh', ...own, set_by: 'x', set_at: now })
      .execute()
    const task = { kind: 'date' as const, cause: 'thử bàn giao', text: 'xem lại', opened_by: 'x', opened_at: now }
    await ward.db
      .insertInto('review_tasks')
      .values({ ...task, ...own })
      .execute()
    const done = await admin.call('POST', `/api/staff/${from.id}/hand-over`, { to: to.id })
    expect(await done.json()).toEqual({ roles: 2, tasks: 2 })
    expect(await (await coming.call('GET', `/api/handoffs/${waiting.id}`)).json()).toMatchObject({
      claimedBy: `${to.name} (${coming.username})`,
      isMine: true,
    })
    const [moved] = await ward.db.selectFrom('audit').selectAll().where('action', '=', 'handoff handed over').execute()
    expect(moved).toMatchObject({ subject: waiting.id, actor: `Trần Thị Hoa (${admin.username})` })
    expect((await find(leaving.username)).roles).toEqual([])
    expect((await find(coming.username)).roles.map(({ role, area }) => `${role} ${area}`).sort()).toEqual([
      'answerer phuong-mau',
      'leader phuong-mau-to-1',
      'viewer phuong-mau',
    ])
    const kept = await sql`select owner_person as to from guide_care union all select owner_person from review_tasks
      where cause = 'thử bàn giao' order by 1`.execute(ward.db)
    expect(kept.rows).toEqual([{ to: to.id }, { to: to.id }])
    expect(await (await coming.call('GET', `/api/notices/${series.id}`)).json()).toMatchObject({ code: series.code })
    expect((await leaving.call('GET', `/api/notices/${series.id}`)).status).toBe(401)
    const noted = await ward.db
      .selectFrom('audit')
      .selectAll()
      .where('action', '=', 'duties handed over')
      .where('subject', '=', from.id)
      .executeTakeFirst()
    expect(noted).toMatchObject({ detail: { to: to.id } })
    expect(noted?.actor).toContain(admin.username)
  })
})

describe('what an operator does by command', () => {
  it('lets another administrator in when nobody can sign in any more', async () => {
    const area = await findArea(ward.db, 'phuong-mau')
    const { db, config } = ward
    const clock = { now: () => new Date(ward.emulator.control.clock.read().now) }
    const expiresAt = new Date(clock.now().getTime() + 3600_000)
    const path = await issueAdministratorLink({ db, config, clock }, { areaId: area?.id ?? '', expiresAt })
    const rescuer = await enrol(ward, `http://x${path}`, { username: 'cuu.ho', name: 'Người Cứu Hộ' })
    expect((await rescuer.call('GET', '/api/staff')).status).toBe(200)
  })

  it('still gives roles to people known by Zalo, who are no staff', async () => {
    const area = await findArea(ward.db, 'phuong-mau-to-1')
    const personId = randomUUID()
    await ward.db.insertInto('persons').values({ id: personId }).execute()
    await ward.db
      .insertInto('roles')
      .values({ person_id: personId, role: 'leader', area_id: area?.id ?? '' })
      .execute()
    expect((await list()).map(({ id }) => id)).not.toContain(personId)
  })
})

describe('two records of one person', () => {
  it('that become one keep the account: it signs in as before', async () => {
    const officer = await newOfficer('viewer')
    const { id } = await find(officer.username)
    const into = randomUUID()
    await ward.db.insertInto('persons').values({ id: into }).execute()
    await ward.db.transaction().execute(tx => mergePersons(tx, id, into))
    expect((await find(officer.username)).id).toBe(into)
    expect((await officer.call('GET', '/api/health')).status).toBe(200)
    expect((await (await signIn(ward, officer)).call('GET', '/api/health')).status).toBe(200)
  })
})

describe('a token for another system', () => {
  const create = (role: string, area: string, pc = admin) =>
    pc.call('POST', '/api/staff/tokens', { label: 'Phần mềm của thành phố', role, area, days: 30 })
  const use = (token: string) => fetch(`${ward.url}/api/health`, { headers: { authorization: `Bearer ${token}` } })

  it('opens what its role opens, is shown once, listed, and ended', async () => {
    const { token } = await (await create('viewer', 'phuong-mau')).json()
    expect((await use(token)).status).toBe(200)
    const listed = await (await admin.call('GET', '/api/staff/tokens')).json()
    expect(listed[0]).toMatchObject({
      label: 'Phần mềm của thành phố',
      role: 'viewer',
      lastUsedAt: expect.any(String),
      endedAt: null,
    })
    expect(JSON.stringify(listed)).not.toContain(token)
    expect((await small.call('DELETE', `/api/staff/tokens/${listed[0].id}`)).status).toBe(404)
    expect((await admin.call('DELETE', `/api/staff/tokens/${listed[0].id}`)).status).toBe(200)
    expect((await use(token)).status).toBe(401)
    expect((await (await admin.call('GET', '/api/staff/tokens')).json())[0].endedAt).toEqual(expect.any(String))
  })

  it('reaches no further than whoever made it, and is nobody’s account', async () => {
    expect((await create('viewer', 'phuong-mau', small)).status).toBe(403)
    const { token } = await (await create('administrator', 'phuong-mau')).json()
    const sessions = await fetch(`${ward.url}/api/staff/sessions`, { headers: { authorization: `Bearer ${token}` } })
    expect(sessions.status).toBe(403)
  })
})

describe('the audit', () => {
  it('says of every change who, what and where, and holds no secret', async () => {
    const rows = await ward.db.selectFrom('audit').selectAll().where('actor', 'like', `%${admin.username}%`).execute()
    const actions = new Set(rows.map(({ action }) => action))
    for (const action of [
      'staff invited',
      'staff account made',
      'role answerer granted',
      'staff account closed',
      'token created',
      'token ended',
    ])
      expect([...actions]).toContain(action)
    expect(JSON.stringify(rows)).not.toMatch(/mc_|scrypt/)
  })
})
