/** A day at the desk, in a real browser: invited, signed in with the phone, people, places, cases; on a PC and on a phone. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { Browser, Page } from 'playwright-core'
import { findBarriers, openBrowser } from './setup/browser.ts'
import { type Desk, openDesk, PHONE, signInAtDesk } from './setup/desk.ts'
import { codeOf, enrolFirst, type Officer, PASSWORD, totp } from './setup/staff.ts'
import { openWard, type TestWard } from './setup/ward.ts'

const SHOTS = process.env.MOT_CUA_SHOTS
let ward: TestWard
let browser: Browser
let admin: Officer
beforeAll(async () => {
  ;[ward, browser] = await Promise.all([openWard({ config: { trustProxy: 1 } }), openBrowser()])
  admin = await enrolFirst(ward)
  const area = await ward.db.selectFrom('areas').select('id').where('code', '=', 'phuong-mau').executeTakeFirstOrThrow()
  const context = JSON.stringify([{ from: 'person', text: 'cho gap can bo <b>với</b>', at: new Date().toISOString() }])
  await ward.db
    .insertInto('handoffs')
    .values({
      oa_id: ward.config.zalo.oaId,
      area_id: area.id,
      oa_user_id: '77',
      person_id: (await ward.db.selectFrom('persons').select('id').executeTakeFirstOrThrow()).id,
      reason: 'asked',
      context,
      opened_at: new Date(Date.now() - 3600_000),
      escalate_at: new Date(Date.now() + 86_400_000),
    })
    .execute()
})
afterAll(async () => {
  await browser?.close()
  await ward?.close()
})

const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { level: 1, name })
const shoot = (page: Page, name: string) =>
  SHOTS ? page.screenshot({ path: `${SHOTS}/${name}.png`, fullPage: true }) : Promise.resolve()

const isOpen = async (code: string) =>
  (await ward.db.selectFrom('areas').select('retired_at').where('code', '=', code).executeTakeFirstOrThrow())
    .retired_at === null

async function atDesk(path = '/', size?: { width: number; height: number }): Promise<Desk> {
  const desk = await openDesk(browser, ward.url, '/', size)
  await signInAtDesk(desk.page, admin)
  if (path !== '/') {
    await desk.page.goto(`${ward.url}/console${path}`)
    await heading(desk.page, /./).waitFor()
  }
  return desk
}

describe('somebody new', () => {
  it('is invited, chooses name and password, sets the phone up, keeps the codes, and is at the desk', async () => {
    const { page: at, complaints: first } = await atDesk('/can-bo')
    await at.getByRole('button', { name: 'Mời người mới' }).click()
    await at.getByLabel('Họ và tên').fill('Đỗ Thị <script>alert(1)</script> Lan')
    await at.getByLabel('Vai trò').selectOption('answerer')
    await at.getByRole('button', { name: 'Tạo đường dẫn mời' }).click()
    const link = (await at.locator('code').textContent()) ?? ''
    await shoot(at, 'moi-nguoi')
    expect(await findBarriers(at)).toEqual([])
    expect(first).toEqual([])

    const { page, complaints } = await openDesk(browser, ward.url, `/loi-moi#${codeOf(link)}`)
    await heading(page, 'Tạo tài khoản').waitFor()
    await page.getByText('Người trả lời tại Phường Mẫu').waitFor()
    await page.getByLabel('Tên đăng nhập').fill('lan.dt')
    await page.getByRole('textbox', { name: 'Mật khẩu' }).fill('matkhau123456')
    await page.getByRole('button', { name: 'Tiếp tục' }).click()
    await page.getByText(/dễ đoán/).waitFor()
    expect(await findBarriers(page)).toEqual([])
    await shoot(page, 'loi-moi')
    await page.getByRole('textbox', { name: 'Mật khẩu' }).fill(PASSWORD)
    await page.getByRole('button', { name: 'Tiếp tục' }).click()

    await heading(page, 'Cài mã trên điện thoại').waitFor()
    const secret = (await page.locator('code').textContent()) ?? ''
    await shoot(page, 'cai-ma')
    expect(await findBarriers(page)).toEqual([])
    await page.getByLabel(/Sáu số/).fill('000000')
    await page.keyboard.press('Enter')
    await page.getByText('Mã chưa đúng.', { exact: false }).waitFor()
    await page.getByLabel(/Sáu số/).fill(totp(secret))
    await page.keyboard.press('Enter')

    await heading(page, 'Cất mười mã dự phòng').waitFor()
    expect(await page.getByRole('list', { name: 'Mã dự phòng' }).getByRole('listitem').count()).toBe(10)
    expect(await findBarriers(page)).toEqual([])
    await shoot(page, 'ma-du-phong')
    await page.getByLabel('Tôi đã cất các mã này').check()
    await page.getByRole('button', { name: 'Vào bàn làm việc' }).click()
    await heading(page, 'Hôm nay').waitFor()
    const menu = page.getByRole('navigation', { name: 'Danh mục' })
    await menu.getByText('Bà con đang chờ').waitFor()
    expect(await menu.getByText('Cán bộ', { exact: true }).count()).toBe(0)
    expect(complaints.filter(complaint => !/4\d\d/.test(complaint))).toEqual([])

    await at.reload()
    await at.getByText('Đỗ Thị <script>alert(1)</script> Lan').waitFor()
    await Promise.all([page.close(), at.close()])
  })

  it('with a link that was used is told what to do', async () => {
    const { page } = await openDesk(browser, ward.url, `/loi-moi#${'x'.repeat(32)}`)
    await page.getByText(/tạo đường dẫn mới/).waitFor()
    expect(await findBarriers(page)).toEqual([])
    await page.close()
  })
})

describe('signing in', () => {
  it('says in Vietnamese what was wrong, by keyboard alone, and offers a recovery code', async () => {
    const { page, complaints } = await openDesk(browser, ward.url)
    await page.getByLabel('Tên đăng nhập').waitFor()
    await shoot(page, 'dang-nhap')
    expect(await findBarriers(page)).toEqual([])
    await page.keyboard.type(admin.username)
    await page.keyboard.press('Tab')
    await page.keyboard.type('không phải đâu')
    await page.keyboard.press('Enter')
    await page.getByText('Tên đăng nhập hoặc mật khẩu chưa đúng.').waitFor()
    await page.getByRole('textbox', { name: 'Mật khẩu' }).fill(PASSWORD)
    await page.keyboard.press('Enter')
    await page.getByLabel(/Sáu số/).waitFor()
    await shoot(page, 'nhap-ma')
    expect(await findBarriers(page)).toEqual([])
    await page.getByRole('button', { name: /Dùng mã dự phòng/ }).click()
    await page.getByLabel(/Một trong mười mã/).fill(admin.recoveryCodes[9] ?? '')
    await page.keyboard.press('Enter')
    await heading(page, 'Hôm nay').waitFor()
    await page.getByRole('button', { name: 'Đăng xuất' }).click()
    await page.getByLabel('Tên đăng nhập').waitFor()
    expect(complaints.filter(complaint => !/401/.test(complaint))).toEqual([])
    await page.close()
  })
})

describe('every page', () => {
  it('is served with a nonce of its own and a strict policy', async () => {
    const [one, two] = await Promise.all([fetch(`${ward.url}/console/`), fetch(`${ward.url}/console/can-bo`)])
    const policies = [one, two].map(response => response.headers.get('content-security-policy') ?? '')
    for (const policy of policies) {
      expect(policy).toMatch(/default-src 'none'/)
      expect(policy).not.toMatch(/unsafe|\*/)
    }
    expect(policies[0]).not.toBe(policies[1])
    expect(one.headers.get('cache-control')).toBe('no-store')
    for (const path of [
      '/console/assets/../../package.json',
      '/console/assets/%2e%2e%2findex.html',
      '/console/assets/no.js',
    ])
      expect((await fetch(ward.url + path)).headers.get('cache-control') ?? '').not.toContain('immutable')
  })
})

