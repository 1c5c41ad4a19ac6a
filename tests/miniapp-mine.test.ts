/** "Của tôi": one's places, the ward's Zalo, and what is stored. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { Browser, Page } from 'playwright-core'
import { findArea, listNeighbourhoods, seedWard } from '../server/platform/areas/index.ts'
import type { Neighbourhood } from '../shared/areas.ts'
import { sampleWard } from '../shared/content/index.ts'
import { findNeighbourhoods } from '../shared/neighbourhood-search.ts'
import { findBarriers, openBrowser } from './setup/browser.ts'
import { createTestDatabase } from './setup/database.ts'
import { openApp, overflowOf, smallTargets } from './setup/phone.ts'
import { openWard, type TestWard } from './setup/ward.ts'
import { type Manner, openInsideZalo } from './setup/zalo-phone.ts'

let ward: TestWard
let browser: Browser
beforeAll(async () => {
  ;[ward, browser] = await Promise.all([openWard(), openBrowser()])
})
afterAll(async () => {
  await browser?.close()
  await ward?.close()
})

async function fetchNeighbourhoods(): Promise<Neighbourhood[]> {
  return (await fetch(`${ward.url}/api/areas`)).json() as Promise<Neighbourhood[]>
}

/** Goes the whole way from the first page of "Của tôi". */
async function addPlace(page: Page, text: string, neighbourhood: RegExp, label: string): Promise<void> {
  await page.getByRole('link', { name: /^Thêm một nơi/ }).click()
  await page.getByRole('textbox', { name: /^Tên tổ/ }).fill(text)
  await page.getByRole('list', { name: 'Các tổ tìm thấy' }).getByRole('button', { name: neighbourhood }).click()
  await page.getByRole('radio', { name: label }).check()
  await page.getByRole('button', { name: 'Lưu' }).click()
  await page.getByRole('heading', { level: 2, name: label }).waitFor()
}

describe('a neighbourhood', () => {
  it.each([
    ['to 12', ['Tổ dân phố 12', 'Tổ dân phố 4']],
    ['Tổ 12 cũ', ['Tổ dân phố 4']],
    ['tdp3', ['Tổ dân phố 3']],
    ['12', ['Tổ dân phố 12', 'Tổ dân phố 4']],
    ['xom thu nghiem', ['Tổ dân phố 3']],
    ['duong vi du', ['Tổ dân phố 1', 'Tổ dân phố 2']],
    ['45 Ví Dụ', ['Tổ dân phố 1', 'Tổ dân phố 2']],
    ['hem 5', ['Tổ dân phố 1']],
    ['số 7 hẻm 5 Ví Dụ', ['Tổ dân phố 1']],
    ['hem 9', []],
    ['duong 45', []],
    ['ngo 12 tap duot', ['Tổ dân phố 4']],
    ['tổ 99', []],
    ['đường Không Có', []],
  ])('is found by “%s”', async (text, names) => {
    const finds = findNeighbourhoods(await fetchNeighbourhoods(), text)
    expect(finds.map(({ neighbourhood }) => neighbourhood.name)).toEqual(names)
  })

  it('comes first when its own number is typed in full', async () => {
    const all = await fetchNeighbourhoods()
    expect(findNeighbourhoods(all, 'tổ 1').map(({ neighbourhood }) => neighbourhood.name)[0]).toBe('Tổ dân phố 1')
    expect(findNeighbourhoods(all, '')).toHaveLength(12)
    expect(all.map(({ name }) => name).slice(0, 3)).toEqual(['Tổ dân phố 1', 'Tổ dân phố 2', 'Tổ dân phố 3'])
  })

  it('goes on being found by the name it had, and no longer by a street that was taken out', async () => {
    const { db, close } = await createTestDatabase()
    const account = { oaId: ward.config.zalo.oaId, appId: ward.config.zalo.appId }
    const renamed = sampleWard.neighbourhoods.map(one =>
      one.code === 'phuong-mau-to-1' ? { code: one.code, name: 'Tổ dân phố Bến Mẫu' } : one,
    )
    await seedWard(db, sampleWard, account)
    await seedWard(db, { ...sampleWard, neighbourhoods: renamed }, account)
    const area = await findArea(db, sampleWard.code)
    const all = await listNeighbourhoods(db, area?.id ?? '')
    await close()
    expect(all.find(({ code }) => code === 'phuong-mau-to-1')).toEqual({
      code: 'phuong-mau-to-1',
      name: 'Tổ dân phố Bến Mẫu',
      otherNames: [{ kind: 'old', name: 'Tổ dân phố 1' }],
    })
  })
})

