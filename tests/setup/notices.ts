/** A ward whose leaders write notices: a leader, a reviewer, an administrator, and people who live there. */
import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import pino from 'pino'
import { createNotices } from '../../server/notices/index.ts'
import { findArea } from '../../server/platform/areas/index.ts'
import { setRate } from '../../server/platform/deliveries/index.ts'
import { createFiles, openDisk } from '../../server/platform/files/index.ts'
import { createToken, grantRole } from '../../server/platform/people/index.ts'
import type { Notice, NoticeCounts, NoticeDraft } from '../../shared/notices/index.ts'
import type { StaffRole } from '../../shared/people.ts'
import { type Account, signIn } from './account.ts'
import { idleEngine } from './engine.ts'
import { meetingDraft, meetingFields } from './notice-sheets.ts'
import { enrolFirst, inviteAndEnrol, type Officer, type Pc } from './staff.ts'
import { until } from './until.ts'
import { openWard, type TestWard, type WardOptions } from './ward.ts'

/** Only a person agrees to what goes out: a token of the office is nobody. */
async function enrolOfficers(ward: TestWard): Promise<NoticeWard['officers']> {
  const reviewer = { name: 'Mai Duyệt', role: 'reviewer', area: WARD, username: 'mai.duyet' } as const
  const administrator = await enrolFirst(ward)
  return { administrator, reviewer: await inviteAndEnrol(ward, administrator, reviewer) }
}

/** A Wednesday morning. */
export const NOW = '2026-11-25T09:00:00+07:00'
/** What a phone says of itself when it opens a link. */
export const PHONE = {
  headers: {
    'user-agent': 'Mozilla/5.0 (Linux; Android 13; SM-A135F) AppleWebKit/537.36 Chrome/120.0 Mobile Safari/537.36',
  },
}
export const WARD = 'phuong-mau'
export const HOOD = 'phuong-mau-to-12'

export interface Answered<T> {
  status: number
  body: T & { code?: string; message?: string }
}

export interface Caller {
  get<T>(path: string): Promise<Answered<T>>
  post<T>(path: string, body?: unknown): Promise<Answered<T>>
  put<T>(path: string, body: unknown): Promise<Answered<T>>
  remove<T>(path: string): Promise<Answered<T>>
  send<T>(path: string, form: FormData): Promise<Answered<T>>
}

export interface NoticeWard extends TestWard {
  leader: Caller
  reviewer: Caller
  administrator: Caller
  stranger: Caller
  /** Who signs in at the desk; `reviewer` above is the second of them. */
  officers: { administrator: Officer; reviewer: Officer }
  /** Somebody of the emulated Zalo who follows the ward, wrote to it and joined a neighbourhood. */
  member(key: string, area?: string): Promise<Caller>
  /** The same without an account on the phone. */
  makeLeader(key: string, area: string): Promise<Caller>
  token(role: StaffRole, area?: string): Promise<Caller>
  /** A person at the console: whoever agrees is one. */
  officer(role: StaffRole, area?: string): Promise<Caller>
  draft(changes?: DraftChanges): NoticeDraft
  compose(changes?: DraftChanges, by?: Caller): Promise<Notice>
  /** Writes, submits, has it agreed to, and waits until it is out. */
  send(changes?: DraftChanges): Promise<Notice>
  submit(notice: Notice, options?: { isConfirmed?: boolean; isAlone?: boolean }, by?: Caller): Promise<Answered<Notice>>
  approve(notice: Notice, by?: Caller): Promise<Answered<Notice>>
  read(id: string): Promise<Notice>
  counts(id: string): Promise<NoticeCounts>
  /** Waits until nothing of it is under way. */
  untilSent(id: string): Promise<Notice>
  until(what: string, holds: () => Promise<boolean>): Promise<void>
  setClock(moment: string): void
  /** What the OA may send a minute from now on, as after a long rest. */
  allow(perMinute: number): Promise<void>
  /** What the minute brings: erasure, series, what has run out. */
  keepNotices(): Promise<void>
  /** What the hour brings. */
  runSchedules(): Promise<void>
  upload<T>(path: string, form: FormData, by?: Caller): Promise<Answered<T>>
}

export type DraftChanges = Partial<Omit<NoticeDraft, 'fields'>> & { fields?: Partial<NoticeDraft['fields']> }

