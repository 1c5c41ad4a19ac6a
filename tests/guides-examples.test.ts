/** Examples kept as tests, and what is asked of the second person when words change what was tried. Two at one guide. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { listTableProblems } from '../shared/checklists/index.ts'
import { starterTopics } from '../shared/content/index.ts'
import type { DecisionTable } from '../shared/decision-table.ts'
import {
  type DraftCheck,
  type Guide,
  type GuideDraft,
  type GuideExample,
  mergeGuides,
  type Presence,
} from '../shared/guides/index.ts'
import type { Topic } from '../shared/procedures.ts'
import { type Desk, openDesk } from './setup/guides.ts'

const KEY = 'khai-sinh'
const BIRTH = starterTopics.find(({ key }) => key === KEY) as Topic
const COMMON = Object.fromEntries(
  (BIRTH.checklist?.questions ?? []).map(({ id, options }) => [id, options[0]?.id ?? '']),
)

let desk: Desk
beforeAll(async () => {
  desk = await openDesk()
})
afterAll(() => desk.close())

const keep = (body: unknown, key = KEY) => desk.editor.call('POST', `/guides/${key}/examples`, body)
const question = (text: string, topic: string, caseId: string | null = null) => ({
  asked: { kind: 'question', text },
  target: { topic, caseId },
})
const approve = (draft: GuideDraft, more: object = {}) =>
  desk.reviewer.call('POST', `/guides/drafts/${draft.id}/approve`, {
    ...{ version: draft.version, why: null, isAlone: false, ...more },
  })
const check = (draft: GuideDraft) => desk.reviewer.ok<DraftCheck>('POST', `/guides/drafts/${draft.id}/check`)
const reasonOf = async (response: Response) => [response.status, (await response.json()).data?.reason]

describe('an example of a guide', () => {
  it('says what is asked and what it comes to, in words; personal data are not kept', async () => {
    const kept = await keep(question('làm khai sinh cho con cần giấy gì', KEY))
    expect(await kept.json()).toMatchObject([
      { words: '“làm khai sinh cho con cần giấy gì”', expected: BIRTH.title, now: BIRTH.title, createdBy: 'soạn một' },
    ])
    const list = (await (
      await keep({ asked: { kind: 'checklist', name: 'Trường hợp thường gặp', answers: COMMON }, target: null })
    ).json()) as GuideExample[]
    expect(list[1]?.expected).toMatch(/Giấy tờ: .*Tờ khai đăng ký khai sinh[\s\S]*Thời hạn: /)
    expect(list[1]?.expected).toBe(list[1]?.now)
    expect(await reasonOf(await keep(question('làm khai sinh cho con cần giấy gì', KEY)))).toEqual([409, 'nothing_new'])
    expect(await reasonOf(await keep(question('số 0905123456 hỏi khai sinh', KEY)))).toEqual([400, 'personal_data'])
    expect(await reasonOf(await keep(question('hỏi gì đó', 'khong-co')))).toEqual([400, 'no_such_topic'])
    expect((await desk.viewer.call('POST', `/guides/${KEY}/examples`, question('a b c', KEY))).status).toBe(403)
  })

  it('that would change stops publication until the second person has confirmed each one', async () => {
    const without = (topic: Topic): Topic => ({
      ...topic,
      cases: topic.cases.map(one => ({
        ...one,
        documents: one.documents.map(paper => ({ ...paper, name: paper.name.replace('Tờ khai', 'Phiếu khai') })),
      })),
    })
    const draft = await desk.submit(await desk.write(KEY, without))
    const { changed, examples, before } = await check(draft)
    expect([changed.length, examples, before]).toEqual([1, 2, null])
    expect(changed[0]?.before).toContain('Tờ khai đăng ký khai sinh')
    expect(changed[0]?.after).toContain('Phiếu khai đăng ký khai sinh')
    expect(await reasonOf(await approve(draft))).toEqual([409, 'examples_differ'])
    const [one] = changed
    expect(await reasonOf(await approve(draft, { confirmed: [{ id: one?.id, after: 'gì đó khác' }] }))).toEqual([
      ...[409, 'examples_differ'],
    ])
    expect((await approve(draft, { confirmed: [{ id: one?.id, after: one?.after }] })).status).toBe(200)
    const kept = await desk.editor.ok<GuideExample[]>('GET', `/guides/${KEY}/examples`)
    expect(kept[1]).toMatchObject({ expected: one?.after, confirmedBy: 'Duyệt Một (duyet.mot)' })
  })

  it('of another guide is tried too, and every published question: a loss is shown and needs a reason', async () => {
    await keep(question('trích lục hộ tịch ở đâu', 'trich-luc-ho-tich'), 'trich-luc-ho-tich')
    const taken = starterTopics.find(({ key }) => key === 'trich-luc-ho-tich')?.exampleQuestions ?? []
    const greedy = (topic: Topic): Topic => ({
      ...topic,
      aliases: [...topic.aliases, 'trích lục hộ tịch', 'trích lục hộ tịch ở đâu'],
      exampleQuestions: [...topic.exampleQuestions, ...taken.map(text => `${text} ạ`)],
    })
    const draft = await desk.submit(await desk.write(KEY, greedy))
    const { lost, lostCount, before, after, changed } = await check(draft)
    expect(lostCount).toBeGreaterThan(0)
    expect(lost[0]).toMatchObject({ text: expect.any(String), before: expect.any(String), after: expect.any(String) })
    expect((before?.right ?? 0) > 0 && (after?.questions ?? 0) > (before?.questions ?? 0)).toBe(true)
    const confirmed = changed.map(({ id, after: now }) => ({ id, after: now }))
    const reckonedAt = () =>
      desk.ward.db
        .selectFrom('settings')
        .select('updated_at')
        .where('key', '=', 'guides.score')
        .executeTakeFirstOrThrow()
    const first = await reckonedAt()
    expect(await reasonOf(await approve(draft, { confirmed }))).toEqual([409, 'questions_lost'])
    // Whoever agrees is not kept waiting for what they have just looked at.
    expect(await reckonedAt()).toEqual(first)
    await desk.reviewer.ok('POST', `/guides/drafts/${draft.id}/give-back`, {
      version: draft.version,
      why: 'lấn hướng dẫn khác',
    })
    const { draft: back } = await desk.editor.ok<Guide>('GET', `/guides/${KEY}`)
    await desk.editor.ok('POST', `/guides/drafts/${back?.id}/discard`, { version: back?.version, why: 'thử xong' })
  }, 30_000)

  it('is kept no longer with a reason, which stands in the history', async () => {
    const [first] = await desk.editor.ok<GuideExample[]>('GET', `/guides/${KEY}/examples`)
    const left = await desk.editor.ok<GuideExample[]>('POST', `/guides/${KEY}/examples/${first?.id}/remove`, {
      why: 'hỏi trùng',
    })
    expect(left.map(({ id }) => id)).not.toContain(first?.id)
    const { steps } = await desk.editor.ok<Guide>('GET', `/guides/${KEY}`)
    expect(steps[0]).toMatchObject({ action: 'example removed', why: expect.stringContaining('hỏi trùng') })
  })
})

describe('two at one guide', () => {
  it('are told of each other while they write, and not after one has left', async () => {
    const present = (who: typeof desk.editor, isLeaving = false) =>
      who.ok<Presence>('POST', `/guides/${KEY}/presence`, { isLeaving })
    expect((await present(desk.editor)).others).toEqual([])
    expect((await present(desk.reviewer)).others.map(({ name }) => name)).toEqual(['soạn một'])
    expect((await present(desk.editor)).others.map(({ name }) => name)).toEqual(['Duyệt Một'])
    await desk.ward.db
      .updateTable('guide_presence')
      .set({ seen_at: new Date(Date.now() - 3600_000) })
      .where('label', 'like', 'Duyệt Một%')
      .execute()
    expect((await present(desk.editor)).others).toEqual([])
    await present(desk.reviewer)
    await present(desk.editor, true)
    expect((await present(desk.reviewer)).others).toEqual([])
  })

  it('keep what each changed; where both changed one field a person chooses', () => {
    const mine = { ...BIRTH, summary: 'Lời của tôi.', advice: ['Mang bút.'] }
    const theirs = { ...BIRTH, summary: 'Lời của đồng nghiệp.', results: ['Giấy khai sinh'] }
    const { merged, conflicts } = mergeGuides(BIRTH, mine, theirs)
    expect(conflicts).toEqual(['summary'])
    expect([merged.summary, merged.advice, merged.results]).toEqual([theirs.summary, mine.advice, theirs.results])
    expect(mergeGuides(BIRTH, mine, theirs, ['summary']).merged.summary).toBe('Lời của tôi.')
    expect(mergeGuides(BIRTH, mine, BIRTH)).toEqual({ merged: mine, conflicts: [] })
  })
})

describe('the questions of a checklist', () => {
  const table = BIRTH.checklist as DecisionTable
  const findTopic = (key: string) => starterTopics.find(topic => topic.key === key)
  const problemsOf = (change: Partial<DecisionTable>) =>
    listTableProblems({ ...BIRTH, checklist: { ...table, ...change } }, findTopic).join(' ')
  const [first, ...others] = table.questions as [DecisionTable['questions'][number]]

  it('as they are shipped have no fault', () => {
    expect(starterTopics.flatMap(topic => listTableProblems(topic, findTopic))).toEqual([])
  })

  it('are faulted in plain words: papers and answers that are gone, "Không rõ" written by hand, too many on the common way', () => {
    const options = first.options
    const withOption = (label: string) => [
      { ...first, options: [...options, { id: 'them', label, clause: 'khác' }] },
      ...others,
    ]
    expect(
      problemsOf({ rules: [...table.rules, { id: 'x', when: [], need: ['giay-khong-co'], basis: 'inferred' }] }),
    ).toMatch(/nêu một giấy không còn/)
    expect(problemsOf({ questions: withOption('Không rõ') })).toMatch(/Máy luôn cho sẵn nút “Không rõ”/)
    expect(problemsOf({ questions: [] })).toMatch(/Chưa có câu hỏi nào/)
    expect(problemsOf({ questions: others })).toMatch(/câu hỏi hay câu trả lời đã bỏ|đứng trước nó/)
    expect(problemsOf({ start: { topic: KEY, case: 'khong-co' } })).toMatch(/Chưa chọn trường hợp/)
    const papers = BIRTH.cases[0]?.documents.map(({ id }) => id) ?? []
    const many = Array.from({ length: 6 }, (_, index) => ({
      ...{ id: `hoi-${index}`, text: `Câu thêm ${index}?`, hint: null, askWhen: [] },
      options: ['co', 'khong'].map(id => ({ id, label: id, clause: id })),
    }))
    const rules = many.map(({ id }, index) => ({
      ...{
        id: `r-${index}`,
        when: [{ question: id, in: ['co'] }],
        basis: 'inferred' as const,
        note: `Lưu ý ${index}.`,
      },
      need: papers.slice(0, 1),
    }))
    expect(problemsOf({ questions: many, rules })).toMatch(/phải trả lời 6 câu/)
  })

  it('with a fault are not handed in', async () => {
    const draft = await desk.write(KEY, topic => ({ ...topic, checklist: { ...table, questions: [] } }))
    const refused = await desk.editor.call('POST', `/guides/drafts/${draft.id}/submit`, {
      version: draft.version,
      why: 'thử',
    })
    expect(await reasonOf(refused)).toEqual([400, 'table_broken'])
    await desk.editor.ok('POST', `/guides/drafts/${draft.id}/discard`, { version: draft.version, why: 'thử xong' })
  })
})
