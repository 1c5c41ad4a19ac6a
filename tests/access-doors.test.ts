/** What lies outside the contract: the doors of the sign-in, the pages of the staff, tokens, public pages. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { House } from '../server/feature.ts'
import { findArea } from '../server/platform/areas/index.ts'
import { createToken } from '../server/platform/people/index.ts'
import { connect } from '../server/platform/storage/index.ts'
import { createAuth } from '../server/staff/auth.ts'
import { AUTH_PATHS } from '../server/staff/auth-routes.ts'
import { includesRole, StaffRole } from '../shared/people.ts'
import { type AccessWard, nextAddress, openAccessWard } from './setup/access-ward.ts'

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

let ward: AccessWard
let call: AccessWard['call']
beforeAll(async () => {
  ward = await openAccessWard()
  call = ward.call
})
afterAll(() => ward.close())

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
        (await knock(path, 'POST', { authorization: `Bearer ${ward.token(asked)}` })).status,
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
      expect((await call(path, { token: ward.token(role) })).status).toBe(includesRole(role, access) ? 200 : 403)
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
    for (const token of [old, ward.token('viewer').slice(0, -1), `mc_${'a'.repeat(43)}`, '']) {
      expect((await call('/api/health', { token })).status).toBe(401)
    }
  })

  it('is not in the database in any form that could be used', async () => {
    const rows = await ward.db.selectFrom('api_tokens').selectAll().execute()
    expect(JSON.stringify(rows)).not.toContain(ward.token('viewer'))
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
