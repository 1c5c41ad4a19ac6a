/** The review sprint: a ward confirms starter content fact by fact, and what is confirmed is what people read. */
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { sql } from 'kysely'
import { guideWords } from '../server/miniapp/first-words.ts'
import { sampleWard, starterTopics } from '../shared/content/index.ts'
import type { TaskList } from '../shared/freshness/index.ts'
import type { Guide } from '../shared/guides/index.ts'
import {
  listTopicItems,
  type OpenItem,
  type ReviewArea,
  type ReviewBatch,
  type ReviewOutcome,
} from '../shared/review/index.ts'
import { type Caller, type Desk, openDesk } from './setup/guides.ts'

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
  ...{ topic, item: key, fact, answer: 'right', correction: null, amount: null },
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
      ...{ answer: 'wrong', correction: 'Mỗi bản 9.000 đồng theo nghị quyết mới', amount: 9000 },
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
