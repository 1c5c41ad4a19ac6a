/** The review sprint: a ward confirms starter content fact by fact, and what is confirmed is what people read. */
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { sql } from 'kysely'
import { guideWords } from '../server/miniapp/first-words.ts'
import { sampleWard, starterTopics } from '../shared/content/index.ts'
import type { TaskList } from '../shared/freshness/index.ts'
import { valueAt } from '../shared/guide-form/index.ts'
import type { Guide, GuideList } from '../shared/guides/index.ts'
import { type LocalFacts, type LocalView, noFacts } from '../shared/local-parts/index.ts'
import type { Fee } from '../shared/procedures.ts'
import {
  gatherChannels,
  listOfficeItems,
  listTopicItems,
  type OfficeChange,
  type OfficeNow,
  type OpenItem,
  placesOfItem,
  type ReviewArea,
  type ReviewBatch,
  type ReviewOutcome,
} from '../shared/review/index.ts'
import { type Caller, type Desk, openDesk } from './setup/guides.ts'
import { until } from './setup/until.ts'

const KEY = 'chung-thuc-ban-sao'
const topicOf = (key: string) => {
  const topic = starterTopics.find(one => one.key === key)
  if (!topic) throw new Error(`no starter topic ${key}`)
  return topic
}

let desk: Desk
let city: Caller
beforeAll(async () => {
  desk = await openDesk()
  const { db } = desk.ward
  const id = randomUUID()
  await db.insertInto('areas').values({ id, level: 'city', code: 'thanh-pho-mau', name: 'Thành phố Mẫu' }).execute()
  await db.updateTable('areas').set({ parent_id: id }).where('code', '=', 'phuong-mau').execute()
  city = await desk.officer('editor', 'cô Thành', 'thanh-pho-mau')
})
afterAll(() => desk.close())

const next = (by: Caller, area = 'phuong-mau', size = 10) => by.ok<ReviewBatch>('GET', `/review/${area}?size=${size}`)

const toAnswer = ({ topic, key, fact }: Pick<OpenItem, 'topic' | 'key' | 'fact'>, more: object = {}) => ({
  requestKey: randomUUID(),
  ...{ topic, item: key, fact, answer: 'right', correction: null },
  ...more,
})
const answer = (by: Caller, item: Pick<OpenItem, 'topic' | 'key' | 'fact'>, more: object = {}, area = 'phuong-mau') =>
  by.ok<ReviewOutcome>('POST', `/review/${area}`, toAnswer(item, more))

const readTopic = async (key: string) => (await (await fetch(`${desk.ward.url}/api/procedures/${key}`)).json()).topic
const say = async (text: string): Promise<string> =>
  JSON.stringify(
    await (
      await fetch(`${desk.ward.url}/api/chat`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ text, state: null }),
      })
    ).json(),
  )
const listTasks = async () => (await desk.editor.ok<TaskList>('GET', '/freshness/tasks')).tasks
const FEE = 'lệ phí chứng thực bản sao'
const page = async (key: string) => (await fetch(`${desk.ward.url}/thu-tuc/${key}`)).text()

describe('what is asked', () => {
  it('is ten at a time, hours before fees before the rest, and never what nobody doubts', async () => {
    const batch = await next(desk.editor)
    expect(batch.items).toHaveLength(10)
    expect(batch.left).toBeGreaterThan(100)
    expect(batch.items.map(({ kind }) => kind).slice(0, 3)).toEqual(['hours', 'hours', 'fee'])
    const all = await next(desk.editor, 'phuong-mau', 50)
    expect(all.items.filter(({ kind }) => kind === 'hours')).toHaveLength(2)
    const checked = { ...topicOf(KEY), verifiedOn: '2026-11-21', reviewFlags: [] }
    expect(listTopicItems(checked)).toEqual([])
    expect(listTopicItems(topicOf(KEY)).length).toBeGreaterThan(3)
  })

  it('comes again last when somebody did not know', async () => {
    const [first] = (await next(desk.editor)).items
    if (!first) throw new Error('nothing to confirm')
    const { left } = await answer(desk.editor, first, { answer: 'unknown' })
    const after = await next(desk.editor)
    expect([after.left, after.items[0]?.key === first.key]).toEqual([left, false])
    await answer(desk.editor, first)
    expect((await next(desk.editor)).left).toBe(left - 1)
  })
})

