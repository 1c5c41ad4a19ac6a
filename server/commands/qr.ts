/** `npm run qr -- list | new | move | retire | restore | place | take-down | history | sheet | forget-host`. */
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import pino from 'pino'
import { sampleWard } from '../../shared/content/index.ts'
import { type Link, type LinkSummary, type LinkTarget, NewLink, NewLinkPlace } from '../../shared/links.ts'
import { systemClock } from '../clock.ts'
import { AppError } from '../errors.ts'
import {
  copiesOf,
  createLinks,
  forgetHost,
  LINK_ACTIONS,
  type LinksFeature,
  linkAssets,
  renderSheets,
} from '../links/index.ts'
import { createWardDirectory, readWardFile, seedWard } from '../platform/areas/index.ts'
import { renderPage } from '../platform/http/index.ts'
import type { Principal } from '../platform/people/index.ts'
import { readPublishedTitles } from '../procedures/index.ts'
import { readOptions } from './command.ts'
import { type Installation, runCommand } from './installation.ts'

const USAGE = `Cách dùng:
  npm run qr -- list                                         mọi mã, nơi dẫn tới, số lượt mở 30 ngày
  npm run qr -- history MÃ                                   ai đổi gì, khi nào, vì sao; treo ở đâu
  npm run qr -- new --title "Chữ in kèm mã" NƠI --why "…"    lập mã mới, dùng mãi mãi
  npm run qr -- move MÃ NƠI --why "…" [--title "…"]          mã đã in dẫn sang nơi khác, có hiệu lực ngay
  npm run qr -- retire MÃ --why "…" [NƠI]                    thôi dùng; người quét được chỉ sang NƠI
  npm run qr -- restore MÃ --why "…"                         dùng lại mã đã thôi
  npm run qr -- place MÃ --name "Bảng tin tổ 12"             ghi nơi treo; mỗi nơi có hình riêng để đếm
  npm run qr -- take-down MÃ SỐ                              nơi ấy đã gỡ
  npm run qr -- sheet TỆP.html [MÃ …] [--large]              tờ A4 để in: sáu mã một tờ, hoặc mỗi mã một tờ lớn
  npm run qr -- forget-host TÊN_MIỀN                         giấy in tên miền cũ đã gỡ hết
NƠI là một trong:  --guide KHÓA (như khai-sinh) · --page ĐƯỜNG_DẪN (như /hoi) · --chat · --portal
Thêm --by "Tên người làm" để lịch sử ghi đúng ai; --area MÃ_ĐỊA_BÀN khi lập mã cho một tổ.`

const OPTIONS = {
  title: { type: 'string' },
  why: { type: 'string' },
  by: { type: 'string' },
  area: { type: 'string' },
  name: { type: 'string' },
  guide: { type: 'string' },
  page: { type: 'string' },
  chat: { type: 'boolean' },
  portal: { type: 'boolean' },
  large: { type: 'boolean' },
} as const
type Options = { [Name in keyof typeof OPTIONS]?: (typeof OPTIONS)[Name]['type'] extends 'boolean' ? boolean : string }

/** What the register refuses, in words for whoever sits at the keyboard. */
const REFUSALS: Record<AppError['code'], string> = {
  not_found: 'Không có mã, nơi treo hoặc địa bàn này. Xem các mã bằng: npm run qr -- list',
  invalid: 'Nơi dẫn tới không có: hướng dẫn chưa đăng hoặc gõ sai khóa. Xem khóa trong địa chỉ của trang hướng dẫn.',
  conflict: 'Mã này đã thôi dùng (hoặc chưa thôi dùng). Dùng lại bằng: npm run qr -- restore MÃ --why "…"',
  forbidden: 'Mã này thuộc địa bàn khác.',
  unauthenticated: 'Mã này thuộc địa bàn khác.',
  unavailable: 'Chưa có thông tin phường. Chạy npm start một lần rồi làm lại.',
}

