/** A notice on its way: written, agreed to, carried, found in the inbox, read by link; and what its leader is told. */
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { sql } from 'kysely'
import { findArea } from '../server/platform/areas/index.ts'
import type { Inbox, Notice, NoticeEvent, NoticePlan, PublicNotice } from '../shared/notices/index.ts'
import { type Caller, HOOD, type NoticeWard, openNoticeWard, PHONE, WARD } from './setup/notices.ts'

let ward: NoticeWard
let sau: Caller
let nam: Caller
beforeAll(async () => {
  ward = await openNoticeWard()
  sau = await ward.member('ba-sau')
  nam = await ward.member('anh-nam', 'phuong-mau-to-5')
})
afterAll(() => ward.close())

const countWaiting = async () => {
  const { rows } = await sql<{ total: number }>`
    select count(*)::int as total from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock' and query like '%notices%for update%'
  `.execute(ward.db)
  return rows[0]?.total ?? 0
}
const heard = (key: string, code: string) =>
  ward
    .resident(key)
    .heard()
    .filter(text => text.includes(code))

describe('a leader of a neighbourhood', () => {
  it('writes, has it agreed to, and it reaches the neighbourhood and nobody else', async () => {
    const notice = await ward.compose()
    expect(notice).toMatchObject({ state: 'draft', sender: 'Tổ trưởng tổ dân phố 12', version: 1, isOwn: true })
    expect((await ward.submit(notice)).body.state).toBe('waiting')
    expect(heard('ba-sau', notice.code)).toEqual([])
    expect((await ward.approve(notice)).status).toBe(200)
    await ward.untilSent(notice.id)
    await ward.settle()
    expect(heard('ba-sau', notice.code)).toHaveLength(1)
    expect(heard('ba-sau', notice.code)[0]).toContain('Tổ trưởng tổ dân phố 12, Phường Mẫu')
    expect(heard('anh-nam', notice.code)).toEqual([])
  })

  it('is told before sending who gets it how, and how long it takes', async () => {
    const notice = await ward.compose()
    const { body } = await ward.leader.get<NoticePlan>(`/api/notices/${notice.id}/plan`)
    expect(body).toMatchObject({ audience: 1, approval: 'second_person', isTooSlow: false, mayRepeat: false })
    expect(body.channels).toEqual([{ channel: 'oa_message', people: 1, calls: 1, dong: 0 }])
    expect(new Date(body.finishesAt ?? 0).getTime()).toBeGreaterThan(0)
  })

  it('sees counts that add up, and never who or when', async () => {
    const notice = await ward.send()
    await ward.settle()
    const counts = await ward.counts(notice.id)
    expect(counts).toMatchObject({
      state: 'sent',
      inInbox: 1,
      sent: 1,
      waiting: 0,
      failed: 0,
      unknown: 0,
      houses: null,
    })
    const { waiting, sent, failed, unknown, cancelled, inboxOnly, inInbox } = counts
    expect(waiting + sent + failed + unknown + cancelled + inboxOnly).toBe(inInbox)
    const { body: mine } = await sau.get<Inbox>('/api/inbox')
    await sau.post(`/api/inbox/${mine.notices.find(({ code }) => code === notice.code)?.id}/read`)
    const after = await ward.counts(notice.id)
    expect(after.opened.inApp).toBe(1)
    expect(JSON.stringify(after)).not.toMatch(/[0-9a-f]{8}-[0-9a-f]{4}-|openedAt|readAt|personId/)
  })

  it('presses twice, and it goes once', async () => {
    const requestKey = randomUUID()
    const body = { requestKey, draft: ward.draft() }
    const twice = await Promise.all([1, 2].map(() => ward.leader.post<Notice>('/api/notices', body)))
    const [one] = twice.map(answer => answer.body)
    if (!one) throw new Error('nothing was written')
    expect(twice.map(answer => answer.body.id)).toEqual([one.id, one.id])
    const submitted = await Promise.all([1, 2, 3].map(() => ward.submit(one)))
    expect(submitted.map(({ status }) => status)).toEqual([200, 200, 200])
    await Promise.all([1, 2, 3].map(() => ward.approve(one)))
    await ward.untilSent(one.id)
    await ward.settle()
    expect(heard('ba-sau', one.code)).toHaveLength(1)
  })

  it('cannot overwrite what another has changed meanwhile', async () => {
    const notice = await ward.compose()
    const edit = (title: string) =>
      ward.leader.put<Notice>(`/api/notices/${notice.id}`, { version: 1, draft: ward.draft({ fields: { title } }) })
    const statuses = (await Promise.all([edit('Mời họp sớm'), edit('Mời họp muộn')])).map(({ status }) => status)
    expect(statuses.sort()).toEqual([200, 409])
    expect((await ward.submit(notice)).status).toBe(409)
  })

  it('is refused outside the own neighbourhood, and the try is written down', async () => {
    const audience = { areas: ['phuong-mau-to-5'] }
    const refused = await ward.leader.post('/api/notices', {
      requestKey: randomUUID(),
      draft: ward.draft({ audience }),
    })
    expect(refused.status).toBe(403)
    const wide = await ward.leader.post('/api/notices', {
      requestKey: randomUUID(),
      draft: ward.draft({ audience: { areas: [WARD] } }),
    })
    expect(wide.status).toBe(403)
    const lines = await ward.db.selectFrom('audit').select('detail').where('action', '=', 'notice refused').execute()
    expect(lines.map(({ detail }) => detail)).toEqual([{ areas: ['phuong-mau-to-5'] }, { areas: [WARD] }])
  })

  it('sees nothing of another neighbourhood', async () => {
    const notice = await ward.compose()
    const other = await ward.token('leader', 'phuong-mau-to-5')
    for (const path of ['', '/plan', '/counts', '/history', '/answers'])
      expect((await other.get(`/api/notices/${notice.id}${path}`)).status).toBe(404)
    expect((await other.post(`/api/notices/${notice.id}/cancel`, { reason: 'thử xem' })).status).toBe(404)
    expect((await other.get<{ notices: Notice[] }>('/api/notices')).body.notices).toEqual([])
  })

  it('reads who did what and when; nobody can change a line', async () => {
    const notice = await ward.send()
    const { body } = await ward.leader.get<NoticeEvent[]>(`/api/notices/${notice.id}/history`)
    expect(body.map(({ words, by }) => `${by}: ${words}`)).toEqual([
      'Tổ trưởng tổ dân phố 12: viết tin',
      'Tổ trưởng tổ dân phố 12: trình gửi',
      'Cán bộ duyệt: duyệt',
      'Cán bộ duyệt: cho gửi',
    ])
    await expect(ward.db.deleteFrom('audit').where('subject', '=', `notice:${notice.id}`).execute()).rejects.toThrow(
      /append-only/,
    )
  })
})

