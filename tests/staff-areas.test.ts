/** Places as administrators keep them: renamed, merged, split, retired, brought in from a spreadsheet. */

import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'
import { sql } from 'kysely'
import { findArea } from '../server/platform/areas/index.ts'
import { createToken } from '../server/platform/people/index.ts'
import { enrolFirst, inviteAndEnrol, type Officer } from './setup/staff.ts'
import { openWard, type TestWard } from './setup/ward.ts'
import { makeWorkbook, makeZip } from './setup/workbook.ts'

let ward: TestWard
let admin: Officer
let number = 100
beforeAll(async () => {
  ward = await openWard({ config: { trustProxy: 1 } })
  admin = await enrolFirst(ward)
})
afterAll(() => ward.close())
beforeEach(() => {
  number += 10
})

interface Node {
  code: string
  name: string
  members: number
  staff: number
  otherNames: { kind: string; name: string }[]
  retiredAt: string | null
  mergedInto: string | null
  splitFrom: string | null
}
const post = (path: string, body: unknown, pc = admin) => pc.call('POST', `/api/areas/${path}`, body)
const reasonOf = async (response: Response) => (await response.json()).data?.reason
const tree = async (): Promise<Node[]> => (await admin.call('GET', '/api/areas/tree')).json()
const node = async (code: string): Promise<Node> => {
  const found = (await tree()).find(one => one.code === code)
  if (!found) throw new Error(`no area ${code}`)
  return found
}
const LOCAL_PART = {
  topic_key: 'khai-sinh',
  facts: '{}',
  state: 'published' as const,
  authors: ['người soạn'],
  edited_by: 'người soạn',
  edited_at: new Date('2026-11-01T02:00:00Z'),
}
const deedsOn = async (code: string): Promise<string[]> =>
  (await ward.db.selectFrom('audit').select('action').where('subject', '=', code).orderBy('id').execute()).map(
    ({ action }) => action,
  )
/** Two new neighbourhoods, so that no test stands on another's. */
async function addTwo(): Promise<[string, string]> {
  const codes: [string, string] = [`to-${number}`, `to-${number + 1}`]
  for (const code of codes)
    expect((await post('phuong-mau/below', { code, name: `Tổ ${code.slice(3)}` })).status).toBe(200)
  return codes
}
async function addMember(code: string): Promise<string> {
  const area = await findArea(ward.db, code)
  const id = randomUUID()
  await ward.db.insertInto('persons').values({ id }).execute()
  await ward.db
    .insertInto('memberships')
    .values({ person_id: id, area_id: area?.id ?? '', label: 'Nhà mình' })
    .execute()
  return id
}
const publicNames = async () => (await (await fetch(`${ward.url}/api/areas`)).json()) as Node[]

