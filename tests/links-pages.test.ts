/** Codes in a real browser: the pages for whoever scans, the register for officers, and the sheets on paper. */
import { writeFile } from 'node:fs/promises'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import jsQR from 'jsqr'
import type { Browser, Page } from 'playwright-core'
import { PNG } from 'pngjs'
import { findArea } from '../server/platform/areas/index.ts'
import { createToken } from '../server/platform/people/index.ts'
import { findBarriers, openBrowser, openPhone } from './setup/browser.ts'
import { overflowOf, smallTargets } from './setup/phone.ts'
import { openWard, type TestWard } from './setup/ward.ts'

const HOST = 'phuong-mau.example.vn'
/** Eighty signs, as many as a code may carry. */
const LONGEST_TITLE = 'Nhận tiền trợ cấp xã hội hằng tháng cho người già yếu và người khuyết tật nặng'
const A4_RATIO = 297 / 210
/** Where pictures of the pages go, for whoever wants to look at them. */
const { LOOK_AT } = process.env

let ward: TestWard
let browser: Browser
let token: string
let code: string
beforeAll(async () => {
  ;[ward, browser] = await Promise.all([openWard({ config: { publicUrl: `http://${HOST}` } }), openBrowser()])
  const areaId = (await findArea(ward.db, 'phuong-mau'))?.id ?? ''
  token = await createToken(ward.db, {
    role: 'editor',
    areaId,
    label: 'chị Hạnh',
    expiresAt: new Date(Date.now() + 3600_000),
  })
  const target = { kind: 'guide', topic: 'khai-sinh' }
  code = (await post('/links', { area: 'phuong-mau', title: 'Khai sinh cho con', target, why: 'in áp phích' })).code
  await post('/links', { area: 'phuong-mau', title: LONGEST_TITLE, target, why: 'in áp phích' })
  await post(`/links/${code}/places`, { name: 'Bảng tin tổ 12' })
  await post(`/links/${code}/places`, { name: 'Nhà văn hóa khu phố 3' })
})
afterAll(async () => {
  await browser.close()
  await ward.close()
})