describe('my places', () => {
  it('are found by an old name, named, kept on the phone alone, dropped and brought back', async () => {
    const { page, complaints, hosts } = await openApp(browser, ward.url, '/cua-toi')
    await page.getByRole('link', { name: /^Nơi của tôi/ }).click()
    await addPlace(page, 'to 12 cu', /Tổ dân phố 4.*Tổ 12 cũ/, 'Nhà mình')
    await addPlace(page, 'duong minh hoa', /Tổ dân phố 3/, 'Nhà ba mẹ')
    await page.reload()
    await page.getByRole('heading', { level: 2, name: 'Nhà ba mẹ' }).waitFor()
    await page.getByRole('button', { name: 'Bỏ “Nhà mình”' }).click()
    await page.getByText('Đã bỏ “Nhà mình”').waitFor()
    expect(await page.getByRole('heading', { level: 2, name: 'Nhà mình' }).count()).toBe(0)
    await page.getByRole('button', { name: 'Lấy lại' }).click()
    await page.getByRole('heading', { level: 2, name: 'Nhà mình' }).waitFor()
    expect([complaints, hosts.size]).toEqual([[], 1])
    expect(await ward.db.selectFrom('memberships').selectAll().execute()).toEqual([])
    await page.close()
  })

  it('may have a name of their own, which has to be typed; the same name gives way to the new place', async () => {
    const { page } = await openApp(browser, ward.url, '/cua-toi/noi')
    await addPlace(page, 'to 5', /Tổ dân phố 5/, 'Phòng trọ')
    await page.getByRole('link', { name: /^Thêm một nơi/ }).click()
    await page.getByRole('button', { name: 'Tổ dân phố 6' }).click()
    await page.getByRole('radio', { name: 'Tên khác' }).check()
    await page.getByRole('button', { name: 'Lưu' }).click()
    await page
      .getByRole('alert')
      .getByText(/Gõ một tên/)
      .waitFor()
    await page.getByRole('textbox', { name: 'Đặt tên cho nơi này' }).fill('Phòng trọ')
    await page.getByText('“Phòng trọ” đang là Tổ dân phố 5. Lưu thì đổi sang Tổ dân phố 6.').waitFor()
    await page.getByRole('button', { name: 'Lưu' }).click()
    await page.getByText('Tổ dân phố 6', { exact: true }).waitFor()
    expect(await page.getByRole('heading', { level: 2, name: 'Phòng trọ' }).count()).toBe(1)
    await page.close()
  })

  it('are found without a network once the list was here, and say when a place was rearranged', async () => {
    const { page } = await openApp(browser, ward.url, '/cua-toi/noi/them')
    await page.getByRole('button', { name: 'Tổ dân phố 1', exact: true }).waitFor()
    await page.evaluate(() =>
      localStorage.setItem(
        'mot-cua.places',
        JSON.stringify([{ label: 'Nhà mình', code: 'to-da-gop', name: 'Tổ dân phố 40' }]),
      ),
    )
    await page.reload()
    await page.route('**/api/**', route => route.abort())
    await page.getByRole('textbox', { name: /^Tên tổ/ }).fill('hem 5')
    await page.getByRole('button', { name: /Tổ dân phố 1.*Hẻm 5 Ví Dụ/ }).waitFor()
    await page.getByRole('link', { name: 'Của tôi' }).click()
    await page.getByRole('link', { name: /^Nơi của tôi.*Tổ dân phố 40/ }).click()
    await page.getByText(/Nơi này đã sắp xếp lại/).waitFor()
    await page.close()
  })

  it('say what to do when nothing is found, when the ward cannot be reached, and when the phone keeps nothing', async () => {
    const { page } = await openApp(browser, ward.url, '/cua-toi/noi/them')
    await page.getByRole('textbox', { name: /^Tên tổ/ }).fill('duong khong co')
    await page.getByRole('heading', { name: /Chưa thấy nơi nào như/ }).waitFor()
    expect(await page.getByRole('link', { name: /^Gọi 0200/ }).getAttribute('href')).toBe('tel:0200000001')
    await page.close()

    const cut = await openApp(browser, ward.url, '/cua-toi/noi')
    await cut.page.route('**/api/areas', route => route.abort())
    await cut.page.evaluate(() => localStorage.clear())
    await cut.page.goto(`${ward.url}/app/cua-toi/noi/them`)
    await cut.page.getByRole('heading', { level: 1, name: 'Chưa nối được tới máy của phường' }).waitFor()
    await cut.page.unroute('**/api/areas')
    await cut.page.getByRole('button', { name: 'Thử lại' }).click()
    await cut.page.getByRole('button', { name: 'Tổ dân phố 1', exact: true }).waitFor()
    await cut.page.close()

    const full = await browser.newPage()
    await full.addInitScript(() => {
      Storage.prototype.setItem = () => {
        throw new DOMException('full', 'QuotaExceededError')
      }
    })
    await full.goto(`${ward.url}/app/cua-toi/noi`)
    await addPlace(full, 'to 2', /Tổ dân phố 2/, 'Nhà mình')
    await full.getByText('Máy này không cho lưu: đóng trang là mất.').waitFor()
    await full.close()
  })
})