describe('an officer on the phone', () => {
  it('opens the menu, goes to the cases, and ends one; the note survives a reload', async () => {
    const { page, complaints } = await atDesk('/', PHONE)
    await page.getByRole('button', { name: 'Mở danh mục' }).click()
    await page.getByRole('navigation', { name: 'Danh mục' }).getByText('Bà con đang chờ').click()
    await heading(page, 'Bà con đang chờ').waitFor()
    await page.getByRole('link', { name: /Xin gặp cán bộ/ }).click()
    await page.getByText('cho gap can bo <b>với</b>').waitFor()
    await page.getByLabel('Ghi chú').fill('Đã hẹn chị ấy chiều mai')
    await page.reload()
    expect(await page.getByLabel('Ghi chú').inputValue()).toBe('Đã hẹn chị ấy chiều mai')
    // Nobody is taken to be answered before an officer says so.
    expect(await page.getByRole('button', { name: 'Kết thúc' }).isDisabled()).toBe(true)
    await page.getByLabel('Đã trả lời').check()
    await page.getByRole('button', { name: 'Kết thúc' }).click()
    await page.getByText('Ghi chú: Đã hẹn chị ấy chiều mai').waitFor()
    expect(complaints).toEqual([])
    await page.close()
  })

  it('reads what to do when the network is gone, and goes on when it is back', async () => {
    const { page } = await atDesk('/can-bo', PHONE)
    await page.getByRole('button', { name: 'Mời người mới' }).click()
    await page.getByLabel('Tại địa bàn').waitFor()
    await page.getByLabel('Họ và tên').fill('Người Mạng Yếu')
    await page.context().setOffline(true)
    await page.getByRole('button', { name: 'Tạo đường dẫn mời' }).click()
    await page.getByText(/Không nối được với máy chủ/).waitFor()
    expect(await page.getByLabel('Họ và tên').inputValue()).toBe('Người Mạng Yếu')
    await page.context().setOffline(false)
    await page.getByRole('button', { name: 'Tạo đường dẫn mời' }).click()
    await page.getByText('Đường dẫn, dùng được một lần').waitFor()
    await page.close()
  })
})

