/** The audit as administrators read it: filtered, of their own areas, and as a file that no spreadsheet runs. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { parse } from 'csv-parse/sync'
import { findArea } from '../server/platform/areas/index.ts'
import { createToken } from '../server/platform/people/index.ts'
import type { AuditPage } from '../shared/audit.ts'
import { csvLine } from '../shared/csv.ts'
import { openWard, type TestWard } from './setup/ward.ts'

const FORMULA = '=HYPERLINK("http://x","bấm")'
const CITY = '00000000-0000-4000-8000-00000000000a'
const OTHER = '00000000-0000-4000-8000-00000000000b'

let ward: TestWard
let own: string
let other: string

async function token(area: string): Promise<string> {
  const found = await findArea(ward.db, area)
  return createToken(ward.db, {
    role: 'administrator',
    areaId: found?.id ?? '',
    label: `quản trị ${area}`,
    expiresAt: new Date(Date.now() + 3600_000),
  })
}

const get = (path: string, bearer: string) =>
  fetch(`${ward.url}${path}`, { headers: { authorization: `Bearer ${bearer}` } })
const list = async (query: string, bearer = own) =>
  (await (await get(`/api/audit${query}`, bearer)).json()) as AuditPage

beforeAll(async () => {
  ward = await openWard()
  const area = await findArea(ward.db, 'phuong-mau')
  await ward.db
    .insertInto('areas')
    .values([
      { id: CITY, level: 'city', code: 'thanh-pho', name: 'Thành phố' },
      { id: OTHER, parent_id: CITY, level: 'ward', code: 'phuong-khac', name: 'Phường Khác' },
    ])
    .execute()
  await ward.db.updateTable('areas').set({ parent_id: CITY }).where('code', '=', 'phuong-mau').execute()
  ;[own, other] = await Promise.all([token('phuong-mau'), token('phuong-khac')])
  const line = (actor: string, action: string, area_id: string | null, at: string) => ({
    actor,
    action,
    area_id,
    subject: 'x',
    at: new Date(at),
  })
  await ward.db
    .insertInto('audit')
    .values([
      line(FORMULA, 'role granted', area?.id ?? null, '2026-11-01T16:59:00Z'),
      line('Cô Hạnh', 'role granted', area?.id ?? null, '2026-11-01T17:01:00Z'),
      line('Cô Hạnh', 'link moved', area?.id ?? null, '2026-11-03T03:00:00Z'),
      line('Anh Xa', 'link moved', OTHER, '2026-11-03T03:00:00Z'),
      line('system', 'persons merged', null, '2026-11-03T03:00:00Z'),
    ])
    .execute()
})
afterAll(() => ward.close())

describe('the audit', () => {
  it('is shown by actor, action, area and day at the ward', async () => {
    const actions = async (query: string) => (await list(query)).lines.map(({ actor, action }) => `${actor}: ${action}`)
    expect(await actions(`?actor=${encodeURIComponent('Cô Hạnh')}`)).toEqual([
      'Cô Hạnh: link moved',
      'Cô Hạnh: role granted',
    ])
    expect(await actions('?action=link%20moved')).toEqual(['Cô Hạnh: link moved'])
    // One minute past midnight in Vietnam is the next day.
    expect(await actions('?from=2026-11-02&until=2026-11-02')).toEqual(['Cô Hạnh: role granted'])
    expect(await actions('?actor=%25')).toEqual([])
    expect((await get('/api/audit?area=phuong-khac', own)).status).toBe(403)
  })

  it('of another ward, and of no ward at all, is not to be seen from a ward', async () => {
    expect(JSON.stringify(await list(''))).not.toMatch(/Anh Xa|persons merged/)
    expect((await list('?action=link%20moved', other)).lines.map(({ actor }) => actor)).toEqual(['Anh Xa'])
    expect(JSON.stringify(await list('', await token('thanh-pho')))).toMatch(/persons merged/)
    const file = await (await get('/can-bo/nhat-ky.csv', other)).text()
    expect(file).not.toContain('Cô Hạnh')
  })

  it('leaves as a file line for line, and no cell of it is a formula', async () => {
    const response = await get('/can-bo/nhat-ky.csv?from=2026-11-01&until=2026-11-03', own)
    expect(response.headers.get('content-disposition')).toMatch(/attachment; filename="nhat-ky-/)
    const rows = parse(await response.text(), { bom: true }) as string[][]
    expect(rows.map(([, , , actor]) => actor)).toEqual(['người làm', 'Cô Hạnh', 'Cô Hạnh', `'${FORMULA}`])
    expect((await list('?action=audit%20exported')).lines).toHaveLength(1)
    expect((await get('/can-bo/nhat-ky.csv?from=hom-qua', own)).status).toBe(400)
  })

  it('says whether it is whole', async () => {
    const chain = await (await get('/api/audit-chain', own)).json()
    expect(chain).toMatchObject({ isWhole: true, brokenAt: null })
    expect(chain.entries).toBeGreaterThan(5)
  })
})

it.each(['=1+1', '+84', '-5', '@SUM(A1)', '\t=1', ' \u200b=1', '＝1', '|cmd', '\r\n=1'])(
  'a cell %j is disarmed',
  text => {
    expect(csvLine([text])).toMatch(/^"'/)
  },
)
