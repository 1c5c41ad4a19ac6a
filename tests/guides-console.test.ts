/** Guides at the desk, in a real browser: edited, handed in, agreed to by a second person, heard by a resident. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { Browser, Page } from 'playwright-core'
import { starterTopics } from '../shared/content/index.ts'
import { checkWords, guideShape, type Shape } from '../shared/guide-form/index.ts'
import type { Topic } from '../shared/procedures.ts'
import { findBarriers, openBrowser } from './setup/browser.ts'
import { openDesk, PHONE, signInAtDesk } from './setup/desk.ts'
import { enrolFirst, inviteAndEnrol, type Officer } from './setup/staff.ts'
import { openWard, type TestWard } from './setup/ward.ts'

const SHOTS = process.env.MOT_CUA_SHOTS
/** Long enough to be told apart, short enough for a first reply. */
const NEW_NAME = 'Tờ khai mới do phường in sẵn'
/** Within a sentence. */
const HEARD = new RegExp(NEW_NAME, 'iu')

let ward: TestWard
let browser: Browser
let editor: Officer
let reviewer: Officer
beforeAll(async () => {
  ;[ward, browser] = await Promise.all([openWard({ config: { trustProxy: 1 } }), openBrowser()])
  const admin = await enrolFirst(ward)
  const area = 'phuong-mau'
  editor = await inviteAndEnrol(ward, admin, { name: 'Lê Soạn', role: 'editor', area, username: 'le.soan' })
  reviewer = await inviteAndEnrol(ward, admin, { name: 'Mai Duyệt', role: 'reviewer', area, username: 'mai.duyet' })
})
afterAll(async () => {
  await browser?.close()
  await ward?.close()
})

const shoot = (page: Page, name: string) =>
  SHOTS ? page.screenshot({ path: `${SHOTS}/${name}.png`, fullPage: true }) : Promise.resolve()

async function atDesk(officer: Officer, path: string, size?: { width: number; height: number }) {
  const desk = await openDesk(browser, ward.url, '/', size)
  await signInAtDesk(desk.page, officer)
  await desk.page.goto(`${ward.url}/console${path}`)
  await desk.page.getByRole('heading', { level: 1 }).waitFor()
  return desk
}

describe('a guide at the desk', () => {
  it('is edited, handed in, agreed to by a second person, and the resident hears the new words', async () => {
    const { page, complaints } = await atDesk(editor, '/huong-dan')
    await page.getByLabel('Tìm theo tên, không cần dấu').fill('khai sinh cho')
    expect(await findBarriers(page)).toEqual([])
    await shoot(page, 'huong-dan')
    await page.getByRole('link', { name: 'Khai sinh cho con' }).click()
    await page.getByRole('button', { name: 'Soạn bản mới' }).click()
    await page.getByRole('button', { name: 'Trường hợp', exact: true }).click()
    await page.locator('summary', { hasText: 'Trẻ mới sinh' }).click()
    await page.locator('summary', { hasText: 'Tờ khai đăng ký khai sinh' }).click()
    await page
      .getByRole('group', { name: 'Giấy tờ', exact: true })
      .first()
      .getByLabel('Tên', { exact: true })
      .first()
      .fill(NEW_NAME)
    await page.getByText('Đã lưu').waitFor()
    await page.locator('ins', { hasText: NEW_NAME }).waitFor()
    expect((await ward.resident().ask('khai sinh cho con cần giấy tờ gì')).text).not.toMatch(HEARD)

    await page.getByLabel('Hỏi thử như bà con').fill('khai sinh cho con cần giấy tờ gì')
    await page.getByRole('button', { name: 'Hỏi thử' }).click()
    await page.locator('.said', { hasText: NEW_NAME }).first().waitFor()
    expect(await findBarriers(page)).toEqual([])
    await shoot(page, 'soan')
    expect(await page.getByRole('status').filter({ hasText: 'Đã lưu' }).count()).toBe(1)

    await page.reload()
    await page.locator('ins', { hasText: NEW_NAME }).waitFor()
    await page.getByLabel('Sửa gì, vì sao').fill('phường in sẵn tờ khai')
    await page.getByRole('button', { name: 'Gửi duyệt' }).click()
    await page.getByText('Đang chờ người duyệt.').waitFor()
    expect(complaints).toEqual([])
    await page.close()

    const second = await atDesk(reviewer, '/', PHONE)
    await second.page.getByRole('link', { name: 'Khai sinh cho con' }).click()
    await second.page.getByText('phường in sẵn tờ khai').first().waitFor()
    await second.page.locator('ins', { hasText: NEW_NAME }).waitFor()
    expect(await findBarriers(second.page)).toEqual([])
    await shoot(second.page, 'duyet-dien-thoai')
    await second.page.getByRole('button', { name: 'Duyệt và đăng' }).click()
    await second.page.getByText('Đang dùng: bản 2').waitFor()
    await shoot(second.page, 'da-dang')
    expect((await ward.resident().ask('khai sinh cho con cần giấy tờ gì')).text).toMatch(HEARD)
    // Kept once, handed in, agreed to: nothing was saved that nobody typed.
    expect((await ward.db.selectFrom('guide_drafts').select('version').execute()).map(one => one.version)).toEqual([4])
    expect(second.complaints).toEqual([])
    await second.page.close()
  })
})

describe('the form', () => {
  it('has a field for everything that guides hold, and none for what they do not', () => {
    const missing = new Set<string>()
    for (const topic of starterTopics) collectMissing(topic, missing)
    expect([...missing].sort()).toEqual(['checklist', 'key'])
  })

  it('says what is hard to read and what rests on nothing', () => {
    const [topic] = starterTopics as [Topic]
    const said = checkWords({
      ...topic,
      summary: 'Việc này không thuộc thẩm quyền, hỏi TTHCC.',
      advice: [Array.from({ length: 50 }, () => 'chữ').join(' ')],
      legalBases: [],
    }).map(({ text }) => text)
    expect(said).toEqual(
      expect.arrayContaining([
        'Viết “Việc này làm ở …” thay cho “không thuộc thẩm quyền”.',
        '“TTHCC” viết tắt: viết đủ chữ, hoặc giải thích lần đầu.',
        'Câu dài quá, tách làm hai.',
        'Chưa ghi văn bản nào.',
      ]),
    )
  })
})

function collectMissing(topic: Topic, missing: Set<string>): void {
  const walk = (value: unknown, shape: Shape | undefined, path: string): void => {
    if (!shape) {
      missing.add(path)
      return
    }
    if (Array.isArray(value)) {
      for (const item of value) walk(item, shape.kind === 'list' ? shape.item : undefined, path)
      return
    }
    if (value === null || typeof value !== 'object') return
    for (const [name, child] of Object.entries(value))
      walk(child, shape.kind === 'group' ? shape.fields[name] : undefined, path ? `${path}.${name}` : name)
  }
  walk(topic, { kind: 'group', fields: guideShape }, '')
}
