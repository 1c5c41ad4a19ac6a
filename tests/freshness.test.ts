/** What grows old is seen: review dates, laws that change, known changes, links that lead nowhere. */
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { checkDueLinks, createLinkProbe, isPublicAddress, queueLinks } from '../server/procedures/freshness/index.ts'
import { composeAnswer, trustLine } from '../shared/answers/index.ts'
import { lawFacts, listKnownLaws, sampleWard, starterTopics } from '../shared/content/index.ts'
import type { GuideFreshness, KnownChange, ReviewTask, TaskList } from '../shared/freshness/index.ts'
import type { GuideList } from '../shared/guides/index.ts'
import type { Law, LawList, LawMarked, LawSummary } from '../shared/laws/index.ts'
import type { Topic } from '../shared/procedures.ts'
import { isWithheld, type TopicTrust, withhold } from '../shared/trust/index.ts'
import { addDays, vietnamDay } from '../shared/vietnam-time.ts'
import { type Desk, openDesk } from './setup/guides.ts'

const KEY = 'khai-sinh'
const LAW = '123/2015/NĐ-CP'
const khaiSinh = starterTopics.find(({ key }) => key === KEY) as Topic

let desk: Desk
let today: string
beforeAll(async () => {
  desk = await openDesk()
  today = vietnamDay(new Date(desk.ward.emulator.control.clock.read().now))
})
afterAll(() => desk.close())

/** From the first page to the last. */
async function tasks(): Promise<ReviewTask[]> {
  const all: ReviewTask[] = []
  for (let page = 0; ; page += 1) {
    const { tasks: some, hasMore } = await desk.editor.ok<TaskList>('GET', `/freshness/tasks?page=${page}`)
    all.push(...some)
    if (!hasMore) return all
  }
}
const openTasksOf = async (kind: ReviewTask['kind']) =>
  (await tasks()).filter(task => task.kind === kind && task.done === null)
const page = async (key = KEY) => (await fetch(`${desk.ward.url}/thu-tuc/${key}`)).text()
const say = async (text: string): Promise<string> => {
  const headers = { 'content-type': 'application/json' }
  const body = JSON.stringify({ text, state: null })
  return (await fetch(`${desk.ward.url}/api/chat`, { method: 'POST', headers, body })).text()
}
const setCare = (care: Partial<Record<'person' | 'reviewOn' | 'withholdOn', string | null>>) =>
  desk.reviewer.ok<GuideFreshness>('PUT', `/freshness/guides/${KEY}`, {
    ...{ person: null, reviewOn: null, withholdOn: null },
    ...care,
  })

