/**
 * Identifiers that exist nowhere else are planted through the real webhook, by every way a person has; then everything
 * that rests or leaves is searched for them: each column, the database's own files, the log, the pages, the API, a dump,
 * a backup.
 */
import { readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { sql } from 'kysely'
import { findArea } from '../server/platform/areas/index.ts'
import { backUpRows, withClient } from '../server/platform/backups/index.ts'
import { createToken, grantRole, removeTraces } from '../server/platform/people/index.ts'
import { connect, migrate, type PostgresServer, startPostgres } from '../server/platform/storage/index.ts'
import { createRetentionTick } from '../server/retention.ts'
import { sampleWard } from '../shared/content/index.ts'
import { makeTestFolder } from './setup/data-folder.ts'
import { runStatement } from './setup/database.ts'
import { openWard, type TestWard } from './setup/ward.ts'

/** As they are typed; what must not be found afterwards. */
const IN_WORDS = [
  'căn cước của tôi 048158001234',
  'CMND 205 123 987',
  'cccd048158001298',
  'gọi tôi 0905123987 hoặc +84 905 123 986',
  'máy bàn 0236.2822.719',
  'số o9o5 123 985',
  'sđt ０９０５１２３９８４',
  'sđt 09\u200b0512\u200b3983',
  'thẻ BHYT DN4484812345671, sổ BHXH 4812345672',
  'thẻ 9704 3612 3456 7893, stk 0041000123987',
  'mã số thuế 0400123987, hộ chiếu C4812398, xe 43A-923.87',
  'thư: ba.sau.1958@thudientu.vn hoặc basau1958 a còng gmail chấm com',
  'sinh ngày 17/03/1958, con sinh ngày 5 tháng 7 năm 1979, sinh năm 1957',
  'nhà tôi ở số 129/57 đường Nguyễn Văn Cờ, tổ 5',
  'nha toi o 391 nguyen van co',
  'căn cước\n0481\n5800\n1277',
]
const NEEDLES = [
  ...['048158001234', '205 123 987', '205123987', '048158001298', '0481\n5800\n1277', '048158001277'],
  ...['0905123987', '905 123 986', '905123986', '0236.2822.719', '02362822719', 'o9o5 123 985', '0905123985'],
  ...['０９０５１２３９８４', '0905123984', '0512\u200b3983', '0905123983', 'DN4484812345671', '4812345672'],
  ...['9704 3612 3456 7893', '9704361234567893', '0041000123987', '0400123987', 'C4812398', '43A-923.87'],
  ...['ba.sau.1958', 'thudientu', 'basau1958', '17/03/1958', '5 tháng 7 năm 1979', 'sinh năm 1957'],
  ...['129/57', 'Nguyễn Văn Cờ', 'nguyen van co'],
]
/** What comes with a message or a person and is no text of theirs. */
const BESIDE = {
  url: 'https://photo.zdn.example/bi-mat-4815.jpg',
  thumbnail: 'https://photo.zdn.example/nho-4815.jpg',
  fileName: 'can-cuoc-048158005555.pdf',
  description: '{"phone":"84933123987","qrCodeUrl":"https://qr.zdn.example/84933123987"}',
  latitude: '16.07123451',
  longitude: '108.22123451',
  name: 'Nguyễn Thị Phượng Vĩ',
  avatar: 'https://s120.example/anh-phuong-vi.jpg',
  caption: 'danh thiếp của Lê Thị Hoàng Lan 0933123986',
  quoted: 'tin cũ có số 0933123985',
  officer: 'chị gọi bác Sáu ở số 0933123984 nhé',
  callback: '0977123987',
}
const BESIDE_NEEDLES = [
  ...['photo.zdn.example', 'bi-mat-4815', '048158005555', '84933123987', 'qr.zdn.example', '16.07123451'],
  ...['108.22123451', 'Phượng Vĩ', 'phuong-vi', 'Hoàng Lan', '0933123986', '0933123985', '0933123984', '0977123987'],
]
const PLANTED = [...NEEDLES, ...BESIDE_NEEDLES]
/** Found wherever the messages rest: proves that the search sees. */
const HARMLESS = 'chuồn chuồn kim bay thấp'
const RESIDENT = 'ba-sau'

let ward: TestWard
let server: PostgresServer
let folder: string
const logged: string[] = []
const control = () => ward.emulator.control

beforeAll(async () => {
  folder = await makeTestFolder()
  server = await startPostgres({
    dataDir: folder,
    settings: { fsync: 'off' },
    log: { info: () => undefined, warn: () => undefined, error: () => undefined },
  })
  const db = connect(server.url, { poolSize: 8 })
  await migrate(db)
  ward = await openWard({
    database: { db, url: server.url, close: () => db.destroy() },
    emulator: { settings: { oa: { plan: 'none' } } },
    zalo: { ratePerMinute: 6000 },
    config: { logLevel: 'debug' },
    log: { write: line => void logged.push(line) },
  })
  await plant()
}, 120_000)
afterAll(async () => {
  await ward.close()
  await server.stop()
  await rm(folder, { recursive: true, force: true })
})

async function plant(): Promise<void> {
  const { act } = control()
  const resident = ward.resident(RESIDENT)
  await resident.ask(`${HARMLESS}, làm giấy khai sinh cần gì`)
  for (const text of IN_WORDS) await resident.ask(text)
  // Where a number was offered, and as the words of a case for an officer.
  await resident.ask('Làm giấy khai sinh cần gì?')
  for (const text of ['1', '048158001234', 'gặp cán bộ, số tôi 0905123987', 'nhờ gọi lại', BESIDE.callback])
    await resident.ask(text)
  act.image(RESIDENT, IN_WORDS[0])
  act.file(RESIDENT, BESIDE.fileName)
  act.location(RESIDENT, BESIDE.latitude, BESIDE.longitude)
  act.voice(RESIDENT)
  await ward.settle()
  for (const event of plantedEvents()) await control().webhook.send(event)
  await ward.settle()
  await meetTrouble()
  await fetch(`${ward.url}/api/chat`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ text: IN_WORDS.slice(0, 8).join('; '), state: null }),
  })
  await ward.settle()
}

