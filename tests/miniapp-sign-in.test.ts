/** Signing in on the phone, with the real package for Zalo; and that no browser outside Zalo ever meets Zalo's SDK. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'
import { sql } from 'kysely'
import type { Browser } from 'playwright-core'
import { signIn } from './setup/account.ts'
import { findBarriers, openBrowser } from './setup/browser.ts'
import { asLocalhost, openApp, overflowOf, smallTargets } from './setup/phone.ts'
import { openWard, type TestWard } from './setup/ward.ts'
import { buildPackage, openZapp, type Zapp } from './setup/zapp.ts'

let ward: TestWard
let browser: Browser
let remove = (): void => undefined
beforeAll(async () => {
  const built = buildPackage()
  remove = built.remove
  ;[ward, browser] = await Promise.all([openWard({ emulator: { miniAppFolder: built.folder } }), openBrowser()])
}, 120_000)
afterAll(async () => {
  await browser?.close()
  await ward?.close()
  remove()
})
beforeEach(async () => {
  await ward.settle()
  ward.emulator.control.reset()
  await sql`truncate persons, events, deliveries, one_time_codes, erasures cascade`.execute(ward.db)
})

const press = (zapp: Zapp, name: string) => zapp.page.getByRole('button', { name, exact: true }).click()

async function signInOn(zapp: Zapp): Promise<void> {
  await press(zapp, 'Đăng nhập bằng Zalo')
  await zapp.page.getByText('Đã đăng nhập.', { exact: true }).waitFor()
}

function shelf(zapp: Zapp): Promise<string> {
  return zapp.page.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }]))
}

describe('signing in inside Zalo', () => {
  it('asks Zalo nothing at launch, explains first, and keeps the token in memory alone', async () => {
    const zapp = await openZapp(browser, ward, '/cua-toi')
    await zapp.page.getByRole('link', { name: /^Đăng nhập bằng Zalo/ }).click()
    await zapp.page.getByText('Không đăng nhập thì sao').waitFor()
    expect(await zapp.asked()).toEqual([])
    expect(await findBarriers(zapp.page)).toEqual([])
    expect(await smallTargets(zapp.page)).toEqual([])
    expect(await overflowOf(zapp.page)).toBe(0)
    await signInOn(zapp)
    await zapp.page.getByRole('link', { name: /^Điều đang lưu về tôi/ }).click()
    await zapp.page.getByText('Mã riêng ở Mini App').waitFor()
    const token = zapp.calls.find(({ path }) => path === '/api/privacy/stored')?.authorization ?? ''
    expect(token).toMatch(/^Bearer ey/)
    expect(await shelf(zapp)).not.toContain(token.slice('Bearer '.length))
    expect(zapp.calls.filter(({ cookie }) => cookie !== null)).toEqual([])
    expect(zapp.complaints).toEqual([])
    await zapp.page.close()
  })

  it('offers the places of the phone to the account, and moves none by itself', async () => {
    const zapp = await openZapp(browser, ward, '/cua-toi/noi/them')
    await zapp.page.getByRole('button', { name: 'Tổ dân phố 5', exact: true }).click()
    await press(zapp, 'Lưu')
    await zapp.page.getByRole('heading', { level: 2, name: 'Nhà mình' }).waitFor()
    await zapp.page.getByRole('link', { name: /^Đăng nhập bằng Zalo/ }).click()
    await signInOn(zapp)
    await zapp.page.getByRole('heading', { name: 'Máy này đang ghi 1 nơi' }).waitFor()
    expect(await findBarriers(zapp.page)).toEqual([])
    expect(await (await signIn(ward, 'ba-sau')).places()).toEqual([])
    await press(zapp, 'Đưa vào tài khoản')
    await zapp.page.getByRole('heading', { name: 'Máy này đang ghi 1 nơi' }).waitFor({ state: 'detached' })
    expect(await (await signIn(ward, 'ba-sau')).places()).toMatchObject([
      { label: 'Nhà mình', area: 'phuong-mau-to-5' },
    ])
    await zapp.page.getByRole('link', { name: /^Nơi của tôi/ }).click()
    await press(zapp, 'Bỏ “Nhà mình”')
    await zapp.page.getByText('Đã bỏ “Nhà mình”').waitFor()
    expect(await (await signIn(ward, 'ba-sau')).places()).toEqual([])
    await zapp.page.close()
  })

  it('takes a link from the chat, which works once and asks first', async () => {
    ward.emulator.control.settings.change({ miniApp: { linkedToOa: false }, webhook: { userIdByApp: false } })
    await ward.resident('ba-sau').ask('liên kết mini app')
    const address = /\/s\/\d+(\/\S+lk=[\w-]{32})/.exec(ward.resident('ba-sau').heard().at(-1) ?? '')?.[1] ?? ''
    const zapp = await openZapp(browser, ward, address)
    await zapp.page.getByText(/Chỉ bấm khi chính mình vừa nhắn/).waitFor()
    expect(zapp.calls.some(({ path }) => path === '/api/session')).toBe(false)
    await press(zapp, 'Đúng là tôi, liên kết')
    await zapp.page.getByText('Đã liên kết với cuộc trò chuyện Zalo.').waitFor()
    expect(zapp.page.url()).not.toContain('lk=')
    await zapp.page.close()
    const again = await openZapp(browser, ward, address)
    await press(again, 'Đúng là tôi, liên kết')
    await again.page.getByText(/đã dùng rồi hoặc quá 10 phút/).waitFor()
    await again.page.close()
  })

  it('renews itself after the hour, also on a phone whose clock is wrong', async () => {
    const zapp = await openZapp(browser, ward, '/cua-toi/dang-nhap')
    await zapp.page.clock.setFixedTime(new Date('2031-01-01T00:00:00Z'))
    await signInOn(zapp)
    ward.emulator.control.clock.advance('2h')
    await zapp.page.getByRole('link', { name: /^Điều đang lưu về tôi/ }).click()
    await zapp.page.getByText('Mã riêng ở Mini App').waitFor()
    expect(zapp.calls.filter(({ path }) => path === '/api/session')).toHaveLength(2)
    await zapp.page.close()
  })

  it('ends with a deletion, proved by a number, and is not taken up again by itself', async () => {
    const zapp = await openZapp(browser, ward, '/cua-toi/dang-nhap')
    await signInOn(zapp)
    await zapp.page.getByRole('link', { name: /^Điều đang lưu về tôi/ }).click()
    await press(zapp, 'Xóa hết ở phường')
    await press(zapp, 'Xóa hết')
    await zapp.page.getByText(/Số chứng nhận: [\w-]{36}/).waitFor()
    await zapp.page.getByText('Chỉ mở ứng dụng này, không đăng nhập').waitFor()
    await zapp.page.reload()
    await zapp.page.waitForLoadState('networkidle')
    expect(await ward.db.selectFrom('persons').selectAll().execute()).toEqual([])
    await zapp.page.close()
  })
})

describe('when it does not work, words say what to do', () => {
  it('when the person says no', async () => {
    const zapp = await openZapp(browser, ward, '/cua-toi/dang-nhap', { manner: 'refusing' })
    await press(zapp, 'Đăng nhập bằng Zalo')
    await zapp.page.getByText(/Mọi hướng dẫn vẫn đọc được; đổi ý thì bấm lại/).waitFor()
    expect(zapp.calls.some(({ path }) => path === '/api/session')).toBe(false)
    expect(zapp.complaints).toEqual([])
    await zapp.page.close()
  })

  it('when Zalo never answers', async () => {
    const zapp = await openZapp(browser, ward, '/cua-toi/dang-nhap', { manner: 'silent' })
    await zapp.page.getByRole('button', { name: 'Đăng nhập bằng Zalo' }).waitFor()
    await zapp.page.clock.install()
    await press(zapp, 'Đăng nhập bằng Zalo')
    await zapp.page.clock.fastForward(9000)
    await zapp.page.getByText('Zalo chưa trả lời. Bấm lại').waitFor()
    await zapp.page.close()
  })

  it('when the token is refused', async () => {
    const zapp = await openZapp(browser, ward, '/cua-toi/dang-nhap', { manner: 'stranger' })
    await press(zapp, 'Đăng nhập bằng Zalo')
    await zapp.page.getByText(/Zalo không nhận lần đăng nhập này/).waitFor()
    await zapp.page.close()
  })

  it('when Zalo cannot be asked by the ward', async () => {
    ward.emulator.control.settings.change({ oa: { callsFromAbroad: true } })
    const zapp = await openZapp(browser, ward, '/cua-toi/dang-nhap')
    await press(zapp, 'Đăng nhập bằng Zalo')
    await zapp.page.getByText(/Phường chưa hỏi được Zalo lúc này/).waitFor()
    await zapp.page.close()
  })
})

describe('outside Zalo', () => {
  it('the build for browsers carries nothing of the SDK', () => {
    const folder = join(process.cwd(), 'dist/web')
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(name => name.endsWith('.js'))
    const all = files.map(name => readFileSync(join(folder, name), 'utf8')).join('')
    expect(all.length).toBeGreaterThan(100_000)
    expect(all).not.toMatch(/ZaloJavaScriptInterface|zmp-sdk|h5\.zalo\.me/)
  })

  it.each(['127.0.0.1', 'localhost'])('on %s nobody can sign in, and the page says how to do without', async host => {
    const address = host === 'localhost' ? asLocalhost(ward.url) : ward.url
    const { page, complaints, hosts } = await openApp(browser, address, `/cua-toi/dang-nhap?lk=${'a'.repeat(32)}`)
    await page.getByText(/đang mở ngoài Zalo nên không đăng nhập được/).waitFor()
    expect(await page.getByRole('button', { name: /Đăng nhập|liên kết/ }).count()).toBe(0)
    await page.getByRole('link', { name: /^Để sau/ }).click()
    await page.getByRole('link', { name: /^Nơi của tôi/ }).waitFor()
    expect(await page.getByRole('link', { name: /^Đăng nhập/ }).count()).toBe(0)
    expect([complaints, hosts.size]).toEqual([[], 1])
    await page.close()
  })
})