describe('a guide', () => {
  it('has its dates by itself, later ones than today, and none where the ward keeps it itself', async () => {
    const guides = await desk.viewer.ok<GuideFreshness[]>('GET', '/freshness/guides')
    const own = guides.find(({ key }) => key === 'thong-tin-phuong')
    expect([own?.reviewOn, own?.withholdOn]).toEqual([null, null])
    const guide = guides.find(({ key }) => key === KEY)
    expect(guide?.state).toBe('fresh')
    expect(guide?.withholdOn).toBe(addDays(guide?.reviewOn ?? '', 90))
  })

  it('is shown with a warning from its day on, and with the telephone alone from the second day on', async () => {
    expect(await page()).not.toContain('quá ngày xem lại')
    await setCare({ reviewOn: today, withholdOn: addDays(today, 1) })
    for (const shown of [await page(), await say('làm khai sinh cho con cần giấy gì')])
      expect(shown).toContain('đã quá ngày xem lại')
    expect(await page()).toContain('Giấy tờ cần có')
    await setCare({ reviewOn: addDays(today, -2), withholdOn: today })
    for (const shown of [await page(), await say('làm khai sinh cho con cần giấy gì')]) {
      expect(shown).toContain('đã quá hạn xem lại')
      expect(shown).toContain(sampleWard.profile.phone)
      expect(shown).not.toContain('chứng sinh')
    }
    const everywhere = await desk.readEverythingPublic()
    const needle = khaiSinh.cases[0]?.documents[1]?.name ?? '?'
    const told = everywhere.filter(({ path, text }) => path.includes(KEY) && text.includes(needle))
    expect(told.map(({ path }) => path)).toEqual([])
    await setCare({})
    expect(await page()).toContain('Giấy tờ cần có')
  })

  it('that is withheld keeps its name and loses all it said, without touching what was given', () => {
    const trust: TopicTrust = {
      confirmed: null,
      parts: [],
      isBeingCorrected: false,
      reviewOn: '2026-11-01',
      withholdOn: '2026-11-24',
    }
    const old = { ...khaiSinh, trust }
    expect([isWithheld(old, '2026-11-23'), isWithheld(old, '2026-11-24'), isWithheld(khaiSinh, '2030-01-01')]).toEqual([
      false,
      true,
      false,
    ])
    const hidden = withhold(old)
    expect([hidden.title, hidden.cases, hidden.steps, hidden.checklist]).toEqual([khaiSinh.title, [], [], undefined])
    expect(old.cases.length).toBeGreaterThan(0)
    const asked = { revision: 1, publishedOn: '2026-01-01', aspects: ['fee' as const], ward: sampleWard.profile }
    const messages = composeAnswer({ ...asked, topic: old, today: '2026-11-24' })
    expect(messages).toHaveLength(1)
    expect(messages[0]?.text).not.toMatch(/lệ phí/i)
  })

  it('that was confirmed but is past its day is not presented as confirmed', () => {
    const trust: TopicTrust = {
      confirmed: { by: 'Phường Mẫu', on: '2026-05-01' },
      ...{ parts: [], isBeingCorrected: false, reviewOn: '2026-11-24', withholdOn: null },
    }
    const ward = sampleWard.profile
    const office = { name: 'Một cửa', address: null, phone: ward.phone, hours: [], local: [] }
    const on = (day: string) => trustLine({ topic: { ...khaiSinh, trust }, ward, office, today: day }).join(' ')
    expect(on('2026-11-23')).toContain('Phường Mẫu đã xác nhận ngày 01/05/2026')
    expect(on('2026-11-24')).not.toContain('xác nhận')
  })

  it('past its day is a task of whoever keeps it, done by a word that it still holds', async () => {
    const [keeper] = (await desk.editor.ok<{ person: string; name: string }[]>('GET', '/freshness/keepers')).filter(
      ({ name }) => name === 'Duyệt Một',
    )
    await setCare({ person: keeper?.person ?? '', reviewOn: today, withholdOn: null })
    // Anything that looks what is due opens it, once.
    for (const text of ['Thử lịch một', 'Thử lịch hai'])
      await desk.editor.ok('POST', '/freshness/changes', { day: addDays(today, 300), text, topics: [] })
    const [task, ...more] = (await openTasksOf('date')).filter(({ topic }) => topic === KEY)
    expect([task?.owner, more.length]).toEqual(['Duyệt Một', 0])
    // The list of guides is looked through by who keeps them, and by the date that has passed.
    const listed = async (asked: string) => {
      const { guides, owners } = await desk.viewer.ok<GuideList>('GET', `/guides?${asked}`)
      return { keys: guides.map(({ key }) => key), owners, first: guides[0] }
    }
    expect(await listed('owner=Duyệt Một')).toMatchObject({
      ...{ keys: [KEY], owners: ['Duyệt Một'] },
      first: { owner: 'Duyệt Một', reviewOn: today, freshness: 'due' },
    })
    expect((await listed('freshness=due')).keys).toEqual([KEY])
    expect((await listed('freshness=withheld')).keys).toEqual([])
    expect((await listed('owner=-')).keys).not.toContain(KEY)
    const { tasks: mine } = await desk.reviewer.ok<TaskList>('GET', '/freshness/tasks')
    expect(mine[0]).toMatchObject({ id: task?.id, isMine: true })
    await desk.editor.ok('POST', `/freshness/tasks/${task?.id}/confirm`, { why: 'đã đối chiếu với văn bản' })
    expect((await tasks()).find(({ id }) => id === task?.id)?.done).toMatchObject({ by: 'soạn một', how: 'confirmed' })
    expect(await page()).not.toContain('quá ngày xem lại')
    const guides = await desk.viewer.ok<GuideFreshness[]>('GET', '/freshness/guides')
    expect(guides.find(({ key }) => key === KEY)).toMatchObject({ state: 'fresh', reviewOn: addDays(today, 180) })
    const again = await desk.editor.call('POST', `/freshness/tasks/${task?.id}/confirm`, { why: 'lần nữa' })
    expect(again.status).toBe(409)
  })
})

