/** Who may do what: every operation of the contract, every staff page, every role. */
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { House } from '../server/feature.ts'
import { findArea } from '../server/platform/areas/index.ts'
import { createToken, grantRole } from '../server/platform/people/index.ts'
import { connect } from '../server/platform/storage/index.ts'
import { createAuth } from '../server/staff/auth.ts'
import { AUTH_PATHS } from '../server/staff/auth-routes.ts'
import { emptyCalendar } from '../shared/calendars.ts'
import { sampleWard, starterTopics } from '../shared/content/index.ts'
import { contract } from '../shared/contract.ts'
import { noFacts } from '../shared/local-parts/index.ts'
import { type Access, includesRole, StaffRole } from '../shared/people.ts'
import { signIn } from './setup/account.ts'
import { openWard, type TestWard } from './setup/ward.ts'

interface Operation extends Required<Pick<Call, 'answers' | 'elsewhere'>> {
  name: string
  method: string
  path: string
  body: Call['body']
  access: Access | undefined
}

/** A revision that no office has: whoever may edit is told that somebody else did. */
const OTHER = '0'.repeat(16)
const NOTICE = { id: '1' }
const GUIDE = { key: 'khai-sinh' }
const DRAFT = { id: '1' }
const LOCAL = { key: 'khai-sinh', area: 'phuong-mau' }
const HOOD = { area: 'phuong-mau-to-2' }
const REQUEST = '0b1c6d4e-5f60-4a7b-8c9d-0e1f2a3b4c5d'

/** What an operation is called with where its path alone is not enough. */
interface Call {
  path?: Record<string, string>
  query?: string
  /** Anew for each call where it can happen once only. */
  body?: unknown
  /** What it answers when that is not 200. */
  answers?: number
  /**
   * What a caller reads whose role is enough, but held for another ward or for a neighbourhood of this one. Left out for
   * what belongs to no area, and where the caller's own areas decide what is listed.
   */
  elsewhere?: 403 | 404
}

let count = 0
const once = (): string => {
  count += 1
  return `moi-${count}`
}
const form = (fields: Record<string, string>): FormData => {
  const filled = new FormData()
  for (const [name, value] of Object.entries(fields)) filled.set(name, value)
  filled.set('file', new File(['Mã,Tên'], 'to.csv'))
  return filled
}
/** A place inside the ward, beside the neighbourhood that the callers "below" hold. */
const PLACE = 'phuong-mau-to-2'
const PERSON = '00000000-0000-4000-8000-000000000001'
const NEXT_PERSON = '00000000-0000-4000-8000-000000000002'
const ofPlace = { path: { area: PLACE }, elsewhere: 403 } as const
const ofPerson = { path: { person: PERSON }, elsewhere: 404 } as const
const role = { role: 'viewer', area: PLACE }

