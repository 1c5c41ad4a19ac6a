/** A guide from the first word to the reply: written, handed in, agreed to by a second person, in force, compared, restored. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { sql } from 'kysely'
import { applyDue, readGuidesHealth } from '../server/procedures/guides/index.ts'
import type { DraftCheck, Guide, GuideDraft, GuideList, GuideName } from '../shared/guides/index.ts'
import { compareGuides, listIncomplete, wordChange } from '../shared/guides/index.ts'
import type { Topic } from '../shared/procedures.ts'
import { addDays, vietnamDay } from '../shared/vietnam-time.ts'
import { type Desk, openDesk } from './setup/guides.ts'
import { until } from './setup/until.ts'

const MARK = 'câu chưa ai duyệt zq81'
const KEY = 'khai-sinh'

let desk: Desk
beforeAll(async () => {
  desk = await openDesk()
})
afterAll(() => desk.close())

/** Every draft is closed, so that the next promise starts from what is in force. */
async function closeDrafts(key = KEY): Promise<void> {
  const { draft, scheduled } = await desk.editor.ok<Guide>('GET', `/guides/${key}`)
  for (const one of [draft, ...scheduled])
    if (one)
      await desk.editor.ok('POST', `/guides/drafts/${one.id}/discard`, {
        version: one.version,
        why: 'dọn cho phép thử',
      })
}

const withSummary = (summary: string) => (topic: Topic) => ({ ...topic, summary })
const health = async () => JSON.stringify(await desk.viewer.ok('GET', '/health'))

describe('what is being written', () => {
  it('is seen by nobody outside until a second person agrees', async () => {
    const draft = await desk.write(KEY, topic => ({
      ...topic,
      title: `${topic.title} ${MARK}`,
      summary: MARK,
      aliases: [...topic.aliases, MARK],
      advice: [MARK, ...topic.advice],
      steps: topic.steps.map(step => ({ ...step, text: `${step.text} ${MARK}` })),
    }))
    expect(JSON.stringify(await desk.editor.ok('GET', `/guides/${KEY}`))).toContain(MARK)
    const seen = await desk.readEverythingPublic()
    expect(seen.length).toBeGreaterThan(25)
    expect(seen.filter(({ text }) => text.includes('zq81')).map(({ path }) => path)).toEqual([])
    // The walk would have seen it: what is published is there.
    const { topic } = await desk.editor.ok<Guide>('GET', `/guides/${KEY}`)
    expect(seen.filter(({ text }) => text.includes(topic?.summary ?? '?')).length).toBeGreaterThan(2)
    await desk.submit(draft)
    expect((await desk.readEverythingPublic()).filter(({ text }) => text.includes('zq81'))).toEqual([])
    await closeDrafts()
  })

  it('is kept as it is typed, also while words are missing, but is not handed in so', async () => {
    const draft = await desk.write(KEY, withSummary(''))
    expect(draft.content.summary).toBe('')
    const refused = await desk.editor.call('POST', `/guides/drafts/${draft.id}/submit`, {
      version: draft.version,
      why: 'sửa tóm tắt',
    })
    expect([refused.status, (await refused.json()).data.reason]).toEqual([400, 'incomplete'])
    expect(listIncomplete(draft.content)).toEqual(['summary'])
    await closeDrafts()
  })

  it('has the shape of a guide, or is not taken', async () => {
    const draft = await desk.write(KEY, topic => topic)
    const save = (content: unknown) =>
      desk.editor.call('PUT', `/guides/drafts/${draft.id}`, { ...draft, content, effectiveFrom: null })
    expect((await save({ ...draft.content, steps: 'hai bước' })).status).toBe(400)
    expect((await save({ ...draft.content, summary: 'x'.repeat(500_000) })).status).toBe(400)
    expect((await save({ ...draft.content, key: 'khai-tu' })).status).toBe(400)
    expect((await save({ ...draft.content, secretNote: 'x' })).status).toBe(400)
    await closeDrafts()
  })

  it('by two editors is never overwritten silently: the second is told', async () => {
    const draft = await desk.write(KEY, topic => topic)
    await desk.save(draft, withSummary('Lời của người thứ nhất, viết rõ ràng.'))
    const refused = await desk.other.call('PUT', `/guides/drafts/${draft.id}`, { ...draft, effectiveFrom: null })
    expect([refused.status, (await refused.json()).data.reason]).toEqual([409, 'changed_meanwhile'])
    const second = await desk.other.call('POST', `/guides/${KEY}/draft`, { from: null })
    expect([second.status, (await second.json()).data.reason]).toEqual([409, 'draft_open'])
    const kept = await desk.other.ok<Guide>('GET', `/guides/${KEY}`)
    expect(kept.draft?.content.summary).toBe('Lời của người thứ nhất, viết rõ ràng.')
    await closeDrafts()
  })
})