/** Shapes of Zalo's that carry more than words. */
function plantedEvents(): Record<string, unknown>[] {
  const { oaId } = ward.config.zalo
  const { userId } = control().people.find(RESIDENT)
  const { url, thumbnail, fileName, description, name, avatar, caption, quoted, officer } = BESIDE
  const attachments = [
    { type: 'x', payload: { url, thumbnail, name: fileName, description, title: name, coordinates: BESIDE } },
  ]
  const kinds = ['image', 'gif', 'link', 'audio', 'video', 'sticker', 'location', 'file', 'business_card']
  const parties = { sender: { id: userId, display_name: name, avatar }, recipient: { id: oaId } }
  const about = {
    oa_id: oaId,
    follower: { id: userId, display_name: name, avatar, shared_info: { phone: '84933123987' } },
  }
  return [
    ...kinds.map((kind, index) => ({
      ...parties,
      event_name: `user_send_${kind}`,
      message: { msg_id: `planted-${index}`, text: caption.replace('Lê Thị Hoàng Lan ', ''), attachments },
    })),
    {
      ...parties,
      event_name: 'user_send_business_card',
      message: { msg_id: 'planted-card', text: caption, attachments },
    },
    { ...parties, message: { msg_id: 'planted-quote', text: 'số này à', quote_msg_id: 'q', quote: { text: quoted } } },
    { ...about, event_name: 'unfollow' },
    { ...about, event_name: 'follow' },
    { ...parties, event_name: 'user_submit_info', info: { name, phone: '84933123987', address: '129/57' } },
    { ...parties, event_name: 'user_reacted_message', message: { msg_id: 'planted-0', react_icon: quoted } },
    { ...parties, event_name: `user_send_${quoted}`, message: { msg_id: 'planted-unknown', text: quoted } },
    {
      event_name: 'oa_send_text',
      sender: { id: oaId, admin_id: '5100000000000000001' },
      recipient: { id: userId },
      message: { msg_id: 'planted-officer', text: officer },
    },
  ]
}

/** An event that cannot be worked on is logged as a surprise, by us and by the database. */
async function meetTrouble(): Promise<void> {
  await sql`alter table conversations rename to conversations_away`.execute(ward.db)
  control().act.text(RESIDENT, `${HARMLESS}, căn cước 048158001234, stk 0041000123987`)
  await new Promise(resolve => setTimeout(resolve, 1500))
  await sql`alter table conversations_away rename to conversations`.execute(ward.db)
  control().clock.advance('1m')
  await ward.settle()
}

function findIn(content: string, needles: readonly string[]): string[] {
  return needles.filter(needle => [needle, needle.normalize('NFD')].some(form => content.includes(form)))
}

async function everyRow(): Promise<{ table: string; row: string }[]> {
  const { rows: tables } = await sql<{ name: string }>`
    select table_name as name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'
  `.execute(ward.db)
  const all = await Promise.all(
    tables.map(async ({ name }) => {
      const { rows } = await sql<{ row: string }>`select row_to_json(t)::text as row from ${sql.table(name)} t`.execute(
        ward.db,
      )
      return rows.map(({ row }) => ({ table: name, row }))
    }),
  )
  return all.flat()
}