describe('a place', () => {
  it('gets another name; the old one is still found, the code on its poster stays', async () => {
    const [code] = await addTwo()
    const old = (await node(code)).name
    expect((await post(`${code}/rename`, { name: `Khu phố ${number}` })).status).toBe(200)
    const shown = (await publicNames()).find(one => one.code === code)
    expect(shown).toMatchObject({ name: `Khu phố ${number}`, otherNames: [{ kind: 'old', name: old }] })
  })

  it('is known by streets, alleys and other names', async () => {
    const [code] = await addTwo()
    const names = [
      { kind: 'street', name: 'Đường Số 5' },
      { kind: 'alley', name: 'Hẻm 12' },
    ]
    expect((await admin.call('PUT', `/api/areas/${code}/names`, { names })).status).toBe(200)
    expect((await publicNames()).find(one => one.code === code)?.otherNames).toEqual(expect.arrayContaining(names))
  })

  it('takes others in: members, leaders, names and former names come along', async () => {
    const [into, other] = await addTwo()
    await addMember(other)
    const leader = await inviteAndEnrol(ward, admin, {
      name: 'Tổ Trưởng',
      role: 'leader',
      area: other,
      username: `to.truong${number}`,
    })
    expect((await post(`${into}/merge`, { others: [other] })).status).toBe(200)
    expect(await node(into)).toMatchObject({ staff: 1, otherNames: [{ kind: 'old', name: `Tổ ${number + 1}` }] })
    expect(await node(other)).toMatchObject({ mergedInto: into, members: 1, staff: 0, retiredAt: expect.any(String) })
    expect((await (await leader.call('GET', '/api/staff/me')).json()).roles).toMatchObject([
      { role: 'leader', area: into },
    ])
    expect((await publicNames()).map(({ code }) => code)).not.toContain(other)
    expect(await reasonOf(await post('phuong-mau/below', { code: other, name: 'Tổ khác' }))).toBe('code_taken')
  })

  it('takes open invitations along, and is not lost while something of guides holds there alone', async () => {
    const [into, other] = await addTwo()
    const invited = { name: `Ngô Văn Mới ${number}`, role: 'leader', area: other }
    expect((await admin.call('POST', '/api/staff/invitations', invited)).status).toBe(200)
    const area = await ward.db.selectFrom('areas').select('id').where('code', '=', other).executeTakeFirstOrThrow()
    const { id: part } = await ward.db
      .insertInto('local_parts')
      .values({ ...LOCAL_PART, area_id: area.id })
      .returning('id')
      .executeTakeFirstOrThrow()
    expect(await reasonOf(await post(`${into}/merge`, { others: [other] }))).toBe('has_local_parts')
    await ward.db.updateTable('local_parts').set({ state: 'retired' }).where('id', '=', part).execute()
    expect((await post(`${into}/merge`, { others: [other] })).status).toBe(200)
    expect(await (await admin.call('GET', '/api/staff/invitations')).json()).toContainEqual(
      expect.objectContaining({ name: invited.name, areaName: `Tổ ${number}` }),
    )
  })

  it('is never merged with itself, its ward, or a place elsewhere', async () => {
    const [code] = await addTwo()
    expect(await reasonOf(await post(`${code}/merge`, { others: [code] }))).toBe('same_area')
    expect(await reasonOf(await post(`${code}/merge`, { others: ['phuong-mau'] }))).toBe('not_siblings')
    expect((await post(`${code}/merge`, { others: ['khong-co'] })).status).toBe(404)
  })

  it('is split: parts take their streets along, members stay until they choose', async () => {
    const [code] = await addTwo()
    await addMember(code)
    const street = { kind: 'street', name: 'Đường Ven Sông' }
    await admin.call('PUT', `/api/areas/${code}/names`, { names: [street] })
    const part = { code: `${code}b`, name: `Tổ ${number}B`, names: [street] }
    expect((await post(`${code}/split`, { name: `Tổ ${number}A`, parts: [part] })).status).toBe(200)
    expect(await node(code)).toMatchObject({ name: `Tổ ${number}A`, members: 1, otherNames: [{ kind: 'old' }] })
    expect(await node(`${code}b`)).toMatchObject({ splitFrom: code, members: 0, otherNames: [street] })
  })

  it('that is split with a code in use changes nothing at all', async () => {
    const [code, taken] = await addTwo()
    const parts = [
      { code: `${code}c`, name: 'Phần mới', names: [] },
      { code: taken, name: 'Phần trùng mã', names: [] },
    ]
    expect(await reasonOf(await post(`${code}/split`, { name: 'Tên khác', parts }))).toBe('code_taken')
    expect(await node(code)).toMatchObject({ name: `Tổ ${number}` })
    expect((await tree()).map(one => one.code)).not.toContain(`${code}c`)
  })

  it('that is no more is retired; a ward with places below it is not', async () => {
    const [code] = await addTwo()
    expect((await post(`${code}/retire`, {})).status).toBe(200)
    expect((await post(`${code}/rename`, { name: 'Không còn' })).status).toBe(404)
    expect(await reasonOf(await post('phuong-mau/retire', {}))).toBe('still_has_areas')
  })

  it('is written about in the audit, before and after', async () => {
    const [code] = await addTwo()
    await post(`${code}/rename`, { name: 'Tên Sau' })
    const rows = await ward.db.selectFrom('audit').selectAll().where('subject', '=', code).orderBy('id').execute()
    expect(rows.map(({ action }) => action)).toEqual(['area added', 'area renamed'])
    expect(rows[1]?.detail).toEqual({ before: `Tổ ${number}`, after: 'Tên Sau' })
  })
})

