/** After a notice is out: corrected, paused, stopped, tried again, gone after from door to door, and forgotten in time. */
import { randomUUID } from 'node:crypto'
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals'
import { sql } from 'kysely'
import sharp from 'sharp'
import { findArea } from '../server/platform/areas/index.ts'
import { grantRole } from '../server/platform/people/index.ts'
import type { DoorSheet, HouseImport, Inbox, Notice, NoticeFile, PublicNotice } from '../shared/notices/index.ts'
import { type Caller, HOOD, NOW, type NoticeWard, openNoticeWard, PHONE } from './setup/notices.ts'

let ward: NoticeWard
let sau: Caller
beforeAll(async () => {
  ward = await openNoticeWard()
  sau = await ward.member('ba-sau')
})
afterAll(() => ward.close())
afterEach(() => ward.setClock(NOW))

const heard = (key: string, words: string) =>
  ward
    .resident(key)
    .heard()
    .filter(text => text.includes(words))
const page = async (notice: Notice) => (await fetch(`${ward.url}${new URL(notice.url).pathname}`)).text()

async function correct(first: Notice, fields: Partial<Notice['draft']['fields']>): Promise<Notice> {
  const { body: draft } = await ward.leader.post<Notice>(`/api/notices/${first.id}/correct`, {
    requestKey: randomUUID(),
  })
  const { body: edited, status } = await ward.leader.put<Notice>(`/api/notices/${draft.id}`, {
    version: draft.version,
    draft: { ...draft.draft, fields: { ...draft.draft.fields, ...fields } },
  })
  if (status !== 200) throw new Error(`not edited: ${edited.message}`)
  return edited
}

describe('a correction', () => {
  it('goes exactly to those who got the first version, and the old link leads to both', async () => {
    const first = await ward.send()
    const late = await ward.member('nguoi-moi')
    const fixed = await correct(first, { from: '20:00' })
    expect(fixed.corrects).toMatchObject({ code: first.code, changes: [{ field: 'time' }] })
    await ward.submit(fixed)
    expect((await ward.approve(fixed)).status).toBe(200)
    await ward.untilSent(fixed.id)
    await ward.settle()
    expect(heard('ba-sau', `ĐÍNH CHÍNH tin ${first.code}`)).toHaveLength(1)
    expect(heard('ba-sau', `ĐÍNH CHÍNH tin ${first.code}`)[0]).toContain(
      'Giờ: 19 giờ 30 đến 21 giờ → 20 giờ đến 21 giờ',
    )
    expect(heard('nguoi-moi', first.code)).toEqual([])
    expect((await late.get<Inbox>('/api/inbox')).body.notices).toEqual([])
    expect(await page(first)).toContain(`xem bản mới, mã ${fixed.code}`)
    expect(await page(fixed)).toMatch(/<del>19 giờ 30 đến 21 giờ<\/del>[\s\S]*<ins>20 giờ đến 21 giờ<\/ins>/)
    expect(await page(fixed)).toContain(`tin trước, mã ${first.code}`)
    const { body: listed } = await ward.stranger.get<PublicNotice[]>(`/api/areas/${HOOD}/notices`)
    expect(listed.map(({ code }) => code)).not.toContain(first.code)
    expect((await sau.get<Inbox>('/api/inbox')).body.notices[0]?.corrects?.code).toBe(first.code)
  })

  it('that changes nothing, or a second one of the same version, is refused', async () => {
    const first = await ward.send()
    const same = await ward.leader.post<Notice>(`/api/notices/${first.id}/correct`, { requestKey: randomUUID() })
    expect(await ward.submit(same.body)).toMatchObject({ status: 400, body: { data: { reason: 'same_words' } } })
    const fixed = await correct(first, { place: 'Trường tiểu học' })
    await ward.submit(fixed)
    await ward.approve(fixed)
    await ward.untilSent(fixed.id)
    const again = await correct(first, { place: 'Đình làng' })
    await ward.submit(again)
    expect(await ward.approve(again)).toMatchObject({ status: 409, body: { data: { reason: 'corrected_already' } } })
  })

  it('of a draft there is none', async () => {
    const draft = await ward.compose()
    expect((await ward.leader.post(`/api/notices/${draft.id}/correct`, { requestKey: randomUUID() })).status).toBe(409)
  })
})