const CALLS: Record<string, Call> = {
  'procedures.get': { path: { key: 'khai-sinh' } },
  'office.readCalendar': { path: { area: 'phuong-mau' } },
  'office.writeCalendar': {
    path: { area: 'phuong-mau' },
    body: { calendar: emptyCalendar, revision: OTHER },
    answers: 409,
    elsewhere: 403,
  },
  'office.writeHours': {
    path: { area: 'phuong-mau' },
    body: { hours: sampleWard.profile.openingHours, revision: OTHER },
    answers: 409,
    elsewhere: 403,
  },
  'chat.say': { body: { text: 'khai sinh cần gì', state: null } },
  'recordings.list': { path: { area: 'phuong-mau' }, elsewhere: 403 },
  // No recording: whoever is let in is told so.
  'recordings.attach': {
    path: { area: 'phuong-mau' },
    body: () => form({ topic: 'khai-sinh', revision: '1', section: 'whole' }),
    answers: 400,
    elsewhere: 403,
  },
  'recordings.remove': { path: { area: 'phuong-mau', id: '1' }, answers: 404, elsewhere: 403 },
  'session.start': { body: { accessToken: 'a-token-of-nobody' }, answers: 401 },
  'places.join': { body: { area: 'phuong-mau-to-1', label: 'Nhà mình' } },
  'places.rename': { path: { area: 'phuong-mau-to-1' }, body: { label: 'Nhà mình' }, answers: 404 },
  'places.leave': { path: { area: 'phuong-mau-to-1' } },
  'privacy.erase': { body: { confirm: true } },
  'links.get': { path: { code: '222222' }, answers: 404 },
  'links.create': {
    body: { area: 'phuong-mau', title: 'Nộp hồ sơ qua mạng', target: { kind: 'portal' }, why: 'thử quyền' },
    elsewhere: 403,
  },
  'links.move': { path: { code: '222222' }, body: { target: { kind: 'chat' }, why: 'thử quyền' }, answers: 404 },
  'links.retire': { path: { code: '222222' }, body: { instead: null, why: 'thử quyền' }, answers: 404 },
  'links.restore': { path: { code: '222222' }, body: { why: 'thử quyền' }, answers: 404 },
  'links.addPlace': { path: { code: '222222' }, body: { name: 'Bảng tin' }, answers: 404 },
  'links.takeDownPlace': { path: { code: '222222', number: '1' }, answers: 404 },
  'links.ofGuide': { path: { topic: 'khai-sinh' } },
  'notices.areas': {},
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
  'notices.resendUnknown': { path: NOTICE, answers: 404 },
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
  'notices.houses.list': { path: HOOD, elsewhere: 403 },
  'notices.houses.import': { path: HOOD, body: { text: '12/5' }, elsewhere: 403 },
  'notices.ownHouse.read': { path: HOOD },
  'notices.ownHouse.write': { path: HOOD, body: { house: null }, answers: 404 },
  'notices.settings.read': { path: HOOD, elsewhere: 403 },
  'notices.settings.write': { path: HOOD, body: { settings: { approval: 'always' } }, elsewhere: 403 },
  'questions.get': { path: { id: '1' }, elsewhere: 404 },
  'questions.propose': {
    path: { id: '1' },
    body: { topic: 'khong-co', wording: 'xin nuôi chó' },
    answers: 400,
    elsewhere: 404,
  },
  'questions.settle': { path: { id: '1' }, body: { as: 'seen' }, elsewhere: 404 },
  'questions.reopen': { path: { id: '1' }, body: {}, elsewhere: 404 },
  // Declined already.
  'questions.examples.accept': { path: { id: '1' }, body: {}, answers: 409, elsewhere: 404 },
  'questions.examples.decline': { path: { id: '1' }, body: {}, answers: 409, elsewhere: 404 },
  'questions.examples.retire': { path: { id: '1' }, body: {}, answers: 409, elsewhere: 404 },
  'questions.figures.read': { answers: 404 },
  'questions.figures.readSetting': { path: { area: 'phuong-mau' }, elsewhere: 403 },
  // It stays off: what is public is the same before and after.
  'questions.figures.writeSetting': { path: { area: 'phuong-mau' }, body: { isOn: false }, elsewhere: 403 },
  // The second case is closed: whoever may act on it is told so.
  'handoffs.claim': { path: { id: '2' }, body: {}, answers: 409, elsewhere: 404 },
  'handoffs.release': { path: { id: '2' }, body: {}, answers: 409, elsewhere: 404 },
  'handoffs.reply': {
    path: { id: '2' },
    body: { text: 'Chào bác', requestKey: REQUEST },
    answers: 409,
    elsewhere: 404,
  },
  'handoffs.addNote': { path: { id: '1' }, body: { text: 'đã gọi' }, elsewhere: 404 },
  'handoffs.readCanned': { path: { area: 'phuong-mau' }, elsewhere: 403 },
  'handoffs.writeCanned': { path: { area: 'phuong-mau' }, body: { replies: [] }, elsewhere: 403 },
  'handoffs.get': { path: { id: '1' }, elsewhere: 404 },
  'handoffs.close': { path: { id: '2' }, body: { outcome: 'answered' }, answers: 409, elsewhere: 404 },
  'areas.add': {
    path: { area: 'phuong-mau' },
    body: () => ({ code: once(), name: 'Tổ mới' }),
    elsewhere: 403,
  },
  'areas.rename': { ...ofPlace, body: { name: 'Tổ dân phố 2' } },
  'areas.writeNames': { ...ofPlace, body: { names: [] } },
  'areas.merge': { ...ofPlace, body: { others: ['khong-co'] }, answers: 404 },
  'areas.split': {
    ...ofPlace,
    body: () => ({ name: 'Tổ dân phố 2', parts: [{ code: once(), name: 'Tổ tách', names: [] }] }),
  },
  'areas.retire': { path: { area: 'phuong-mau' }, answers: 409, elsewhere: 403 },
  'areas.import': { path: { area: 'phuong-mau' }, body: () => form({ isRehearsal: 'true' }), elsewhere: 403 },
  'staff.readInvitation': { body: { code: 'a'.repeat(32) }, answers: 404 },
  'staff.accept': { body: { code: 'a'.repeat(32), password: 'một hai ba bốn năm' }, answers: 404 },
  // Theirs is a cookie of the console: a token is nobody's session.
  'staff.listSessions': { answers: 401 },
  'staff.endSession': { path: { id: PERSON }, answers: 401 },
  'staff.endOtherSessions': { answers: 401 },
  'staff.replaceTotp': { body: { password: 'x', code: '000000' }, answers: 401 },
  'staff.invite': { body: { name: 'Người Mới', ...role }, elsewhere: 403 },
  'staff.revokeInvitation': { path: { id: '999999' }, answers: 404 },
  'staff.grantRole': { path: { person: PERSON }, body: role, elsewhere: 403 },
  'staff.revokeRole': { path: { person: PERSON }, body: role, elsewhere: 403 },
  'staff.deactivate': { path: { person: NEXT_PERSON }, elsewhere: 404 },
  'staff.reactivate': { path: { person: NEXT_PERSON }, elsewhere: 404 },
  'staff.resetAccess': ofPerson,
  'staff.handOver': { path: { person: NEXT_PERSON }, body: { to: PERSON }, elsewhere: 404 },
  'staff.createToken': { body: { label: 'Phần mềm khác', ...role }, elsewhere: 403 },
  'staff.endToken': { path: { id: '999999' }, answers: 404 },
  'guides.list': { elsewhere: 403 },
  'guides.names': { elsewhere: 403 },
  'guides.get': { path: GUIDE, elsewhere: 403 },
  'guides.readRevision': { path: { ...GUIDE, revision: '1' }, elsewhere: 403 },
  'guides.readAsOf': { path: GUIDE, query: 'day=2026-11-24', elsewhere: 403 },
  'guides.compare': { path: GUIDE, query: 'from=1&to=1', elsewhere: 403 },
  'guides.preview': { path: DRAFT, answers: 404, elsewhere: 403 },
  'guides.tryOut': { path: DRAFT, body: { text: 'khai sinh' }, answers: 404, elsewhere: 403 },
  // A sheet without the columns of guides: whoever is let in is told so.
  'packs.import': { body: () => form({ isRehearsal: 'true' }), answers: 400, elsewhere: 403 },
  'guides.create': {
    body: { key: 'x', kind: 'information', title: 'Thử quyền', category: 'khong-co' },
    answers: 400,
    elsewhere: 403,
  },
  'guides.start': { path: { key: 'khong-co' }, body: { from: null }, answers: 404, elsewhere: 403 },
  'guides.save': {
    path: DRAFT,
    body: { version: 1, content: starterTopics[0], effectiveFrom: null, effectiveUntil: null, baseRevision: 1 },
    answers: 404,
    elsewhere: 403,
  },
  ...Object.fromEntries(
    ['discard', 'submit', 'giveBack'].map(name => [
      `guides.${name}`,
      { path: DRAFT, body: { version: 1, why: 'thử quyền' }, answers: 404, elsewhere: 403 },
    ]),
  ),
  'guides.approve': { path: DRAFT, body: { version: 1, why: null, isAlone: false }, answers: 404, elsewhere: 403 },
  'guides.retire': {
    path: { key: 'khong-co' },
    body: { revision: 1, why: 'thử quyền' },
    answers: 404,
    elsewhere: 403,
  },
  'guides.present': { path: GUIDE, body: { isLeaving: true }, elsewhere: 403 },
  'guides.check': { path: DRAFT, answers: 404, elsewhere: 403 },
  'guides.listExamples': { path: GUIDE, elsewhere: 403 },
  'guides.addExample': {
    path: { key: 'khong-co' },
    body: { asked: { kind: 'question', text: 'thử quyền' }, target: null },
    answers: 404,
    elsewhere: 403,
  },
  'guides.removeExample': { path: { ...GUIDE, id: '1' }, body: { why: 'thử quyền' }, answers: 404, elsewhere: 403 },
  'localParts.list': { path: GUIDE },
  'localParts.get': { path: LOCAL, elsewhere: 403 },
  'localParts.save': { path: LOCAL, body: { facts: noFacts, version: 7 }, answers: 409, elsewhere: 403 },
  ...Object.fromEntries(
    ['submit', 'discard', 'giveBack', 'approve'].map(name => [
      `localParts.${name}`,
      { path: LOCAL, body: { version: 1, why: 'thử quyền' }, answers: 409, elsewhere: 403 },
    ]),
  ),
  'review.next': { path: { area: 'phuong-mau' }, elsewhere: 403 },
  // No such fact: whoever may answer is told so.
  'review.answer': {
    path: { area: 'phuong-mau' },
    body: () => ({
      requestKey: randomUUID(),
      ...{ topic: 'khai-sinh', item: 'fee', fact: 'không có', answer: 'right', correction: null, amount: null },
    }),
    answers: 409,
    elsewhere: 403,
  },
  'laws.list': { elsewhere: 403 },
  'laws.get': { query: 'number=60/2014/QH13', elsewhere: 403 },
  'laws.mark': {
    body: { number: '0/0000/KHÔNG', state: 'amended', since: '2026-11-24', note: 'thử quyền' },
    answers: 404,
    elsewhere: 403,
  },
  'laws.add': { body: { number: '68/2020/QH14', title: 'Luật Cư trú', url: null }, answers: 409, elsewhere: 403 },
  'freshness.guides': { elsewhere: 403 },
  'freshness.keepers': { elsewhere: 403 },
  'freshness.setCare': {
    path: { key: 'khong-co' },
    body: { person: null, reviewOn: null, withholdOn: null },
    answers: 404,
    elsewhere: 403,
  },
  'freshness.tasks': { elsewhere: 403 },
  'freshness.confirm': { path: { id: '999999' }, body: { why: 'thử quyền' }, answers: 404, elsewhere: 403 },
  'freshness.changes': { elsewhere: 403 },
  'freshness.addChange': {
    body: { day: '2027-07-01', text: 'thử quyền', topics: ['khong-co'] },
    answers: 400,
    elsewhere: 403,
  },
  'freshness.removeChange': { path: { id: '999999' }, body: { why: 'thử quyền' }, answers: 404, elsewhere: 403 },
  'freshness.links': { elsewhere: 403 },
  'freshness.checkLinks': { answers: 409, elsewhere: 403 },
  'guides.markSeen': { path: { key: 'khong-co', revision: '1' }, body: { why: null }, answers: 404, elsewhere: 403 },
}

