/** Phones of a ward whose leaders write notices: the app inside the emulated Zalo, signed in, at a page. */
import type { Browser, Page } from 'playwright-core'
import { findBarriers } from './browser.ts'
import { overflowOf, smallTargets } from './phone.ts'
import type { TestWard } from './ward.ts'
import { openZapp, type Zapp } from './zapp.ts'

/** @param person of the emulated Zalo, by key @param path of the app, with a slash at the start */
export async function openSignedIn(browser: Browser, ward: TestWard, person: string, path: string): Promise<Zapp> {
  const zapp = await openZapp(browser, ward, '/cua-toi/dang-nhap', { person })
  await zapp.page.getByRole('button', { name: 'Đăng nhập bằng Zalo', exact: true }).click()
  await zapp.page.getByText('Đã đăng nhập.', { exact: true }).waitFor()
  await goTo(zapp, ward, path)
  return zapp
}

export async function goTo({ page }: Zapp, ward: TestWard, path: string): Promise<void> {
  await page.goto(`https://h5.zdn.vn/zapps/${ward.config.zalo.miniAppId}${path}`)
}

const SCREENS = [
  { width: 390, size: 'a', contrast: 'calm' },
  { width: 320, size: 'a2', contrast: 'calm' },
]

/** What stands in anybody's way on the page as it is, at every size of letters; empty is right. */
export async function barriersOf(page: Page): Promise<string[]> {
  const found: string[] = []
  for (const { width, ...look } of SCREENS) {
    await page.setViewportSize({ width, height: 844 })
    await page.evaluate(chosen => Object.assign(document.documentElement.dataset, chosen), look)
    const place = `${width} ${look.size}: `
    const overflow = await overflowOf(page)
    if (overflow > 0) found.push(`${place}${overflow} px too wide`)
    found.push(...[...(await findBarriers(page)), ...(await smallTargets(page))].map(what => place + what))
  }
  await page.setViewportSize({ width: 390, height: 844 })
  await page.evaluate(() => Object.assign(document.documentElement.dataset, { size: 'a', contrast: 'calm' }))
  return found
}

/** Keeps a picture of each page where `SHOTS` says; nothing is kept otherwise. */
export async function keepPicture(page: Page, name: string): Promise<void> {
  const folder = process.env.SHOTS
  if (!folder) return
  for (const { width, ...look } of SCREENS) {
    await page.setViewportSize({ width, height: 844 })
    await page.evaluate(chosen => Object.assign(document.documentElement.dataset, chosen), look)
    await page.screenshot({ path: `${folder}/${name}-${width}-${look.size}.png`, fullPage: true })
  }
  await page.setViewportSize({ width: 390, height: 844 })
  await page.evaluate(() => Object.assign(document.documentElement.dataset, { size: 'a', contrast: 'calm' }))
}

/** The same of what a printer would put on paper, one sheet wide. */
export async function keepPaper(page: Page, name: string): Promise<void> {
  const folder = process.env.SHOTS
  if (!folder) return
  await page.setViewportSize({ width: 674, height: 1000 })
  await page.emulateMedia({ media: 'print' })
  await page.screenshot({ path: `${folder}/${name}-paper.png`, fullPage: true })
  await page.emulateMedia({ media: null })
  await page.setViewportSize({ width: 390, height: 844 })
}
