/** What is another ward’s stays another ward’s: everything that has a number of its own is tried from next door. */
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { sql } from 'kysely'
import { type AccessWard, openAccessWard } from './setup/access-ward.ts'
import { signIn } from './setup/account.ts'
import { meetingDraft } from './setup/notice-sheets.ts'
import { type Operation, operations } from './setup/operations.ts'

let ward: AccessWard
beforeAll(async () => {
  ward = await openAccessWard()
})
afterAll(() => ward.close())

async function make<T>(path: string, body: unknown): Promise<T> {
  const response = await ward.call(path, { method: 'POST', token: ward.token('administrator'), body })
  if (response.status !== 200) throw new Error(`${path}: ${response.status} ${await response.text()}`)
  return response.json()
}
const draft = { ...meetingDraft, audience: { areas: ['phuong-mau-to-2'] } }

/** What the walk of every role knows by a number that is nobody's; here it is made, in the ward beside the callers'. */
const MADE: Record<
  string,
  { table: string; make(): Promise<Record<string, string>>; bodies?: Record<string, unknown> }
> = {
  links: {
    table: 'links, lateral (select json_agg(c order by c.id) from link_changes c) as changes',
    make: async () => {
      const link = { area: 'phuong-mau', title: 'Nộp hồ sơ qua mạng', target: { kind: 'portal' }, why: 'thử quyền' }
      const { code } = await make<{ code: string }>('/api/links', link)
      await make(`/api/links/${code}/places`, { name: 'Bảng tin' })
      return { code, number: '1' }
    },
  },
  notices: {
    table: 'notices',
    make: async () => ({
      ...(await make<{ id: string }>('/api/notices', { requestKey: randomUUID(), draft })),
      question: '1',
      area: 'phuong-mau-to-2',
    }),
    bodies: { 'notices.edit': { version: 1, draft } },
  },
  'review.decideOffice': {
    table: 'office_changes',
    make: async () => {
      const { rows } = await sql<{ id: string }>`
        insert into office_changes (area_id, item_key, cause, before, after, words, authors, proposed_by, proposed_at)
        select id, 'office-ward', ${randomUUID()}, '{}', '{}', 'Số 9', '{}', 'x', now() from areas where code = 'phuong-mau'
        returning id::text as id`.execute(ward.db)
      return { id: rows[0]?.id ?? '' }
    },
  },
  'staff.revokeInvitation': {
    table: 'staff_invitations',
    make: async () => {
      await make('/api/staff/invitations', { name: 'Người Mới', role: 'viewer', area: 'phuong-mau-to-2' })
      return newest('staff_invitations')
    },
  },
  'staff.endToken': {
    table: 'api_tokens',
    make: async () => {
      await make('/api/staff/tokens', { label: 'Máy khác', role: 'viewer', area: 'phuong-mau-to-2', days: 9 })
      return newest('api_tokens')
    },
  },
}
const madeFor = ({ name }: Operation) => MADE[name] ?? MADE[name.split('.')[0] ?? '']

async function newest(table: string): Promise<{ id: string }> {
  const { rows } = await sql<{ id: string }>`select max(id)::text as id from ${sql.table(table)}`.execute(ward.db)
  return { id: rows[0]?.id ?? '' }
}
async function standing(table: string): Promise<string> {
  const { rows } = await sql.raw(`select * from ${table}`).execute(ward.db)
  // When a token was last used is no change of it.
  return JSON.stringify(rows.map(row => ({ ...(row as object), last_used_at: null })))
}

const isOfStaff = ({ access }: Operation) => access !== 'public' && access !== 'resident'
/** Answered alike here and next door: either it belongs to no area, or what it was called for is not there. */
const isUnproven = ({ answers, elsewhere }: Operation) => String(answers) === String(elsewhere)
const named = operations.filter(one => /\{(id|code|number|question|person)\}/.test(one.route) && isOfStaff(one))

