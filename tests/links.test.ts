/** Permanent codes: printed once, scanned for years, led elsewhere when the ward wishes; nobody who scans is followed. */
import { randomUUID } from 'node:crypto'
import { resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import jsQR from 'jsqr'
import { sql } from 'kysely'
import { PNG } from 'pngjs'
import { forgetHost } from '../server/links/index.ts'
import { findArea } from '../server/platform/areas/index.ts'
import { createToken } from '../server/platform/people/index.ts'
import { CODE_SIGNS, LINKED_PAGES, type Link, type LinkList, readCode } from '../shared/links.ts'
import type { StaffRole } from '../shared/people.ts'
import { createTestDatabase, type TestDatabase } from './setup/database.ts'
import { until } from './setup/until.ts'
import { openWard, type TestWard } from './setup/ward.ts'

const HOST = 'phuong-mau.example.vn'
const ANDROID =
  'Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/139.0.0.0 Mobile Safari/537.36'
const IN_ZALO = `${ANDROID} Zalo android/12345678 ZaloTheme/light ZaloLanguage/vi`
const HTML = 'text/html,application/xhtml+xml,*/*;q=0.8'

let ward: TestWard
let editor: string
let viewer: string
beforeAll(async () => {
  ward = await openWard({ config: { publicUrl: `http://${HOST}` } })
  editor = await tokenFor(ward, 'editor', 'phuong-mau', 'chị Hạnh')
  viewer = await tokenFor(ward, 'viewer', 'phuong-mau')
})
afterAll(() => ward.close())

async function tokenFor(at: TestWard, role: StaffRole, area: string, label = `${role} of ${area}`): Promise<string> {
  const areaId = (await findArea(at.db, area))?.id ?? ''
  return createToken(at.db, { role, areaId, label, expiresAt: new Date(Date.now() + 3600_000) })
}

interface Answer<T> {
  status: number
  body: T
}

async function call<T = Link>(path: string, token?: string, body?: unknown): Promise<Answer<T>> {
  const response = await fetch(`${ward.url}/api${path}`, {
    method: body === undefined ? 'GET' : 'POST',
    headers: { ...(token ? { authorization: `Bearer ${token}` } : {}), 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })
  return { status: response.status, body: (await response.json()) as T }
}

const guide = (topic: string) => ({ kind: 'guide' as const, topic })

async function create(title: string, target: unknown = guide('khai-sinh')): Promise<Link> {
  const made = await call('/links', editor, { area: 'phuong-mau', title, target, why: 'in áp phích' })
  expect(made.status).toBe(200)
  return made.body
}

interface Scan {
  from?: TestWard
  method?: string
  browser?: string
  headers?: Record<string, string>
}

/** What a phone does with a scanned code. */
async function scan(path: string, { from = ward, method = 'GET', browser = ANDROID, headers = {} }: Scan = {}) {
  const response = await fetch(`${from.url}/q/${path}`, {
    method,
    redirect: 'manual',
    headers: { accept: HTML, 'user-agent': browser, ...headers },
  })
  return {
    status: response.status,
    leadsTo: response.headers.get('location'),
    headers: response.headers,
    page: await response.text(),
  }
}

describe('a printed code', () => {
  it('leads to what it was made for, in any spelling people give it', async () => {
    const { code } = await create('Khai sinh cho con')
    expect(code).toMatch(new RegExp(`^[${CODE_SIGNS}]{6}$`))
    for (const spelled of [code, code.toLowerCase(), `${code.slice(0, 3)}-${code.slice(3)}`, ` ${code}`, `${code}/`]) {
      expect(await scan(encodeURIComponent(spelled).replace('%2F', '/'))).toMatchObject({
        status: 302,
        leadsTo: '/app/thu-tuc/khai-sinh',
      })
    }
  })

  it('is read with look-alikes, gaps, accents of a Vietnamese keyboard, or as a whole address', () => {
    for (const spelled of ['Q86V52', 'q86v52', '0B6US2', 'OBGUSZ', 'D8 6w-5.2', 'đ86v52', `${HOST}/q/q86v52/3`])
      expect(readCode(spelled)).toBe('Q86V52')
    for (const wrong of ['', 'Q86V5', 'Q86V5I', '%', '__ ', '../../etc', "' or 1=1 --", 'a'.repeat(5000), '⁂⁂⁂⁂⁂⁂'])
      expect(readCode(wrong)).toBeNull()
  })

  it('never changes and never vanishes: the database itself refuses', async () => {
    const { code } = await create('Tờ dán ở chợ')
    await call(`/links/${code}/places`, editor, { name: 'Cổng chợ' })
    for (const attempt of [
      sql`update links set code = '222222' where code = ${code}`,
      sql`update links set area_id = area_id`,
      sql`delete from links where code = ${code}`,
      sql`truncate links cascade`,
      sql`update link_changes set why = 'khác'`,
      sql`delete from link_changes`,
      sql`update link_places set number = 9`,
      sql`update link_places set name = 'chỗ khác'`,
      sql`delete from link_places`,
    ]) {
      await expect(attempt.execute(ward.db)).rejects.toThrow('permanent')
    }
    expect((await scan(code)).status).toBe(302)
  })

  it('is never given twice, and no slip of one sign leads to another one', async () => {
    const { body } = await call<LinkList>('/links', viewer)
    const codes = body.links.map(({ code }) => code)
    expect(new Set(codes).size).toBe(codes.length)
    for (const code of codes) {
      const near = codes.filter(other => [...other].filter((sign, at) => sign !== code[at]).length === 1)
      expect(near).toEqual([])
    }
  })
})

describe('a code whose target is moved', () => {
  it('leads an old print to the new page at once, and its history tells who, when, from where to where, and why', async () => {
    const { code } = await create('Giấy khai sinh')
    expect((await scan(code)).headers.get('cache-control')).toBe('no-store')
    const moved = await call(`/links/${code}/move`, editor, {
      target: guide('khai-sinh-lien-thong'),
      why: 'gộp hai việc, gọi 0912 345 678 để hỏi',
    })
    expect(moved.status).toBe(200)
    expect((await scan(code)).leadsTo).toBe('/app/thu-tuc/khai-sinh-lien-thong')
    const { history } = (await call(`/links/${code}`, viewer)).body
    expect(history).toEqual([
      expect.objectContaining({
        action: 'moved',
        by: 'chị Hạnh',
        from: guide('khai-sinh'),
        to: guide('khai-sinh-lien-thong'),
        why: 'gộp hai việc, gọi ⟨số điện thoại⟩ để hỏi',
      }),
      expect.objectContaining({ action: 'created', from: null, to: guide('khai-sinh'), why: 'in áp phích' }),
    ])
    const audit = await ward.db
      .selectFrom('audit')
      .select(['actor', 'action'])
      .where('subject', '=', code)
      .orderBy('id')
      .execute()
    expect(audit).toEqual([
      { actor: 'chị Hạnh', action: 'link created' },
      { actor: 'chị Hạnh', action: 'link moved' },
    ])
  })

  it.each([
    { kind: 'page', path: '//example.com' },
    { kind: 'page', path: 'https://example.com/' },
    { kind: 'page', path: '/../../can-bo' },
    { kind: 'guide', topic: '../khai-sinh' },
    { kind: 'guide', topic: 'huong-dan-khong-co' },
    { kind: 'portal', url: 'https://example.com/' },
    { kind: 'address', url: 'https://example.com/' },
  ])('never leads to an address that somebody typed in: %j', async target => {
    const made = await call('/links', editor, { area: 'phuong-mau', title: 'Thử', target, why: 'thử' })
    if (target.kind !== 'portal') return expect(made.status).toBe(400)
    // What the contract does not know is dropped: the ward's own portal is meant.
    expect((await scan(made.body.code)).leadsTo).toMatch(/^https:\/\/dichvucong\.gov\.vn/)
  })

  it('passes nothing on that hangs on the scanned address', async () => {
    const { code } = await create('Thử đường vòng')
    for (const tail of ['?url=https://example.com', '/https:%2F%2Fexample.com', '//example.com', '/..%2F..%2Fcan-bo'])
      expect([404, '/app/thu-tuc/khai-sinh']).toContainEqual(
        await scan(code + tail).then(({ status, leadsTo }) => leadsTo ?? status),
      )
  })

  it('is led only by officers of its own area', async () => {
    const { code } = await create('Của phường này')
    await ward.db
      .insertInto('areas')
      .values({ id: randomUUID(), level: 'ward', code: 'phuong-khac', name: 'Phường Khác' })
      .execute()
    const other = await tokenFor(ward, 'administrator', 'phuong-khac')
    const attempts = [
      call(`/links/${code}`, other),
      call(`/links/${code}/move`, other, { target: { kind: 'chat' }, why: 'thử' }),
      call(`/links/${code}/retire`, other, { instead: null, why: 'thử' }),
      call(`/links/${code}/places`, other, { name: 'Bảng tin' }),
      call('/links', other, { area: 'phuong-mau', title: 'Thử', target: { kind: 'chat' }, why: 'thử' }),
    ]
    for (const { status } of await Promise.all(attempts)) expect(status).toBe(403)
    expect((await call('/links', other)).body).toEqual({ links: [], hasMore: false })
    expect((await call(`/links/${code}/move`, viewer, { target: { kind: 'chat' }, why: 'thử' })).status).toBe(403)
    const page = await fetch(`${ward.url}/can-bo/ma-qr/${code}`, { headers: { authorization: `Bearer ${other}` } })
    expect(page.status).toBe(403)
  })

  it('of a neighbourhood is kept by the ward too, but not the other way round', async () => {
    const ofNeighbourhood = await tokenFor(ward, 'editor', 'phuong-mau-to-1')
    const board = { area: 'phuong-mau-to-1', title: 'Bảng tin tổ 1', target: { kind: 'chat' }, why: 'in' }
    const made = await call('/links', ofNeighbourhood, board)
    expect(made.status).toBe(200)
    expect((await call(`/links/${made.body.code}`, viewer)).status).toBe(200)
    const { code } = await create('Của cả phường')
    expect((await call(`/links/${code}`, ofNeighbourhood)).status).toBe(403)
  })
})

describe('a retired code', () => {
  it('says what it was, where to go now and whom to call; put back, it leads where it led', async () => {
    const { code } = await create('Ngày hội <b>đổi căn cước</b>', guide('can-cuoc'))
    const retired = await call(`/links/${code}/retire`, editor, { instead: guide('can-cuoc'), why: 'ngày hội đã xong' })
    expect(retired.body).toMatchObject({ isRetired: true })
    const { status, page, headers } = await scan(code)
    expect(status).toBe(410)
    expect(headers.get('cache-control')).toBe('no-store')
    expect(page).toContain('Ngày hội &#60;b&#62;đổi căn cước')
    expect(page).toMatch(/thôi dùng từ ngày \d/)
    expect(page).toContain('href="/app/thu-tuc/can-cuoc"')
    expect(page).toContain('0200 000 001')
    expect(page).toContain('href="/app/tim"')
    expect((await scan(`${code}.svg`)).status).toBe(404)
    expect((await call(`/links/${code}/retire`, editor, { instead: null, why: 'lần nữa' })).status).toBe(409)
    expect((await call(`/links/${code}/move`, editor, { target: { kind: 'chat' }, why: 'thử' })).status).toBe(409)

    const restored = await call(`/links/${code}/restore`, editor, { why: 'cho thôi nhầm' })
    expect(restored.body.history.map(({ action }) => action)).toEqual(['restored', 'retired', 'created'])
    expect((await scan(code)).leadsTo).toBe('/app/thu-tuc/can-cuoc')
  })
})

describe('a code that does not exist', () => {
  it('is answered with the codes that were probably meant, a box to type it in, search and the telephone', async () => {
    const { code, title } = await create('Chuyển nhà trọ')
    const last = code.endsWith('2') ? '3' : '2'
    const swapped = `${code[1]}${code[0]}${code.slice(2)}`
    for (const slip of [
      code.slice(0, 5) + last,
      code.slice(1),
      `${code}${last}`,
      swapped === code ? `${code}2` : swapped,
    ]) {
      const { status, page } = await scan(slip)
      expect(status).toBe(404)
      expect(page).toContain(`href="/q/${code}"`)
      expect(page).toContain(title)
      expect(page).toContain('<form')
      expect(page).toContain('href="/app/tim"')
      expect(page).toContain('0200 000 001')
    }
  })

  it.each([
    ['very long', 'K'.repeat(4000)],
    ['with wildcards of SQL', '%25%25%25%25%25%25'],
    ['with underlines', '______'],
    ['with a quote', "K7M4QX'--"],
    ['leaving the folder', '..%2f..%2fetc%2fpasswd'],
    ['with a tag', '%3Cscript%3Ealert(1)%3C%2Fscript%3E'],
    ['in another script', '%E2%81%82%E6%BC%A2%F0%9F%98%80'],
    ['with a zero', 'K7M4Q%00'],
  ])('is answered calmly when it is %s', async (_what, path) => {
    const { status, page } = await scan(path)
    expect(status).toBe(404)
    expect(page).toContain('Không có mã này')
    expect(page).not.toContain('<script')
  })

  it('that is not even text is refused calmly, and the box leads to what was typed', async () => {
    expect((await scan('%E0%A4%A')).status).toBe(400)
    const typed = await fetch(`${ward.url}/q?ma=k7m+4qx`, { redirect: 'manual' })
    expect(typed.headers.get('location')).toBe('/q/K7M4QX')
    const evil = await fetch(`${ward.url}/q?ma=${encodeURIComponent('//example.com')}`, { redirect: 'manual' })
    expect(evil.headers.get('location')).toMatch(/^\/q\/[^/]*$/)
    expect(await (await fetch(`${ward.url}/q`)).text()).toContain('Gõ mã in dưới hình')
  })
})

describe('openings', () => {
  it('are counted by day and by place, and nothing else about who opened is kept', async () => {
    const { code } = await create('Đếm theo nơi')
    await call(`/links/${code}/places`, editor, { name: 'Bảng tin tổ 12' })
    const { body } = await call(`/links/${code}/places`, editor, { name: 'Nhà văn hóa' })
    expect(body.places.map(({ number, name, address }) => [number, name, address])).toEqual([
      [1, 'Bảng tin tổ 12', `http://${HOST}/q/${code}/1`],
      [2, 'Nhà văn hóa', `http://${HOST}/q/${code}/2`],
    ])
    for (const path of [code, `${code}/1`, `${code}/1`, `${code}/2`, `${code}/77`, `${code}/abc`]) {
      const { headers, leadsTo } = await scan(path, { headers: { cookie: 'a=1', 'x-forwarded-for': '203.0.113.77' } })
      expect(leadsTo).toBe('/app/thu-tuc/khai-sinh')
      expect(headers.get('set-cookie')).toBeNull()
    }
    // None of these is a person who opens the page.
    await scan(`${code}/1`, { method: 'HEAD' })
    await scan(`${code}/1`, { headers: { 'sec-purpose': 'prefetch;prerender' } })
    await scan(`${code}/1`, { headers: { purpose: 'prefetch' } })
    await scan(`${code}/1`, { headers: { 'sec-fetch-dest': 'image' } })
    await scan(`${code}/1`, { headers: { accept: '*/*' } })
    await scan(`${code}/1`, { browser: 'Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)' })
    await scan(`${code}/1`, { browser: 'facebookexternalhit/1.1' })
    await scan(`${code}/1`, { browser: 'curl/8.5.0' })

    const link = await waitForOpenings(code, 6)
    const today = link.days[0]?.day
    expect(link.days).toEqual([
      { day: today, place: null, opened: 3 },
      { day: today, place: 1, opened: 2 },
      { day: today, place: 2, opened: 1 },
    ])
    expect(link.places.map(({ opened }) => opened)).toEqual([2, 1])
    const counted = await sql`select * from counters where label like ${`${code}%`}`.execute(ward.db)
    const kept = JSON.stringify(counted.rows)
    expect(counted.rows).toHaveLength(3)
    for (const trace of ['203.0.113', '127.0.0.1', 'Android', 'a=1']) expect(kept).not.toContain(trace)
  })

  it('go on being counted where a copy was taken down, which may still hang', async () => {
    const { code } = await create('Gỡ rồi vẫn quét')
    await call(`/links/${code}/places`, editor, { name: 'Cổng trường' })
    const taken = await call(`/links/${code}/places/1/take-down`, editor, {})
    expect(taken.body.places[0]?.takenDownAt).not.toBeNull()
    expect((await call(`/links/${code}/places/1/take-down`, editor, {})).status).toBe(404)
    await scan(`${code}/1`)
    expect((await waitForOpenings(code, 1)).places[0]?.opened).toBe(1)
    expect((await call(`/links/${code}/places`, editor, { name: 'Cổng sau' })).body.places[1]?.number).toBe(2)
  })
})

async function waitForOpenings(code: string, opened: number): Promise<Link> {
  const read = async () => (await call(`/links/${code}`, viewer)).body
  await until(`${opened} openings`, async () => (await read()).opened >= opened)
  const link = await read()
  expect(link.opened).toBe(opened)
  return link
}

describe('the picture of a code', () => {
  it('is read by a scanner as exactly the printed address, place and all', async () => {
    const { code } = await create('Hình mã')
    await call(`/links/${code}/places`, editor, { name: 'Bảng tin' })
    for (const [path, address] of [
      [`${code}.png`, `http://${HOST}/q/${code}`],
      [`${code}/1.png`, `http://${HOST}/q/${code}/1`],
    ]) {
      const response = await fetch(`${ward.url}/q/${path}`)
      expect(response.headers.get('content-type')).toBe('image/png')
      const { data, width, height } = PNG.sync.read(Buffer.from(await response.arrayBuffer()))
      expect(width).toBeGreaterThanOrEqual(1000)
      expect(jsQR.default(new Uint8ClampedArray(data), width, height)?.data).toBe(address)
    }
    expect((await scan(`${code}/2.png`)).status).toBe(404)
  })

  it('carries the ward’s domain below it, in letters and in dots', async () => {
    const { code } = await create('Tên miền dưới hình')
    const svg = await (await fetch(`${ward.url}/q/${code}.svg`)).text()
    expect(svg).toContain(`>${HOST}</text>`)
    expect(svg).toContain(`>/q/${code}</text>`)
    const response = await fetch(`${ward.url}/q/${code}.png`)
    const { data, width, height } = PNG.sync.read(Buffer.from(await response.arrayBuffer()))
    let dark = 0
    for (let at = width * width; at < width * height; at++) if (data[4 * at] === 0) dark += 1
    expect(dark).toBeGreaterThan(2000)
  })
})

describe('every published guide', () => {
  it('has a permanent code that leads to it, the same after every start', async () => {
    const { body: guides } = await call<{ key: string }[]>('/procedures')
    const read = () =>
      Promise.all(guides.map(({ key }) => call<{ code: string; address: string }>(`/procedures/${key}/link`)))
    const before = await read()
    expect(before.every(({ status }) => status === 200)).toBe(true)
    expect(new Set(before.map(({ body }) => body.code)).size).toBe(guides.length)
    for (const [index, { key }] of guides.entries())
      expect((await scan(before[index]?.body.code ?? '')).leadsTo).toBe(`/app/thu-tuc/${key}`)
    const again = await openWard({ database: { db: ward.db, url: '', close: async () => undefined } })
    await again.close()
    expect(await read()).toEqual(before)
  })

  it('keeps its own QR to itself: when the code is led elsewhere, the guide is shown without it', async () => {
    const { body } = await call<{ code: string }>('/procedures/ly-hon/link')
    await call(`/links/${body.code}/move`, editor, { target: { kind: 'page', path: '/' }, why: 'thử' })
    expect((await call('/procedures/ly-hon/link')).status).toBe(404)
    expect((await scan(body.code)).leadsTo).toBe('/app/')
  })

  it('that is withdrawn leaves no dead end, and the health page names the code', async () => {
    const health = async () => {
      const { body } = await call<{ items: { name: string; colour: string; finding: string }[] }>('/health', viewer)
      return body.items.find(({ name }) => name === 'Mã QR')
    }
    expect(await health()).toMatchObject({ colour: 'green' })
    const { body } = await call<{ code: string }>('/procedures/mai-tang/link')
    await sql`update topic_revisions set retired_at = now() where topic_key = 'mai-tang'`.execute(ward.db)
    await sql`update settings set value = to_jsonb((value::text)::int + 1) where key = 'catalogue.revision'`.execute(
      ward.db,
    )
    await until('the withdrawal', async () => (await scan(body.code)).status !== 302)
    const { status, page } = await scan(body.code)
    expect(status).toBe(410)
    expect(page).toContain('đã được gỡ xuống')
    expect(page).toContain('0200 000 001')
    expect(await health()).toMatchObject({ colour: 'red', finding: expect.stringContaining(body.code) })
  })
})

describe('inside Zalo', () => {
  it('a ward with a Mini App offers it, and the web page beside it; everybody else goes straight to the page', async () => {
    const live = await openLive(HOST)
    try {
      const { code } = await (await fetch(`${live.url}/api/procedures/khai-sinh/link`)).json()
      const { status, page } = await scan(code, { from: live, browser: IN_ZALO })
      expect(status).toBe(200)
      expect(page).toContain(`href="https://zalo.me/s/${live.config.zalo.miniAppId}/thu-tuc/khai-sinh"`)
      expect(page).toContain('href="/app/thu-tuc/khai-sinh"')
      expect((await scan(code, { from: live })).leadsTo).toBe('/app/thu-tuc/khai-sinh')
    } finally {
      await live.close()
    }
  })

  it('a practice ward, which has no Mini App in Zalo, goes straight to the page', async () => {
    const { code } = await create('Tập dượt trong Zalo')
    expect((await scan(code, { browser: IN_ZALO })).leadsTo).toBe('/app/thu-tuc/khai-sinh')
  })
})

describe('a ward that changes its domain', () => {
  it('is reminded of the sheets that carry the old one, until they are gone', async () => {
    const database = await createTestDatabase()
    const kept = { ...database, close: async () => undefined }
    const findings = async (live: TestWard) => {
      const { code } = await live.db
        .selectFrom('areas')
        .select('code')
        .where('level', '=', 'ward')
        .executeTakeFirstOrThrow()
      const authorization = `Bearer ${await tokenFor(live, 'viewer', code)}`
      const { items } = await (await fetch(`${live.url}/api/health`, { headers: { authorization } })).json()
      return (items as { name: string; colour: string }[]).filter(({ name }) => name.startsWith('Tên miền cũ'))
    }
    try {
      const before = await openLive('ten-cu.example.vn', kept)
      expect(await findings(before)).toEqual([])
      await before.close()
      const after = await openLive(HOST, kept)
      expect(await findings(after)).toEqual([
        expect.objectContaining({ name: 'Tên miền cũ ten-cu.example.vn', colour: 'amber' }),
      ])
      expect(await forgetHost(after.db, 'ten-cu.example.vn')).toBe(true)
      expect(await findings(after)).toEqual([])
      await after.close()
    } finally {
      await database.close()
    }
  })
})

function openLive(host: string, database?: TestDatabase): Promise<TestWard> {
  const config = { mode: 'live' as const, wardFile: resolve('ward.example.json'), publicUrl: `https://${host}` }
  return openWard({ config, database })
}

describe('pages a code may lead to', () => {
  it.each(LINKED_PAGES)('%s is a page of the app', async page => {
    const { readFile } = await import('node:fs/promises')
    const pages = await readFile('miniapp/pages/index.ts', 'utf8')
    const lifeEvents = await readFile('miniapp/content/life-events.ts', 'utf8')
    const [, event] = /^\/su-kien\/(.+)$/.exec(page) ?? []
    if (event) expect(lifeEvents).toContain(`key: '${event}'`)
    else expect(pages).toContain(`path: '${page}'`)
  })
})
