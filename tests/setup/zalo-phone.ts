/** The app as Zalo opens it, with a stand-in for Zalo's bridge. */
import type { Browser, Page } from 'playwright-core'
import { openPhone } from './browser.ts'

/** How Zalo answers: as a phone does, as a person who refuses, or never. */
export type Manner = 'kind' | 'refusing' | 'silent'

export interface ZaloPhone {
  page: Page
  complaints: string[]
  /** Every host that was asked for anything. */
  hosts: Set<string>
  /** What the app asked of Zalo, in order. */
  asked(): Promise<{ name: string; args: unknown }[]>
  /** What lies in Zalo's own storage of this app. */
  stored(): Promise<Record<string, string>>
}

/** @param address of the server, without a path @param path of the app, with a slash at the start */
export async function openInsideZalo(
  browser: Browser,
  address: string,
  path: string,
  manner: Manner = 'kind',
): Promise<ZaloPhone> {
  const { page, complaints } = await openPhone(browser)
  const hosts = new Set<string>()
  page.on('request', request => hosts.add(new URL(request.url()).host))
  await page.addInitScript(how => {
    const asked: { name: string; args: unknown }[] = []
    // Zalo's storage outlives a page; the browser's other kind stands in for it here.
    const shelf = 'zalo.'
    const answer = (name: string) => (args: unknown) => {
      asked.push({ name, args })
      if (how === 'silent') return new Promise(() => undefined)
      return how === 'kind' ? Promise.resolve({}) : Promise.reject({ code: -2002, message: 'User denied' })
    }
    const nativeStorage = {
      getItem: (name: string) => localStorage.getItem(shelf + name) ?? '',
      setItem: (name: string, value: string) => localStorage.setItem(shelf + name, value),
      removeItem: (name: string) => localStorage.removeItem(shelf + name),
    }
    const names = ['getAccessToken', 'openPhone', 'openShareSheet', 'openOutApp', 'openChat', 'followOA', 'interactOA']
    const motCuaBridge = { ...Object.fromEntries(names.map(name => [name, answer(name)])), nativeStorage }
    Object.assign(window, { motCuaBridge, asked })
  }, manner)
  await page.goto(`${address}/app${path}`)
  return {
    page,
    complaints,
    hosts,
    asked: () => page.evaluate(() => (window as unknown as { asked: { name: string; args: unknown }[] }).asked),
    stored: () =>
      page.evaluate(() =>
        Object.fromEntries(
          Object.keys(localStorage)
            .filter(key => key.startsWith('zalo.'))
            .map(key => [key.slice('zalo.'.length), localStorage.getItem(key) ?? '']),
        ),
      ),
  }
}