describe('a second person', () => {
  it('agrees, and chat, pages and the Mini App have the new words at once', async () => {
    const draft = await desk.submit(await desk.write(KEY, withSummary('Tóm tắt mới để bà con dễ đọc.')))
    await desk.reviewer.ok('POST', `/guides/drafts/${draft.id}/approve`, {
      version: draft.version,
      why: null,
      isAlone: false,
    })
    const { topic, revision } = await (await fetch(`${desk.ward.url}/api/procedures/${KEY}`)).json()
    expect(topic.summary).toBe('Tóm tắt mới để bà con dễ đọc.')
    expect(revision).toBe(2)
    expect(await (await fetch(`${desk.ward.url}/api/guide-book`)).text()).toContain('Tóm tắt mới để bà con dễ đọc.')
    expect((await desk.ward.resident().ask('khai sinh cho con')).text).toContain('bản 2')
  })

  it('need not wait until the machine has learnt new names anew: the guide is found by them, and the gate follows', async () => {
    const read = async () => {
      const { rows } = await sql<{ value: { madeFrom: string; calibration: object } }>`
        select value from settings where key = 'catalogue.calibration'`.execute(desk.ward.db)
      return rows[0]?.value
    }
    const before = await read()
    const draft = await desk.write('ly-hon', topic => ({ ...topic, aliases: [...topic.aliases, 'đường ai nấy đi'] }))
    await desk.approve(await desk.submit(draft))
    await until('it is found', async () => (await desk.ward.resident().ask('đường ai nấy đi')).text.includes('ly hôn'))
    await until('the gate is set anew', async () => (await read())?.madeFrom !== before?.madeFrom)
    const after = await read()
    await until('the phone has it too', async () => {
      const index = await (await fetch(`${desk.ward.url}/api/topic-index`)).json()
      return JSON.stringify(index).includes(JSON.stringify(after?.calibration).slice(1, 60))
    })
  })

  it('is never the author, nor whoever handed it in', async () => {
    const draft = await desk.submit(
      await desk.write(KEY, withSummary('Người duyệt tự viết câu này.'), desk.reviewer),
      desk.reviewer,
    )
    expect(draft.mayApprove).toBe(false)
    const refused = await desk.reviewer.call('POST', `/guides/drafts/${draft.id}/approve`, {
      version: draft.version,
      why: 'vì tôi muốn',
      isAlone: false,
    })
    expect([refused.status, (await refused.json()).data.reason]).toEqual([409, 'own_words'])
    await closeDrafts()
  })

  it('is a person who signed in: a token agrees to nothing', async () => {
    const draft = await desk.submit(await desk.write(KEY, withSummary('Máy khác tự duyệt.')))
    const token = await desk.officer('reviewer', 'phần mềm khác')
    const asked = { version: draft.version, why: null, isAlone: false }
    expect((await token.call('POST', `/guides/drafts/${draft.id}/approve`, asked)).status).toBe(403)
    await closeDrafts()
  })

  it('gives back with words that the author reads', async () => {
    const draft = await desk.submit(await desk.write(KEY, withSummary('Câu còn sai.')))
    await desk.reviewer.ok('POST', `/guides/drafts/${draft.id}/give-back`, {
      version: draft.version,
      why: 'thiếu căn cứ',
    })
    const { draft: back, steps } = await desk.editor.ok<Guide>('GET', `/guides/${KEY}`)
    expect(back).toMatchObject({ state: 'draft', returnedBecause: 'thiếu căn cứ' })
    expect(steps.slice(0, 2).map(({ by, action, why }) => [by, action, why])).toEqual([
      ['Duyệt Một (duyet.mot)', 'given back', 'thiếu căn cứ'],
      ['soạn một', 'submitted', 'thử một lần sửa'],
    ])
    await closeDrafts()
  })

  it('does not agree to words that were written against an older revision', async () => {
    const stale = await desk.write(KEY, withSummary('Viết trên bản cũ.'))
    const submitted = await desk.submit(await desk.save({ ...stale, baseRevision: 1 }, topic => topic))
    const refused = await desk.reviewer.call('POST', `/guides/drafts/${submitted.id}/approve`, {
      version: submitted.version,
      why: null,
      isAlone: false,
    })
    expect([refused.status, (await refused.json()).data.reason]).toEqual([409, 'base_changed'])
    await closeDrafts()
  })

  it('may be left out in an emergency only with a reason, and everybody in charge is told until somebody has looked', async () => {
    const draft = await desk.submit(
      await desk.write(KEY, withSummary('Sửa gấp trong đêm.'), desk.reviewer),
      desk.reviewer,
    )
    const alone = (why: string | null) =>
      desk.reviewer.call('POST', `/guides/drafts/${draft.id}/approve`, { version: draft.version, why, isAlone: true })
    expect((await alone(null)).status).toBe(400)
    expect((await alone('lũ về, đổi nơi nhận hồ sơ')).status).toBe(200)
    expect(await health()).toContain('lũ về, đổi nơi nhận hồ sơ')
    const toBeRead = async () =>
      (await desk.editor.ok<GuideList>('GET', '/guides?state=open')).guides.flatMap(one =>
        one.isUnseen ? one.key : [],
      )
    expect(await toBeRead()).toEqual([KEY])
    const { revision } = await desk.editor.ok<Guide>('GET', `/guides/${KEY}`)
    const seen = (who = desk.reviewer) => who.call('POST', `/guides/${KEY}/revisions/${revision}/seen`, { why: null })
    expect((await seen()).status).toBe(409)
    expect((await seen(desk.secondReviewer)).status).toBe(200)
    expect(await health()).not.toContain('lũ về')
    expect(await toBeRead()).toEqual([])
  })

  it('looks afterwards at words that are not theirs either', async () => {
    const begun = await desk.write('ket-hon', withSummary('Câu của người cùng viết.'), desk.secondReviewer)
    const draft = await desk.submit(await desk.save(begun, topic => topic, desk.reviewer), desk.reviewer)
    const asked = { version: draft.version, why: 'mất điện cả phường', isAlone: true }
    await desk.reviewer.ok('POST', `/guides/drafts/${draft.id}/approve`, asked)
    const { revision } = await desk.editor.ok<Guide>('GET', '/guides/ket-hon')
    const seen = await desk.secondReviewer.call('POST', `/guides/ket-hon/revisions/${revision}/seen`, { why: null })
    expect([seen.status, (await seen.json()).data.reason]).toEqual([409, 'own_words'])
  })
})

