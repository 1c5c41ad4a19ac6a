/** What holds in one ward only: written apart, agreed to by a second person, inherited, and never shown as national. */
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { publishStarter } from '../server/procedures/store.ts'
import { starterTopics } from '../shared/content/index.ts'
import type { TaskList } from '../shared/freshness/index.ts'
import { inheritFacts, type LocalFacts, type LocalView, noFacts } from '../shared/local-parts/index.ts'
import type { Topic } from '../shared/procedures.ts'
import { listTopicItems } from '../shared/review/index.ts'
import { type Caller, type Desk, openDesk } from './setup/guides.ts'
import { until } from './setup/until.ts'

const KEY = 'khai-sinh'
const RESOLUTION = 'Nghị quyết của Hội đồng nhân dân (mẫu)'
const fee: LocalFacts['fee'] = {
  lines: [{ name: 'Lệ phí đăng ký khai sinh quá hạn', amount: 8123, per: null }],
  source: RESOLUTION,
}
const place: LocalFacts['place'] = {
  name: 'Quầy hộ tịch lưu động',
  address: 'Nhà văn hóa khu Tám',
  source: 'Thông báo của phường (mẫu)',
}

const topicOf = (key: string): Topic => {
  const topic = starterTopics.find(one => one.key === key)
  if (!topic) throw new Error(`no starter topic ${key}`)
  return topic
}

let desk: Desk
beforeAll(async () => {
  desk = await openDesk()
})
afterAll(() => desk.close())

const at = (area: string, key = KEY) => `/guides/${key}/local/${area}`
const read = (area: string, by: Caller = desk.editor) => by.ok<LocalView>('GET', at(area))

async function publish(area: string, facts: Partial<LocalFacts>, key = KEY): Promise<LocalView> {
  const { open } = await desk.editor.ok<LocalView>('GET', at(area, key))
  const saved = await desk.editor.ok<LocalView>('PUT', at(area, key), {
    facts: { ...noFacts, ...facts },
    version: open?.version ?? null,
  })
  const why = 'phường có mức riêng'
  const waiting = await desk.editor.ok<LocalView>('POST', `${at(area, key)}/submit`, {
    version: saved.open?.version,
    why,
  })
  return desk.reviewer.ok('POST', `${at(area, key)}/approve`, { version: waiting.open?.version, why: null })
}

const guide = async () => (await fetch(`${desk.ward.url}/api/procedures/${KEY}`)).json() as Promise<{ topic: Topic }>