describe('an answer', () => {
  it('is kept at once with who and when, once however often it is sent, and never changed', async () => {
    const [item] = (await next(desk.editor)).items
    if (!item) throw new Error('nothing to confirm')
    const body = toAnswer(item)
    const one = await desk.editor.ok<ReviewOutcome>('POST', '/review/phuong-mau', body)
    const two = await desk.editor.ok<ReviewOutcome>('POST', '/review/phuong-mau', body)
    expect(two.left).toBe(one.left)
    const rows = await desk.ward.db
      .selectFrom('review_answers')
      .selectAll()
      .where('request_key', '=', body.requestKey)
      .execute()
    expect(rows).toMatchObject([{ by: 'soạn một', answer: 'right', item_key: item.key }])
    expect(Math.abs(Date.now() - (rows[0]?.at.getTime() ?? 0))).toBeLessThan(3600_000)
    await expect(sql`update review_answers set answer = 'unknown'`.execute(desk.ward.db)).rejects.toThrow(/later one/)
    const audit = await desk.ward.db.selectFrom('audit').select('actor').where('action', '=', 'review right').execute()
    expect(audit.length).toBeGreaterThan(0)
  })

  it('to words that have changed meanwhile is refused', async () => {
    const response = await desk.editor.call(
      'POST',
      '/review/phuong-mau',
      toAnswer({ topic: KEY, key: 'fee', fact: 'khác' }),
    )
    expect([response.status, (await response.json()).data.reason]).toEqual([409, 'changed_meanwhile'])
  })
})

describe('trust', () => {
  it('is not claimed while a single fact is open, and names who and when once all are confirmed', async () => {
    const items = listTopicItems(topicOf(KEY))
    const fee = items.find(({ kind }) => kind === 'fee')
    if (!fee) throw new Error('no fee')
    expect(await say(FEE)).toContain('chưa kiểm tra lại mục này')
    await answer(desk.editor, fee)
    // Exactly what was asked is confirmed: that is said, and that the rest is not.
    expect(await say(FEE)).toMatch(/Phường Mẫu đã xác nhận lệ phí ngày \d\d\/\d\d\/\d{4}; phần khác chưa kiểm tra lại/)
    expect(await page(KEY)).toContain('chưa kiểm tra lại mục này')
    const rest = items.filter(({ kind }) => kind !== 'fee')
    for (const item of rest.slice(1)) await answer(desk.editor, item)
    expect(await page(KEY)).not.toContain('đã xác nhận ngày')
    expect((await readTopic(KEY)).trust.confirmed).toBeNull()
    for (const item of rest.slice(0, 1)) await answer(desk.editor, item)
    for (const shown of [await page(KEY), await say(FEE)]) {
      expect(shown).toMatch(/Phường Mẫu đã xác nhận ngày \d\d\/\d\d\/\d{4}/)
      expect(shown).not.toContain('chưa kiểm tra lại')
    }
    const { profile, code } = { ...sampleWard, code: 'phuong-mau' }
    const card = { ...profile, code, isPractice: true } as unknown as Parameters<typeof guideWords>[0]
    expect(guideWords(card, await readTopic(KEY), '2026-11-24').text).toContain('đã xác nhận ngày')
  })

  it('is lost with the words it was given for', async () => {
    const draft = await desk.write(KEY, topic => ({ ...topic, advice: [...topic.advice, 'Đến sớm thì ít phải chờ.'] }))
    await desk.approve(await desk.submit(draft))
    expect(await page(KEY)).not.toContain('đã xác nhận ngày')
    expect(await say(FEE)).toMatch(/đã xác nhận lệ phí/)
    const again = listTopicItems((await desk.editor.ok<Guide>('GET', `/guides/${KEY}`)).topic ?? topicOf(KEY))
    const steps = again.find(({ kind }) => kind === 'steps')
    if (steps) await answer(desk.editor, steps)
    expect(await page(KEY)).toContain('đã xác nhận ngày')
  })

  it('is inherited from the city unless the ward says otherwise', async () => {
    const items = listTopicItems(topicOf('ket-hon'))
    const before = (await next(desk.editor)).left
    for (const item of items) await answer(city, item, {}, 'thanh-pho-mau')
    expect((await next(desk.editor)).left).toBe(before - items.length)
    expect(await page('ket-hon')).toMatch(/Thành phố Mẫu đã xác nhận ngày/)
    const fee = items.find(({ kind }) => kind === 'fee')
    if (!fee) throw new Error('no fee')
    const outcome = await answer(desk.editor, fee, { answer: 'wrong', correction: 'Tại đây thu 20.000 đồng' })
    expect(outcome.correction).not.toBeNull()
    expect(await page('ket-hon')).toContain('Phường đang sửa mục này')
    expect(await page('ket-hon')).not.toContain('đã xác nhận')
  })

  it('of a city is not an officer’s of the ward to give', async () => {
    const areas = await desk.editor.ok<ReviewArea[]>('GET', '/review/areas')
    expect(areas.map(({ code }) => code)).toEqual(['phuong-mau'])
    const all = await city.ok<ReviewArea[]>('GET', '/review/areas')
    expect(all.map(({ code }) => code).sort()).toEqual(['phuong-mau', 'thanh-pho-mau'])
    // Counted for all areas at once, and one by one.
    for (const { code, left } of all)
      expect({ code, left: (await city.ok<ReviewBatch>('GET', `/review/${code}`)).left }).toEqual({ code, left })
    expect(new Set(all.map(({ left }) => left)).size).toBe(2)
    expect((await desk.editor.call('GET', '/review/thanh-pho-mau')).status).toBe(403)
  })
})