describe('a draft whose day comes', () => {
  const due = addDays(vietnamDay(new Date()), 400)
  const schedule = async (key: string) => {
    const draft = await desk.write(key, withSummary('Lời hẹn ngày.'))
    return desk.approve(await desk.submit(await desk.save({ ...draft, effectiveFrom: due }, topic => topic)))
  }
  const onTheDay = () => applyDue(desk.ward.db, new Date(`${due}T00:00:05+07:00`))
  const stuck = async () =>
    JSON.stringify(
      (await readGuidesHealth(desk.ward.db, new Date(`${due}T00:00:06+07:00`))).filter(
        ({ colour }) => colour === 'red',
      ),
    )

  it('does not undo what was published after it was agreed to: it stays, and somebody is told', async () => {
    const scheduled = await schedule('tam-tru')
    expect(scheduled.state).toBe('scheduled')
    const newer = await desk.write('tam-tru', withSummary('Lời đăng sau.'))
    await desk.approve(await desk.submit(newer))
    const before = await desk.editor.ok<Guide>('GET', '/guides/tam-tru')
    expect(await stuck()).toContain('Bản hẹn ngày chưa áp dụng được')
    await onTheDay()
    const after = await desk.editor.ok<Guide>('GET', '/guides/tam-tru')
    expect([after.revision, after.topic?.summary]).toEqual([before.revision, 'Lời đăng sau.'])
    expect(after.scheduled).toMatchObject([{ id: scheduled.id }])
    await closeDrafts('tam-tru')
    expect(await stuck()).toBe('[]')
  })

  it('is the only one of its guide: a second, written without it, is refused until the first is given up', async () => {
    const first = await schedule('tam-tru')
    const second = await desk.write('tam-tru', withSummary('Bước thứ hai.'))
    const dated = await desk.submit(await desk.save({ ...second, effectiveFrom: addDays(due, 30) }, topic => topic))
    const approve = () =>
      desk.reviewer.call('POST', `/guides/drafts/${dated.id}/approve`, {
        ...{ version: dated.version, why: null, isAlone: false },
      })
    const refused = await approve()
    expect([refused.status, (await refused.json()).data.reason]).toEqual([409, 'scheduled_already'])
    await desk.editor.ok('POST', `/guides/drafts/${first.id}/discard`, { version: first.version, why: 'gộp hai bước' })
    expect((await approve()).status).toBe(200)
    await closeDrafts('tam-tru')
  })

  it('is not promised for its day once something else was published', async () => {
    const summaryOn = async () =>
      (await desk.editor.ok<{ topic: Topic | null }>('GET', `/guides/tam-tru/as-of?day=${due}`)).topic?.summary
    const scheduled = await schedule('tam-tru')
    const promised = await summaryOn()
    expect(promised).toBe(scheduled.content.summary)
    const newer = await desk.write('tam-tru', withSummary('Lời đăng xen vào.'))
    await desk.approve(await desk.submit(newer))
    expect(await summaryOn()).toBe('Lời đăng xen vào.')
    await closeDrafts('tam-tru')
  })

  it('does not bring back what was taken out of use meanwhile', async () => {
    await schedule('thuong-tru')
    const { revision } = await desk.editor.ok<Guide>('GET', '/guides/thuong-tru')
    const asked = { revision, why: 'phường thôi nhận việc này' }
    const { draft } = await desk.editor.ok<Guide>('POST', '/guides/thuong-tru/retire', asked)
    if (!draft) throw new Error('nothing waits')
    await desk.approve(draft)
    await onTheDay()
    expect((await desk.editor.ok<Guide>('GET', '/guides/thuong-tru')).revision).toBe(null)
    expect(await stuck()).toContain('Bản hẹn ngày chưa áp dụng được')
    await closeDrafts('thuong-tru')
  })
})

