/** What people ask in vain: noted without them, grouped, taught to the machine by two people, shown to everybody in counts. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { sql } from 'kysely'
import { findArea } from '../server/platform/areas/index.ts'
import { createToken } from '../server/platform/people/index.ts'
import { groupAlike, type Remembered } from '../shared/answering/index.ts'
import type { StaffRole } from '../shared/people.ts'
import {
  checkWording,
  type ExampleList,
  type ExamplePhrase,
  type PublicFigures,
  type QuestionList,
} from '../shared/questions/index.ts'
import { openPinnedWard } from './setup/handoffs.ts'
import { until } from './setup/until.ts'
import type { TestWard } from './setup/ward.ts'

const NOW = new Date('2026-11-20T01:10:00Z')
const STRANGE = 'xin phép nuôi trăn gấm trong nhà phải làm sao'

let ward: TestWard
beforeAll(async () => {
  ward = await openPinnedWard()
})
afterAll(() => ward.close())

async function as(role: StaffRole, label: string, area = 'phuong-mau') {
  const found = await findArea(ward.db, area)
  const token = await createToken(ward.db, {
    role,
    areaId: found?.id ?? '',
    label,
    expiresAt: new Date('2030-01-01T00:00:00Z'),
  })
  return async <T>(method: string, path: string, body?: object): Promise<{ status: number; answer: T }> => {
    const response = await fetch(`${ward.url}/api${path}`, {
      method,
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      ...(body ? { body: JSON.stringify(body) } : {}),
    })
    return { status: response.status, answer: (await response.json()) as T }
  }
}

const findGroup = async (call: Awaited<ReturnType<typeof as>>, words: string, query = '') =>
  (await call<QuestionList>('GET', `/questions${query}`)).answer.groups.find(({ wording }) => wording.includes(words))

describe('a question that was not served well', () => {
  it('is shown to editors with others like it, and nobody can be found behind it', async () => {
    await ward.resident('ba-sau').ask(STRANGE)
    await ward.resident('anh-nam').ask('xin phep nuoi tran gam trong nha')
    const editor = await as('editor', 'Cô Hạnh')
    const group = await findGroup(editor, 'gam')
    expect(group).toMatchObject({ total: 2, kinds: { unanswered: 2 }, settledAs: null, area: 'phuong-mau' })
    const stored = JSON.stringify([
      await ward.db.selectFrom('questions').selectAll().execute(),
      await ward.db.selectFrom('question_groups').selectAll().execute(),
    ])
    expect(stored).not.toContain(ward.resident('ba-sau').oaUserId)
    expect(stored).not.toContain('nuôi trăn')
    expect(JSON.stringify(group)).not.toContain(ward.resident('ba-sau').oaUserId)
  })

  it('is what was asked before a 👎, and before an officer was called', async () => {
    const resident = ward.resident('ong-tu')
    await resident.ask('Làm giấy khai sinh cho con cần gì?')
    await resident.ask('👎')
    const other = ward.resident('chi-lan')
    await other.ask('Đăng ký tạm trú cần giấy tờ gì?')
    await other.ask('gặp cán bộ')
    const editor = await as('editor', 'Cô Hạnh')
    expect(await findGroup(editor, 'khai sinh', '?kind=thumbs_down')).toMatchObject({ kinds: { thumbs_down: 1 } })
    expect(await findGroup(editor, 'tạm trú', '?kind=handed_over')).toMatchObject({ kinds: { handed_over: 1 } })
  })

  it('is none when an answer or a number could not be read: neither that, nor what was answered before', async () => {
    ward.emulator.control.people.create({ key: 'anh-ba', name: 'Người thử' })
    const resident = ward.resident('anh-ba')
    await resident.ask('Làm giấy khai sinh cho con cần gì?')
    await resident.ask('giấy tờ của tôi')
    expect((await resident.ask('có')).text).toContain('Xin nhắn số của câu đúng nhất')
    await resident.ask('thôi')
    await resident.ask('giờ làm việc')
    await resident.ask('77')
    const noted = await ward.db
      .selectFrom('questions')
      .innerJoin('events', 'events.id', 'questions.event_id')
      .select('questions.kind')
      .where('events.subject_id', '=', resident.oaUserId)
      .execute()
    expect(noted).toEqual([])
    // Somebody who did ask in vain is noted.
    await resident.ask('xin giấy phép nuôi cá sấu')
    expect(await findGroup(await as('editor', 'Cô Hạnh'), 'cá sấu')).toMatchObject({ kinds: { unanswered: 1 } })
  })

  it('goes with the message, and with the person who asks to be forgotten', async () => {
    const resident = ward.resident('co-huong')
    await resident.ask('xin giấy phép thả khinh khí cầu')
    const editor = await as('editor', 'Cô Hạnh')
    expect(await findGroup(editor, 'khinh')).toBeDefined()
    await ward.db.deleteFrom('events').where('subject_id', '=', resident.oaUserId).execute()
    expect(await findGroup(editor, 'khinh')).toBeUndefined()
  })

  it('is not the concern of another ward', async () => {
    await ward.db
      .insertInto('areas')
      .values({ id: '00000000-0000-4000-8000-000000000009', level: 'ward', code: 'phuong-khac', name: 'Phường Khác' })
      .onConflict(c => c.doNothing())
      .execute()
    const group = await findGroup(await as('editor', 'Cô Hạnh'), 'gam')
    const stranger = await as('editor', 'Cô Xa', 'phuong-khac')
    expect((await stranger<QuestionList>('GET', '/questions')).answer.groups).toEqual([])
    expect((await stranger('GET', `/questions/${group?.id}`)).status).toBe(404)
    expect((await stranger('POST', `/questions/${group?.id}/settle`, { as: 'seen' })).status).toBe(404)
  })
})

describe('a wording that the machine shall learn', () => {
  it('is in the officer’s own words, names nobody, and is agreed to by somebody else', async () => {
    const editor = await as('reviewer', 'Cô Hạnh')
    const group = await findGroup(editor, 'gam')
    const propose = (example: object) => editor<ExamplePhrase>('POST', `/questions/${group?.id}/examples`, example)
    const topic = 'khai-tu'
    expect((await propose({ topic, wording: STRANGE })).answer).toMatchObject({ data: { reason: 'not_rewritten' } })
    expect((await propose({ topic, wording: 'nuôi trăn, gọi 0912 345 678' })).answer).toMatchObject({
      data: { reason: 'personal_data' },
    })
    expect((await propose({ topic, wording: 'ông Nguyễn Văn Tám nuôi trăn' })).answer).toMatchObject({
      data: { reason: 'looks_like_name' },
    })
    expect((await propose({ topic: 'khong-co', wording: 'nuôi trăn gấm' })).answer).toMatchObject({
      data: { reason: 'no_such_topic' },
    })
    const { answer: example, status } = await propose({ topic, wording: 'Nuôi trăn gấm tại nhà' })
    expect(status).toBe(200)
    expect(example).toMatchObject({ state: 'proposed', now: { decision: 'refuse' }, mayDecide: false })
    expect((await propose({ topic, wording: 'NUÔI TRĂN GẤM TẠI NHÀ' })).status).toBe(409)
    expect((await editor('POST', `/question-examples/${example.id}/accept`, {})).status).toBe(403)
    // Until then nothing has changed.
    expect(
      await ward
        .resident('ba-sau')
        .ask('nuôi trăn gấm tại nhà')
        .then(({ text }) => text),
    ).not.toMatch(/Khai tử/i)

    const second = await as('reviewer', 'Anh Dũng')
    expect((await second<ExamplePhrase>('POST', `/question-examples/${example.id}/accept`, {})).answer.state).toBe(
      'accepted',
    )
    await learnt(second, example.id, { decision: 'answer', topic })
    expect((await second('POST', `/question-examples/${example.id}/accept`, {})).status).toBe(409)
    const lines = await ward.db.selectFrom('audit').select(['actor', 'action']).orderBy('id').execute()
    expect(lines).toEqual(
      expect.arrayContaining([
        { actor: 'Cô Hạnh', action: 'example proposed' },
        { actor: 'Anh Dũng', action: 'example accepted' },
      ]),
    )
    await second('POST', `/question-examples/${example.id}/retire`, { why: 'thử' })
    await learnt(second, example.id, { decision: 'refuse', topic: null })
  }, 30_000)

  it('is listed with those before it a page at a time, newest first', async () => {
    const call = await as('editor', 'Cô Hạnh')
    const area = await findArea(ward.db, 'phuong-mau')
    await sql`
      insert into example_phrases (area_id, wording, wording_key, proposed_by, proposed_at)
      select ${area?.id}, 'nuôi trăn số ' || n, 'nuôi trăn số ' || n, 'Cô Hạnh', now() from generate_series(1, 40) n
    `.execute(ward.db)
    const { answer: first } = await call<ExampleList>('GET', '/question-examples?state=proposed')
    const last = first.examples.at(-1)
    const { answer: rest } = await call<ExampleList>('GET', `/question-examples?state=proposed&before=${last?.id}`)
    const ids = [...first.examples, ...rest.examples].map(({ id }) => Number(id))
    expect([first.hasMore, rest.hasMore, ids.length]).toEqual([true, false, 40])
    expect(ids).toEqual([...ids].sort((a, b) => b - a))
  })

  it('leaves the group out of the open ones, until it is put back', async () => {
    const editor = await as('editor', 'Cô Hạnh')
    await ward.resident('anh-nam').ask('cho thuê du thuyền trên sông có phải xin phép')
    const group = await findGroup(editor, 'du thuyền')
    await editor('POST', `/questions/${group?.id}/settle`, {
      as: 'new_topic',
      note: 'Viết hướng dẫn, hỏi anh 0912 345 678',
    })
    expect(await findGroup(editor, 'du thuyền')).toBeUndefined()
    const settled = await findGroup(editor, 'du thuyền', '?state=settled')
    expect(settled).toMatchObject({ settledAs: 'new_topic', settledBy: 'Cô Hạnh' })
    expect(settled?.note).not.toContain('0912')
    await editor('POST', `/questions/${group?.id}/reopen`, {})
    expect(await findGroup(editor, 'du thuyền')).toBeDefined()
  })
})

async function learnt(call: Awaited<ReturnType<typeof as>>, id: string, now: ExamplePhrase['now']): Promise<void> {
  let found: ExamplePhrase['now'] | undefined
  await until(
    () => `${JSON.stringify(now)}; it is ${JSON.stringify(found)}`,
    async () => {
      const { answer } = await call<ExampleList>('GET', '/question-examples')
      found = answer.examples.find(one => one.id === id)?.now
      return found?.decision === now.decision && found.topic === now.topic
    },
  )
}

describe('the figures for everybody', () => {
  it('are off until the ward shows them, and what is small is hidden', async () => {
    const area = await findArea(ward.db, 'phuong-mau')
    const add = (day: string, name: string, total: number) =>
      ward.db
        .insertInto('counters')
        .values({ day, name, label: area?.id ?? '', total })
        .execute()
    // The full week before Friday 20 November, and the running one.
    await add('2026-11-10', 'question answered', 40)
    await add('2026-11-12', 'question unanswered', 4)
    await add('2026-11-15', 'question thumbs_up', 7)
    await add('2026-11-18', 'question thumbs_down', 9)
    expect((await fetch(`${ward.url}/api/figures`)).status).toBe(404)
    const administrator = await as('administrator', 'Chị Vân')
    await administrator('PUT', '/areas/phuong-mau/figures-setting', { isOn: true })
    const figures = (await (await fetch(`${ward.url}/api/figures`)).json()) as PublicFigures
    expect(figures.weeks[0]).toEqual({
      week: '2026-11-09',
      answered: 40,
      unanswered: null,
      thumbsUp: 7,
      thumbsDown: null,
    })
    expect(figures.weeks.map(({ week }) => week)).not.toContain('2026-11-16')
    const { questions = 0, right = 0, offered = 0, wrong = 0, refused = 0 } = figures.selfCheck ?? {}
    expect(questions).toBeGreaterThan(500)
    expect(right + offered + wrong + refused).toBe(questions)
    const lines = await ward.db
      .selectFrom('audit')
      .select(['actor', 'action'])
      .where('action', '=', 'figures shown')
      .execute()
    expect(lines).toEqual([{ actor: 'Chị Vân', action: 'figures shown' }])
    await administrator('PUT', '/areas/phuong-mau/figures-setting', { isOn: false })
    expect((await fetch(`${ward.url}/api/figures`)).status).toBe(404)
  })
})

describe('likeness', () => {
  it('sees through missing marks and small words, and keeps different matters apart', () => {
    const texts = [
      'cấp sổ đỏ lần đầu',
      'lam so do lan dau',
      'đổi bằng lái xe máy',
      'xin cấp lại bằng lái xe',
      'con chó nhà hàng xóm',
    ]
    const groups = groupAlike(
      [],
      texts.map((text, index) => ({ id: String(index), text })),
    )
    expect([...groups.values()]).toEqual(['0', '0', '2', '2', '4'])
    expect(groupAlike([{ id: 'g', text: 'làm sổ đỏ' }], [{ id: '1', text: 'sổ đỏ làm ở đâu' }]).get('1')).toBe('g')
  })

  it('remembers what known wordings came to, and nothing of those that are gone or changed', () => {
    const remembered: Remembered = new Map()
    const ask = (text: string, known: string) =>
      groupAlike([{ id: 'g', text: known }], [{ id: '1', text }], remembered).get('1')
    expect(ask('sổ đỏ làm ở đâu', 'làm sổ đỏ')).toBe('g')
    expect([...remembered.keys()]).toEqual(['g'])
    expect(ask('sổ đỏ làm ở đâu', 'đổi bằng lái xe máy')).toBe('1')
    expect(ask('đổi bằng lái xe', 'đổi bằng lái xe máy')).toBe('g')
    groupAlike([], [{ id: '1', text: 'làm sổ đỏ' }], remembered)
    expect([...remembered.keys()]).toEqual([])
  })
})

describe('the check of names', () => {
  it.each(['ông Nguyễn Văn Tám', 'lam cho nguyen thi b', 'hồ sơ của anh Hùng', 'giấy tờ cho Trần Quốc Toản'])(
    'sees one in %s',
    wording => {
      expect(checkWording(wording, [], NOW)).toEqual(['looks_like_name'])
    },
  )
  it.each([
    'Ông bà nội làm khai sinh cho cháu',
    'Làm hộ khẩu cho con',
    'Cô dâu người nước ngoài',
    'Lệ phí khai tử là bao nhiêu',
    'Xác nhận VNeID mức 2',
  ])('sees none in %s', wording => {
    expect(checkWording(wording, [], NOW)).toEqual([])
  })
})
