/** What nobody agreed to, is over, or was never meant for the public is nowhere to be found by a stranger or a resident. */
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { sql } from 'kysely'
import { findArea } from '../server/platform/areas/index.ts'
import { createToken } from '../server/platform/people/index.ts'
import { bumpCatalogue } from '../server/procedures/store.ts'
import { starterTopics } from '../shared/content/index.ts'
import type { GuideDraft } from '../shared/guides/index.ts'
import { noFacts } from '../shared/local-parts/index.ts'
import type { Topic } from '../shared/procedures.ts'
import { addDays, vietnamDay } from '../shared/vietnam-time.ts'
import { signIn } from './setup/account.ts'
import { type Desk, openDesk } from './setup/guides.ts'
import { meetingDraft, meetingFields } from './setup/notice-sheets.ts'
import { type Ask, listAsks, listForgottenWays, type Planted } from './setup/public-walk.ts'
import { until } from './setup/until.ts'
import { makeWorkbook } from './setup/workbook.ts'

/** The words that must not be seen begin so; `hỏi…` are what people type, and may be said back to them. */
const SECRET = /zq[a-z]+noidung/g

let desk: Desk
let planted: Planted
let phone: string
const marks = new Set<string>()
const secret = (where: string): string => {
  marks.add(where)
  return `zq${where}noidung`
}

beforeAll(async () => {
  desk = await openDesk()
  planted = { guides: ['khai-sinh'], drafts: [], notices: [], areas: ['phuong-mau', 'phuong-mau-to-2'] }
  phone = (await signIn(desk.ward, 'ba-sau')).session.token
  await ask({ method: 'POST', path: '/api/places', body: { area: 'phuong-mau-to-2', label: 'Nhà mình' } }, phone)
  await plantGuides()
  await plantNotices()
  await plantTheRest()
  await desk.ward.settle()
}, 60_000)
afterAll(() => desk.close())

/** In every field that holds words. */
function plant(topic: Topic, where: string): Topic {
  const words = secret(where)
  return {
    ...topic,
    title: words,
    task: words,
    summary: words,
    aliases: [`zq${where}hoi`, words, ...topic.aliases.slice(2)],
    advice: [words, ...topic.advice.slice(1)],
    steps: topic.steps.map(step => ({ ...step, text: words })),
    cases: topic.cases.map(one => ({ ...one, label: words })),
  }
}

async function write(key: string, where: string): Promise<GuideDraft> {
  const draft = await desk.write(key, topic => plant(topic, where))
  planted.guides.push(key)
  planted.drafts.push(draft.id)
  return draft
}

async function plantGuides(): Promise<void> {
  const today = vietnamDay(new Date(desk.ward.emulator.control.clock.read().now))
  await write('khai-sinh', 'draft')
  await desk.submit(await write('ket-hon', 'submitted'))
  const returned = await desk.submit(await write('khai-tu', 'returned'))
  await desk.reviewer.ok('POST', `/guides/drafts/${returned.id}/give-back`, {
    version: returned.version,
    why: 'viết lại',
  })
  const dropped = await write('tam-tru', 'discarded')
  await desk.editor.ok('POST', `/guides/drafts/${dropped.id}/discard`, { version: dropped.version, why: 'thôi' })
  const dated = await desk.save({ ...(await write('thuong-tru', 'future')), effectiveFrom: addDays(today, 9) }, t => t)
  await desk.approve(await desk.submit(dated))

  // Was in force, and is no more: replaced, retired, withheld.
  const model = starterTopics.find(({ kind }) => kind === 'information')
  if (!model) throw new Error('no guide to imitate')
  const publish = async (key: string, revision: number, words: string, retiredAt: Date | null) => {
    const blank = { ...model, aliases: [], exampleQuestions: [], confusableWith: [], facts: [], reviewFlags: [] }
    const content = {
      ...blank,
      key,
      title: `Mượn ${key}`,
      task: `mượn ${key}`,
      summary: `Mượn ${key}.`,
      advice: [words],
    }
    await desk.ward.db
      .insertInto('topic_revisions')
      .values({ topic_key: key, revision, content: JSON.stringify(content), origin: 'officer', retired_at: retiredAt })
      .execute()
    planted.guides.push(key)
  }
  const now = new Date()
  await publish('muon-loa', 1, secret('replaced'), now)
  await publish('muon-loa', 2, 'Hỏi tổ trưởng.', null)
  await publish('muon-ghe', 1, secret('retired'), now)
  await publish('muon-rap', 1, secret('withheld'), null)
  const care = {
    review_on: addDays(today, -9),
    withhold_on: addDays(today, -1),
    set_by: 'x',
    set_at: new Date(Date.now() + 1000),
  }
  await desk.ward.db
    .insertInto('guide_care')
    .values({ topic_key: 'muon-rap', ...care })
    .execute()
  await desk.ward.db.transaction().execute(bumpCatalogue)
  const held = async (key: string) => (await fetch(`${desk.ward.url}/api/procedures/${key}`)).status === 200
  await until('the guides are in force', async () => (await held('muon-loa')) && (await held('muon-rap')))
  const restored = await desk.editor.ok<GuideDraft>('POST', '/guides/muon-loa/draft', { from: 1 })
  planted.drafts.push(restored.id)
  await desk.editor.ok('PUT', '/guides/khai-sinh/local/phuong-mau', {
    facts: { ...noFacts, place: { name: secret('local'), address: 'Số 1', source: 'Thông báo (mẫu)' } },
    version: null,
  })
}