describe('a published guide', () => {
  it('takes effect by itself on its day, ends on its last, and any day can be asked for', async () => {
    const today = vietnamDay(new Date(desk.ward.emulator.control.clock.read().now))
    const [from, until] = [addDays(today, 10), addDays(today, 20)]
    const before = await desk.editor.ok<Guide>('GET', '/guides/khai-tu')
    const draft = await desk.write('khai-tu', withSummary('Lời của mười ngày sau.'))
    const dated = await desk.save({ ...draft, effectiveFrom: from, effectiveUntil: until }, topic => topic)
    const decided = await desk.approve(await desk.submit(dated))
    expect(decided.state).toBe('scheduled')
    const summaryOn = async (day: string) =>
      (await desk.editor.ok<{ topic: Topic | null }>('GET', `/guides/khai-tu/as-of?day=${day}`)).topic?.summary ?? null
    expect(await summaryOn(addDays(from, -1))).toBe(before.topic?.summary)
    expect(await summaryOn(from)).toBe('Lời của mười ngày sau.')
    expect(await summaryOn(until)).toBe('Lời của mười ngày sau.')
    expect(await summaryOn(addDays(until, 1))).toBe(null)
    expect((await desk.editor.ok<Guide>('GET', '/guides/khai-tu')).revision).toBe(before.revision)

    await applyDue(desk.ward.db, new Date(`${from}T00:00:05+07:00`))
    await applyDue(desk.ward.db, new Date(`${from}T00:00:07+07:00`))
    const begun = await desk.editor.ok<Guide>('GET', '/guides/khai-tu')
    expect([begun.revision, begun.topic?.summary]).toEqual([(before.revision ?? 0) + 1, 'Lời của mười ngày sau.'])
    await applyDue(desk.ward.db, new Date(`${addDays(until, 1)}T00:00:05+07:00`))
    const ended = await desk.editor.ok<Guide>('GET', '/guides/khai-tu')
    expect([ended.revision, ended.steps[0]?.action]).toEqual([null, 'ended on its day'])
  })

  it('can be restored word for word as a new draft', async () => {
    const { draft } = { draft: await desk.editor.ok<GuideDraft>('POST', `/guides/${KEY}/draft`, { from: 1 }) }
    const first = await desk.editor.ok<{ topic: Topic }>('GET', `/guides/${KEY}/revisions/1`)
    expect(draft.content).toEqual(first.topic)
    const now = await desk.editor.ok<Guide>('GET', `/guides/${KEY}`)
    const changes = await desk.editor.ok<{ where: string; after: string | null }[]>(
      'GET',
      `/guides/${KEY}/difference?from=${now.revision}&to=draft`,
    )
    expect(changes).toEqual([{ where: 'Tóm tắt', before: now.topic?.summary, after: first.topic.summary }])
    await closeDrafts()
  })

  it('of the ward’s own begins empty and is published like any other', async () => {
    const created = await desk.editor.ok<GuideDraft>('POST', '/guides', {
      key: 'muon-ban-ghe',
      kind: 'information',
      title: 'Mượn bàn ghế của tổ',
      category: 'phuong-va-ho-so',
    })
    const ready = await desk.save(created, topic => ({
      ...topic,
      task: 'mượn bàn ghế của tổ',
      summary: 'Mượn bàn ghế ở nhà sinh hoạt cộng đồng.',
      advice: ['Báo tổ trưởng trước 2 ngày.'],
    }))
    await desk.approve(await desk.submit(ready))
    expect(await (await fetch(`${desk.ward.url}/thu-tuc/muon-ban-ghe`)).text()).toContain('Mượn bàn ghế của tổ')
  })
  it('is taken out of use with a reason, and no upgrade brings it back', async () => {
    const { revision } = await desk.editor.ok<Guide>('GET', '/guides/le-hoi')
    const asked = { revision, why: 'phường không còn nhận việc này' }
    expect((await desk.viewer.call('POST', '/guides/le-hoi/retire', asked)).status).toBe(403)
    const waiting = await desk.editor.ok<Guide>('POST', '/guides/le-hoi/retire', asked)
    expect(waiting.draft).toMatchObject({ state: 'submitted', isRetirement: true, why: asked.why })
    expect((await fetch(`${desk.ward.url}/api/procedures/le-hoi`)).status).toBe(200)
    if (!waiting.draft) throw new Error('nothing waits')
    const check = await desk.reviewer.ok<DraftCheck>('POST', `/guides/drafts/${waiting.draft.id}/check`)
    await desk.reviewer.ok('POST', `/guides/drafts/${waiting.draft.id}/approve`, {
      ...{ version: waiting.draft.version, why: null, isAlone: false },
      lossWhy: check.lostCount > 0 ? 'việc này không còn làm ở phường' : null,
    })
    expect((await fetch(`${desk.ward.url}/api/procedures/le-hoi`)).status).toBe(404)
    await desk.restart()
    expect((await fetch(`${desk.ward.url}/api/procedures/le-hoi`)).status).toBe(404)
    const { guides } = await desk.editor.ok<GuideList>('GET', '/guides?state=retired')
    expect(guides.map(({ key, revision }) => [key, revision])).toContainEqual(['le-hoi', null])
  })
})

