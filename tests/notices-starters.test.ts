/** Starters that a place writes for its leaders: seen where they hold, checked as notices are, given up and taken back. */
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { sql } from 'kysely'
import type { ManagedStarter, NoticeStarter, StarterWords } from '../shared/notices/index.ts'
import { type Caller, HOOD, type NoticeWard, openNoticeWard, WARD } from './setup/notices.ts'

const OTHER_HOOD = 'phuong-mau-to-2'
const WORDS: StarterWords = {
  name: 'Họp chi hội',
  kind: 'meeting',
  title: 'Mời họp chi hội phụ nữ',
  what: 'Chi hội họp bàn: …\nBà con có ý kiến xin mang đến.',
  who: 'Hội viên',
  bring: null,
  urgency: 'ordinary',
  rsvp: 'going',
  asks: ['day', 'from', 'place', 'bring'],
  expiresAfterDays: 2,
}

let ward: NoticeWard
let otherLeader: Caller
beforeAll(async () => {
  ward = await openNoticeWard()
  otherLeader = await ward.token('leader', OTHER_HOOD)
})
afterAll(() => ward.close())

const path = (area: string, rest = '') => `/api/areas/${area}/notice-starters${rest}`
const add = (by: Caller, area: string, words: Partial<StarterWords> = {}, more = {}) =>
  by.post<ManagedStarter>(path(area), {
    requestKey: randomUUID(),
    words: { ...WORDS, ...words },
    replaces: null,
    ...more,
  })
const namesFor = async (by: Caller) => (await by.get<NoticeStarter[]>('/api/notice-starters')).body.map(one => one.name)
const manage = async (by: Caller, area: string, key: string) =>
  (await by.get<ManagedStarter[]>(path(area))).body.find(({ starter }) => starter.key === key)