describe('a spreadsheet', () => {
  async function send(bytes: Uint8Array | string, isRehearsal = false, area = 'phuong-mau') {
    const form = new FormData()
    form.set('file', new File([typeof bytes === 'string' ? bytes : new Uint8Array(bytes)], 'to-dan-pho.xlsx'))
    form.set('isRehearsal', String(isRehearsal))
    return admin.call('POST', `/api/areas/${area}/import`, form)
  }
  const heading = ['Mã', 'Tên', 'Đường', 'Hẻm', 'Tên cũ']

  it('says first what it would change, then changes it', async () => {
    const [known] = await addTwo()
    const rows = [
      heading,
      [`moi-${number}`, 'Tổ Mới', 'Đường 1; Đường 2', '', 'Tổ 9 cũ'],
      [known, 'Tổ Đổi Tên', '', '', ''],
    ]
    const book = makeWorkbook(rows)
    const rehearsed = await (await send(book, true)).json()
    expect(rehearsed).toMatchObject({
      isDone: false,
      rows: [
        { line: 2, change: 'new' },
        { line: 3, change: 'renamed' },
      ],
    })
    expect((await node(known)).name).toBe(`Tổ ${number}`)
    expect(await (await send(book)).json()).toMatchObject({ isDone: true })
    expect((await node(`moi-${number}`)).otherNames).toHaveLength(3)
    expect(await deedsOn(`moi-${number}`)).toEqual(['area added', 'area names written'])
    expect((await node(known)).name).toBe('Tổ Đổi Tên')
    expect(await (await send(book)).json()).toMatchObject({ rows: [{ change: 'same' }, { change: 'same' }] })
  })

  it('as CSV works too, with a comma or as Excel in Vietnam saves it', async () => {
    expect(await (await send(`Mã,Tên\ncsv-${number},Tổ CSV\n`)).json()).toMatchObject({ isDone: true })
    expect(
      await (await send(`\uFEFFMã;Tên;Đường\r\nxls-${number};Tổ Chấm Phẩy;"Đường A; Đường B"\r\n`)).json(),
    ).toMatchObject({ isDone: true })
    expect((await node(`xls-${number}`)).otherNames).toHaveLength(2)
  })

  it('with one wrong row changes nothing, and says which and why', async () => {
    const [, taken] = await addTwo()
    await post(`${taken}/retire`, {})
    const wrong = [
      ['Sai Mã', 'Tổ Một'],
      [`dung-${number}`, '=HYPERLINK("http://ke-xau.example")'],
      [taken, 'Tổ Dùng Lại Mã'],
      ['', 'Tổ Không Mã'],
      [`lap-${number}`, 'Tổ Lặp'],
      [`lap-${number}`, 'Tổ Lặp Nữa'],
      ['phuong-mau', 'Chính phường'],
    ]
    const { isDone, rows } = await (await send(makeWorkbook([['Mã', 'Tên'], ...wrong]))).json()
    expect(isDone).toBe(false)
    expect(
      rows.filter((row: { change: string }) => row.change === 'wrong').map((row: { line: number }) => row.line),
    ).toEqual([2, 3, 4, 5, 7, 8])
    expect((await tree()).map(({ code }) => code)).not.toContain(`lap-${number}`)
  })

  it.each([
    [
      'that is right in itself, but unpacks to hundreds of times its size',
      () => makeWorkbook([heading, ['to-x', 'Tổ X']], { prologue: `<?xml version="1.0"?>${' '.repeat(25_000_000)}` }),
    ],
    [
      'that lies about its size',
      () => makeZip({ 'xl/worksheets/sheet1.xml': Buffer.alloc(60_000_000, 'a') }, { claim: 10 }),
    ],
    [
      'of a thousand parts',
      () => makeZip(Object.fromEntries(Array.from({ length: 1000 }, (_, n) => [`${n}.xml`, Buffer.from('x')]))),
    ],
    ['that is no workbook', () => makeZip({ '../../../etc/passwd': Buffer.from('root') })],
    ['that is a picture', () => Buffer.from('\x89PNG\r\n\x1a\n\0\0\0', 'latin1')],
    ['cut off in the middle', () => makeWorkbook([heading, ['a', 'b']]).subarray(0, 300)],
  ])('%s is refused calmly', async (_, make) => {
    const refused = await send(make(), true)
    expect(refused.status).toBe(400)
    expect(await reasonOf(refused)).toBe('unreadable_file')
  })

  it('names no entity that would grow: a definition of its own is not followed', async () => {
    const bomb = '<?xml version="1.0"?><!DOCTYPE z [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]>'
    const refused = await send(makeWorkbook([heading, ['to-x', 'Tổ &b;']], { prologue: bomb, isRaw: true }), true)
    expect(JSON.stringify(await refused.json())).not.toContain('hahaha')
  })

  it('of a hundred megabytes is refused before it is read', async () => {
    const response = await admin.call('POST', '/api/areas/phuong-mau/import', undefined, {
      'content-type': 'multipart/form-data; boundary=x',
      'content-length': '0',
    })
    expect(response.status).toBe(400)
    const large = new FormData()
    large.set('file', new File([new Uint8Array(100_000_000)], 'lon.xlsx'))
    const answered = await admin.call('POST', '/api/areas/phuong-mau/import', large).then(
      ({ status }) => status,
      () => 'cut off',
    )
    expect([413, 'cut off']).toContain(answered)
  })

  it('may hold two thousand rows, not more', async () => {
    const many = Array.from({ length: 2001 }, (_, n) => [`nhieu-${n}`, `Tổ ${n}`])
    expect(await reasonOf(await send(`Mã,Tên\n${many.map(row => row.join(',')).join('\n')}`, true))).toBe(
      'too_many_rows',
    )
  })
})

