/** Who may do what: every operation of the contract, every staff page, every role. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { findArea } from '../server/platform/areas/index.ts'
import { createToken, grantRole } from '../server/platform/people/index.ts'
import { emptyCalendar } from '../shared/calendars.ts'
import { sampleWard } from '../shared/content/index.ts'
import { contract } from '../shared/contract.ts'
import { type Access, includesRole, StaffRole } from '../shared/people.ts'
import { signIn } from './setup/account.ts'
import { openWard, type TestWard } from './setup/ward.ts'

interface Operation {
  name: string
  method: string
  path: string
  body: unknown
  /** The status of a call that is allowed. */
  answers: number
  access: Access | undefined
}

/** A revision that no office has: whoever may edit is told that somebody else did. */
const OTHER = '0'.repeat(16)
const NOTICE = { id: '1' }
const HOOD = { area: 'phuong-mau-to-1' }
const REQUEST = '0b1c6d4e-5f60-4a7b-8c9d-0e1f2a3b4c5d'

/** What an operation is called with where its path alone is not enough, and what it answers when that is not 200. */
const CALLS: Record<string, { path?: Record<string, string>; body?: unknown; answers?: number }> = {
  'procedures.get': { path: { key: 'khai-sinh' } },
  'office.readCalendar': { path: { area: 'phuong-mau' } },
  'office.writeCalendar': {
    path: { area: 'phuong-mau' },
    body: { calendar: emptyCalendar, revision: OTHER },
    answers: 409,
  },
  'office.writeHours': {
    path: { area: 'phuong-mau' },
    body: { hours: sampleWard.profile.openingHours, revision: OTHER },
    answers: 409,
  },
  'chat.say': { body: { text: 'khai sinh cần gì', state: null } },
  'recordings.list': { path: { area: 'phuong-mau' } },
  // Without a file: whoever is let in is told so.
  'recordings.attach': { path: { area: 'phuong-mau' }, body: {}, answers: 400 },
  'recordings.remove': { path: { area: 'phuong-mau', id: '1' }, answers: 404 },
  'session.start': { body: { accessToken: 'a-token-of-nobody' }, answers: 401 },
  'places.join': { body: { area: 'phuong-mau-to-1', label: 'Nhà mình' } },
  'places.rename': { path: { area: 'phuong-mau-to-1' }, body: { label: 'Nhà mình' }, answers: 404 },
  'places.leave': { path: { area: 'phuong-mau-to-1' } },
  'privacy.erase': { body: { confirm: true } },
  'links.get': { path: { code: '222222' }, answers: 404 },
  'links.create': {
    body: { area: 'phuong-mau', title: 'Nộp hồ sơ qua mạng', target: { kind: 'portal' }, why: 'thử quyền' },
  },
  'links.move': { path: { code: '222222' }, body: { target: { kind: 'chat' }, why: 'thử quyền' }, answers: 404 },
  'links.retire': { path: { code: '222222' }, body: { instead: null, why: 'thử quyền' }, answers: 404 },
  'links.restore': { path: { code: '222222' }, body: { why: 'thử quyền' }, answers: 404 },
  'links.addPlace': { path: { code: '222222' }, body: { name: 'Bảng tin' }, answers: 404 },
  'links.takeDownPlace': { path: { code: '222222', number: '1' }, answers: 404 },
  'links.ofGuide': { path: { topic: 'khai-sinh' } },
  'notices.compose': { body: {}, answers: 400 },
  'notices.attach': { body: {}, answers: 400 },
  'notices.edit': { path: NOTICE, body: {}, answers: 400 },
  ...Object.fromEntries(
    ['get', 'plan', 'pause', 'resume', 'counts', 'history', 'markPosted', 'answers'].map(name => [
      `notices.${name}`,
      { path: NOTICE, answers: 404 },
    ]),
  ),
  ...Object.fromEntries(
    ['discard', 'withdraw', 'confirmLate'].map(name => [
      `notices.${name}`,
      { path: NOTICE, body: { version: 1 }, answers: 404 },
    ]),
  ),
  'notices.submit': { path: NOTICE, body: { version: 1, isConfirmed: false, isAlone: false }, answers: 404 },
  'notices.cancel': { path: NOTICE, body: { reason: 'thử xem' }, answers: 404 },
  'notices.retry': { path: NOTICE, body: { requestKey: REQUEST }, answers: 404 },
  'notices.correct': { path: NOTICE, body: { requestKey: REQUEST }, answers: 404 },
  'notices.reply': { path: { ...NOTICE, question: '1' }, body: { text: 'vâng' }, answers: 404 },
  'notices.doors': { path: { ...NOTICE, ...HOOD }, answers: 404 },
  'notices.markDoors': { path: { ...NOTICE, ...HOOD }, body: { marks: [] }, answers: 404 },
  'notices.approvals.get': { path: NOTICE, answers: 404 },
  'notices.approvals.approve': { path: NOTICE, body: { version: 1 }, answers: 404 },
  'notices.approvals.giveBack': { path: NOTICE, body: { version: 1, reason: 'thử xem' }, answers: 404 },
  'notices.inbox.get': { path: NOTICE, answers: 404 },
  'notices.inbox.markRead': { path: NOTICE, answers: 404 },
  'notices.inbox.answer': { path: NOTICE, body: { answer: { kind: 'question', text: 'mấy giờ' } }, answers: 404 },
  'notices.inbox.writePreferences': { body: { push: true, mutedKinds: [], quiet: null, notifications: false } },
  'notices.published.list': { path: HOOD },
  'notices.published.get': { path: { code: 'TB-ZZZZZ' }, answers: 404 },
  'notices.houses.list': { path: HOOD },
  'notices.houses.import': { path: HOOD, body: { text: '12/5' } },
  'notices.ownHouse.read': { path: HOOD },
  'notices.ownHouse.write': { path: HOOD, body: { house: null }, answers: 404 },
  'notices.settings.read': { path: HOOD },
  'notices.settings.write': { path: HOOD, body: { settings: { approval: 'always' } } },
  'handoffs.get': { path: { id: '1' }, answers: 404 },
  'handoffs.close': { path: { id: '1' }, body: { outcome: 'answered' }, answers: 404 },
}