describe('a starter of a place', () => {
  it('is offered there and below, and to nobody beside it', async () => {
    await add(ward.administrator, WARD, { name: 'Của phường' })
    await add(ward.leader, HOOD, { name: 'Của tổ 12' })
    expect(await namesFor(ward.leader)).toEqual(expect.arrayContaining(['Của phường', 'Của tổ 12', 'Họp tổ dân phố']))
    expect(await namesFor(otherLeader)).toContain('Của phường')
    expect(await namesFor(otherLeader)).not.toContain('Của tổ 12')
  })

  it('is written by whoever speaks for the place, and by nobody else', async () => {
    expect((await add(ward.leader, WARD)).status).toBe(403)
    expect((await add(otherLeader, HOOD)).status).toBe(403)
    expect((await add(ward.reviewer, WARD)).status).toBe(403)
    const { key } = (await add(ward.administrator, WARD)).body.starter
    expect(await manage(ward.leader, HOOD, key)).toMatchObject({ version: null, may: ['replace', 'retire'] })
    expect((await ward.leader.put(path(HOOD, `/${key}`), { version: 1, words: WORDS })).status).toBe(409)
  })

  it('is one when the button was pressed twice, and changed by one of two who change it at once', async () => {
    const request = { requestKey: randomUUID(), words: WORDS, replaces: null }
    const [first, second] = await Promise.all([
      ward.leader.post<ManagedStarter>(path(HOOD), request),
      ward.leader.post<ManagedStarter>(path(HOOD), request),
    ])
    expect(first.body.starter.key).toBe(second.body.starter.key)
    const { key } = first.body.starter
    const edit = (title: string) => ward.leader.put(path(HOOD, `/${key}`), { version: 1, words: { ...WORDS, title } })
    const [one, other] = await Promise.all([edit('Một'), edit('Hai')])
    expect([one.status, other.status].sort()).toEqual([200, 409])
    expect((await manage(ward.leader, HOOD, key))?.version).toBe(2)
  })

  it.each([
    ['an identity number', { what: 'Ai có số căn cước 001099123456 xin đến lấy giấy.' }],
    ['a stranger’s link', { what: 'Bà con bấm vào nhanqua.xyz để nhận quà.' }],
    ['words of another kind', { title: 'Tin buồn', what: 'Gia đình xin báo tang lễ.' }],
    ['nothing that can be seen', { title: '[@123]' }],
  ])('with %s is not taken in', async (_, words) => {
    expect((await add(ward.leader, HOOD, words)).status).toBe(400)
  })

  it('stands in place of a shipped one where that was wished, and gives way when it is given up', async () => {
    const { body } = await add(ward.leader, HOOD, { name: 'Họp theo lối tổ 12' }, { replaces: 'hop-to' })
    expect(await namesFor(ward.leader)).not.toContain('Họp tổ dân phố')
    expect(await namesFor(otherLeader)).toContain('Họp tổ dân phố')
    expect((await add(ward.leader, HOOD, {}, { replaces: 'hop-to' })).status).toBe(409)
    await ward.leader.post(path(HOOD, `/${body.starter.key}/retire`))
    expect(await namesFor(ward.leader)).toContain('Họp tổ dân phố')
    await ward.leader.post(path(HOOD, `/${body.starter.key}/restore`))
    expect(await namesFor(ward.leader)).toContain('Họp theo lối tổ 12')
  })

  it('that is left out by the ward is nobody’s below it; a neighbourhood leaves it out for itself alone', async () => {
    await ward.leader.post(path(HOOD, '/cat-dien/retire'))
    expect(await namesFor(ward.leader)).not.toContain('Cắt điện')
    expect(await namesFor(otherLeader)).toContain('Cắt điện')
    expect((await ward.leader.post<ManagedStarter>(path(HOOD, '/cat-dien/restore'))).body.isRetired).toBe(false)
    await ward.administrator.post(path(WARD, '/cat-dien/retire'))
    expect(await namesFor(otherLeader)).not.toContain('Cắt điện')
    expect((await otherLeader.post(path(OTHER_HOOD, '/cat-dien/restore'))).status).toBe(409)
    await ward.administrator.post(path(WARD, '/cat-dien/restore'))
    expect(await namesFor(otherLeader)).toContain('Cắt điện')
  })

  it('reminds the reviewer of what it asks for, also after it was given up; the audit holds none of its words', async () => {
    const { key } = (await add(ward.leader, HOOD)).body.starter
    await ward.leader.post(path(HOOD, `/${key}/retire`))
    const notice = await ward.compose({ template: key, fields: { bring: null } })
    await ward.submit(notice)
    const { body } = await ward.reviewer.get<{ advice: { words: string }[] }>(`/api/notice-approvals/${notice.id}`)
    expect(body.advice.map(({ words }) => words)).toContain('Chưa ghi cần mang theo gì.')
    const { rows } = await sql<{ action: string; detail: object }>`
      select action, detail from audit where action like 'notice starter%' and detail ->> 'key' = ${key} order by id
    `.execute(ward.db)
    expect(rows).toEqual([
      { action: 'notice starter added', detail: { key } },
      { action: 'notice starter retired', detail: { key } },
    ])
  })

  it('is offered in the chat too, there and below, and begins a notice as on the phone', async () => {
    await ward.member('ba-sau')
    await ward.makeLeader('co-hai', HOOD)
    await ward.makeLeader('anh-nam', OTHER_HOOD)
    const ask = (key: string, text: string) => ward.resident(key).ask(text)
    const name = 'Sinh hoạt câu lạc bộ'
    const { starter } = (await add(ward.leader, HOOD, { name, title: 'Mời sinh hoạt câu lạc bộ', asks: ['day'] })).body
    expect((await ask('co-hai', 'thông báo')).buttons.length).toBeGreaterThan(2)
    expect((await ask('anh-nam', 'thông báo')).buttons).not.toContain(name)
    // Whatever stands on the buttons, its name is understood.
    expect((await ask('co-hai', name)).text).toContain('"Mời sinh hoạt câu lạc bộ": nhắn nội dung tin')
    expect((await ask('co-hai', 'Ôn bài hát cũ.')).text).toContain('Ngày nào, mấy giờ?')
    await ask('co-hai', 'thứ bảy 5/12/2026 19 giờ 30')
    const preview = await ask('co-hai', 'Nhà văn hóa tổ')
    expect(preview.text).toContain('Ai đến: Hội viên')
    const row = await ward.db.selectFrom('notices').select('draft').orderBy('id', 'desc').executeTakeFirstOrThrow()
    expect(row.draft).toMatchObject({ template: starter.key, kind: 'meeting', rsvp: 'going' })
    await ask('co-hai', 'Bỏ tin này')
    await ask('anh-nam', 'thôi')
    await ward.leader.post(path(HOOD, `/${starter.key}/retire`), {})
    await ask('co-hai', 'thông báo')
    // Given up: the same words are a title now, like any others.
    expect((await ask('co-hai', name)).text).not.toContain('Mời sinh hoạt câu lạc bộ')
    await ask('co-hai', 'thôi')
  })

  it('of a neighbourhood that was merged goes on in the one it became part of', async () => {
    await add(otherLeader, OTHER_HOOD, { name: 'Của tổ 2' })
    await sql`update areas set merged_into = (select id from areas where code = ${HOOD}), retired_at = now() where code = ${OTHER_HOOD}`.execute(
      ward.db,
    )
    expect(await namesFor(ward.leader)).toContain('Của tổ 2')
  })
})