describe('a second person', () => {
  it('is needed, and is never the author nor who changed it last', async () => {
    const notice = await ward.compose({ audience: { areas: [WARD] } }, ward.administrator)
    expect((await ward.submit(notice, {}, ward.administrator)).body.state).toBe('waiting')
    expect((await ward.approve(notice, ward.administrator)).status).toBe(403)
    expect((await ward.read(notice.id)).state).toBe('waiting')
    expect((await ward.approve(notice)).status).toBe(200)
  })

  it('is a person: a token of the office, with whatever role, agrees to nothing', async () => {
    const notice = await ward.compose()
    await ward.submit(notice)
    for (const role of ['reviewer', 'administrator'] as const)
      expect((await ward.approve(notice, await ward.token(role))).status).toBe(403)
    expect((await ward.read(notice.id)).state).toBe('waiting')
    expect((await ward.approve(notice)).status).toBe(200)
  })

  it('is nobody who ever wrote at it, however often it was changed after them', async () => {
    const helper = await ward.officer('administrator')
    const notice = await ward.compose()
    const change = async (title: string, version: number, by: Caller) =>
      (await by.put<Notice>(`/api/notices/${notice.id}`, { version, draft: ward.draft({ fields: { title } }) })).body
    await change('Lời của người giúp', 1, helper)
    const last = await change('Lời của tổ trưởng', 2, ward.leader)
    await ward.submit(last)
    expect((await ward.approve(last, helper)).status).toBe(403)
    expect((await ward.approve(last)).status).toBe(200)
  })

  it('and the leader who stops it at the same moment do not both have their way', async () => {
    const ends: [string, (notice: Notice) => Promise<{ status: number }>][] = [
      ['cancel', ({ id }) => ward.leader.post(`/api/notices/${id}/cancel`, { reason: 'Hoãn họp' })],
      ['withdraw', ({ id, version }) => ward.leader.post(`/api/notices/${id}/withdraw`, { version })],
    ]
    for (const [name, stop] of ends) {
      const notice = await ward.compose()
      await ward.submit(notice)
      // Both are at the door while the notice is held; who came first goes in first.
      const both: Promise<{ status: number }>[] = []
      await ward.db.transaction().execute(async tx => {
        await sql`select 1 from notices where id = ${notice.id} for update`.execute(tx)
        const approve = () => ward.approve(notice)
        for (const [index, act] of (name === 'cancel'
          ? [approve, () => stop(notice)]
          : [() => stop(notice), approve]
        ).entries()) {
          both.push(act())
          await ward.until('it to wait for the notice', async () => (await countWaiting()) > index)
        }
      })
      const statuses = (await Promise.all(both)).map(({ status }) => status)
      expect([name, ...statuses.toSorted()]).toEqual([name, 200, 409])
      const { state } = await ward.read(notice.id)
      const wasApproved = (name === 'cancel' ? statuses[0] : statuses[1]) === 200
      if (wasApproved) await ward.untilSent(notice.id)
      else expect(state).toBe(name === 'cancel' ? 'cancelled' : 'draft')
      await ward.settle()
      expect(heard('ba-sau', notice.code)).toHaveLength(wasApproved ? 1 : 0)
    }
  })

  it('agrees to just the version that was seen', async () => {
    const notice = await ward.compose()
    await ward.submit(notice)
    await ward.leader.post(`/api/notices/${notice.id}/withdraw`, { version: 1 })
    const changed = await ward.leader.put<Notice>(`/api/notices/${notice.id}`, {
      version: 2,
      draft: ward.draft({ fields: { title: 'Mời họp khác' } }),
    })
    await ward.submit(changed.body)
    expect((await ward.approve(notice)).status).toBe(409)
    expect((await ward.approve(changed.body)).status).toBe(200)
  })

  it('gives it back with a reason, and only within the own ward', async () => {
    const notice = await ward.compose()
    await ward.submit(notice)
    const { body } = await ward.reviewer.post<Notice>(`/api/notice-approvals/${notice.id}/return`, {
      version: 1,
      reason: 'Ghi rõ bàn việc gì',
    })
    expect(body).toMatchObject({ state: 'draft', approval: { returnedBecause: 'Ghi rõ bàn việc gì' } })
    const { body: waiting } = await ward.reviewer.get<Notice[]>('/api/notice-approvals')
    expect(waiting.map(({ id }) => id)).not.toContain(notice.id)
    const elsewhere = await ward.token('reviewer', 'phuong-mau-to-5')
    await ward.submit(await ward.read(notice.id))
    expect((await elsewhere.get(`/api/notice-approvals/${notice.id}`)).status).toBe(404)
  })

  it('is in charge of the place still when it was merged or given up meanwhile, and nobody else is', async () => {
    const elsewhere = await ward.officer('reviewer', 'phuong-mau-to-5')
    const [merged, next] = [await findArea(ward.db, 'phuong-mau-to-3'), await findArea(ward.db, 'phuong-mau-to-4')]
    const nextDoor = await ward.token('reviewer', 'phuong-mau-to-4')
    await ward.member('chi-ba-to-3', 'phuong-mau-to-3')
    const notice = await ward.compose({ audience: { areas: ['phuong-mau-to-3'] } }, ward.administrator)
    await ward.submit(notice, {}, ward.administrator)
    const listed = async (who: Caller) =>
      (await who.get<Notice[]>('/api/notice-approvals')).body.some(({ id }) => id === notice.id)
    expect([await listed(ward.reviewer), await listed(nextDoor), await listed(elsewhere)]).toEqual([true, false, false])
    await sql`update areas set retired_at = now() where id = ${merged?.id}`.execute(ward.db)
    expect([await listed(ward.reviewer), await listed(elsewhere)]).toEqual([true, false])
    expect((await elsewhere.get(`/api/notice-approvals/${notice.id}`)).status).toBe(404)
    expect((await ward.approve(notice, elsewhere)).status).toBe(404)
    await sql`update areas set merged_into = ${next?.id} where id = ${merged?.id}`.execute(ward.db)
    expect([await listed(ward.reviewer), await listed(nextDoor), await listed(elsewhere)]).toEqual([true, true, false])
    expect((await ward.approve(notice, elsewhere)).status).toBe(404)
    expect((await ward.approve(notice)).status).toBe(200)
  })

  it('lists what waits there however much waits elsewhere', async () => {
    const own = await ward.token('reviewer', 'phuong-mau-to-6')
    await ward.member('ong-to-6', 'phuong-mau-to-6')
    const notice = await ward.compose({ audience: { areas: ['phuong-mau-to-6'] } }, ward.administrator)
    await ward.submit(notice, {}, ward.administrator)
    await sql`
      insert into notices (oa_id, area_id, code, request_key, author, last_editor, state, draft, areas, kind, urgency, expires_at, submitted_at, created_at, updated_at)
      select oa_id, a.id, 'TB-X' || n, 'elsewhere ' || n, author, last_editor, 'waiting', draft, array[a.id], kind, urgency, expires_at, notices.submitted_at - interval '1 day', notices.created_at, notices.updated_at
      from notices, areas a, generate_series(1, 210) n where notices.id = ${notice.id} and a.code = 'phuong-mau-to-5'
    `.execute(ward.db)
    const { body } = await own.get<Notice[]>('/api/notice-approvals')
    await sql`delete from notices where request_key like 'elsewhere %'`.execute(ward.db)
    expect(body.map(({ id }) => id)).toEqual([notice.id])
  })

  it('may be left out for ordinary notices to the own neighbourhood, where the ward says so', async () => {
    const path = `/api/areas/${WARD}/notice-settings`
    expect((await ward.leader.put(path, { settings: { approval: 'beyond_own' } })).status).toBe(403)
    await ward.administrator.put(path, { settings: { approval: 'beyond_own' } })
    const plain = await ward.submit(await ward.compose())
    expect(plain.body.approval.need).toBe('none')
    await ward.untilSent(plain.body.id)
    expect((await ward.submit(await ward.compose({ urgency: 'urgent' }))).body.state).toBe('waiting')
    await ward.administrator.put(path, { settings: { approval: 'always' } })
  })

  it('is not waited for in an emergency that is sent alone, which is reported', async () => {
    const notice = await ward.compose({
      urgency: 'emergency',
      kind: 'disaster',
      template: 'so-tan',
      rsvp: 'none',
      fields: { title: 'Sơ tán ngay', what: 'Nước lên nhanh, bà con rời nhà ngay.' },
    })
    expect((await ward.submit(notice)).body.state).toBe('waiting')
    await ward.leader.post(`/api/notices/${notice.id}/withdraw`, { version: 1 })
    const again = await ward.read(notice.id)
    expect((await ward.submit(again, { isAlone: true })).body.approval.need).toBe('alone_reported')
    await ward.untilSent(notice.id)
    const { body } = await ward.administrator.get<NoticeEvent[]>(`/api/notices/${notice.id}/history`)
    expect(body.map(({ words }) => words)).toContain('gửi khẩn cấp một mình')
  })
})