describe('what has a number of its own', () => {
  it('is tried for each operation, here or in the walk of every role', () => {
    const left = named.filter(one => isUnproven(one) && !madeFor(one)).map(({ name }) => name)
    expect(left).toEqual([])
  })

  it.each(named.filter(one => madeFor(one)))('$name is refused to whoever is in charge next door', async one => {
    const kind = madeFor(one)
    const path = await kind?.make()
    const before = await standing(kind?.table ?? '')
    const filled = one.route.replace(/\{(\w+)\}/g, (_, key: string) => path?.[key] ?? '')
    const body = kind?.bodies?.[one.name] ?? one.body
    for (const at of ['other', 'below'] as const) {
      const sent = { method: one.method, token: ward.token('administrator', at), body }
      const response = await ward.call(`/api${filled}`, sent)
      expect(`${at} ${response.status}`).toMatch(/ (403|404)$/)
      expect(await response.text()).not.toContain('Mời họp')
    }
    expect(await standing(kind?.table ?? '')).toBe(before)
    // It is really there: in the own ward the same call is answered otherwise.
    const own = await ward.call(`/api${filled}`, { method: one.method, token: ward.token('administrator'), body })
    const alone = ['notices.reply', 'notices.approvals.approve', 'notices.approvals.giveBack', 'notices.approvals.get']
    if (!alone.includes(one.name)) expect([one.name, own.status]).not.toEqual([one.name, 404])
  })

  it('cannot be written for next door either: not as audience, not by moving what is one’s own there', async () => {
    const token = ward.token('administrator', 'other')
    const compose = (areas: string[]) =>
      ward.call('/api/notices', {
        method: 'POST',
        token,
        body: { requestKey: randomUUID(), draft: { ...draft, audience: { areas } } },
      })
    expect((await compose(['phuong-mau-to-2'])).status).toBe(403)
    expect((await compose(['phuong-khac', 'phuong-mau-to-2'])).status).toBe(403)
    const own = await (await compose(['phuong-khac'])).json()
    const moved = await ward.call(`/api/notices/${own.id}`, {
      method: 'PUT',
      token,
      body: { version: own.version, draft },
    })
    expect(moved.status).toBe(403)
  })

  it('that nobody agreed to is not there for residents, by number or by code', async () => {
    ward.emulator.control.people.create({ key: 'ba-tu', name: 'Bà Tư' })
    const { session } = await signIn(ward, 'ba-tu')
    const notice = await make<{ id: string; code: string }>('/api/notices', { requestKey: randomUUID(), draft })
    for (const [method, path, body] of [
      ['GET', `/inbox/${notice.id}`],
      ['POST', `/inbox/${notice.id}/read`],
      ['POST', `/inbox/${notice.id}/answer`, { answer: { kind: 'question', text: 'mấy giờ' } }],
      ['GET', `/public-notices/${notice.code}`],
    ] as const) {
      const response = await ward.call(`/api${path}`, { method, token: session.token, body })
      expect(`${path} ${response.status}`).toMatch(/ 404$/)
    }
  })
})

/** What changes nothing that lasts, though it is no GET: looked at, tried out, rehearsed, or noted as seen by one's own eyes. */
const CHANGES_NOTHING = ['guides.present', 'areas.import']

describe('the audit', () => {
  // Called for itself, a place keeps the name that it has: nothing changes, nothing is written.
  const bodies: Record<string, unknown> = { 'areas.rename': { name: 'Tổ dân phố Hai' } }
  const writing = operations.filter(one => one.method !== 'GET' && isOfStaff(one) && one.answers === 200)
  it.each(writing.filter(({ name }) => !CHANGES_NOTHING.includes(name)))('has a line of $name', async one => {
    const count = async () =>
      (await sql<{ n: string }>`select id::text as n from audit_head`.execute(ward.db)).rows[0]?.n
    const before = await count()
    const sent = { method: one.method, token: ward.token('administrator'), body: bodies[one.name] ?? one.body }
    expect((await ward.call(one.path, sent)).status).toBe(200)
    expect(await count()).not.toBe(before)
  })
})