export async function openNoticeWard(options: WardOptions = {}): Promise<NoticeWard> {
  const ward = await openWard({
    emulator: { settings: { oa: { plan: 'none' } } },
    zalo: { ratePerMinute: 6000 },
    config: { publicUrl: 'https://phuong-mau.example' },
    ...options,
  })
  const setClock = (moment: string): void => void ward.emulator.control.clock.set(moment)
  setClock(NOW)
  const stranger = callerOf(ward.url, null)

  async function member(key: string, area = HOOD): Promise<Caller> {
    if (!ward.emulator.control.people.list().some(person => person.key === key))
      ward.emulator.control.people.create({ key, name: 'Người thử' })
    await ward.resident(key).ask('giờ làm việc')
    const account = await signIn(ward, key)
    const joined = await account.post('/api/places', { area, label: 'Nhà mình' })
    if (joined.status !== 200) throw new Error(`${key} could not join: ${joined.status} ${await joined.text()}`)
    return callerOf(ward.url, account.session.token)
  }

  async function makeLeader(key: string, area: string): Promise<Caller> {
    if (!ward.emulator.control.people.list().some(person => person.key === key))
      ward.emulator.control.people.create({ key, name: 'Tổ trưởng thử' })
    await ward.resident(key).ask('giờ làm việc')
    const account: Account = await signIn(ward, key)
    const { appUserId } = ward.emulator.control.people.find(key)
    const { person_id: personId } = await ward.db
      .selectFrom('identities')
      .select('person_id')
      .where('external_id', '=', appUserId)
      .executeTakeFirstOrThrow()
    const found = await findArea(ward.db, area)
    await grantRole(ward.db, { personId, role: 'leader', areaId: found?.id ?? '', actor: 'operator' })
    return callerOf(ward.url, account.session.token)
  }

  async function token(role: StaffRole, area = WARD): Promise<Caller> {
    const found = await findArea(ward.db, area)
    const expiresAt = new Date(new Date(NOW).getTime() + 400 * 86_400_000)
    const label = `${role} ${randomUUID().slice(0, 8)}`
    return callerOf(ward.url, await createToken(ward.db, { role, areaId: found?.id ?? '', label, expiresAt }))
  }

  const [leader, officers, administrator] = await Promise.all([
    token('leader', HOOD),
    enrolOfficers(ward),
    token('administrator'),
  ])

  async function officer(role: StaffRole, area = WARD): Promise<Caller> {
    const username = `can.bo.${randomUUID().slice(0, 8)}`
    const enrolled = await inviteAndEnrol(ward, officers.administrator, { name: username, role, area, username })
    return toCaller(enrolled.call)
  }

  const reviewer = toCaller(officers.reviewer.call)
  const clock = { now: () => new Date(ward.emulator.control.clock.read().now) }
  const engine = idleEngine(ward.db, clock)
  const log = pino({ level: 'silent' })
  const desk = {
    house: { config: ward.config, db: ward.db, clock, log, ...engine },
    files: createFiles({ db: ward.db, disk: await openDisk(ward.config) }),
  }
  const { ticks = [] } = createNotices(desk as Parameters<typeof createNotices>[0])

  const world: NoticeWard = {
    ...ward,
    leader,
    reviewer,
    administrator,
    stranger,
    officers,
    member,
    makeLeader,
    token,
    officer,
    setClock,
    draft: ({ fields, ...changes } = {}) => ({ ...meetingDraft, ...changes, fields: { ...meetingFields, ...fields } }),
    async compose(changes, by = leader) {
      const { status, body } = await by.post<Notice>('/api/notices', {
        requestKey: randomUUID(),
        draft: world.draft(changes),
      })
      if (status !== 200) throw new Error(`not composed: ${status} ${body.message}`)
      return body
    },
    submit: ({ id, version }, { isConfirmed = false, isAlone = false } = {}, by = leader) =>
      by.post(`/api/notices/${id}/submit`, { version, isConfirmed, isAlone }),
    approve: ({ id, version }, by = reviewer) => by.post(`/api/notice-approvals/${id}/approve`, { version }),
    async send(changes) {
      const notice = await world.compose(changes, changes?.audience ? administrator : leader)
      const submitted = await world.submit(notice, { isConfirmed: true }, changes?.audience ? administrator : leader)
      if (submitted.status !== 200) throw new Error(`not submitted: ${submitted.body.message}`)
      const approved = await world.approve(notice)
      if (approved.status !== 200) throw new Error(`not approved: ${approved.body.message}`)
      return world.untilSent(notice.id)
    },
    read: async id => (await administrator.get<Notice>(`/api/notices/${id}`)).body,
    counts: async id => (await administrator.get<NoticeCounts>(`/api/notices/${id}/counts`)).body,
    async untilSent(id) {
      await world.until('the notice to be sent', async () => (await world.read(id)).state === 'sent')
      return world.read(id)
    },
    async keepNotices() {
      for (const tick of ticks) await tick.run()
    },
    runSchedules: () => engine.schedules.run(),
    upload: (path, form, by = leader) => by.send(path, form),
    until,
    async allow(perMinute) {
      await setRate(ward.db, ward.config.zalo.oaId, perMinute)
      await sql`update rate_buckets set tokens = capacity`.execute(ward.db)
    },
  }
  return world
}

export function callerOf(url: string, token: string | null): Caller {
  const headers = token ? { authorization: `Bearer ${token}` } : undefined
  return toCaller((method, path, body) =>
    fetch(url + path, {
      method,
      headers: {
        ...headers,
        ...(body === undefined || body instanceof FormData ? {} : { 'content-type': 'application/json' }),
      },
      body: body === undefined ? null : body instanceof FormData ? body : JSON.stringify(body),
    }),
  )
}

function toCaller(send: Pc['call']): Caller {
  async function call<T>(method: string, path: string, body?: unknown): Promise<Answered<T>> {
    const response = await send(method, path, body)
    return { status: response.status, body: (await response.json().catch(() => ({}))) as Answered<T>['body'] }
  }
  return {
    get: path => call('GET', path),
    post: (path, body = {}) => call('POST', path, body),
    put: (path, body) => call('PUT', path, body),
    remove: path => call('DELETE', path),
    send: (path, form) => call('POST', path, form),
  }
}