describe('a leader', () => {
  it('stops a notice before its hour, and nobody gets it', async () => {
    const scheduled = async () => {
      const notice = await ward.compose({ timing: { kind: 'at', at: new Date('2026-11-26T02:00:00Z') } })
      await ward.submit(notice)
      await ward.approve(notice)
      expect((await ward.read(notice.id)).state).toBe('scheduled')
      return notice
    }
    // Another of the same hour shows that the hour came.
    const [notice, witness] = [await scheduled(), await scheduled()]
    expect((await ward.leader.post(`/api/notices/${notice.id}/cancel`, { reason: 'Hoãn họp' })).body).toMatchObject({
      state: 'cancelled',
    })
    ward.setClock('2026-11-26T09:00:30+07:00')
    await ward.untilSent(witness.id)
    await ward.settle()
    expect(heard('ba-sau', witness.code)).toHaveLength(1)
    expect(heard('ba-sau', notice.code)).toEqual([])
    expect((await ward.leader.post(`/api/notices/${notice.id}/resume`)).status).toBe(409)
  })

  it('stops a notice that is out, and its page says so to whoever has the link', async () => {
    ward.setClock('2026-11-25T22:00:00+07:00')
    const notice = await ward.compose()
    await ward.submit(notice)
    await ward.approve(notice)
    // In the quiet hours it lies in the inboxes, and is pushed to nobody yet.
    await ward.until(
      'it to be out',
      async () => (await ward.stranger.get(`/api/public-notices/${notice.code}`)).status === 200,
    )
    expect(await page(notice)).not.toContain('Tin này đã hủy')
    const stopped = await ward.leader.post<Notice>(`/api/notices/${notice.id}/cancel`, { reason: 'Hoãn họp' })
    expect([stopped.status, stopped.body.state]).toEqual([200, 'cancelled'])
    expect(await page(notice)).toContain('Tin này đã hủy')
  })

  it('tries again those that failed, and only those', async () => {
    await ward.member('anh-ba')
    const rule = ward.emulator.control.chaos.add({ target: 'message', effect: 'error', code: -227, count: 1 })
    const notice = await ward.send()
    await ward.settle()
    ward.emulator.control.chaos.remove(rule.id)
    const before = await ward.counts(notice.id)
    expect(before.failed).toBe(1)
    expect(before.failures[0]).toMatchObject({ people: 1, isTemporary: true })
    await ward.leader.post(`/api/notices/${notice.id}/retry`, { requestKey: randomUUID() })
    await ward.untilSent(notice.id)
    await ward.settle()
    const after = await ward.counts(notice.id)
    expect(after).toMatchObject({ failed: 0, sent: before.sent + 1 })
    for (const key of ['ba-sau', 'anh-ba', 'nguoi-moi']) expect(heard(key, notice.code).length).toBeLessThanOrEqual(1)
  })

  it('puts it into the own group, ticks it off, and sees how often the link was opened', async () => {
    const notice = await ward.send()
    expect((await ward.leader.post<Notice>(`/api/notices/${notice.id}/posted`)).body.posted.times).toBe(1)
    await fetch(`${ward.url}${new URL(notice.url).pathname}?tu=nhom`, PHONE)
    expect((await ward.counts(notice.id)).linkOpenings.group).toBe(1)
    const draft = await ward.compose()
    expect((await ward.leader.post(`/api/notices/${draft.id}/posted`)).status).toBe(409)
  })
})