describe.each([
  {
    path: '/cua-toi/quan-tam',
    button: 'Quan tâm',
    call: { name: 'followOA', args: { id: '3200000000000000001' } },
    done: /^Đã quan tâm/,
  },
  {
    path: '/cua-toi/nhan-tin',
    button: 'Cho phép nhắn tin',
    call: { name: 'interactOA', args: { oaId: '3200000000000000001' } },
    done: /^Đã cho phép/,
  },
])('before Zalo asks, $path', ({ path, button, call, done }) => {
  const open = (manner: Manner) => openInsideZalo(browser, ward.url, path, manner)

  it('tells what for, what becomes known, how often, how to stop; and asks only when pressed', async () => {
    const { page, asked, complaints } = await open('kind')
    for (const name of ['Để làm gì', 'Phường biết gì', 'Bao lâu một tin', 'Muốn thôi'])
      await page.getByRole('heading', { level: 2, name }).waitFor()
    expect(await asked()).toEqual([])
    await page.getByRole('button', { name: button }).click()
    await page.getByRole('status').getByText(done).waitFor()
    expect([await asked(), complaints]).toEqual([[call], []])
    await page.close()
  })

  it('takes a no for an answer, and says what to do when Zalo stays silent', async () => {
    const refused = await open('refusing')
    await refused.page.getByRole('button', { name: button }).click()
    await refused.page
      .getByRole('status')
      .getByText(/không đồng ý.*đổi ý thì bấm lại/)
      .waitFor()
    await refused.page.getByRole('link', { name: 'Để sau' }).waitFor()
    await refused.page.close()
    const silent = await open('silent')
    await silent.page.clock.install()
    await silent.page.getByRole('button', { name: button }).click()
    await silent.page.getByText(/^Đang chờ Zalo/).waitFor()
    await silent.page.clock.fastForward(61_000)
    await silent.page
      .getByRole('status')
      .getByText(/Zalo chưa trả lời.*làm trong Zalo/)
      .waitFor()
    await silent.page.getByRole('button', { name: 'Mở Zalo của phường' }).waitFor()
    await silent.page.close()
  })
})

describe('outside Zalo', () => {
  it('following is a link to the ward’s Zalo, and what only Zalo can do is not offered', async () => {
    const { page } = await openApp(browser, ward.url, '/cua-toi')
    expect(await page.getByRole('link', { name: /nhắn tin/ }).count()).toBe(0)
    await page.getByRole('link', { name: /^Quan tâm Zalo/ }).click()
    const link = page.getByRole('link', { name: 'Mở Zalo của phường' })
    expect(await link.getAttribute('href')).toBe(ward.emulator.url)
    expect(await page.getByRole('button', { name: 'Quan tâm' }).count()).toBe(0)
    await page.close()
  })
})