describe('a resident', () => {
  it('finds it in the inbox, newest first, searches without marks, and answers', async () => {
    const notice = await ward.send({ fields: { title: 'Mời họp chống ngập' } })
    const { body } = await sau.get<Inbox>('/api/inbox')
    expect(body.notices[0]).toMatchObject({ code: notice.code, isRead: false, sender: 'Tổ trưởng tổ dân phố 12' })
    expect(body.unread).toBeGreaterThan(0)
    const { body: found } = await sau.get<Inbox>('/api/inbox?search=chong ngap')
    expect(found.notices.map(({ code }) => code)).toEqual([notice.code])
    expect((await sau.get<Inbox>('/api/inbox?search=khong co gi')).body.notices).toEqual([])
    const id = body.notices[0]?.id
    const answer = { answer: { kind: 'attendance', attendance: 'going', people: 2 } }
    expect((await sau.post(`/api/inbox/${id}/answer`, answer)).body).toMatchObject({ attendance: 'going' })
    expect((await ward.counts(notice.id)).answers).toEqual({ going: 1, goingPeople: 2, notGoing: 0, openQuestions: 0 })
    expect((await nam.post(`/api/inbox/${id}/answer`, answer)).status).toBe(404)
    expect((await nam.get<Inbox>('/api/inbox')).body.notices.map(({ code }) => code)).not.toContain(notice.code)
  })

  it('asks something, the leader answers without knowing who, and the answer comes by chat', async () => {
    const notice = await ward.send()
    const { body: inbox } = await sau.get<Inbox>('/api/inbox')
    const id = inbox.notices[0]?.id
    const text = 'Có cần mang ghế không? Gọi tôi 0905123456'
    await sau.post(`/api/inbox/${id}/answer`, { answer: { kind: 'question', text } })
    const { body } = await ward.leader.get<{ questions: { id: string; text: string }[] }>(
      `/api/notices/${notice.id}/answers`,
    )
    expect(body.questions[0]?.text).toContain('Có cần mang ghế không?')
    expect(JSON.stringify(body)).not.toContain('0905123456')
    const answered = await ward.leader.post(`/api/notices/${notice.id}/answers/${body.questions[0]?.id}`, {
      text: 'Tổ có ghế rồi.',
    })
    expect(answered.status).toBe(200)
    await ward.settle()
    expect(ward.resident('ba-sau').heard().at(-1)).toContain('Đáp: Tổ có ghế rồi.')
    const { body: mine } = await sau.get<{ questions: { reply: string }[] }>(`/api/inbox/${id}`)
    expect(mine.questions[0]?.reply).toBe('Tổ có ghế rồi.')
  })

  it('who asked is answered once: a second press is none, and other words do not take the place of the first', async () => {
    const notice = await ward.send()
    const { body: inbox } = await sau.get<Inbox>('/api/inbox')
    const id = inbox.notices.find(({ code }) => code === notice.code)?.id
    await sau.post(`/api/inbox/${id}/answer`, { answer: { kind: 'question', text: 'Họp mấy giờ xong?' } })
    const path = `/api/notices/${notice.id}/answers`
    const { body } = await ward.leader.get<{ questions: { id: string }[] }>(path)
    const answer = (text: string, by = ward.leader) => by.post(`${path}/${body.questions[0]?.id}`, { text })
    const twice = await Promise.all([1, 2].map(() => answer('Chừng chín giờ tối.')))
    expect(twice.map(({ status }) => status)).toEqual([200, 200])
    expect((await answer('Mười giờ.', ward.administrator)).status).toBe(409)
    await ward.settle()
    const said = ward
      .resident('ba-sau')
      .heard()
      .filter(text => text.includes('Họp mấy giờ xong?'))
    expect(said).toHaveLength(1)
    const { body: mine } = await sau.get<{ questions: { reply: string }[] }>(`/api/inbox/${id}`)
    expect(mine.questions).toMatchObject([{ reply: 'Chừng chín giờ tối.' }])
  })

  it('chooses kinds and hours', async () => {
    const wishes = {
      push: true,
      mutedKinds: ['meeting'],
      quiet: { from: '20:00', until: '07:00' },
      notifications: true,
    }
    expect((await sau.put('/api/inbox-preferences', wishes)).body).toEqual(wishes)
    const notice = await ward.send()
    await ward.settle()
    expect(heard('ba-sau', notice.code)).toEqual([])
    expect((await ward.counts(notice.id)).inboxOnly).toBe(1)
    expect((await sau.get<Inbox>('/api/inbox')).body.notices[0]?.code).toBe(notice.code)
    await sau.put('/api/inbox-preferences', { ...wishes, mutedKinds: [], quiet: null, notifications: false })
  })

  it('leaves with one tap and gets nothing more', async () => {
    const lan = await ward.member('chi-lan')
    expect((await lan.remove(`/api/places/${HOOD}`)).status).toBe(200)
    const notice = await ward.send()
    await ward.settle()
    expect(heard('chi-lan', notice.code)).toEqual([])
    expect((await lan.get<Inbox>('/api/inbox')).body.notices).toEqual([])
  })
})