describe('what is wrong', () => {
  it('becomes a draft for a second person; what is in force stays until they agree', async () => {
    const key = 'trich-luc-ho-tich'
    const fee = listTopicItems(topicOf(key)).find(({ kind }) => kind === 'fee')
    if (!fee) throw new Error('no fee')
    const before = await readTopic(key)
    const outcome = await answer(desk.editor, fee, {
      ...{ answer: 'wrong', correction: 'Theo nghị quyết mới' },
      changes: placesOfItem(fee, before).map(place => ({
        place,
        value: { ...(valueAt(before, place) as Fee), status: 'stated', amount: 9000 },
      })),
    })
    expect(outcome.correction).toBe('draft')
    expect((await readTopic(key)).channels).toEqual(before.channels)
    const { draft } = await desk.editor.ok<Guide>('GET', `/guides/${key}`)
    expect(draft?.state).toBe('draft')
    expect(draft?.content.channels.flatMap(({ fees }) => fees.map(({ amount }) => amount))).toContain(9000)
    if (draft) await desk.approve(await desk.submit(draft))
    expect(JSON.stringify((await readTopic(key)).channels)).toContain('9000')
    // The new words are confirmed like all others.
    const open = listTopicItems(await readTopic(key)).find(({ kind }) => kind === 'fee')
    expect(open?.fact).toContain('9.000')
    expect(await page(key)).not.toContain('đang sửa')
  })

  it('goes to whoever keeps the guide when somebody’s words wait already: nothing is overwritten', async () => {
    const key = 'khai-tu'
    const written = await desk.submit(await desk.write(key, topic => ({ ...topic, summary: `${topic.summary} Sửa.` })))
    const time = listTopicItems(topicOf(key)).find(({ kind }) => kind === 'time')
    if (!time) throw new Error('no time limit')
    const outcome = await answer(desk.editor, time, { answer: 'wrong', correction: 'Trả ngay trong ngày' })
    expect(outcome.correction).toBe('task')
    const { draft } = await desk.editor.ok<Guide>('GET', `/guides/${key}`)
    expect(draft?.content).toEqual(written.content)
    const { tasks } = await desk.editor.ok<TaskList>('GET', '/freshness/tasks')
    expect(tasks.find(({ topic }) => topic === key)?.text).toContain('Trả ngay trong ngày')
  })

  it('can be put right in its place, whatever kind of fact it is, and is settled when a second person publishes', async () => {
    const key = 'luu-tru'
    const before = await readTopic(key)
    const items = listTopicItems(before)
    const find = (kind: string) => {
      const item = items.find(one => one.kind === kind)
      if (!item) throw new Error(`no fact of kind ${kind}`)
      return item
    }
    const put = (kind: string, place: string, value: unknown) => ({
      item: find(kind),
      change: { place, value },
    })
    const [step] = before.steps
    const [paperCase] = before.cases
    const corrections = [
      put('time', placesOfItem(find('time'), before)[0] ?? '', {
        value: 2,
        unit: 'hour',
        text: 'Trả lời trong 2 giờ.',
      }),
      put('place', 'authority', { ...before.authority, whichOffice: 'Công an phường nơi đến ở' }),
      put(
        'papers',
        'cases.0.documents',
        paperCase.documents.slice(0, 1).map((paper: object) => ({ ...paper, note: 'Mang bản chính.' })),
      ),
      put('steps', 'steps', [{ ...step, text: 'Báo trước 22 giờ.' }, ...before.steps.slice(1)]),
      put('flag', 'legalBases', before.legalBases.slice(1)),
    ]
    for (const { item, change } of corrections) {
      const outcome = await answer(desk.editor, item, { answer: 'wrong', changes: [change] })
      expect({ kind: item.kind, outcome: outcome.correction }).toEqual({ kind: item.kind, outcome: 'draft' })
    }
    const { draft, corrections: waiting } = await desk.editor.ok<Guide>('GET', `/guides/${key}`)
    if (!draft) throw new Error('no draft')
    for (const { change } of corrections) expect(valueAt(draft.content, change.place)).toEqual(change.value)
    expect(waiting).toHaveLength(corrections.length)
    const open = async () =>
      (await listTasks()).filter(({ topic, done, kind }) => topic === key && kind === 'wrong' && !done)
    expect(await open()).toHaveLength(corrections.length)
    expect(await page(key)).not.toContain('Báo trước 22 giờ')
    await desk.approve(await desk.submit(draft))
    expect(await page(key)).toContain('Báo trước 22 giờ')
    expect(await page(key)).not.toContain('đang sửa')
    expect(await open()).toEqual([])
    const after = listTopicItems(await readTopic(key)).map(({ key: item, fact }) => `${item} ${fact}`)
    for (const { item } of corrections) expect(after).not.toContain(`${item.key} ${item.fact}`)
  })

  it('is described in words where that is easier: the editor has them beside that very place, until it is published', async () => {
    const key = 'an-ninh-trat-tu'
    const flag = listTopicItems(await readTopic(key)).find(({ kind }) => kind === 'flag')
    if (!flag) throw new Error('no flag')
    const words = 'Bước hai nay nộp cùng bước một'
    const outcome = await answer(desk.editor, flag, { answer: 'wrong', correction: words, place: 'steps' })
    expect(outcome.correction).toBe('editor')
    const read = () => desk.editor.ok<Guide>('GET', `/guides/${key}`)
    const { draft, corrections } = await read()
    expect(corrections).toMatchObject([{ words, place: 'steps', by: 'soạn một' }])
    expect((await listTasks()).find(({ topic }) => topic === key)).toMatchObject({ place: 'steps', done: null })
    if (!draft) throw new Error('no draft')
    const written = await desk.save(draft, topic => ({
      ...topic,
      steps: topic.steps.map((step, at) => (at === 1 ? { ...step, text: 'Nộp cùng bước một.' } : step)),
    }))
    await desk.approve(await desk.submit(written))
    expect((await read()).corrections).toEqual([])
    expect((await listTasks()).find(({ topic }) => topic === key)?.done?.how).toBe('published')
    expect(
      (await next(desk.editor, 'phuong-mau', 50)).items.map(({ key: item, topic }) => [topic, item]),
    ).not.toContainEqual([key, flag.key])
  })

  it('stays a task when something else of the guide is published', async () => {
    const key = 'khai-tu'
    const { draft } = await desk.editor.ok<Guide>('GET', `/guides/${key}`)
    if (draft) await desk.approve(draft)
    expect((await listTasks()).find(({ topic }) => topic === key)?.done).toBeNull()
    expect(await page(key)).toContain('Phường đang sửa mục này')
  })

  it('of an office is put right by its form, and holds once a second person agrees', async () => {
    const [office] = (await next(desk.editor, 'phuong-mau', 50)).items.filter(({ kind }) => kind === 'hours')
    const [police, ward] = ['office-ward_police', 'office-ward']
    const offices = await desk.editor.ok<OfficeNow[]>('GET', '/review/phuong-mau/offices')
    expect(offices.map(({ item }) => item).sort()).toEqual([ward, police])
    const item = listOfficeItems(sampleWard.profile).find(({ key }) => key === ward)
    if (!item) throw new Error(`no office, though ${office?.key} is asked`)
    const outside = await desk.editor.call('POST', '/review/phuong-mau', {
      ...toAnswer(item, { answer: 'wrong', changes: [{ place: 'onlinePortalUrl', value: 'https://example.org' }] }),
    })
    expect(outside.status).toBe(400)
    const outcome = await answer(desk.editor, item, {
      ...{ answer: 'wrong', correction: 'Dọn về nhà mới từ đầu tháng' },
      changes: [{ place: 'address', value: '12 đường Mới' }],
    })
    expect(outcome.correction).toBe('office')
    const card = async () => JSON.stringify(await (await fetch(`${desk.ward.url}/api/ward`)).json())
    expect(await card()).not.toContain('12 đường Mới')
    const [change] = await desk.reviewer.ok<OfficeChange[]>('GET', '/review/office-changes')
    expect(change).toMatchObject({
      facts: { after: { address: '12 đường Mới' } },
      words: 'Dọn về nhà mới từ đầu tháng',
      mayDecide: true,
    })
    const decide = (by: Caller, isAgreed = true) =>
      by.call('POST', `/review/office-changes/${change?.id}/decide`, { isAgreed, why: null })
    expect((await decide(desk.editor)).status).toBe(403)
    expect((await decide(desk.reviewer)).status).toBe(200)
    expect((await decide(desk.secondReviewer)).status).toBe(409)
    // The card of the ward is remembered for two seconds.
    await until('the new address', async () => (await card()).includes('12 đường Mới'))
    expect((await listTasks()).filter(({ topic, done }) => !topic && !done)).toEqual([])
  })

  it('says what is right, and names nobody', async () => {
    const time = listTopicItems(topicOf('ly-hon'))[0] ?? listTopicItems(topicOf('thuong-tru'))[0]
    if (!time) throw new Error('nothing open')
    const without = await desk.editor.call('POST', '/review/phuong-mau', toAnswer(time, { answer: 'wrong' }))
    expect(without.status).toBe(400)
    const named = toAnswer(time, { answer: 'wrong', correction: 'hỏi anh số 0905 123 456' })
    const response = await desk.editor.call('POST', '/review/phuong-mau', named)
    expect([response.status, (await response.json()).data.reason]).toEqual([400, 'personal_data'])
  })
})