describe('an answer to a notice', () => {
  it('is forgotten some time after the end of the notice, and how many came stays', async () => {
    const notice = await ward.send()
    const { body } = await sau.get<Inbox>('/api/inbox')
    const id = body.notices.find(({ code }) => code === notice.code)?.id
    const answer = { kind: 'attendance', attendance: 'going', people: 3 }
    await sau.post(`/api/inbox/${id}/answer`, { answer })
    await sau.post(`/api/inbox/${id}/answer`, { answer: { kind: 'question', text: 'Có cần mang ghế không?' } })
    const kept = async () =>
      (await ward.db.selectFrom('notice_answers').select('kind').where('notice_id', '=', notice.id).execute()).length
    const end = new Date(notice.draft.expiresAt).getTime()
    const daysAfter = (days: number) => ward.setClock(new Date(end + days * 86_400_000 + 60_000).toISOString())
    daysAfter(29)
    await ward.keepNotices()
    expect(await kept()).toBe(2)
    daysAfter(30)
    await ward.keepNotices()
    await ward.keepNotices()
    expect(await kept()).toBe(0)
    expect((await ward.counts(notice.id)).answers).toEqual({ going: 1, goingPeople: 3, notGoing: 0, openQuestions: 0 })
  })
})

describe('what holds for a whole neighbourhood', () => {
  it('is decided by whoever administers it: to lead it is not enough, whatever one administers elsewhere', async () => {
    const both = await ward.officer('administrator', 'phuong-mau-to-5')
    const { id } = await ward.db
      .selectFrom('staff_accounts')
      .select('id')
      .orderBy('created_at', 'desc')
      .limit(1)
      .executeTakeFirstOrThrow()
    const hood = await findArea(ward.db, HOOD)
    await grantRole(ward.db, { personId: id, role: 'leader', areaId: hood?.id ?? '', actor: 'operator' })
    const settings = { approval: 'beyond_own' }
    const change = (area: string) => both.put(`/api/areas/${area}/notice-settings`, { settings })
    const houses = (area: string) => both.put(`/api/areas/${area}/houses`, { text: '1\n2' })
    expect([(await change(HOOD)).status, (await houses(HOOD)).status]).toEqual([403, 403])
    expect([(await change('phuong-mau-to-5')).status, (await houses('phuong-mau-to-5')).status]).toEqual([200, 200])
    await both.put('/api/areas/phuong-mau-to-5/notice-settings', { settings: { approval: 'always' } })
  })
})

describe('the register of houses', () => {
  it('is imported without names, and tells who is missing: doors, not people', async () => {
    const text = 'Mã nhà\n12/2\n12/10\n45\nNguyễn Văn An\n46;Trần Thị Bình'
    const { body } = await ward.administrator.put<HouseImport>(`/api/areas/${HOOD}/houses`, { text })
    expect(body).toMatchObject({ added: 3, removed: 0, refused: [{ line: 5 }, { line: 6 }] })
    expect((await ward.leader.put(`/api/areas/${HOOD}/houses`, { text })).status).toBe(403)
    expect((await sau.put(`/api/areas/${HOOD}/own-house`, { house: '45' })).body).toEqual({ area: HOOD, house: '45' })
    expect((await sau.put(`/api/areas/${HOOD}/own-house`, { house: '99' })).status).toBe(404)

    const notice = await ward.send()
    const { body: sheet } = await ward.leader.get<DoorSheet>(`/api/notices/${notice.id}/doors/${HOOD}`)
    expect(sheet.doors).toEqual([
      { house: '12/2', hasJoined: false, mark: null },
      { house: '12/10', hasJoined: false, mark: null },
      { house: '45', hasJoined: true, mark: null },
    ])
    const marks = [
      { house: '12/2', mark: 'told' },
      { house: '12/10', mark: 'absent' },
    ]
    await ward.leader.put(`/api/notices/${notice.id}/doors/${HOOD}`, { marks })
    expect((await ward.counts(notice.id)).houses).toEqual({ known: 3, joined: 1, toldAtTheDoor: 1 })
    const unknown = await ward.leader.put(`/api/notices/${notice.id}/doors/${HOOD}`, {
      marks: [{ house: '7', mark: 'told' }],
    })
    expect(unknown.status).toBe(404)
    await ward.administrator.put(`/api/areas/${HOOD}/houses`, { text: '12/2\n45' })
    expect((await ward.counts(notice.id)).houses).toEqual({ known: 2, joined: 1, toldAtTheDoor: 1 })
  })
})