/** All operations, found by walking: a new one is in the walk the day it is born. */
function listOperations(node: object, name = ''): Operation[] {
  if ('~orpc' in node) {
    const { route, meta } = node['~orpc'] as { route: { method?: string; path?: string }; meta: { access?: Access } }
    const { path = {}, query, body, answers = 200, elsewhere } = CALLS[name] ?? {}
    const filled = (route.path ?? '').replace(/\{(\w+)\}/g, (_, key: string) => path[key] ?? '')
    const { method = 'POST' } = route
    const access = meta.access
    return [
      {
        name,
        method,
        path: `/api${filled}${query ? `?${query}` : ''}`,
        body,
        answers,
        elsewhere: elsewhere ?? answers,
        access,
      } as Operation,
    ]
  }
  return Object.entries(node).flatMap(([key, child]) => listOperations(child as object, name ? `${name}.${key}` : key))
}

const operations = listOperations(contract)
const STAFF_PAGES: { path: string; access: StaffRole }[] = [
  { path: '/can-bo/tinh-trang', access: 'viewer' },
  { path: '/can-bo/van-ban-oa', access: 'viewer' },
  { path: '/can-bo/ma-qr', access: 'viewer' },
  { path: '/can-bo/ma-qr/to-in', access: 'viewer' },
  { path: '/can-bo/nhat-ky.csv', access: 'administrator' },
  { path: '/can-bo/noi-dung.zip', access: 'administrator' },
  { path: '/can-bo/goi-huong-dan.json', access: 'viewer' },
  { path: '/can-bo/mau-nhap-huong-dan.xlsx', access: 'viewer' },
]