/** All operations, found by walking: a new one is in the walk the day it is born. */
function listOperations(node: object, name = ''): Operation[] {
  if ('~orpc' in node) {
    const { route, meta } = node['~orpc'] as { route: { method?: string; path?: string }; meta: { access?: Access } }
    const { path = {}, body, answers = 200 } = CALLS[name] ?? {}
    const filled = (route.path ?? '').replace(/\{(\w+)\}/g, (_, key: string) => path[key] ?? '')
    return [{ name, method: route.method ?? 'POST', path: `/api${filled}`, body, answers, access: meta.access }]
  }
  return Object.entries(node).flatMap(([key, child]) => listOperations(child as object, name ? `${name}.${key}` : key))
}

const operations = listOperations(contract)
const STAFF_PAGES: { path: string; access: StaffRole }[] = [
  { path: '/can-bo/tinh-trang', access: 'viewer' },
  { path: '/can-bo/van-ban-oa', access: 'viewer' },
  { path: '/can-bo/ma-qr', access: 'viewer' },
  { path: '/can-bo/ma-qr/to-in', access: 'viewer' },
]

let ward: TestWard
const tokens = new Map<StaffRole, string>()
beforeAll(async () => {
  ward = await openWard()
  const area = await findArea(ward.db, 'phuong-mau')
  for (const role of StaffRole.options) {
    tokens.set(
      role,
      await createToken(ward.db, {
        role,
        areaId: area?.id ?? '',
        label: role,
        expiresAt: new Date(Date.now() + 3600_000),
      }),
    )
  }
})
afterAll(() => ward.close())

const accounts = new Map<string, Promise<string>>()
/** The token of somebody's phone; the same for the same purpose. */
function accountFor(role: 'resident' | 'leader', purpose: string): Promise<string> {
  const person = `${role}-${purpose.replace('.', '-').toLowerCase()}`
  const known = accounts.get(person) ?? openAccountFor(role, person)
  accounts.set(person, known)
  return known
}

async function openAccountFor(role: 'resident' | 'leader', person: string): Promise<string> {
  ward.emulator.control.people.create({ key: person, name: 'Người thử' })
  const { session } = await signIn(ward, person)
  if (role === 'leader') await lead(person)
  return session.token
}

async function lead(person: string): Promise<void> {
  const { appUserId } = ward.emulator.control.people.find(person)
  const identity = await ward.db
    .selectFrom('identities')
    .select('person_id')
    .where('external_id', '=', appUserId)
    .executeTakeFirstOrThrow()
  const area = await findArea(ward.db, 'phuong-mau-to-1')
  const held = { personId: identity.person_id, areaId: area?.id ?? '', actor: 'operator' }
  await grantRole(ward.db, { ...held, role: 'leader' })
}

function call(
  path: string,
  { method = 'GET', token, body }: { method?: string; token?: string; body?: unknown } = {},
): Promise<Response> {
  return fetch(`${ward.url}${path}`, {
    method,
    headers: {
      ...(token ? { authorization: `Bearer ${token}` } : {}),
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    },
    body: body === undefined ? null : JSON.stringify(body),
  })
}