describe('a picture or paper', () => {
  const attach = async (bytes: Uint8Array, name: string) => {
    const form = new FormData()
    form.append('file', new File([new Uint8Array(bytes)], name))
    form.append('name', name)
    form.append('alt', 'Giấy mời')
    return ward.upload<NoticeFile>('/api/notice-files', form)
  }

  it('is made anew: small, upright, without what the camera wrote into it', async () => {
    const photo = await sharp({ create: { width: 3000, height: 2000, channels: 3, background: '#884422' } })
      .withExif({ IFD0: { Make: 'CAMERA-OF-SOMEBODY' }, IFD3: { GPSLatitude: '16/1 3/1 0/1' } })
      .jpeg()
      .toBuffer()
    const { status, body } = await attach(photo, 'anh.jpg')
    expect(status).toBe(200)
    const stored = Buffer.from(await (await fetch(ward.url + body.url)).arrayBuffer())
    const made = await sharp(stored).metadata()
    expect(stored.byteLength).toBeLessThanOrEqual(1_000_000)
    expect(made.exif).toBeUndefined()
    expect(stored.includes('CAMERA-OF-SOMEBODY')).toBe(false)
    expect(Math.max(made.width ?? 0, made.height ?? 0)).toBeLessThanOrEqual(1600)
    const notice = await ward.send({ files: [body] })
    expect(await page(notice)).toContain(`<img src="${body.url}" alt="Giấy mời">`)
  })

  it('with a list of names stops a notice of a kind that forbids it, whatever the client says of the file', async () => {
    const { body } = await attach(pdf('Danh sach: Nguyen Van An, Tran Thi Binh, Le Van Cuong'), 'danh-sach.pdf')
    expect(body.found).toEqual(['name_list'])
    const files = [{ ...body, found: [], hasText: true }]
    const draft = {
      kind: 'conscription' as const,
      template: 'kham-tuyen',
      rsvp: 'none' as const,
      files,
      fields: { phone: null, what: 'Khám tuyển năm 2027.' },
    }
    const notice = await ward.compose(draft)
    const refused = await ward.submit(notice, { isConfirmed: true })
    expect(refused.status).toBe(400)
    expect(refused.body.message).toContain('danh sách tên người')
  })

  it('that is no picture, or one never taken in, is refused', async () => {
    const unreadable = { status: 400, body: { data: { reason: 'file_unreadable' } } }
    expect(await attach(Buffer.from('not a picture'), 'x.jpg')).toMatchObject(unreadable)
    expect(await attach(Buffer.from('%PDF-1.4 broken'), 'x.pdf')).toMatchObject(unreadable)
    const { body } = await attach(pdf('Xin chao ba con'), 'tot.pdf')
    const files = [{ ...body, id: 'f'.repeat(64) }]
    const refused = await ward.leader.post('/api/notices', { requestKey: randomUUID(), draft: ward.draft({ files }) })
    expect(refused.status).toBe(400)
  })
})