describe('who may keep guides', () => {
  it('is in charge of every ward that these guides speak for', async () => {
    const elsewhere = await desk.officer('editor', 'soạn của tổ', 'phuong-mau-to-1')
    expect(await elsewhere.ok('GET', `/guides/${KEY}`)).toMatchObject({ draft: null, mayChange: false })
    expect((await elsewhere.call('POST', `/guides/${KEY}/draft`, { from: null })).status).toBe(403)
    expect((await desk.viewer.call('POST', `/guides/${KEY}/draft`, { from: null })).status).toBe(403)
  })
})

describe('what differs', () => {
  it('is said in words, field by field', async () => {
    const { topic } = await desk.editor.ok<Guide>('GET', '/guides/chung-thuc-ban-sao')
    if (!topic) throw new Error('not in force')
    const [channel, ...channels] = topic.channels
    const fee = {
      name: 'Lệ phí',
      status: 'stated' as const,
      amount: 5000,
      per: null,
      cases: null,
      text: null,
      reliefs: [],
    }
    const withFee = (amount: number): Topic => ({
      ...topic,
      channels: [{ ...(channel as Topic['channels'][number]), fees: [{ ...fee, amount }] }, ...channels],
    })
    expect(compareGuides(withFee(5000), withFee(8000)).map(wordChange)).toEqual([
      'Nộp trực tiếp › Lệ phí: 5.000 đồng → 8.000 đồng',
    ])
    expect(compareGuides(topic, { ...topic, advice: [...topic.advice, 'Mang theo bút.'] }).map(wordChange)).toEqual([
      'Nên biết: thêm “Mang theo bút.”',
    ])
    expect(compareGuides(topic, structuredClone(topic))).toEqual([])
  })
})