async function post(path: string, body: unknown): Promise<{ code: string }> {
  const response = await fetch(`${ward.url}/api${path}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
  expect(response.status).toBe(200)
  return response.json()
}

async function open(
  path: string,
  { width = 390, isStaff = false } = {},
): Promise<{ page: Page; complaints: string[] }> {
  const { page, complaints } = await openPhone(browser, { width, height: width > 1000 ? 900 : 844 })
  if (isStaff) await page.setExtraHTTPHeaders({ authorization: `Bearer ${token}` })
  await page.goto(`${ward.url}${path}`)
  return { page, complaints }
}

async function look(page: Page, name: string): Promise<void> {
  if (LOOK_AT) await page.screenshot({ path: `${LOOK_AT}/${name}.png`, fullPage: !/register|cards/.test(name) })
}

describe('whoever scans a code that does not lead on', () => {
  it.each([
    ['unknown', () => `/q/${code.slice(1)}`],
    ['retired', () => '/q/RETIRED'],
    ['typed', () => '/q'],
  ])('%s: meets no barrier on a phone, at 320 px with large letters', async (name, path) => {
    let address = path()
    if (name === 'retired') {
      const target = { kind: 'guide', topic: 'can-cuoc' }
      const made = await post('/links', { area: 'phuong-mau', title: 'Ngày hội đổi căn cước', target, why: 'in' })
      await post(`/links/${made.code}/retire`, { instead: target, why: 'ngày hội đã xong' })
      address = `/q/${made.code}`
    }
    for (const width of [390, 320]) {
      const { page, complaints } = await open(address, { width })
      if (width === 320) await page.evaluate(() => document.documentElement.style.setProperty('font-size', '200%'))
      expect(await findBarriers(page)).toEqual([])
      expect(await overflowOf(page)).toBeLessThanOrEqual(0)
      expect(await smallTargets(page)).toEqual([])
      expect(complaints.filter(complaint => !/40[4]|410/.test(complaint))).toEqual([])
      await look(page, `links-${name}-${width}`)
      await page.close()
    }
  })

  it('types the code from the paper and arrives', async () => {
    const { page } = await open('/q')
    await page.getByLabel('Mã in dưới hình').fill(code.toLowerCase())
    await page.getByRole('button', { name: 'Mở' }).click()
    await page.waitForURL('**/app/thu-tuc/khai-sinh')
    await page.close()
  })
})

describe('the register', () => {
  it('shows an officer every code, one code with its places and history, and has no barrier', async () => {
    for (const width of [1280, 390]) {
      const { page, complaints } = await open('/can-bo/ma-qr', { width, isStaff: true })
      expect(await findBarriers(page)).toEqual([])
      expect(await overflowOf(page)).toBeLessThanOrEqual(0)
      await look(page, `links-register-${width}`)
      await page.getByRole('link', { name: code }).click()
      await page.getByRole('heading', { name: 'Khai sinh cho con' }).waitFor()
      expect(await page.getByText('Bảng tin tổ 12').count()).toBe(1)
      expect(await page.getByText('Lý do: in áp phích').count()).toBe(1)
      expect(await findBarriers(page)).toEqual([])
      expect(await overflowOf(page)).toBeLessThanOrEqual(0)
      await look(page, `links-one-${width}`)
      expect(complaints).toEqual([])
      await page.close()
    }
  })
})

describe('sheets to print', () => {
  it.each([
    ['poster', () => `/can-bo/ma-qr/${code}/to-in`, 2],
    ['cards', () => '/can-bo/ma-qr/to-in', 12],
  ])(
    '%s: each sheet is one A4, the domain and the code stand under every QR, nothing is cut off',
    async (name, path, least) => {
      const { page } = await open(path(), { width: 1280, isStaff: true })
      expect(await findBarriers(page)).toEqual([])
      await look(page, `links-sheet-${name}`)
      const pictures = await page.getByRole('img', { name: /Mã QR/ }).count()
      expect(pictures).toBeGreaterThanOrEqual(least)
      expect(await page.locator('.sheet-host', { hasText: HOST }).count()).toBe(pictures)
      expect(await page.locator('.sheet-type', { hasText: new RegExp(`${HOST}/q/[2-9A-Z]{6}`) }).count()).toBe(pictures)
      await page.emulateMedia({ media: 'print' })
      const sheets = await page.evaluate(() =>
        [...document.querySelectorAll<HTMLElement>('.sheet')].map(({ offsetHeight, offsetWidth, scrollHeight }) => ({
          ratio: offsetHeight / offsetWidth,
          isCut: scrollHeight > offsetHeight + 1,
        })),
      )
      for (const { ratio, isCut } of sheets) {
        expect(ratio).toBeCloseTo(A4_RATIO, 2)
        expect(isCut).toBe(false)
      }
      const cut = await page.evaluate(() =>
        [...document.querySelectorAll<HTMLElement>('.sheet-card')]
          .filter(card => card.scrollHeight > card.clientHeight + 1)
          .map(card => card.textContent),
      )
      expect(cut).toEqual([])
      const pdf = await page.pdf({ preferCSSPageSize: true, printBackground: true })
      if (LOOK_AT) await writeFile(`${LOOK_AT}/links-${name}.pdf`, pdf)
      // One leaf of paper for each sheet, and no empty one after it.
      expect(pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)).toHaveLength(sheets.length)
      await page.close()
    },
  )

  it('are read by a scanner from the picture of the page', async () => {
    const { page } = await open(`/can-bo/ma-qr/${code}/to-in`, { width: 1280, isStaff: true })
    const shot = await page.getByRole('img', { name: /Mã QR/ }).first().screenshot()
    const { data, width, height } = PNG.sync.read(shot)
    expect(jsQR.default(new Uint8ClampedArray(data), width, height)?.data).toBe(`http://${HOST}/q/${code}/1`)
    expect(await page.getByText('1 · Bảng tin tổ 12').count()).toBe(1)
    expect(await page.getByText('đừng dán ra ngoài').count()).toBe(2)
    await page.close()
  })
})