describe('what differs in one ward of a city', () => {
  const key = 'tam-tru'
  const fee: LocalFacts['fee'] = {
    lines: [{ name: 'Lệ phí đăng ký tạm trú', amount: 7123, per: null }],
    source: 'Nghị quyết của Hội đồng nhân dân (mẫu)',
  }
  const phone: LocalFacts['phone'] = { number: '0200 000 777', source: 'Thông báo của phường (mẫu)' }
  const item = (kind: string) => {
    const found = listTopicItems(topicOf(key)).find(one => one.kind === kind)
    if (!found) throw new Error(`no fact of kind ${kind}`)
    return found
  }
  const local = (facts: Partial<LocalFacts>) => ({ answer: 'wrong', local: { ...noFacts, ...facts } })
  const part = (area: string, by: Caller = city) => by.ok<LocalView>('GET', `/guides/${key}/local/${area}`)
  const decide = (how: string, by: Caller, version = 0, why: string | null = null) =>
    by.call('POST', `/guides/${key}/local/phuong-mau/${how}`, { version, why })
  const isBeingCorrected = async () => (await page(key)).includes('Phường đang sửa mục này')
  const openTasks = async () =>
    (await city.ok<TaskList>('GET', '/freshness/tasks')).tasks.filter(one => one.topic === key && !one.done)

  beforeAll(async () => {
    const { db } = desk.ward
    const { id: parent } = await db
      .selectFrom('areas')
      .select('id')
      .where('code', '=', 'thanh-pho-mau')
      .executeTakeFirstOrThrow()
    const id = randomUUID()
    await db
      .insertInto('areas')
      .values({ id, parent_id: parent, level: 'ward', code: 'phuong-ben', name: 'Phường Bên' })
      .execute()
    await db
      .insertInto('official_accounts')
      .values({ oa_id: '3200000000000000777', area_id: id, app_id: '1' })
      .execute()
  })

  it('is said there: the guide is not the ward’s to change, and the screen is told so', async () => {
    expect((await next(desk.editor)).mayChangeGuides).toBe(false)
    expect((await next(city, 'thanh-pho-mau')).mayChangeGuides).toBe(true)
    const outcome = await answer(desk.editor, item('time'), { answer: 'wrong', correction: 'Ở đây trả trong ngày' })
    expect(outcome.correction).toBe('task')
    // What is in force may be read, to find the way to it; what is being written is not shown.
    await city.ok('POST', `/guides/${key}/draft`, { from: null })
    const { guides, total } = await desk.editor.ok<GuideList>('GET', '/guides')
    expect(total).toBeGreaterThan(50)
    expect(guides.filter(({ draft, revision }) => draft || revision === null)).toEqual([])
    const read = await desk.editor.ok<Guide>('GET', `/guides/${key}`)
    expect(read).toMatchObject({ draft: null, revisions: [], steps: [], mayChange: false })
    expect(read.topic?.key).toBe(key)
    expect((await desk.editor.call('POST', `/guides/le-hoi/draft`, { from: null })).status).toBe(403)
    expect(await city.ok('GET', `/guides/${key}`)).toMatchObject({ draft: { state: 'draft' }, mayChange: true })
  })

  it('waits for a second person of the ward, and holds in this ward only', async () => {
    const before = await city.ok<Guide>('GET', `/guides/${key}`)
    const typed = { lines: [{ name: 'Lệ phí đăng ký tạm trú', amount: 7100, per: null }], source: fee?.source ?? '' }
    const outcome = await answer(desk.editor, item('fee'), {
      ...local({ fee: typed }),
      correction: 'Hội đồng đã quyết',
    })
    expect(outcome.correction).toBe('local')
    const { open } = await part('phuong-mau', desk.editor)
    expect(open).toMatchObject({
      ...{ state: 'submitted', facts: { fee: typed }, why: 'Hội đồng đã quyết', mayApprove: false },
    })
    expect(await page(key)).not.toContain('7.123')
    expect(await isBeingCorrected()).toBe(true)
    expect((await openTasks()).map(({ text }) => text).join()).toContain('Riêng tại Phường Mẫu: Lệ phí')
    expect((await decide('approve', desk.editor, open?.version)).status).toBe(403)
    // Given back and put right: what was asked for at first is not asked for any more.
    expect((await decide('give-back', desk.reviewer, open?.version, 'ghi theo nghị quyết')).status).toBe(200)
    const back = (await part('phuong-mau', desk.editor)).open
    const saved = await desk.editor.ok<LocalView>('PUT', `/guides/${key}/local/phuong-mau`, {
      ...{ version: back?.version, facts: { ...noFacts, fee } },
    })
    expect((await decide('submit', desk.editor, saved.open?.version, 'đã sửa số tiền')).status).toBe(200)
    const again = (await part('phuong-mau', desk.editor)).open
    expect((await decide('approve', desk.reviewer, again?.version)).status).toBe(200)
    expect(await page(key)).toContain('7.123')
    expect((await desk.ward.resident().ask('lệ phí đăng ký tạm trú')).text).toContain('7.123')
    expect(await part('phuong-ben')).toMatchObject({ own: null, inherited: null, open: null })
    const after = await city.ok<Guide>('GET', `/guides/${key}`)
    expect([after.topic, after.draft]).toEqual([before.topic, before.draft])
    // Only what was said of the time limit waits still, for whoever keeps the guide.
    expect((await openTasks()).map(({ text }) => text).join()).not.toContain('Riêng tại')
  })

  it('is asked anew when the part is given up, and nothing that somebody else wrote is overwritten', async () => {
    expect((await answer(desk.editor, item('place'), local({ phone }))).correction).toBe('local')
    const again = listTopicItems(topicOf(key)).find(({ kind }) => kind === 'papers')
    if (!again) throw new Error('no papers')
    const form: LocalFacts['form'] = { text: 'Tờ khai của phường', url: null, source: 'Bộ phận Một cửa (mẫu)' }
    expect((await answer(desk.editor, again, local({ form }))).correction).toBe('task')
    const { open } = await part('phuong-mau')
    expect(open?.facts).toMatchObject({ fee, phone, form: null })
    expect((await decide('discard', desk.editor, open?.version, 'gõ nhầm số')).status).toBe(200)
    expect((await part('phuong-mau')).own?.facts).toEqual({ ...noFacts, fee })
    expect((await openTasks()).map(({ text }) => text).join()).not.toContain('0200 000 777')
    // The place is asked again: what was said of it came to nothing.
    const { beingCorrected } = await next(desk.editor)
    await answer(desk.editor, item('place'))
    expect((await next(desk.editor)).beingCorrected).toBe(beingCorrected)
  })

  it('goes into the local part that somebody is writing, beside their words', async () => {
    const hours: LocalFacts['hours'] = { text: 'Sáng thứ Bảy', source: 'Thông báo của phường (mẫu)' }
    const { own } = await part('phuong-mau')
    await desk.other.ok('PUT', `/guides/${key}/local/phuong-mau`, { facts: { ...noFacts, fee, hours }, version: null })
    expect(own?.facts.hours).toBeNull()
    expect((await answer(desk.editor, item('place'), local({ phone }))).correction).toBe('local-draft')
    expect((await part('phuong-mau')).open).toMatchObject({ state: 'draft', facts: { fee, hours, phone } })
    expect((await answer(desk.editor, item('place'), local({ hours: { ...hours, text: 'Chiều' } }))).correction).toBe(
      'task',
    )
    expect((await part('phuong-mau')).open?.facts.hours).toEqual(hours)
  })

  it('is refused where it cannot be: another kind of fact, beside a change of the guide, the ward next door, nothing new', async () => {
    const status = async (given: object, area = 'phuong-mau') =>
      (await desk.editor.call('POST', `/review/${area}`, given)).status
    expect(await status(toAnswer(item('time'), local({ fee })))).toBe(400)
    const change = { place: 'authority', value: topicOf(key).authority }
    expect(await status(toAnswer(item('place'), { ...local({ phone }), changes: [change] }))).toBe(400)
    expect(await status(toAnswer(item('place'), local({ phone })), 'phuong-ben')).toBe(403)
    expect(await status(toAnswer(item('place'), { answer: 'right', local: { ...noFacts, phone } }))).toBe(400)
  })
})