interface Call {
  links: LinksFeature
  officer: Principal
  areaCode: string
  installation: Installation
  words: string[]
  options: Options
}

const ACTIONS: Record<string, (call: Call) => Promise<void>> = {
  list: async ({ links, officer }) => {
    const all = await links.list(officer)
    for (const link of all) console.log(line(link))
    if (all.length === 0) console.log('Chưa có mã nào. Mã của các hướng dẫn có sau lần chạy đầu: npm start')
  },
  history: async ({ links, officer, words }) => printLink(await links.get(officer, codeIn(words))),
  new: async ({ links, officer, areaCode, options }) => {
    const target = targetIn(options)
    const wanted = NewLink.safeParse({ area: options.area ?? areaCode, title: options.title, target, why: options.why })
    if (!wanted.success) throw new Error(USAGE)
    const link = await links.create(officer, wanted.data)
    console.log(`Mã mới ${link.code}: ${link.address}\nHình: ${link.address}.svg và ${link.address}.png`)
  },
  move: async ({ links, officer, words, options: { title, why, ...options } }) => {
    const target = targetIn(options)
    if (!target || !why) throw new Error(USAGE)
    const link = await links.move(officer, { code: codeIn(words), target, title, why })
    console.log(`Từ bây giờ ai quét mã ${link.code} cũng tới: ${say(link.target)}.`)
  },
  retire: async ({ links, officer, words, options }) => {
    if (!options.why) throw new Error(USAGE)
    const link = await links.retire(officer, { code: codeIn(words), instead: targetIn(options), why: options.why })
    console.log(`Mã ${link.code} thôi dùng. Người quét được chỉ sang: ${say(link.target)}.`)
  },
  restore: async ({ links, officer, words, options: { why } }) => {
    if (!why) throw new Error(USAGE)
    const link = await links.restore(officer, { code: codeIn(words), why })
    console.log(`Mã ${link.code} dùng lại, dẫn tới: ${say(link.target)}.`)
  },
  place: async ({ links, officer, words, options: { name } }) => {
    const wanted = NewLinkPlace.safeParse({ code: codeIn(words), name })
    if (!wanted.success) throw new Error(USAGE)
    const place = (await links.addPlace(officer, wanted.data)).places.at(-1)
    console.log(`Nơi số ${place?.number}: ${place?.name}\nHình riêng của nơi này: ${place?.address}.svg`)
  },
  'take-down': async ({ links, officer, words }) => {
    const number = Number(words[1])
    if (!Number.isInteger(number)) throw new Error(USAGE)
    await links.takeDownPlace(officer, { code: codeIn(words), number })
    console.log('Đã ghi là gỡ. Hình cũ, nếu còn ai quét, vẫn mở được.')
  },
  sheet: writeSheet,
  'forget-host': async ({ installation, words }) => {
    const isForgotten = await forgetHost(installation.db, words[0] ?? '')
    console.log(isForgotten ? 'Không nhắc tên miền này nữa.' : 'Không có tên miền cũ nào như vậy.')
  },
}

await runCommand(async (installation, args) => {
  const { values, positionals } = readOptions({ args, allowPositionals: true, options: OPTIONS }, USAGE)
  const [name = '', ...words] = positionals
  const action = ACTIONS[name]
  if (!action) throw new Error(USAGE)
  const { config, db } = installation
  // A volunteer may print sheets before the server ever ran.
  await seedWard(db, config.mode === 'practice' ? sampleWard : readWardFile(config.wardFile ?? ''), config.zalo)
  const findWard = createWardDirectory(db)
  const ward = await findWard(config.zalo.oaId)
  if (!ward) throw new Error(REFUSALS.unavailable)
  const titles = await readPublishedTitles(db)
  const house = { config, db, findWard, clock: systemClock, log: pino({ level: 'silent' }) }
  const links = createLinks({
    house: { ...house, readPrincipal: async () => null, count: () => undefined },
    guides: { list: () => titles },
  })
  const officer: Principal = {
    label: values.by ?? 'npm run qr',
    personId: null,
    leads: [],
    role: 'administrator',
    areaId: ward.areaId,
    areaIds: [ward.areaId],
    grants: [{ role: 'administrator', areaId: ward.areaId }],
  }
  try {
    await action({ links, officer, areaCode: ward.code, installation, words, options: values })
  } catch (error) {
    throw error instanceof AppError ? new Error(REFUSALS[error.code]) : error
  }
})