describe('everybody with the link', () => {
  it('reads the page, the poster, the words for the loudspeaker and the calendar file', async () => {
    const notice = await ward.send({ fields: { what: 'Bàn việc <b>sửa đường</b> & cống.' } })
    const path = new URL(notice.url).pathname
    const get = async (rest = '') => (await fetch(`${ward.url}${path}${rest}`)).text()
    const page = await get()
    for (const words of ['Mời họp tổ dân phố', 'thứ Bảy 05/12/2026 (27/10 âm lịch)', 'Nhà văn hóa tổ 12', notice.code])
      expect(page).toContain(words)
    expect(page).not.toContain('<b>sửa')
    expect(await get('/to-roi')).toMatch(/<svg[\s\S]*phuong-mau\.example\/tb\//)
    expect(await get('/loa')).toContain('mười chín giờ ba mươi phút')
    const calendar = await get('/lich.ics')
    expect(calendar).toContain('DTSTART:20261205T123000Z')
    expect(calendar.split('\r\n').every(line => Buffer.byteLength(line) <= 75)).toBe(true)
  })

  it('is counted by where the link was found, and nothing else is kept', async () => {
    const notice = await ward.send()
    const path = new URL(notice.url).pathname
    for (const via of ['nhom', 'nhom', 'giay', 'zalo', '']) await fetch(`${ward.url}${path}?tu=${via}`, PHONE)
    await fetch(`${ward.url}${path}?tu=nhom`, { headers: { 'user-agent': 'facebookexternalhit/1.1' } })
    expect((await ward.counts(notice.id)).linkOpenings).toEqual({ group: 2, poster: 1, other: 1 })
  })

  it('finds nothing of a notice that was stopped before its hour, and the chat knows it as little', async () => {
    const notice = await ward.compose({ timing: { kind: 'at', at: new Date('2026-11-26T02:00:00Z') } })
    await ward.submit(notice)
    await ward.approve(notice)
    await ward.leader.post(`/api/notices/${notice.id}/cancel`, { reason: 'Hoãn họp' })
    const page = await fetch(`${ward.url}${new URL(notice.url).pathname}`)
    expect([page.status, await page.text()]).toEqual([404, expect.stringContaining('Không có tin mang mã này')])
    expect((await ward.stranger.get(`/api/public-notices/${notice.code}`)).status).toBe(404)
    expect((await ward.resident('ba-sau').ask(`tin ${notice.code} có thật không`)).text).toContain('TIN GIẢ')
  })

  it('is told kindly that a code is not ours', async () => {
    const response = await fetch(`${ward.url}/tb/zzzzz`)
    expect(response.status).toBe(404)
    expect(await response.text()).toContain('đây là tin giả')
    expect((await fetch(`${ward.url}/tb/%3Cscript%3E`)).status).toBe(404)
    expect((await ward.stranger.get('/api/public-notices/TB-ZZZZZ')).status).toBe(404)
  })

  it('finds notices of an area, in RSS and as a calendar, and drafts nowhere', async () => {
    const draft = await ward.compose()
    const sent = await ward.send({ fields: { title: 'Tin cho mọi người & "ai" cũng xem' } })
    const { body } = await ward.stranger.get<PublicNotice[]>(`/api/areas/${HOOD}/notices`)
    const codes = body.map(({ code }) => code)
    expect(codes).toContain(sent.code)
    expect(codes).not.toContain(draft.code)
    expect((await ward.stranger.get(`/api/public-notices/${draft.code}`)).status).toBe(404)
    const rss = await (await fetch(`${ward.url}/thong-bao/${HOOD}/rss.xml`)).text()
    expect(rss).toContain(`<guid isPermaLink="false">${sent.code}</guid>`)
    expect(rss).toContain('&#38; &#34;ai&#34;')
    expect(await (await fetch(`${ward.url}/thong-bao/${HOOD}/lich.ics`)).text()).toContain(`UID:${sent.code}@`)
    expect(await (await fetch(`${ward.url}/thong-bao/${HOOD}`)).text()).toContain(new URL(sent.url).pathname)
    expect((await fetch(`${ward.url}/thong-bao/khong-co`)).status).toBe(404)
  })
})