describe('a fact on the screen', () => {
  it('says once what holds alike for several ways of handing in, and leaves everything else as it is', () => {
    const fact = [
      'Nộp trực tiếp, Lệ phí khai sinh: không thu. Nộp đúng hạn',
      'Nộp trực tuyến, Lệ phí khai sinh: không thu. Nộp đúng hạn',
      'Nộp trực tiếp, Phí bản sao: 8.000 đồng một bản',
      'Gửi bưu điện, Lệ phí khai sinh: không thu. Nộp đúng hạn',
    ].join('\n')
    expect(gatherChannels(fact).split('\n')).toEqual([
      'Nộp trực tiếp, nộp trực tuyến, gửi bưu điện · Lệ phí khai sinh: không thu. Nộp đúng hạn',
      'Nộp trực tiếp, Phí bản sao: 8.000 đồng một bản',
    ])
    expect(gatherChannels('Nộp trực tiếp: 1 ngày\nNộp trực tuyến: 1 ngày')).toBe(
      'Nộp trực tiếp, nộp trực tuyến: 1 ngày',
    )
    expect(gatherChannels('Sở Tư pháp\nNộp tại quầy')).toBe('Sở Tư pháp\nNộp tại quầy')
    const distinct = (text: string) => new Set(text.split('\n')).size
    for (const topic of starterTopics)
      for (const { kind, fact: whole } of listTopicItems(topic))
        if (kind !== 'fee' && kind !== 'time') expect(distinct(gatherChannels(whole))).toBe(distinct(whole))
  })
})