/** A page that needs no server: opened in a browser and printed. */
async function writeSheet({ links, officer, installation, words, options }: Call): Promise<void> {
  const [file, ...wanted] = words
  if (!file?.endsWith('.html')) throw new Error(USAGE)
  const { config, db } = installation
  const ward = await createWardDirectory(db)(config.zalo.oaId)
  if (!ward) throw new Error(REFUSALS.unavailable)
  const codes = wanted.length > 0 ? wanted : (await links.list(officer)).map(({ code }) => code)
  const copies = (await Promise.all(codes.map(code => links.get(officer, code)))).flatMap(copiesOf)
  const look = options.large ? 'poster' : 'cards'
  const body = renderSheets(copies, look, { ward: ward.profile, isPractice: config.mode === 'practice' })
  const page = renderPage({ title: 'Mã QR để in', body })
  const styles = await Promise.all(
    [join(linkAssets, '../../platform/http/assets/pages.css'), join(linkAssets, 'links.css')].map(path =>
      readFile(path, 'utf8'),
    ),
  )
  const styled = page.replace(/<link rel="stylesheet"[^>]*>/, () => `<style>${styles.join('\n')}</style>`)
  await writeFile(file, styled)
  console.log(`${copies.length} hình trong ${file}: mở bằng trình duyệt, in giấy A4, tỉ lệ 100%.`)
}

function codeIn([code]: readonly string[]): string {
  if (!code) throw new Error(USAGE)
  return code
}

/** @returns null when no place was named @throws when it is none that a code may lead to */
function targetIn({ guide, page, chat, portal }: Pick<Call['options'], 'guide' | 'page' | 'chat' | 'portal'>) {
  const named = { ...(guide && { kind: 'guide', topic: guide }), ...(page && { kind: 'page', path: page }) }
  const wanted = chat ? { kind: 'chat' } : portal ? { kind: 'portal' } : named
  if (!('kind' in wanted)) return null
  const target = NewLink.shape.target.safeParse(wanted)
  if (target.success) return target.data
  throw new Error(`Mã không dẫn tới "${page ?? guide}" được: chỉ dẫn tới hướng dẫn và trang của phường.\n\n${USAGE}`)
}

function say(target: LinkTarget | null): string {
  if (!target) return 'ô tìm kiếm và số điện thoại của phường'
  if (target.kind === 'guide') return `hướng dẫn ${target.topic}`
  if (target.kind === 'page') return `trang ${target.path}`
  return target.kind === 'chat' ? 'Zalo của phường' : 'cổng dịch vụ công'
}

function line({ code, title, isRetired, target, places, opened }: LinkSummary): string {
  return [code, title, isRetired ? `thôi dùng → ${say(target)}` : say(target), `${places} nơi`, `${opened} lượt`].join(
    '\t',
  )
}

function printLink(link: Link): void {
  console.log(`${link.code}  ${link.title}\n${link.address}\n`)
  for (const { number, name, takenDownAt, opened } of link.places)
    console.log(`Nơi ${number}: ${name}${takenDownAt ? ' (đã gỡ)' : ''}, ${opened} lượt trong 30 ngày`)
  for (const { at, by, action, from, to, why } of link.history)
    console.log(
      `${at.toLocaleString('vi-VN', { timeZone: 'Asia/Ho_Chi_Minh' })}\t${LINK_ACTIONS[action]}\t${from ? say(from) : '–'} → ${to ? say(to) : '–'}\t${by}: ${why}`,
    )
}