describe('a local part', () => {
  it('is seen by nobody outside until a second person agrees; then chat, page, Mini App and checklist name place and source', async () => {
    const saved = await desk.editor.ok<LocalView>('PUT', at('phuong-mau'), {
      facts: { ...noFacts, fee, place },
      version: null,
    })
    expect((await guide()).topic.local).toBeUndefined()
    const waiting = await desk.editor.ok<LocalView>('POST', `${at('phuong-mau')}/submit`, {
      version: saved.open?.version,
      why: 'phường có mức riêng',
    })
    const version = waiting.open?.version
    expect((await desk.editor.call('POST', `${at('phuong-mau')}/approve`, { version, why: null })).status).toBe(403)
    expect((await guide()).topic.local).toBeUndefined()
    const published = await desk.reviewer.ok<LocalView>('POST', `${at('phuong-mau')}/approve`, { version, why: null })
    expect(published).toMatchObject({ own: { facts: { fee, place } }, open: null })

    const { topic } = await guide()
    expect(topic.local).toMatchObject({ fee: { ...fee, area: 'Phường Mẫu' }, place: { area: 'Phường Mẫu' } })
    const resident = desk.ward.resident()
    const said = (await resident.ask('lệ phí khai sinh cho con bao nhiêu')).text
    expect(said).toContain('8.123 đồng')
    expect(said).toMatch(/riêng tại Phường Mẫu; theo Nghị quyết của Hội đồng nhân dân \(mẫu\)/)
    expect((await resident.ask('nộp khai sinh cho con ở đâu')).text).toMatch(
      /Quầy hộ tịch lưu động[\s\S]*riêng tại Phường Mẫu; theo Thông báo của phường \(mẫu\)/,
    )
    const page = await (await fetch(`${desk.ward.url}/thu-tuc/${KEY}`)).text()
    expect(page).toContain('Lệ phí tại Phường Mẫu')
    expect(page).toContain('Quầy hộ tịch lưu động')
    expect(await (await fetch(`${desk.ward.url}/api/guide-book`)).text()).toContain('Nhà văn hóa khu Tám')
  })

  it('never becomes part of the national record: not of a revision, a draft, or what other systems read', async () => {
    const rows = await desk.ward.db.selectFrom('topic_revisions').select('content').execute()
    expect(rows.filter(({ content }) => 'local' in content)).toEqual([])
    const draft = await desk.write(KEY, topic => topic)
    const { topic } = await guide()
    const smuggled = { ...draft, content: { ...draft.content, local: topic.local } }
    expect((await desk.editor.call('PUT', `/guides/drafts/${draft.id}`, smuggled)).status).toBe(400)
    await desk.editor.ok('POST', `/guides/drafts/${draft.id}/discard`, { version: draft.version, why: 'thử xong' })
    expect(await (await fetch(`${desk.ward.url}/api/procedures/${KEY}.jsonld`)).text()).not.toContain('8123')
  })

  it('stays when the national part is refreshed', async () => {
    const refreshed = starterTopics.map(topic =>
      topic.key === KEY ? { ...topic, summary: 'Bản mới của cả nước.' } : topic,
    )
    await publishStarter(desk.ward.db, refreshed)
    await until('the new words', async () => (await guide()).topic.summary === 'Bản mới của cả nước.')
    expect((await guide()).topic.local?.fee?.lines[0]?.amount).toBe(8123)
  })

  it('is inherited by the areas below, which may have their own and go back to the inherited one', async () => {
    const hood = await read('phuong-mau-to-2')
    expect(hood).toMatchObject({ own: null, inherited: { fee: { area: 'Phường Mẫu' }, place: { area: 'Phường Mẫu' } } })
    const own = { ...place, name: 'Nhà sinh hoạt tổ hai' }
    await publish('phuong-mau-to-2', { place: own })
    const { topic } = await guide()
    expect(topic.local?.place?.name).toBe('Quầy hộ tịch lưu động')
    expect(topic.local?.below).toMatchObject([{ name: 'Tổ dân phố 2', place: { name: 'Nhà sinh hoạt tổ hai' } }])
    expect(await (await fetch(`${desk.ward.url}/thu-tuc/${KEY}`)).text()).toContain('Bà con Tổ dân phố 2: Nơi nộp')
    const back = await publish('phuong-mau-to-2', {})
    expect(back).toMatchObject({ own: null, inherited: { place: { area: 'Phường Mẫu' } } })
    expect(back.before).toHaveLength(2)
    expect((await guide()).topic.local?.below).toEqual([])
  })

  it('takes the nearest area that says something, fact by fact', () => {
    const facts = (one: Partial<LocalFacts>) => ({ ...noFacts, ...one })
    const part = inheritFacts([
      { area: 'Tổ', asOf: '2026-11-03', facts: facts({ phone: { number: '0236 000 000', source: 'tổ' } }) },
      { area: 'Phường', asOf: '2026-11-02', facts: facts({ place }) },
      { area: 'Thành phố', asOf: '2026-11-01', facts: facts({ place, fee }) },
    ])
    expect([part?.phone?.area, part?.place?.area, part?.fee?.area, part?.hours]).toEqual([
      ...['Tổ', 'Phường', 'Thành phố'],
      null,
    ])
    expect(inheritFacts([{ area: 'Phường', asOf: '2026-11-02', facts: noFacts }])).toBe(null)
  })

  it('stands in the list of a checklist too: fee, hours, place, telephone and form, each with area, source and day', async () => {
    const local: Partial<LocalFacts> = {
      fee,
      place,
      phone: { number: '0236 111 222', source: RESOLUTION },
      hours: { text: 'Sáng thứ Hai đến thứ Sáu', source: RESOLUTION },
      form: { text: 'Mẫu của phường, phát tại quầy', url: null, source: RESOLUTION },
    }
    await publish('phuong-mau', local)
    const resident = desk.ward.resident()
    let said = await resident.ask('giấy tờ của tôi khai sinh cho con')
    said = await resident.press('Giấy tờ của tôi')
    for (let left = 12; left > 0 && /Câu \d+\/\d+/.test(said.text); left--) said = await resident.ask('1')
    expect(said.text).toContain('Giấy tờ cần mang')
    for (const words of [
      'Lệ phí đăng ký khai sinh quá hạn: 8.123 đồng',
      'Nhà văn hóa khu Tám',
      '0236 111 222',
      'Sáng thứ Hai đến thứ Sáu',
      'Mẫu của phường, phát tại quầy',
    ])
      expect(said.text).toContain(words)
    expect(said.text.match(/riêng tại Phường Mẫu; theo/g)?.length).toBeGreaterThanOrEqual(3)
  })

  it('settles the fee it replaces: nobody is asked about the other any more, and readers are told that this one was confirmed', async () => {
    const key = 'khai-tu'
    const answers = async () => (await desk.ward.resident().ask('lệ phí khai tử bao nhiêu')).text
    const [national] = listTopicItems(topicOf(key)).filter(({ kind }) => kind === 'fee')
    if (!national) throw new Error('no fee')
    const { fact } = national
    await desk.editor.ok('POST', '/review/phuong-mau', {
      ...{
        requestKey: randomUUID(),
        topic: key,
        item: 'fee',
        fact,
        answer: 'wrong',
        correction: 'phường có mức riêng',
      },
    })
    expect(await answers()).toContain('đang sửa mục này')
    await publish('phuong-mau', { fee }, key)
    expect(await answers()).toContain('Phường Mẫu đã xác nhận lệ phí')
    expect(await answers()).not.toContain('đang sửa')
    const { tasks } = await desk.editor.ok<TaskList>('GET', '/freshness/tasks')
    expect(tasks.filter(({ topic, done }) => topic === key && !done)).toHaveLength(1)
  })

  it('names its area by the new name as soon as that is renamed', async () => {
    const administrator = await desk.officer('administrator', 'quản trị')
    await administrator.ok('POST', '/areas/phuong-mau/rename', { name: 'Phường Mẫu Mới' })
    const named = async () => (await guide()).topic.local?.fee?.area
    await until('the new name', async () => (await named()) === 'Phường Mẫu Mới')
    expect((await desk.ward.resident().ask('lệ phí khai sinh cho con bao nhiêu')).text).toContain(
      'riêng tại Phường Mẫu Mới',
    )
    await administrator.ok('POST', '/areas/phuong-mau/rename', { name: 'Phường Mẫu' })
  })

  it('is kept by who has that area, never overwritten silently, and never agreed to by its author', async () => {
    const elsewhere = await desk.officer('editor', 'soạn tổ một', 'phuong-mau-to-1')
    expect((await elsewhere.call('GET', at('phuong-mau'))).status).toBe(403)
    expect((await elsewhere.call('GET', at('phuong-mau-to-1'))).status).toBe(200)
    const saved = await desk.editor.ok<LocalView>('PUT', at('phuong-mau'), {
      facts: { ...noFacts, fee },
      version: null,
    })
    const late = await desk.other.call('PUT', at('phuong-mau'), { facts: noFacts, version: null })
    expect([late.status, (await late.json()).data.reason]).toEqual([409, 'changed_meanwhile'])
    await desk.editor.ok('POST', `${at('phuong-mau')}/discard`, { version: saved.open?.version, why: 'thử xong' })

    const mine = await desk.reviewer.ok<LocalView>('PUT', at('phuong-mau'), {
      facts: { ...noFacts, fee },
      version: null,
    })
    const waiting = await desk.reviewer.ok<LocalView>('POST', `${at('phuong-mau')}/submit`, {
      version: mine.open?.version,
      why: 'bỏ nơi nộp riêng',
    })
    const version = waiting.open?.version
    const own = await desk.reviewer.call('POST', `${at('phuong-mau')}/approve`, { version, why: null })
    expect([own.status, (await own.json()).data.reason]).toEqual([409, 'own_words'])
    const back = await desk.secondReviewer.ok<LocalView>('POST', `${at('phuong-mau')}/give-back`, {
      version,
      why: 'giữ nơi nộp',
    })
    expect(back.open).toMatchObject({ state: 'draft', returnedBecause: 'giữ nơi nộp' })
    await desk.reviewer.ok('POST', `${at('phuong-mau')}/discard`, { version: back.open?.version, why: 'thử xong' })
    const audit = await desk.ward.db
      .selectFrom('audit')
      .select('action')
      .where('action', 'like', 'local part %')
      .execute()
    expect(new Set(audit.map(({ action }) => action))).toEqual(
      new Set(['local part submitted', 'local part agreed to', 'local part given back', 'local part given up']),
    )
  })
})