describe('what is stored about me', () => {
  /** Leaves a trace of every kind. */
  async function leaveTraces(page: Page): Promise<void> {
    await page.goto(`${ward.url}/app/cua-toi`)
    await page.getByRole('radio', { name: /A\+\+/ }).check()
    await page.getByRole('link', { name: /^Nơi của tôi/ }).click()
    await addPlace(page, 'to 2', /Tổ dân phố 2/, 'Nhà mình')
    await page.getByRole('link', { name: 'Hỏi', exact: true }).click()
    await page.getByRole('textbox', { name: 'Câu muốn hỏi' }).fill('khai sinh')
    await page.keyboard.press('Enter')
    await page.getByRole('log').getByText('Phường trả lời:').first().waitFor()
    await page.goto(`${ward.url}/app/cua-toi/du-lieu`)
  }

  async function deleteAll(page: Page): Promise<void> {
    await page.getByRole('button', { name: 'Xóa hết trên máy này' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Xóa hết' }).click()
    await page.getByText(/^Đã xóa hết những gì máy này ghi nhớ/).waitFor()
  }

  it('is told in words with sizes, and how to have the ward forget', async () => {
    const { page } = await openApp(browser, ward.url)
    await leaveTraces(page)
    for (const what of ['Nơi của tôi', 'Cỡ chữ, màu đã chọn', 'Cuộc trò chuyện ở mục Hỏi'])
      await page.getByRole('listitem').filter({ hasText: what }).filter({ hasText: 'KB' }).waitFor()
    await page.getByText(/không đăng nhập, thì phường không giữ gì/).waitFor()
    await page.getByText(/nhắn “xóa dữ liệu của tôi” trong Zalo của phường/).waitFor()
    await page.close()
  })

  it('is kept when the person thinks better of it, and gone from every shelf once they say so', async () => {
    const { page } = await openApp(browser, ward.url)
    await leaveTraces(page)
    await page.getByRole('button', { name: 'Xóa hết trên máy này' }).click()
    await page.getByRole('button', { name: 'Thôi, giữ lại' }).click()
    expect(await page.evaluate(() => localStorage.getItem('mot-cua.places'))).toContain('Nhà mình')
    await deleteAll(page)
    const left = await page.evaluate(() => [...Object.keys(localStorage), ...Object.keys(sessionStorage)])
    // Only what anybody may read, fetched anew to show the page.
    expect(left.filter(name => !/^mot-cua\.answers?(\.|$)/.test(name))).toEqual([])
    expect(await page.evaluate(() => document.documentElement.dataset.size)).toBe('a')
    await page.getByRole('link', { name: 'Hỏi', exact: true }).click()
    await page.getByRole('list', { name: 'Câu hay hỏi' }).waitFor()
    await page.close()
  })

  it('is gone from Zalo’s own storage too; the words that make the ward forget are ready in the chat', async () => {
    const { page, asked, stored } = await openInsideZalo(browser, ward.url, '/cua-toi/noi')
    await addPlace(page, 'to 2', /Tổ dân phố 2/, 'Nhà mình')
    expect(JSON.stringify(await stored())).toContain('Nhà mình')
    await page.goto(`${ward.url}/app/cua-toi/du-lieu`)
    await page.getByRole('listitem').filter({ hasText: 'Nơi của tôi' }).waitFor()
    await page.getByRole('button', { name: 'Mở Zalo của phường' }).click()
    const chat = { type: 'oa', id: ward.config.zalo.oaId, message: 'xóa dữ liệu của tôi' }
    expect(await asked()).toEqual([{ name: 'openChat', args: chat }])
    await deleteAll(page)
    expect(JSON.stringify(await stored())).not.toContain('Nhà mình')
    await page.close()
  })
})

describe('every page of "Của tôi"', () => {
  it.each(['', '/noi', '/noi/them', '/quan-tam', '/nhan-tin', '/du-lieu', '/gioi-thieu'])(
    '/cua-toi%s has no barrier at any size of letters, and nothing too small to press',
    async path => {
      const { page, complaints } = await openApp(browser, ward.url, `/cua-toi${path}`)
      await page.getByRole('heading', { level: 1 }).waitFor()
      await page.waitForLoadState('networkidle')
      for (const { width, size } of [
        { width: 390, size: 'a' },
        { width: 390, size: 'a1' },
        { width: 320, size: 'a2' },
      ]) {
        await page.setViewportSize({ width, height: 844 })
        await page.evaluate(chosen => Object.assign(document.documentElement.dataset, { size: chosen }), size)
        expect(await findBarriers(page)).toEqual([])
        expect(await overflowOf(page)).toBeLessThanOrEqual(0)
        expect(await smallTargets(page)).toEqual([])
      }
      expect(complaints).toEqual([])
      await page.close()
    },
  )

  it('names who runs this, what the words rest on, and the edition', async () => {
    const { page } = await openApp(browser, ward.url, '/cua-toi/gioi-thieu')
    await page.getByText(sampleWard.profile.officeName, { exact: true }).waitFor()
    await page.getByText(/Cổng Dịch vụ công quốc gia và văn bản pháp luật/).waitFor()
    await page.getByText(/phiên bản \d+\.\d+\.\d+/).waitFor()
    await page.close()
  })
})