describe('what somebody types', () => {
  it('is a name and nothing else, whatever signs it holds', async () => {
    const [code] = await addTwo()
    const names = ["'; drop table areas; --", '%_\\', '<script>alert(1)</script>', '{{7*7}}']
    for (const name of names) {
      expect((await post(`${code}/rename`, { name })).status).toBe(200)
      expect((await node(code)).name).toBe(name)
    }
    for (const code of ['%', '_o-1', "to-1' or '1'='1"])
      expect((await post(`${encodeURIComponent(code)}/rename`, { name: 'Không' })).status).toBe(404)
  })
})

describe('a large city', () => {
  it('is listed by its wards, and each ward with what lies in it when it is asked for', async () => {
    const [city, other] = [randomUUID(), randomUUID()]
    await sql`insert into areas (id, level, code, name) values (${city}, 'city', 'thanh-pho-lon', 'Thành phố Lớn')`.execute(
      ward.db,
    )
    await sql`insert into areas (id, parent_id, level, code, name) values (${other}, ${city}, 'ward', 'phuong-lon', 'Phường Lớn')`.execute(
      ward.db,
    )
    await sql`
      insert into areas (id, parent_id, level, code, name)
      select gen_random_uuid(), ${other}, 'neighbourhood', 'lon-' || n, 'Tổ ' || n from generate_series(1, 320) n
    `.execute(ward.db)
    await sql`update areas set parent_id = ${city} where code = 'phuong-mau'`.execute(ward.db)
    const expiresAt = new Date(Date.now() + 3600_000)
    const read = async (areaId: string, query = ''): Promise<(Node & { areas: number; level: string })[]> => {
      const token = await createToken(ward.db, { role: 'viewer', areaId, label: 'xem', expiresAt })
      const headers = { authorization: `Bearer ${token}` }
      return (await fetch(`${ward.url}/api/areas/tree${query}`, { headers })).json()
    }
    const wards = await read(city)
    expect(wards.map(({ code }) => code).sort()).toEqual(['phuong-lon', 'phuong-mau', 'thanh-pho-lon'])
    expect(wards.find(({ code }) => code === 'phuong-lon')?.areas).toBe(320)
    expect(await read(city, '?below=phuong-lon')).toHaveLength(321)
    // However large, one ward is one screen; and nobody looks beyond their own.
    expect(await read(other)).toHaveLength(321)
    expect(await read(other, '?below=phuong-mau')).toEqual([])
  })
})