describe('the register of laws', () => {
  it('knows every law that guides cite, and claims a state only where a source states it', async () => {
    const laws: LawSummary[] = []
    for (let page = 0; ; page += 1) {
      const { laws: some, hasMore } = await desk.viewer.ok<LawList>('GET', `/laws?page=${page}`)
      laws.push(...some)
      if (!hasMore) break
    }
    const cited = new Set(starterTopics.flatMap(({ legalBases }) => legalBases.map(({ number }) => number)))
    expect([...cited].filter(number => !laws.some(law => law.number === number))).toEqual([])
    const named = new Set(listKnownLaws().map(({ number }) => number))
    expect(Object.keys(lawFacts).filter(number => !named.has(number))).toEqual([])
    for (const law of laws)
      if (law.state !== 'unknown' && !law.effectiveUntil) expect(lawFacts[law.number]?.state).toBe(law.state)
    expect(laws.some(({ state }) => state === 'unknown')).toBe(true)
    expect(laws.map(({ cited }) => cited)).toEqual(laws.map(({ cited }) => cited).sort((a, b) => b - a))
  })

  it('is looked through by number or title without marks, and tells who cites one law', async () => {
    const { laws, total } = await desk.viewer.ok<LawList>('GET', '/laws?find=LUAT%20ho%20tich')
    expect([laws[0]?.number, total]).toEqual(['60/2014/QH13', laws.length])
    expect(laws.every(({ number, title }) => /luật hộ tịch/iu.test(`${number} ${title}`))).toBe(true)
    const { citedBy } = await desk.viewer.ok<Law>('GET', '/law?number=60/2014/QH13')
    expect(citedBy).toHaveLength(laws[0]?.cited ?? 0)
    expect((await desk.viewer.call('GET', '/law?number=khong-co')).status).toBe(404)
  })

  it('opens a task for each guide that cites a law which was marked as amended, done by publishing', async () => {
    const citing = starterTopics.filter(({ legalBases }) => legalBases.some(({ number }) => number === LAW))
    const { law, tasksOpened } = await desk.editor.ok<LawMarked>('POST', '/laws/mark', {
      ...{ number: LAW, state: 'amended', since: '2026-12-01', note: 'theo Công báo' },
    })
    expect([law.state, law.marked?.by, tasksOpened]).toEqual(['amended', 'soạn một', citing.length])
    expect(law.citedBy.map(({ key }) => key).sort()).toEqual(citing.map(({ key }) => key).sort())
    expect(law.citedBy.find(({ key }) => key === KEY)?.owner).toBe('Duyệt Một')
    expect(await openTasksOf('law')).toHaveLength(citing.length)
    const draft = await desk.write(KEY, topic => ({ ...topic, advice: [...topic.advice, 'Đọc kỹ trước khi nộp.'] }))
    await desk.approve(await desk.submit(draft))
    const left = await openTasksOf('law')
    expect(left).toHaveLength(citing.length - 1)
    const done = (await tasks()).find(({ kind, topic }) => kind === 'law' && topic === KEY)?.done
    expect(done).toMatchObject({ by: 'Duyệt Một (duyet.mot)', how: 'published' })
  })

  it('opens none for a law that holds, takes new laws once, and refuses those it does not know', async () => {
    const before = (await openTasksOf('law')).length
    const mark = { number: '68/2020/QH14', state: 'in_force', since: '2021-07-01', note: 'đọc ở Công báo' }
    expect((await desk.editor.ok<LawMarked>('POST', '/laws/mark', mark)).tasksOpened).toBe(0)
    expect(await openTasksOf('law')).toHaveLength(before)
    const law = { number: '01/2027/QH-MAU', title: 'Luật dùng để thử', url: null }
    expect((await desk.editor.ok<Law>('POST', '/laws', law)).citedBy).toEqual([])
    const again = await desk.editor.call('POST', '/laws', law)
    expect([again.status, (await again.json()).data.reason]).toEqual([409, 'law_known'])
    expect((await desk.editor.call('POST', '/laws/mark', { ...mark, number: 'không có' })).status).toBe(404)
  })
})

describe('the calendar of changes', () => {
  it('shows what guides and laws announce, and what officers write down, by day', async () => {
    const list = await desk.editor.ok<KnownChange[]>('POST', '/freshness/changes', {
      ...{ day: addDays(today, 20), text: 'Quầy một cửa chuyển chỗ', topics: ['thuong-tru', KEY] },
    })
    expect(list.map(({ day }) => day)).toEqual(list.map(({ day }) => day).sort())
    expect(list.some(({ source, text }) => source === 'law' && text.includes('60/2014/QH13'))).toBe(true)
    expect(list.some(({ source }) => source === 'guide')).toBe(true)
    const own = list.find(({ text }) => text.includes('chuyển chỗ'))
    expect(own?.topics.map(({ title }) => title)).toContain(khaiSinh.title)
    const reminded = (await openTasksOf('change')).filter(({ text }) => text.includes('chuyển chỗ'))
    expect(reminded.map(({ topic }) => topic).sort()).toEqual([KEY, 'thuong-tru'])
    const after = await desk.editor.ok<KnownChange[]>('POST', `/freshness/changes/${own?.id}/remove`, {
      why: 'ghi nhầm',
    })
    expect(after.some(({ text }) => text.includes('chuyển chỗ'))).toBe(false)
  })

  it('holds nobody’s data', async () => {
    const change = { day: addDays(today, 40), text: 'hỏi anh số 0905 123 456', topics: [] }
    const response = await desk.editor.call('POST', '/freshness/changes', change)
    expect([response.status, (await response.json()).data.reason]).toEqual([400, 'personal_data'])
  })
})