/** Where a role may be held, seen from the ward that every operation is called for. */
const HELD_AT = { own: 'phuong-mau', above: 'thanh-pho-mau', other: 'phuong-khac', below: 'phuong-mau-to-1' } as const
type HeldAt = keyof typeof HELD_AT

let ward: TestWard
const held = new Map<string, string>()
const tokens = { get: (asked: StaffRole, at: HeldAt = 'own') => held.get(`${asked} ${at}`) }
beforeAll(async () => {
  ward = await openWard({ config: { trustProxy: 1 } })
  await openTree()
  for (const asked of StaffRole.options) {
    for (const [at, code] of Object.entries(HELD_AT)) {
      const area = await findArea(ward.db, code)
      const expiresAt = new Date(Date.now() + 3600_000)
      held.set(
        `${asked} ${at}`,
        await createToken(ward.db, { role: asked, areaId: area?.id ?? '', label: asked, expiresAt }),
      )
    }
  }
})
afterAll(() => ward.close())

/** A city with two wards, two officers of a neighbourhood, and two cases, one of them closed. */
async function openTree(): Promise<void> {
  const { db, config } = ward
  const city = randomUUID()
  await db.insertInto('areas').values({ id: city, level: 'city', code: HELD_AT.above, name: 'Thành phố Mẫu' }).execute()
  await db
    .insertInto('areas')
    .values({ id: randomUUID(), parent_id: city, level: 'ward', code: HELD_AT.other, name: 'Phường Khác' })
    .execute()
  await db.updateTable('areas').set({ parent_id: city }).where('code', '=', HELD_AT.own).execute()
  const place = await findArea(db, PLACE)
  for (const id of [PERSON, NEXT_PERSON]) {
    await db.insertInto('persons').values({ id }).execute()
    const account = { id, name: 'Cán bộ tổ 2', username: `to2.${id.at(-1)}`, email: `${id}@x.invalid` }
    await db
      .insertInto('staff_accounts')
      .values({ ...account, area_id: place?.id ?? '' })
      .execute()
  }
  const area = await findArea(db, HELD_AT.own)
  for (const closedAt of [null, new Date()])
    await db
      .insertInto('handoffs')
      .values({
        oa_id: config.zalo.oaId,
        area_id: area?.id ?? '',
        oa_user_id: '1',
        person_id: PERSON,
        reason: 'asked',
        context: '[]',
        opened_at: new Date(),
        escalate_at: new Date(Date.now() + 86_400_000),
        closed_at: closedAt,
        outcome: closedAt && 'answered',
      })
      .execute()
  await seedQuestion(ward, area?.id ?? '')
}