describe('every operation', () => {
  it('says whom it serves', () => {
    expect(operations.length).toBeGreaterThanOrEqual(3)
    expect(operations.filter(({ access }) => access === undefined)).toEqual([])
  })

  it.each(operations)(
    '$name serves strangers only when it is public',
    async ({ access, answers, path, ...request }) => {
      expect((await call(path, request)).status).toBe(access === 'public' ? answers : 401)
    },
  )

  it.each(operations.flatMap(operation => StaffRole.options.map(role => ({ ...operation, role }))))(
    '$name serves a $role only when that role is enough',
    async ({ method, body, path, access, answers, role }) => {
      const isOwn = access === 'resident'
      const allowed = access === 'public' || (access !== undefined && !isOwn && includesRole(role, access))
      expect((await call(path, { method, body, token: tokens.get(role) })).status).toBe(allowed ? answers : 403)
    },
  )

  it.each(operations.flatMap(operation => (['resident', 'leader'] as const).map(role => ({ ...operation, role }))))(
    '$name serves a $role on the phone only when that is enough',
    async ({ name, method, body, path, access, answers, role }) => {
      // Each with an account of their own: one of the operations ends it.
      const token = await accountFor(role, name.startsWith('notices.') ? 'notices' : name)
      const allowed = access === 'public' || access === 'resident' || access === role
      expect((await call(path, { method, body, token })).status).toBe(allowed ? answers : 403)
    },
  )

  it('is described for other systems', async () => {
    const description = await (await call('/api/openapi.json')).json()
    expect(Object.keys(description.paths)).toEqual(
      expect.arrayContaining(['/procedures', '/procedures/{key}', '/areas/{area}/office', '/health']),
    )
  })

  it('answers an unknown guide with a coded refusal', async () => {
    const response = await call('/api/procedures/khong-co')
    expect(response.status).toBe(404)
    expect(await response.json()).toMatchObject({ code: 'NOT_FOUND' })
  })
})

describe('every staff page', () => {
  it.each(STAFF_PAGES)('$path is closed to strangers and to roles that do not include it', async ({ path, access }) => {
    expect((await call(path)).status).toBe(401)
    for (const role of StaffRole.options) {
      expect((await call(path, { token: tokens.get(role) })).status).toBe(includesRole(role, access) ? 200 : 403)
    }
  })

  it('is opened by a link that works once', async () => {
    const { healthUrl } = await ward.app.printableLinks(1)
    const path = new URL(healthUrl).pathname
    const enter = () => fetch(`${ward.url}${path}`, { method: 'POST', redirect: 'manual' })
    expect((await fetch(`${ward.url}${path}`)).status).toBe(200)
    const first = await enter()
    expect(first.status).toBe(303)
    expect(first.headers.get('set-cookie')).toMatch(/HttpOnly/)
    expect(first.headers.get('set-cookie')).toMatch(/SameSite=Strict/)
    expect((await enter()).status).toBe(401)
    const cookie = first.headers.get('set-cookie')?.split(';')[0] ?? ''
    expect((await fetch(`${ward.url}/can-bo/tinh-trang`, { headers: { cookie } })).status).toBe(200)
  })
})

describe('a token', () => {
  it('that is expired, revoked, cut or invented opens nothing', async () => {
    const area = await findArea(ward.db, 'phuong-mau')
    const old = await createToken(ward.db, {
      role: 'viewer',
      areaId: area?.id ?? '',
      label: 'old',
      expiresAt: new Date(Date.now() - 1000),
    })
    for (const token of [old, tokens.get('viewer')?.slice(0, -1), `mc_${'a'.repeat(43)}`, '']) {
      expect((await call('/api/health', { token })).status).toBe(401)
    }
  })

  it('is not in the database in any form that could be used', async () => {
    const rows = await ward.db.selectFrom('api_tokens').selectAll().execute()
    expect(JSON.stringify(rows)).not.toContain(tokens.get('viewer'))
  })
})

describe('the public pages', () => {
  it('say to the outside only that the server answers', async () => {
    expect(await (await call('/healthz')).json()).toEqual({ status: 'ok' })
  })

  it.each(['/', '/thu-tuc/khai-sinh', '/khong-co-trang-nay'])(
    '%s carries a strict policy and no script',
    async path => {
      const response = await call(path)
      const page = await response.text()
      expect(response.headers.get('content-security-policy')).toMatch(/default-src 'none'/)
      expect(page).not.toMatch(/<script/i)
      expect(page).toMatch(/lang="vi"/)
    },
  )

  it('escape whatever an address holds', async () => {
    const response = await call('/thu-tuc/%3Cscript%3Ealert(1)%3C%2Fscript%3E')
    expect(response.status).toBe(404)
    expect(await response.text()).not.toContain('<script>')
  })

  it('refuse a malformed address calmly', async () => {
    expect((await call('/thu-tuc/%E0%A4%A')).status).toBe(400)
  })
})