describe('links', () => {
  let server: Server
  let base: string
  const heard: string[] = []
  beforeAll(async () => {
    server = createServer((request, response) => {
      heard.push(request.url ?? '')
      if (request.url === '/con') response.end('còn')
      else if (request.url === '/vong') response.writeHead(302, { location: '/vong' }).end()
      else if (request.url === '/chuyen') response.writeHead(301, { location: '/con' }).end()
      else if (request.url === '/trong-nha') response.writeHead(302, { location: 'http://10.0.0.1/' }).end()
      else if (request.url === '/loi') response.writeHead(500).end()
      else response.writeHead(404).end()
    })
    await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
    base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  })
  afterAll(() => new Promise(resolve => server.close(resolve)))

  it('are told apart: alive, gone, failing, going round in circles', async () => {
    const probe = createLinkProbe({ allowsLoopback: true })
    const outcomes = await Promise.all(['/con', '/chuyen', '/mat', '/loi', '/vong'].map(path => probe(base + path)))
    expect(outcomes.map(({ outcome }) => outcome)).toEqual(['alive', 'alive', 'gone', 'failing', 'failing'])
    expect((await probe('http://127.0.0.1:1/')).outcome).toBe('unreachable')
  })

  it('never lead into a house, not by number, by name, by another way of writing, or by being sent on', async () => {
    const asked = heard.length
    const probe = createLinkProbe()
    const inside = ['/', '//x:y@', '/#'].map(() => base)
    const hidden = [
      'http://localhost/',
      'http://[::1]/',
      'http://[::ffff:127.0.0.1]/',
      'http://2130706433/',
      'http://0/',
    ]
    const other = [
      'http://169.254.169.254/',
      'http://192.168.1.1/',
      'ftp://example.invalid/',
      'file:///etc/passwd',
      'x',
    ]
    for (const url of [...inside, ...hidden, ...other])
      expect({ url, outcome: (await probe(url)).outcome }).toEqual({ url, outcome: 'refused' })
    expect(heard).toHaveLength(asked)
    expect((await createLinkProbe({ allowsLoopback: true })(`${base}/trong-nha`)).outcome).toBe('refused')
    expect(['8.8.8.8', '2606:4700::1'].map(isPublicAddress)).toEqual([true, true])
    const private_ = [
      '10.1.2.3',
      '172.31.0.1',
      '100.64.0.1',
      'fe80::1',
      'fd00::1',
      '::',
      '2002:7f00:1::',
      '64:ff9b::a00:1',
    ]
    expect(private_.filter(isPublicAddress)).toEqual([])
  })

  it('of guides are looked up in turn, two of one house never at once, and the results kept', async () => {
    const { db } = desk.ward
    const topic = {
      ...khaiSinh,
      procedures: [],
      sources: khaiSinh.sources.map(source => ({ ...source, url: null })),
      legalBases: ['/con', '/mat'].map(path => ({ number: path, title: path, url: base + path, effectiveUntil: null })),
    }
    const now = new Date()
    await queueLinks(db, [topic], now)
    const probe = createLinkProbe({ allowsLoopback: true })
    const counts = [
      await checkDueLinks(db, probe, now),
      await checkDueLinks(db, probe, now),
      await checkDueLinks(db, probe, now),
    ]
    expect(counts).toEqual([1, 1, 0])
    const rows = await db.selectFrom('link_checks').select(['url', 'outcome', 'failures']).orderBy('url').execute()
    expect(rows).toEqual([
      { url: `${base}/con`, outcome: 'alive', failures: 0 },
      { url: `${base}/mat`, outcome: 'gone', failures: 1 },
    ])
    await queueLinks(db, [], now)
    expect(await db.selectFrom('link_checks').selectAll().execute()).toEqual([])
  })

  it('are not looked up where the installation does not want it', async () => {
    const response = await desk.editor.call('POST', '/freshness/links/check')
    expect([response.status, (await response.json()).data.reason]).toEqual([409, 'links_off'])
    expect((await desk.viewer.ok<unknown[]>('GET', '/freshness/links')).length).toBeGreaterThan(10)
  })
})