/** One group, and one wording that was declined. */
async function seedQuestion({ db, config }: TestWard, area_id: string): Promise<void> {
  const [event] = await db
    .insertInto('events')
    .values({
      oa_id: config.zalo.oaId,
      dedupe_key: 'a question',
      event_name: 'user_send_text',
      subject_id: '1',
      strand: '1',
      payload: JSON.stringify({ kind: 'message', type: 'text', text: 'xin nuôi trăn' }),
      occurred_at: new Date(),
      state: 'done',
    })
    .returning('id')
    .execute()
  const at = new Date()
  const [group] = await db.insertInto('question_groups').values({ area_id, created_at: at }).returning('id').execute()
  await db
    .insertInto('questions')
    .values({ event_id: event?.id ?? '', kind: 'unanswered', area_id, asked_at: at, group_id: group?.id ?? null })
    .execute()
  const wording = 'nuôi trăn gấm'
  await db
    .insertInto('example_phrases')
    .values({ area_id, wording, wording_key: wording, state: 'declined', proposed_by: 'Ai Đó', proposed_at: at })
    .execute()
}

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

let callNumber = 0
/** Each call from an address of its own: the walk is no flood. */
function nextAddress(): string {
  callNumber += 1
  return `10.${callNumber >> 16}.${(callNumber >> 8) & 255}.${callNumber & 255}`
}