describe('what is personal', () => {
  const funeral = {
    kind: 'funeral' as const,
    template: 'tang-le',
    rsvp: 'going' as const,
    fields: { title: 'Tin buồn', what: 'Gia đình ông Tư ở cuối hẻm báo tin. Lễ viếng tại nhà.', phone: null },
  }

  it('has to be confirmed, and is erased everywhere when the notice is over', async () => {
    const notice = await ward.compose(funeral)
    expect(await ward.submit(notice)).toMatchObject({ status: 400, body: { data: { reason: 'not_confirmed' } } })
    await ward.submit(notice, { isConfirmed: true })
    await ward.approve(notice)
    await ward.untilSent(notice.id)
    const { body: inbox } = await sau.get<Inbox>('/api/inbox')
    const id = inbox.notices.find(({ code }) => code === notice.code)?.id
    await sau.post(`/api/inbox/${id}/answer`, { answer: { kind: 'question', text: 'Gia đình ông Tư cần gì không' } })
    ward.setClock('2026-12-06T09:00:00+07:00')
    await ward.until('the broadcast to end', async () => {
      await ward.keepNotices()
      return (await ward.read(notice.id)).isErased
    })
    const rows = await sql<{ found: number }>`
      select (select count(*) from notices n where n::text like '%ông Tư%') + (select count(*) from broadcasts b where b::text like '%ông Tư%')
        + (select count(*) from notice_answers a where a::text like '%ông Tư%') + (select count(*) from audit a where a::text like '%ông Tư%') as found
    `.execute(ward.db)
    expect(Number(rows.rows[0]?.found)).toBe(0)
    expect((await fetch(`${ward.url}${new URL(notice.url).pathname}`)).status).toBe(404)
    ward.setClock(NOW)
    expect((await sau.get<Inbox>('/api/inbox')).body.notices.map(({ code }) => code)).not.toContain(notice.code)
    expect((await ward.counts(notice.id)).sent).toBeGreaterThan(0)
  })

  it('is not in lists, RSS or calendar for everybody', async () => {
    const notice = await ward.send(funeral)
    const { body } = await ward.stranger.get<PublicNotice[]>(`/api/areas/${HOOD}/notices`)
    expect(body.map(({ code }) => code)).not.toContain(notice.code)
    expect(await page(notice)).toContain('Tin buồn')
  })

  it('of a person who leaves goes with them: answers, house and authorship', async () => {
    const tam = await ward.member('ong-tam')
    const leader = await ward.makeLeader('co-hai', HOOD)
    const notice = await ward.compose({}, leader)
    const sent = await ward.send()
    const { body: inbox } = await tam.get<Inbox>('/api/inbox')
    const id = inbox.notices.find(({ code }) => code === sent.code)?.id
    await tam.post(`/api/inbox/${id}/answer`, { answer: { kind: 'attendance', attendance: 'going', people: 1 } })
    expect((await ward.counts(sent.id)).answers.going).toBe(1)
    await tam.post('/api/privacy/erasure', { confirm: true })
    await leader.post('/api/privacy/erasure', { confirm: true })
    expect((await ward.counts(sent.id)).answers.going).toBe(0)
    const { author } = await ward.db
      .selectFrom('notices')
      .select('author')
      .where('id', '=', notice.id)
      .executeTakeFirstOrThrow()
    expect(author).toBe(`erased author ${notice.id}`)
  })
})

/** One page with one line of text: enough for a reader of PDFs. */
function pdf(text: string): Buffer {
  const stream = `BT /F1 12 Tf 40 800 Td (${text}) Tj ET`
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    `<< /Length ${stream.length} >>\nstream\n${stream}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
  ]
  let body = '%PDF-1.4\n'
  const places = objects.map((object, index) => {
    const place = body.length
    body += `${index + 1} 0 obj\n${object}\nendobj\n`
    return place
  })
  const xref = body.length
  body += `xref\n0 6\n0000000000 65535 f \n${places.map(place => `${String(place).padStart(10, '0')} 00000 n \n`).join('')}`
  return Buffer.from(`${body}trailer\n<< /Size 6 /Root 1 0 R >>\nstartxref\n${xref}\n%%EOF`)
}
