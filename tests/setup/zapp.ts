/** The app as Zalo serves it: its real package at Zalo's address, with the emulated Zalo's stand-in for the bridge. */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { openPhone } from './browser.ts'
import type { TestWard } from './ward.ts'

export const PUBLIC_URL = 'https://phuong-mau.example.vn'
const ZALO = 'https://h5.zdn.vn'

/** @returns where the package lies, and how to remove it */
export function buildPackage(): { folder: string; remove(): void } {
  const folder = mkdtempSync(join(tmpdir(), 'mot-cua-www-'))
  const vite = join(process.cwd(), 'node_modules/vite/bin/vite.js')
  const words = [
    '--no-warnings',
    vite,
    'build',
    '--config',
    'miniapp/vite.config.ts',
    '--mode',
    'zalo',
    '--outDir',
    folder,
  ]
  const built = spawnSync(process.execPath, words, { encoding: 'utf8', env: { PATH: process.env.PATH, PUBLIC_URL } })
  if (built.status !== 0) throw new Error(built.stderr)
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) }
}

export type Manner = 'kind' | 'refusing' | 'silent' | 'stranger'

export interface Zapp {
  page: Page
  complaints: string[]
  /** What the app asked of Zalo, by name. */
  asked(): Promise<string[]>
  /** Every address of the ward's server that was called, with the Authorization header if there was one. */
  calls: { path: string; authorization: string | null; cookie: string | null }[]
}

/** @param path of the app, with a slash at the start */
export async function openZapp(
  browser: Browser,
  ward: TestWard,
  path: string,
  { person = 'ba-sau', manner = 'kind' }: { person?: string; manner?: Manner } = {},
): Promise<Zapp> {
  const { page, complaints } = await openPhone(browser)
  const calls: Zapp['calls'] = []
  await page.route('**/*', async route => {
    const request = route.request()
    const url = new URL(request.url())
    const isOurs = url.origin === PUBLIC_URL
    if (!isOurs && url.origin !== ZALO) return route.abort()
    const headers = await request.allHeaders()
    if (isOurs)
      calls.push({ path: url.pathname, authorization: headers.authorization ?? null, cookie: headers.cookie ?? null })
    const answer = await fetch((isOurs ? ward.url : ward.emulator.url) + url.pathname + url.search, {
      method: request.method(),
      headers: {
        'content-type': headers['content-type'] ?? 'application/json',
        ...(isOurs ? { origin: ZALO } : {}),
        ...(headers.authorization ? { authorization: headers.authorization } : {}),
      },
      body: request.method() === 'GET' ? null : new Uint8Array(request.postDataBuffer() ?? []),
    })
    const allowed = answer.headers.get('access-control-allow-origin')
    return route.fulfill({
      status: answer.status,
      headers: {
        'content-type': answer.headers.get('content-type') ?? 'text/plain',
        ...(allowed ? { 'access-control-allow-origin': allowed } : {}),
      },
      body: Buffer.from(await answer.arrayBuffer()),
    })
  })
  const mark = path.includes('?') ? '&' : '?'
  const home = `${ZALO}/zapps/${ward.config.zalo.miniAppId}`
  await page.goto(`${home}${path}${mark}emu-person=${person}&emu-manner=${manner}`)
  return {
    page,
    complaints,
    calls,
    asked: () =>
      page.evaluate(() => (window as unknown as { asked: { name: string }[] }).asked.map(({ name }) => name)),
  }
}