describe('the list of guides', () => {
  const list = (query: string) => desk.viewer.ok<GuideList>('GET', `/guides${query}`)
  const names = async (query: string) => (await list(query)).guides.map(({ title }) => title)

  it('comes a page at a time by Vietnamese name, each guide once', async () => {
    const seen: GuideList['guides'] = []
    for (let page = await list(''); ; page = await list(`?after=${seen.at(-1)?.key}`)) {
      expect(page.guides.length).toBeLessThanOrEqual(50)
      seen.push(...page.guides)
      if (!page.hasMore) break
      expect(page.total).toBeGreaterThan(page.guides.length)
    }
    const titles = seen.map(({ title }) => title)
    expect(titles).toEqual([...titles].sort(new Intl.Collator('vi', { numeric: true }).compare))
    const all = await desk.viewer.ok<GuideName[]>('GET', '/guide-names')
    expect(seen.map(({ key }) => key).sort()).toEqual(all.map(({ key }) => key).sort())
    expect(new Set(seen.map(({ key }) => key)).size).toBe((await list('')).total)
  })

  it('finds by part of a name, with or without its marks, and by shelf', async () => {
    const found = await names('?find=KHAI%20sinh')
    expect(found).toContain('Khai sinh cho con')
    expect(found.every(title => /khai sinh/iu.test(title))).toBe(true)
    expect(await names(`?find=${encodeURIComponent('đăng ký'.normalize('NFD'))}`)).toEqual(
      await names('?find=dang%20ky'),
    )
    expect(await names('?find=khong%20co%20viec%20nay')).toEqual([])
    expect((await list('?category=cu-tru')).guides.every(({ category }) => category === 'cu-tru')).toBe(true)
    expect(await names('?find=%25')).toEqual([])
  })

  it('shows what somebody writes or is to decide or to read, until it is done', async () => {
    // Published alone above, and read by nobody since.
    const before = ['Đăng ký kết hôn']
    expect(await names('?state=open')).toEqual(before)
    const draft = await desk.write(KEY, withSummary('Một tóm tắt đang viết.'))
    expect(await names('?state=open')).toEqual([...before, 'Khai sinh cho con'])
    expect(await names('?state=draft')).toEqual(['Khai sinh cho con'])
    await desk.submit(draft)
    expect(await names('?state=draft')).toEqual([])
    expect(await names('?state=submitted')).toEqual(['Khai sinh cho con'])
    expect(await names('?state=published')).not.toContain('Khai sinh cho con')
    await closeDrafts()
    expect(await names('?state=open')).toEqual(before)
  })

  it('tells what is still to be confirmed by the ward', async () => {
    const flagged = await list('?isFlagged=true')
    const rest = await list('?isFlagged=false')
    expect(flagged.guides.every(({ isFlagged }) => isFlagged)).toBe(true)
    expect(flagged.total + rest.total).toBe((await list('')).total)
    const [one] = flagged.guides
    const { topic } = await desk.editor.ok<Guide>('GET', `/guides/${one?.key}`)
    expect((topic?.reviewFlags.length ?? 0) > 0 || topic?.verifiedOn === null).toBe(true)
  })
})