async function everyFile(from: string): Promise<string[]> {
  const names = await readdir(from, { recursive: true })
  const paths = names.map(name => join(from, name))
  const kinds = await Promise.all(paths.map(path => stat(path).catch(() => null)))
  return paths.filter((_, index) => kinds[index]?.isFile())
}

/** File by file, and each file in one pass: together they are larger than the memory of a small machine. */
async function findInFiles(paths: string[], needles: readonly string[]): Promise<string[]> {
  const asBytes = (text: string) => Buffer.from(text).toString('latin1')
  const forms = new Map(
    needles.flatMap(needle => [needle, needle.normalize('NFD')].map(form => [asBytes(form), needle])),
  )
  const any = new RegExp([...forms.keys()].map(form => form.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|'), 'g')
  const found = new Set<string>()
  for (const path of paths) {
    const content = await readFile(path, 'latin1')
    for (const [form] of content.matchAll(any)) found.add(forms.get(form) ?? form)
  }
  return [...found]
}

describe('nothing that names a person is found', () => {
  it('in any column of any table', async () => {
    const rows = (await everyRow()).map(({ row }) => row).join('\n')
    expect(findIn(rows, [HARMLESS])).toEqual([HARMLESS])
    expect(rows).toContain('⟨số định danh⟩')
    expect(findIn(rows, PLANTED)).toEqual([])
  })

  it('in the files of the database, written-ahead log and own log among them, nor in our data folder', async () => {
    await runStatement(server.superuserUrl, 'checkpoint')
    const files = await everyFile(folder)
    expect(files.some(path => path.includes('pg_wal'))).toBe(true)
    expect(await findInFiles(files, [HARMLESS])).toEqual([HARMLESS])
    expect(await findInFiles([...files, ...(await everyFile(ward.config.dataDir))], PLANTED)).toEqual([])
  })

  it('in a dump', async () => {
    const { rows: tables } = await sql<{ name: string }>`
      select table_name as name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'
    `.execute(ward.db)
    const cluster = join(folder, 'postgres', 'cluster')
    const url = server.superuserUrl.replace(/\/[^/?]*(\?|$)/, `/${new URL(server.url).pathname.slice(1)}$1`)
    for (const { name } of tables) await runStatement(url, `copy public."${name}" to '${cluster}/dump-${name}.txt'`)
    const files = (await everyFile(cluster)).filter(path => path.includes('dump-'))
    expect(await findInFiles(files, [HARMLESS])).toEqual([HARMLESS])
    expect(await findInFiles(files, PLANTED)).toEqual([])
  })

  it('in a backup', async () => {
    const folderOfBackup = join(ward.config.dataDir, 'backups', 'planted')
    await withClient(server.url, client =>
      backUpRows(client, {
        folder: folderOfBackup,
        mode: 'practice',
        filesFolder: join(ward.config.dataDir, 'files'),
        passphrase: undefined,
        now: new Date(),
      }),
    )
    for (const path of (await everyFile(folderOfBackup)).filter(path => path.endsWith('.gz')))
      await writeFile(path.slice(0, -'.gz'.length), gunzipSync(await readFile(path)))
    const files = await everyFile(folderOfBackup)
    expect(await findInFiles(files, [HARMLESS])).toEqual([HARMLESS])
    expect(await findInFiles(files, PLANTED)).toEqual([])
  })

  it('in the log, which told of the trouble', () => {
    const log = logged.join('')
    expect(log).toContain('an event could not be worked on')
    expect(findIn(log, PLANTED)).toEqual([])
    expect(findIn(log, [HARMLESS, control().people.find(RESIDENT).userId])).toEqual([])
  })

  it('in any page or any answer of the API, but for the number that an officer is to call', async () => {
    const paths = ['/', '/thu-tuc/khai-sinh', '/api/openapi.json', '/api/procedures', '/api/procedures/khai-sinh']
    const answers = await Promise.all(
      [...paths, '/api/procedures/khai-sinh.jsonld', '/api/ward'].map(async path => {
        const answer = await fetch(ward.url + path)
        expect([path, answer.status]).toEqual([path, 200])
        return answer.text()
      }),
    )
    expect(findIn(answers.join('\n'), [...PLANTED, HARMLESS])).toEqual([])

    const area = await findArea(ward.db, sampleWard.code)
    const token = await createToken(ward.db, {
      role: 'administrator',
      areaId: area?.id ?? '',
      label: 'test',
      expiresAt: new Date(Date.now() + 86_400_000 * 365),
    })
    const read = async (path: string) =>
      (await fetch(`${ward.url}/api${path}`, { headers: { authorization: `Bearer ${token}` } })).text()
    const list = await read('/handoffs')
    const [waiting] = JSON.parse(list)
    const theCase = await read(`/handoffs/${waiting.id}`)
    expect(theCase).toContain(BESIDE.callback)
    expect(findIn(list + theCase + (await read('/health')), PLANTED)).toEqual([BESIDE.callback])
  })
})

describe('"xóa dữ liệu của tôi"', () => {
  const namesPerson = async () => {
    const { userId, appUserId } = control().people.find(RESIDENT)
    return (await everyRow()).filter(({ row }) => row.includes(userId) || row.includes(appUserId))
  }

  it('leaves nothing that names the person but the words that confirm it, and those not for long', async () => {
    const { userId } = control().people.find(RESIDENT)
    const { person_id } = await ward.db
      .selectFrom('identities')
      .select('person_id')
      .where('external_id', '=', userId)
      .executeTakeFirstOrThrow()
    const area = await findArea(ward.db, sampleWard.code)
    await grantRole(ward.db, { personId: person_id, role: 'leader', areaId: area?.id ?? '', actor: 'test' })
    expect(new Set((await namesPerson()).map(({ table }) => table))).toEqual(
      new Set(['identities', 'events', 'deliveries', 'conversations', 'handoffs']),
    )

    const resident = ward.resident(RESIDENT)
    const question = await resident.ask('Xóa dữ liệu của tôi')
    expect(question.text).toMatch(/tổ trưởng.*mất cả vai trò/)
    expect(question.buttons).toEqual(['Xóa hết', 'Không xóa'])
    const done = await resident.press('Xóa hết')
    expect(done.text).toMatch(/^Đã xóa hết dữ liệu/)
    control().act.see(RESIDENT)
    await ward.settle()

    const left = await namesPerson()
    expect(left.filter(({ table }) => table !== 'deliveries' && table !== 'events')).toEqual([])
    expect(left.filter(({ table }) => table === 'deliveries').map(({ row }) => JSON.parse(row).message.text)).toEqual([
      done.text,
    ])
    for (const { row } of left.filter(({ table }) => table === 'events'))
      expect(JSON.parse(row).payload.kind).toMatch(/^(echo|received|seen)$/)
    expect(await ward.db.selectFrom('persons').select('id').where('id', '=', person_id).execute()).toEqual([])
    expect(await ward.db.selectFrom('roles').select('id').where('person_id', '=', person_id).execute()).toEqual([])

    const gone = { event_name: 'unfollow', oa_id: ward.config.zalo.oaId, follower: { id: userId } }
    await control().webhook.send(gone)
    await ward.settle()
    const clock = { now: () => new Date(control().clock.read().now) }
    await removeTraces(ward.db, clock.now())
    expect((await namesPerson()).filter(({ table }) => table === 'identities')).toEqual([])
    expect(await namesPerson()).toHaveLength(left.length + 1)
    control().clock.advance('61m')
    await createRetentionTick({ db: ward.db, clock, daysKept: 30 }).run()
    expect(await namesPerson()).toEqual([])
  })

  it('leaves a proof that says when, why and how much, and not who', async () => {
    const [proof, ...others] = await ward.db.selectFrom('erasures').selectAll().execute()
    expect(others).toEqual([])
    expect(proof?.cause).toBe('person asked')
    expect(Object.keys(JSON.parse(proof?.proof ?? '{}')).sort()).toEqual(
      ['broadcasts', 'conversations', 'deliveries', 'events', 'groups', 'handoffs', 'identities', 'number'].sort(),
    )
  })

  it('begins anew with whoever writes again: the notice is given once more', async () => {
    const answer = await ward.resident(RESIDENT).ask('Làm giấy khai sinh cần gì?')
    expect(answer.text).toContain('tự xóa sau 30 ngày')
  })

  it('is not done when the person says no, or something else', async () => {
    const resident = ward.resident('anh-nam')
    await resident.ask('Làm giấy khai sinh cần gì?')
    await resident.ask('xoa thong tin cua toi')
    expect((await resident.ask('không')).text).toMatch(/^Không xóa gì/)
    await resident.ask('quên tôi đi')
    await resident.ask('đăng ký tạm trú cần gì')
    await resident.ask('có')
    const kept = await ward.db
      .selectFrom('conversations')
      .select('oa_user_id')
      .where('oa_user_id', '=', resident.oaUserId)
      .execute()
    expect(kept).toHaveLength(1)
  })
})
