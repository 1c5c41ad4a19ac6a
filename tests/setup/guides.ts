/** Officers at their desks, with guides in hand. */
import { findArea } from '../../server/platform/areas/index.ts'
import { createToken } from '../../server/platform/people/index.ts'
import { contract } from '../../shared/contract.ts'
import type { GuideDraft } from '../../shared/guides/index.ts'
import type { StaffRole } from '../../shared/people.ts'
import type { Topic } from '../../shared/procedures.ts'
import { createTestDatabase } from './database.ts'
import { enrolFirst, inviteAndEnrol, type Pc } from './staff.ts'
import { openWard, type TestWard } from './ward.ts'

export interface Caller {
  call(method: string, path: string, body?: unknown): Promise<Response>
  /** @throws Error for whatever is not 200 */
  ok<T = unknown>(method: string, path: string, body?: unknown): Promise<T>
}

export interface Desk {
  readonly ward: TestWard
  editor: Caller
  /** A colleague with the same role. */
  other: Caller
  reviewer: Caller
  secondReviewer: Caller
  viewer: Caller
  officer(role: StaffRole, label: string, area?: string): Promise<Caller>
  /** Begins a draft and changes it. */
  write(key: string, change: (topic: Topic) => Topic, by?: Caller): Promise<GuideDraft>
  save(draft: GuideDraft, change: (topic: Topic) => Topic, by?: Caller): Promise<GuideDraft>
  submit(draft: GuideDraft, by?: Caller): Promise<GuideDraft>
  approve(draft: GuideDraft): Promise<GuideDraft>
  /** What a stranger reads at every public operation and page. */
  readEverythingPublic(): Promise<{ path: string; text: string }[]>
  /** The same database, another process: who signed in before has to do so again. */
  restart(): Promise<void>
  close(): Promise<void>
}

interface Asked {
  method: string
  path: string
  body?: unknown
}

function withOk(call: Caller['call']): Caller {
  return {
    call,
    async ok(method, path, body) {
      const response = await call(method, path, body)
      if (response.status !== 200) throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`)
      return response.json()
    },
  }
}

const PAGES = [
  '/',
  '/app/',
  '/sitemap.xml',
  '/robots.txt',
  '/healthz',
  '/api/openapi.json',
  '/q/222222',
  '/thong-bao',
  '/api/guide-book',
  '/api/topic-index',
]

export async function openDesk(): Promise<Desk> {
  const database = await createTestDatabase()
  // Restarts leave the database alone; it is closed with the desk.
  const kept = { ...database, close: async () => undefined }
  const options = { database: kept, config: { trustProxy: 1 } }
  let ward = await openWard(options)

  async function officer(role: StaffRole, label: string, area = 'phuong-mau'): Promise<Caller> {
    const areaId = (await findArea(ward.db, area))?.id ?? ''
    const token = await createToken(ward.db, { role, areaId, label, expiresAt: new Date(Date.now() + 3600_000) })
    const call: Caller['call'] = (method, path, body) =>
      fetch(`${ward.url}/api${path}`, {
        method,
        headers: {
          authorization: `Bearer ${token}`,
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      })
    return withOk(call)
  }

  const editor = await officer('editor', 'soạn một')
  // Whoever agrees is a person who signed in.
  const administrator = await enrolFirst(ward)
  const signedIn = async (name: string, username: string): Promise<Caller> => {
    const pc: Pc = await inviteAndEnrol(ward, administrator, { name, username, role: 'reviewer', area: 'phuong-mau' })
    return withOk((method, path, body) => pc.call(method, `/api${path}`, body))
  }
  const reviewer = await signedIn('Duyệt Một', 'duyet.mot')

  const save: Desk['save'] = (draft, change, by = editor) =>
    by.ok('PUT', `/guides/drafts/${draft.id}`, { ...draft, content: change(draft.content) })

  return {
    get ward() {
      return ward
    },
    editor,
    other: await officer('editor', 'soạn hai'),
    reviewer,
    secondReviewer: await signedIn('Duyệt Hai', 'duyet.hai'),
    viewer: await officer('viewer', 'xem'),
    officer,
    write: async (key, change, by = editor) =>
      save(await by.ok<GuideDraft>('POST', `/guides/${key}/draft`, { from: null }), change, by),
    save,
    submit: ({ id, version }, by = editor) =>
      by.ok('POST', `/guides/drafts/${id}/submit`, { version, why: 'thử một lần sửa' }),
    approve: ({ id, version }) =>
      reviewer.ok('POST', `/guides/drafts/${id}/approve`, {
        ...{ version, why: null, isAlone: false },
        lossWhy: 'các câu bị mất đã có hướng dẫn khác',
      }),
    async readEverythingPublic() {
      const keys = (await (await fetch(`${ward.url}/api/procedures`)).json()).map(({ key }: { key: string }) => key)
      const said = ['khai sinh', 'câu chưa ai duyệt', 'làm khai sinh cho con cần giấy gì'].map(text => ({
        method: 'POST',
        path: '/api/chat',
        body: { text, state: null },
      }))
      const asked: Asked[] = [
        ...PAGES.map(path => ({ method: 'GET', path })),
        ...['khai-sinh', ...keys.slice(0, 3)].flatMap((key: string) => [
          { method: 'GET', path: `/thu-tuc/${key}` },
          { method: 'GET', path: `/app/thu-tuc/${key}` },
          { method: 'GET', path: `/api/procedures/${key}` },
          { method: 'GET', path: `/api/procedures/${key}.jsonld` },
        ]),
        ...listPublicReads(contract),
        ...said,
      ]
      const page = await (await fetch(`${ward.url}/app/`)).text()
      const linked = [...page.matchAll(/(?:href|src|content)="(\/[^"]+)"/g)].map(([, path]) => ({
        method: 'GET',
        path: path ?? '/',
      }))
      return Promise.all(
        [...asked, ...linked].map(async ({ method, path, body }: Asked) => {
          const response = await fetch(`${ward.url}${path}`, {
            method,
            ...(body === undefined
              ? {}
              : { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
          })
          return { path, text: await response.text() }
        }),
      )
    },
    async restart() {
      await ward.close()
      ward = await openWard(options)
    },
    async close() {
      await ward.close()
      await database.close()
    },
  }
}

/** Found by walking: a new public operation is in the walk the day it is born. */
function listPublicReads(node: object): { method: string; path: string }[] {
  if (!('~orpc' in node)) return Object.values(node).flatMap(child => listPublicReads(child as object))
  const { route, meta } = node['~orpc'] as { route: { method?: string; path?: string }; meta: { access?: string } }
  if (meta.access !== 'public' || route.method !== 'GET') return []
  const values: Record<string, string> = { key: 'khai-sinh', topic: 'khai-sinh', area: 'phuong-mau' }
  return [
    {
      method: 'GET',
      path: `/api${(route.path ?? '').replace(/\{(\w+)\}/g, (_, name: string) => values[name] ?? '1')}`,
    },
  ]
}