describe('an administrator', () => {
  it('renames a place, merges two only when it is meant, and gives somebody a second role', async () => {
    const { page, complaints } = await atDesk('/dia-ban')
    await page.getByLabel('Tìm theo tên').fill('to dan pho 3')
    await page.getByRole('button', { name: 'Sửa Tổ dân phố 3', exact: true }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('textbox', { name: 'Tên', exact: true }).fill('Khu phố 3')
    await shoot(page, 'sua-dia-ban')
    expect(await findBarriers(page)).toEqual([])
    await dialog.getByRole('button', { name: 'Đổi tên' }).click()
    await page.getByRole('dialog', { name: 'Khu phố 3' }).waitFor()
    await page.keyboard.press('Escape')
    await page.getByText('Tổ dân phố 3').waitFor()
    await page.getByLabel('Tìm theo tên').fill('to dan pho 4')
    await page.getByRole('button', { name: 'Sửa Tổ dân phố 4', exact: true }).click()
    await dialog.getByRole('checkbox', { name: 'Tổ dân phố 5', exact: true }).check()
    await dialog.getByRole('button', { name: 'Gộp 1 nơi vào Tổ dân phố 4' }).click()
    const asked = dialog.getByRole('group', { name: 'Gộp 1 nơi vào Tổ dân phố 4?' })
    await asked.getByText('Tổ dân phố 5 thôi hoạt động', { exact: false }).waitFor()
    // Enter pressed once too often: the way back is what it hits.
    await page.keyboard.press('Enter')
    await asked.waitFor({ state: 'detached' })
    expect(await isOpen('phuong-mau-to-5')).toBe(true)
    await dialog.getByRole('button', { name: 'Gộp 1 nơi vào Tổ dân phố 4' }).click()
    await shoot(page, 'gop-dia-ban')
    expect(await findBarriers(page)).toEqual([])
    await asked.getByRole('button', { name: 'Gộp 1 nơi vào Tổ dân phố 4' }).click()
    await dialog.getByText('Đã gộp vào Tổ dân phố 4.').waitFor()
    expect(await isOpen('phuong-mau-to-5')).toBe(false)
    await page.goto(`${ward.url}/console/can-bo`)
    await page.getByRole('button', { name: `Sửa Trần Thị Hoa` }).click()
    await page.getByLabel('Vai trò', { exact: true }).selectOption('viewer')
    await page.getByRole('button', { name: 'Giao vai trò' }).click()
    await page.getByRole('dialog').getByText('Người xem, Phường Mẫu').waitFor()
    await shoot(page, 'sua-can-bo')
    expect(await findBarriers(page)).toEqual([])
    await page.getByRole('button', { name: 'Thôi vai trò Quản trị tại Phường Mẫu' }).click()
    await page.getByText(/người quản trị cuối cùng/).waitFor()
    expect(complaints.filter(complaint => !/409/.test(complaint))).toEqual([])
    await page.close()
  })
})
