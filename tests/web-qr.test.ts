/** A ward whose Official Account has no API: everything but replies in the chat works, and nobody is left guessing. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { findArea } from '../server/platform/areas/index.ts'
import { createToken } from '../server/platform/people/index.ts'
import { openWard, type TestWard } from './setup/ward.ts'

let ward: TestWard
beforeAll(async () => {
  ward = await openWard({ zalo: { api: false }, config: { publicUrl: 'https://phuong-mau.example.vn' } })
})
afterAll(() => ward.close())

async function readAsStaff(path: string): Promise<string> {
  const area = await findArea(ward.db, 'phuong-mau')
  const token = await createToken(ward.db, {
    role: 'viewer',
    areaId: area?.id ?? '',
    label: 'test',
    expiresAt: new Date(Date.now() + 60_000),
  })
  return (await fetch(`${ward.url}${path}`, { headers: { authorization: `Bearer ${token}` } })).text()
}

describe('a ward without the API', () => {
  it('shows every guide in any browser', async () => {
    const front = await (await fetch(ward.url)).text()
    const guides = [...front.matchAll(/href="(\/thu-tuc\/[a-z0-9-]+)"/g)].map(([, path]) => path ?? '')
    expect(guides.length).toBeGreaterThanOrEqual(12)
    for (const path of guides) expect((await fetch(`${ward.url}${path}`)).status).toBe(200)
  })

  it('takes no events and sends nothing, and stays calm when Zalo calls', async () => {
    ward.resident().write('Làm giấy khai sinh cần gì?')
    await ward.emulator.control.idle(300)
    expect(await ward.db.selectFrom('events').select('id').execute()).toEqual([])
    expect(ward.resident().heard()).toEqual([])
  })

  it('says on the health page what is off, why, and what would switch it on', async () => {
    const page = await readAsStaff('/can-bo/tinh-trang')
    expect(page).toContain('Đang tắt')
    expect(page).toContain('ZALO_API=on')
  })

  it('gets texts to paste into the account’s own auto-reply and menu, with the ward’s own address', async () => {
    const page = await readAsStaff('/can-bo/van-ban-oa')
    expect(page).toContain('https://phuong-mau.example.vn/thu-tuc/khai-sinh')
    expect(page).toContain('0200 000 001')
  })
})