async function plantNotices(): Promise<void> {
  const administrator = await desk.officer('administrator', 'quản trị')
  const compose = async (where: string) => {
    const words = secret(where)
    const fields = { ...meetingFields, title: `Mời họp ${words}`, what: words, place: words }
    const draft = { ...meetingDraft, fields, audience: { areas: ['phuong-mau-to-2'] } }
    const asked = { requestKey: randomUUID(), draft }
    const notice = await administrator.ok<{ id: string; code: string; version: number }>('POST', '/notices', asked)
    planted.notices.push(notice.code)
    return notice
  }
  await compose('noticedraft')
  const waiting = await compose('noticewaiting')
  await administrator.ok('POST', `/notices/${waiting.id}/submit`, {
    ...{ version: waiting.version, isConfirmed: true, isAlone: false },
  })
  const dropped = await compose('noticedropped')
  await administrator.ok('POST', `/notices/${dropped.id}/discard`, { version: dropped.version })
}

async function plantTheRest(): Promise<void> {
  const { db } = desk.ward
  const areaId = (await findArea(db, 'phuong-mau'))?.id ?? ''
  const answerer = await desk.officer('answerer', 'trả lời')
  await answerer.ok('PUT', '/areas/phuong-mau/canned-replies', { replies: [{ title: 'Mẫu', text: secret('canned') }] })
  // A question that nobody could answer, and a case with its note.
  await desk.ward.resident('ong-tu').ask(`xin nuôi rùa ${secret('question')}`)
  await desk.ward.resident('ong-tu').ask('gặp cán bộ')
  const [open] = await answerer.ok<{ id: string }[]>('GET', '/handoffs')
  await answerer.ok('POST', `/handoffs/${open?.id}/notes`, { text: secret('note') })
  const wording = secret('example')
  await db
    .insertInto('example_phrases')
    .values({
      area_id: areaId,
      wording,
      wording_key: wording,
      state: 'proposed',
      proposed_by: 'x',
      proposed_at: new Date(),
    })
    .execute()
  const asked = { kind: 'question', text: secret('guideexample') }
  await desk.editor.ok('POST', '/guides/khai-sinh/examples', { asked, target: { topic: 'khai-sinh', caseId: null } })
  await desk.editor.ok('POST', '/freshness/changes', {
    day: '2027-07-01',
    text: secret('change'),
    topics: ['khai-sinh'],
  })
  // A file that is looked at, and one that was taken in.
  const heading = ['Mã hướng dẫn', 'Tên', 'Lĩnh vực', 'Giấy tờ', 'Loại (điền, nộp, đối chiếu)', 'Số bản chính']
  const expiresAt = new Date(Date.now() + 3600_000)
  const token = await createToken(db, { role: 'editor', areaId, label: 'người nhập', expiresAt })
  for (const [where, isRehearsal] of [
    ['previewed', 'true'],
    ['imported', 'false'],
  ] as const) {
    const form = new FormData()
    const row = [`muon-${where}`, `Mượn ${secret(where)}`, 'Văn hóa, tôn giáo', secret(where), 'điền', '1']
    form.set('file', new File([new Uint8Array(makeWorkbook([heading, row]))], 'huong-dan.xlsx'))
    form.set('isRehearsal', isRehearsal)
    form.set('choices', '{}')
    const response = await fetch(`${desk.ward.url}/api/content/import`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}` },
      body: form,
    })
    expect(`${where} ${response.status}`).toBe(`${where} 200`)
    planted.guides.push(`muon-${where}`)
  }
}

let calls = 0
async function ask({ method, path, body }: Ask, token?: string): Promise<string> {
  calls += 1
  const response = await fetch(desk.ward.url + path, {
    method,
    headers: {
      'x-forwarded-for': `10.9.${calls >> 8}.${calls & 255}`,
      ...(token ? { authorization: `Bearer ${token}` } : {}),
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    },
    body: body === undefined ? null : JSON.stringify(body),
  })
  return `${response.status} ${[...response.headers].join()} ${await response.text()}`
}

const seenIn = (text: string): string[] => [...new Set(text.match(SECRET) ?? [])]

describe('what is not published', () => {
  it('rests in the database, in every state that there is', async () => {
    const tables = await sql<{ name: string }>`select table_name as name from information_schema.tables
      where table_schema = 'public' and table_type = 'BASE TABLE'`.execute(desk.ward.db)
    const seen = new Set<string>()
    for (const { name } of tables.rows) {
      const { rows } = await sql<{
        row: string
      }>`select t::text as row from ${sql.table(name)} t where t::text like '%zq%'`.execute(desk.ward.db)
      for (const { row } of rows) for (const word of seenIn(row)) seen.add(word)
    }
    // What was only looked at is nowhere.
    expect([...marks].filter(mark => !seen.has(`zq${mark}noidung`))).toEqual(['previewed'])
  })

  it('is looked for at every way in that the source knows', () => {
    expect(listForgottenWays()).toEqual([])
  })

  it('is found at none of them, by a stranger or by a resident', async () => {
    const asks = listAsks(planted)
    expect(asks.length).toBeGreaterThan(150)
    const leaks: string[] = []
    let published = 0
    for (const token of [undefined, phone])
      for (let next = 0; next < asks.length; next += 12) {
        const some = asks.slice(next, next + 12)
        const texts = await Promise.all(some.map(one => ask(one, token)))
        texts.forEach((text, index) => {
          for (const word of seenIn(text)) leaks.push(`${some[index]?.path} ${word}`)
          if (text.includes('Hỏi tổ trưởng.')) published += 1
        })
      }
    expect(leaks).toEqual([])
    // The walk sees what is in force.
    expect(published).toBeGreaterThan(4)
  })

  it('is found in nothing that those ways lead to: the book for reading without a network, the index for searching', async () => {
    const page = await ask({ method: 'GET', path: '/app/' })
    const linked = [...page.matchAll(/"(\/(?:app|api)\/[^"\s]*?\.(?:json|bin|txt)[^"\s]*|\/api\/[^"\s]+)"/g)].map(
      ([, path]) => path ?? '',
    )
    expect(linked.length).toBeGreaterThanOrEqual(2)
    for (const path of new Set(linked)) expect([path, seenIn(await ask({ method: 'GET', path }))]).toEqual([path, []])
  })

  it('is said by the chat to nobody, on the page or in Zalo, whatever is asked', async () => {
    const texts = [
      'khai sinh',
      'mượn loa',
      'mượn ghế',
      'mượn rạp',
      'đăng ký thường trú',
      'xin nuôi rùa',
      'mời họp',
      'thông báo',
    ]
    const all = [...texts, ...[...marks].map(mark => `zq${mark}hoi`)]
    for (const text of all) {
      const said = await ask({ method: 'POST', path: '/api/chat', body: { text, state: null } })
      expect([text, seenIn(said)]).toEqual([text, []])
    }
    const resident = desk.ward.resident('ba-sau')
    for (const text of texts) await resident.ask(text)
    expect(seenIn(resident.heard().join(' '))).toEqual([])
  })
})