function call(
  path: string,
  { method = 'GET', token, body }: { method?: string; token?: string; body?: unknown } = {},
): Promise<Response> {
  const sent = typeof body === 'function' ? body() : body
  return fetch(`${ward.url}${path}`, {
    method,
    headers: {
      ...(token ? { authorization: `Bearer ${token}` } : {}),
      ...(sent === undefined || sent instanceof FormData ? {} : { 'content-type': 'application/json' }),
      'x-forwarded-for': nextAddress(),
    },
    body: sent === undefined ? null : sent instanceof FormData ? sent : JSON.stringify(sent),
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

  it.each(operations.flatMap(operation => StaffRole.options.map(asked => ({ ...operation, asked }))))(
    '$name serves a $asked only where that role is held, and when it is enough',
    async ({ method, body, path, access, answers, elsewhere, asked }) => {
      const isEnough =
        access === 'public' || (access !== undefined && access !== 'resident' && includesRole(asked, access))
      const expected: Record<HeldAt, number> = { own: answers, above: answers, other: elsewhere, below: elsewhere }
      for (const at of Object.keys(HELD_AT) as HeldAt[]) {
        const { status } = await call(path, { method, body, token: tokens.get(asked, at) })
        expect(`${at}: ${status}`).toBe(`${at}: ${isEnough ? expected[at] : 403}`)
      }
    },
  )

  it('that takes an area is called for one that others do not hold', () => {
    const takesArea = operations.filter(({ path }) => /\/api\/(areas|staff)\/[^/]*(to-2|mau|000)/.test(path))
    const forgotten = takesArea.filter(
      ({ answers, elsewhere, access }) => answers === elsewhere && access !== 'public' && access !== 'resident',
    )
    expect(forgotten.map(({ name }) => name)).toEqual([])
  })

  it.each(operations.flatMap(operation => (['resident', 'leader'] as const).map(role => ({ ...operation, role }))))(
    '$name serves a $role on the phone only when that is enough',
    async ({ name, method, body, path, access, answers, elsewhere, role }) => {
      // What people do of their own changes what is theirs, or ends it: each has an account for itself.
      const token = await accountFor(role, access === 'resident' ? name : 'calling')
      const allowed = access === 'public' || access === 'resident' || access === role
      const { status } = await call(path, { method, body, token })
      // A neighbourhood's leader holds their role below the ward.
      expect(status).toBe(allowed ? (access === 'leader' ? elsewhere : answers) : 403)
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

describe('the doors of the sign-in', () => {
  // Never asked anything: its list of doors stands without a database.
  const db = connect('postgres://nobody@127.0.0.1:1/none')
  const auth = createAuth({ config: { publicUrl: 'http://localhost', secretKey: 'x'.repeat(32) }, db } as House)
  afterAll(() => db.destroy())
  const known = [...new Set(Object.values(auth.api).flatMap(endpoint => ('path' in endpoint ? [endpoint.path] : [])))]
  const open = new Set<string>(AUTH_PATHS)

  it('are more than forty by nature, of which seven stay open', () => {
    expect(known.length).toBeGreaterThan(40)
    expect(known).toEqual(expect.arrayContaining([...open]))
    expect(open.size).toBe(7)
  })

  it.each(known.filter(path => !open.has(String(path))))(
    '%s is not there, by any method and for anybody',
    async path => {
      const filled = String(path).replace(/:\w+/g, 'x')
      for (const method of ['GET', 'POST', 'PUT', 'DELETE']) {
        expect((await knock(filled, method)).status).toBe(404)
        expect((await knock(`${filled}/`, method)).status).toBe(404)
      }
    },
  )

  it.each([...open])('%s opens to nobody without what it asks for', async path => {
    expect((await knock(path, 'GET')).status).toBe(404)
    expect((await knock(path, 'POST', { origin: 'https://ke-xau.example' })).status).toBe(403)
    const { status } = await knock(path, 'POST')
    expect(path === '/sign-out' ? [200] : [400, 401, 403, 429]).toContain(status)
    // A token for other systems is no password: it changes nothing here.
    for (const asked of StaffRole.options)
      expect([status, 429]).toContain(
        (await knock(path, 'POST', { authorization: `Bearer ${tokens.get(asked)}` })).status,
      )
  })

  it.each([
    '/api/auth',
    '/api/auth/',
    '/api/auth/sign-in/../sign-up/email',
    '/api/auth//sign-up/email',
    '/api/auth/%73ign-up/email',
  ])('%s leads nowhere', async path => {
    expect((await call(path, { method: 'POST', body: {} })).status).toBe(404)
  })

  it('are shut to bodies that nobody types', async () => {
    const body = { username: 'a', password: 'x'.repeat(10_000) }
    const response = await fetch(`${ward.url}/api/auth/sign-in/username`, {
      method: 'POST',
      headers: { origin: ward.url, 'content-type': 'application/json', 'x-forwarded-for': nextAddress() },
      body: JSON.stringify(body),
    })
    expect(response.status).toBe(413)
  })

  function knock(path: string, method: string, headers: Record<string, string> = {}): Promise<Response> {
    return fetch(`${ward.url}/api/auth${path}`, {
      method,
      headers: { origin: ward.url, 'content-type': 'application/json', 'x-forwarded-for': nextAddress(), ...headers },
      body: method === 'GET' ? null : '{}',
    })
  }
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
