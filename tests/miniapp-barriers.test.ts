/** Every page of the app for every eye and hand: sizes of letters, narrow screens, strong colours, nothing foreign. */
import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { Browser, Page } from 'playwright-core'
import { findBarriers, openBrowser } from './setup/browser.ts'
import { everyPage, leadersPages, openApp, overflowOf, pagesAhead, smallTargets } from './setup/phone.ts'
import { everyState } from './setup/phone-states.ts'
import { openWard, type TestWard } from './setup/ward.ts'
import { openInsideZalo } from './setup/zalo-phone.ts'

let ward: TestWard
let browser: Browser
beforeAll(async () => {
  ;[ward, browser] = await Promise.all([openWard(), openBrowser()])
})
afterAll(async () => {
  await browser?.close()
  await ward?.close()
})

const SCREENS = [
  { width: 390, size: 'a', contrast: 'calm' },
  { width: 390, size: 'a1', contrast: 'strong' },
  { width: 390, size: 'a2', contrast: 'calm' },
  { width: 320, size: 'a2', contrast: 'calm' },
  // A desk of 1366 points at twice the size.
  { width: 683, size: 'a', contrast: 'strong' },
]

async function expectNoBarrier(page: Page): Promise<void> {
  for (const { width, ...look } of SCREENS) {
    await page.setViewportSize({ width, height: 844 })
    await page.evaluate(chosen => Object.assign(document.documentElement.dataset, chosen), look)
    expect(await findBarriers(page)).toEqual([])
    expect(await overflowOf(page)).toBeLessThanOrEqual(0)
    expect(await smallTargets(page)).toEqual([])
  }
}

const openSettled = async <Phone extends { page: Page }>(opening: Promise<Phone>): Promise<Phone> => {
  const phone = await opening
  await phone.page.getByRole('heading', { level: 1 }).first().waitFor()
  await phone.page.waitForLoadState('networkidle')
  return phone
}
const openPath = pagesAhead(everyPage, path => openSettled(openApp(browser, ward.url, path)))
const openState = pagesAhead(everyState, ({ path, inside }) =>
  openSettled(inside ? openInsideZalo(browser, ward.url, path, inside) : openApp(browser, ward.url, path)),
)

describe('every page', () => {
  it('is among those looked at here or with a leader', () => {
    const routes = [...readFileSync('miniapp/pages/index.ts', 'utf8').matchAll(/path: '([^']+)'/g)].map(([, at]) => at)
    expect(routes.length).toBeGreaterThan(30)
    const isLookedAt = (route = '') => {
      const likeIt = new RegExp(`^${route.replace(/:\w+/g, '[^/]+')}$`)
      return leadersPages.includes(route) || everyPage.some(path => likeIt.test(path))
    }
    expect(routes.filter(route => !isLookedAt(route))).toEqual([])
  })

  it.each(everyPage)('%s has no barrier at any size of letters, and nothing too small to press', async path => {
    const { page, complaints, hosts } = await openPath(path)
    await expectNoBarrier(page)
    expect(complaints.filter(complaint => !complaint.includes('404'))).toEqual([])
    expect([...hosts]).toEqual([new URL(ward.url).host])
    await page.close()
  })

  it.each(everyState)('has no barrier with $name either', async state => {
    const { page, complaints, hosts } = await openState(state)
    await state.reach(page)
    await expectNoBarrier(page)
    expect(await page.evaluate(() => document.getAnimations().length)).toBe(0)
    expect(complaints.filter(one => !state.complaint?.test(one))).toEqual([])
    expect([...hosts]).toEqual([new URL(ward.url).host])
    await page.close()
  })

  it('keeps the size of letters that was chosen', async () => {
    const { page } = await openApp(browser, ward.url)
    const size = () => page.evaluate(() => getComputedStyle(document.documentElement).fontSize)
    expect(await size()).toBe('18px')
    await page.getByRole('button', { name: 'Cỡ chữ' }).click()
    await page.getByRole('radio', { name: /A\+\+/ }).check()
    expect(await findBarriers(page)).toEqual([])
    expect(await size()).toBe('23px')
    await page.getByRole('button', { name: 'Đóng' }).click()
    await page.reload()
    await page.getByRole('heading', { level: 1 }).waitFor()
    expect(await size()).toBe('23px')
    await page.close()
  })

  it('runs no program but ours, and is kept by nobody else', async () => {
    const response = await fetch(`${ward.url}/app/`)
    expect(response.headers.get('content-security-policy')).toContain("script-src 'self';")
    expect(response.headers.get('cache-control')).toBe('no-cache')
    const file = /src="(\/app\/assets\/[^"]+\.js)"/.exec(await response.text())?.[1]
    const script = await fetch(ward.url + file, { headers: { 'accept-encoding': 'br' } })
    expect(script.headers.get('cache-control')).toContain('immutable')
    expect(script.headers.get('content-encoding')).toBe('br')
    for (const path of ['/app/assets/../index.html', '/app/assets/nothing.js', '/app/index.html'])
      expect((await fetch(ward.url + path)).headers.get('cache-control') ?? '').not.toContain('immutable')
  })
})
