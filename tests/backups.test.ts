/** What is left of the ward when the machine is gone: copies that can be proved, and that keep quiet. */
import { access, mkdir, mkdtemp, readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { sql } from 'kysely'
import { createBackups } from '../server/backups/index.ts'
import { backUpRows, compareRows, restore, thinOut, withClient } from '../server/platform/backups/index.ts'
import {
  connect,
  type Database,
  migrate,
  type PostgresServer,
  readRestored,
  releaseRestored,
  stampMode,
  startPostgres,
} from '../server/platform/storage/index.ts'
import { createDataFolder, type DataFolder } from './setup/data-folder.ts'
import { createTestDatabase, type TestDatabase } from './setup/database.ts'
import { openWard, type TestWard } from './setup/ward.ts'

const log = { info: () => undefined, warn: () => undefined, error: () => undefined }
const PASSPHRASE = 'bốn con ngựa trắng qua cầu'
const now = new Date('2026-11-30T03:00:00Z')

let folder: DataFolder
let server: PostgresServer
let db: Database
let ward: TestWard
let place: string
beforeAll(async () => {
  folder = await createDataFolder('Phường Mẫu')
  server = await startPostgres({ dataDir: folder.path, log })
  db = connect(server.url)
  await migrate(db)
  await stampMode(db, 'practice')
  ward = await openWard({ database: { db, url: server.url, close: () => db.destroy() } })
  await ward.resident().ask('lam giay khai sinh can gi')
  await ward.resident('ong-tu').ask('gặp cán bộ')
  place = await mkdtemp(join(folder.path, 'backups-'))
})
afterAll(async () => {
  await ward?.close()
  await server?.stop()
  await folder?.remove()
})

const request = (name: string, passphrase?: string) => ({
  folder: join(place, name),
  mode: 'practice' as const,
  filesFolder: join(folder.path, 'files'),
  passphrase,
  now,
})
const backUp = (name: string, passphrase?: string) =>
  withClient(server.url, client => backUpRows(client, request(name, passphrase)))

/** An empty database that a backup is brought back into. */
async function bringBack(name: string, passphrase?: string): Promise<TestDatabase> {
  const target = await createTestDatabase({ empty: true })
  const dataDir = await mkdtemp(join(place, 'restored-'))
  try {
    await restore({ from: join(place, name), dataDir, databaseUrl: target.url, passphrase, log, now })
  } catch (error) {
    await target.close()
    throw error
  }
  return target
}

describe('a rehearsal', () => {
  it('finds every row again, by either kind of copy, while people go on writing, and leaves a dated paper', async () => {
    const resident = ward.resident()
    let isOver = false
    const writing = (async () => {
      while (!isOver) await resident.ask('mất bao lâu?')
    })()
    const backups = createBackups({ config: { ...ward.config, dataDir: folder.path }, db, ...server, now: () => now })
    const { certificate, isPassed, rehearsals } = await backups.rehearse()
    isOver = true
    await writing
    expect(rehearsals.map(({ kind, missing, surplus }) => ({ kind, missing, surplus }))).toEqual([
      { kind: 'logical', missing: 0, surplus: 0 },
      { kind: 'physical', missing: 0, surplus: 0 },
    ])
    for (const { rows, tables } of rehearsals) {
      expect(rows).toBeGreaterThan(70)
      expect(tables).toBeGreaterThan(15)
    }
    expect(isPassed).toBe(true)
    expect(certificate).toContain('Kết quả: ĐẠT')
    expect(certificate).toContain('30/11/2026')
    expect(certificate).toMatch(/So từng dòng: \d+ dòng trong \d+ bảng; thiếu 0, thừa hoặc lặp 0\./)
    const written = await db.selectFrom('audit').select('action').where('action', '=', 'backup.rehearsed').execute()
    expect(written).toHaveLength(1)
    expect(await backups.health()).toContainEqual(
      expect.objectContaining({ name: 'Diễn tập khôi phục', colour: 'green' }),
    )
    expect((await readdir(folder.path)).filter(name => name.startsWith('drill-'))).toEqual([])
  })

  it('notices a row that is missing, one that is otherwise, and one too many', async () => {
    const [original, copy] = await Promise.all([createTestDatabase(), createTestDatabase()])
    const insert = (into: TestDatabase, values: [string, number][]) =>
      into.db
        .insertInto('counters')
        .values(values.map(([name, total]) => ({ day: '2026-11-30', name, total, last_at: now })))
        .execute()
    await insert(original, [
      ['a', 1],
      ['b', 2],
      ['c', 3],
    ])
    await insert(copy, [
      ['b', 2],
      ['c', 4],
      ['d', 5],
      ['e', 6],
    ])
    const found = await withClient(original.url, first => withClient(copy.url, second => compareRows(first, second)))
    expect(found).toMatchObject({ missing: 2, surplus: 3 })
    await Promise.all([original.close(), copy.close()])
  })
})

describe('a restored copy', () => {
  it('sends nothing and refreshes nothing until it is told that it is the ward’s own', async () => {
    await sql`update deliveries set state = 'pending', finished_at = null where id = (select min(id) from deliveries)`.execute(
      db,
    )
    await backUp('quiet')
    const copy = await bringBack('quiet')
    try {
      expect(await readRestored(copy.db)).toMatchObject({ backedUpAt: now })
      const held = await copy.db
        .selectFrom('deliveries')
        .select('state')
        .where('reason', '=', 'restored copy')
        .execute()
      expect(held.map(({ state }) => state)).toContain('unknown')
      const quiet = await openWard({ database: { ...copy, close: async () => undefined } })
      quiet.resident().write('lam giay khai sinh can gi')
      await quiet.emulator.control.idle(300)
      expect(quiet.resident().heard()).toEqual([])
      expect(quiet.emulator.control.tokens.read()).toMatchObject({ rotations: 0 })
      await quiet.close()

      // What was tried out in the copy was meant for nobody either.
      const waiting = () => copy.db.selectFrom('deliveries').select('id').where('state', '=', 'pending').execute()
      await sql`update deliveries set state = 'pending', reason = null, finished_at = null where id = (select max(id) from deliveries)`.execute(
        copy.db,
      )
      expect(await waiting()).toHaveLength(1)
      expect(await releaseRestored(copy.db, { actor: 'operator' })).toBe(true)
      expect(await waiting()).toEqual([])
      const own = await openWard({ database: { ...copy, close: async () => undefined } })
      expect((await own.resident('ong-tu').ask('lam giay khai sinh can gi')).text).toContain('sinh')
      await own.close()
    } finally {
      await copy.close()
    }
  })

  it('goes on counting where the original stood, and its audit is as hard to change', async () => {
    await backUp('counting')
    const copy = await bringBack('counting')
    const newest = async (from: Database) =>
      (await sql<{ id: string }>`select coalesce(max(id), 0) as id from audit`.execute(from)).rows[0]?.id
    const before = Number(await newest(copy.db))
    await copy.db.insertInto('audit').values({ actor: 'test', action: 'x', subject: 'y' }).execute()
    expect(Number(await newest(copy.db))).toBeGreaterThan(before)
    await expect(copy.db.deleteFrom('audit').execute()).rejects.toThrow('append-only')
    await copy.close()
  })
})

describe('a backup', () => {
  it('that was changed or lost a file is refused, and nothing of it is loaded', async () => {
    const manifest = await backUp('damaged')
    if (manifest.kind !== 'logical') throw new Error('rows were asked for')
    const file = join(place, 'damaged', 'tables', 'topic_revisions.copy.gz')
    const bytes = await readFile(file)
    bytes[bytes.length >> 1] = (bytes[bytes.length >> 1] ?? 0) ^ 0xff
    await writeFile(file, bytes)
    await expect(bringBack('damaged')).rejects.toThrow(/topic_revisions.*(hỏng|không còn như)/)
    await rm(file)
    const target = await createTestDatabase({ empty: true })
    const dataDir = await mkdtemp(join(place, 'restored-'))
    const from = join(place, 'damaged')
    await expect(restore({ from, dataDir, databaseUrl: target.url, passphrase: undefined, log, now })).rejects.toThrow(
      /Dùng bản sao lưu khác/,
    )
    expect(await target.db.selectFrom('areas').select('id').execute()).toEqual([])
    await target.close()
  })

  it('with a pass phrase shows nothing to whoever finds it, and opens with that phrase only', async () => {
    await backUp('sealed', PASSPHRASE)
    const names = (await readdir(join(place, 'sealed'), { recursive: true })).filter(name => name.endsWith('.age'))
    expect(names.length).toBeGreaterThan(15)
    for (const name of names)
      expect((await readFile(join(place, 'sealed', name))).subarray(0, 16).toString()).toBe('age-encryption.o')
    await expect(bringBack('sealed', 'một câu khác hẳn')).rejects.toThrow('không mở được')
    const copy = await bringBack('sealed', PASSPHRASE)
    expect(await copy.db.selectFrom('areas').select('id').execute()).not.toEqual([])
    await copy.close()
  })

  it('is never restored over anything', async () => {
    await backUp('over')
    const taken = await createTestDatabase()
    const dataDir = await mkdtemp(join(place, 'restored-'))
    await expect(
      restore({ from: join(place, 'over'), dataDir, databaseUrl: taken.url, passphrase: undefined, log, now }),
    ).rejects.toThrow('không ghi đè')
    await taken.close()
  })

  it('is none when the files beside the database cannot be read', async () => {
    const filesFolder = join(place, 'not-a-folder')
    await writeFile(filesFolder, '')
    await expect(
      withClient(server.url, client => backUpRows(client, { ...request('blind'), filesFolder })),
    ).rejects.toThrow('ENOTDIR')
    await expect(access(join(place, 'blind'))).rejects.toThrow('ENOENT')
  })

  it('that is none says so', async () => {
    const dataDir = await mkdtemp(join(place, 'restored-'))
    await expect(restore({ from: dataDir, dataDir, passphrase: undefined, log, now })).rejects.toThrow(
      'không có bản sao lưu nào',
    )
  })

  it('gives way to newer ones, and nothing else does', async () => {
    const shelf = await mkdtemp(join(place, 'shelf-'))
    for (const day of [1, 2, 3])
      await withClient(server.url, client =>
        backUpRows(client, {
          ...request(''),
          folder: join(shelf, `day-${day}`),
          now: new Date(Date.UTC(2026, 10, day)),
        }),
      )
    await writeFile(join(shelf, 'ghi chú.txt'), 'của người trực')
    // Another process may be at work on one; nobody is at work for two days.
    for (const name of ['now.unfinished', 'once.unfinished']) await mkdir(join(shelf, name))
    const before = new Date(Date.now() - 2 * 86_400_000)
    await utimes(join(shelf, 'once.unfinished'), before, before)
    expect(await thinOut(shelf, 2)).toEqual(['day-1'])
    expect((await readdir(shelf)).sort()).toEqual(['day-2', 'day-3', 'ghi chú.txt', 'now.unfinished'])
  })

  it('is made once a night, however many processes tick', async () => {
    const nightly = (keep: number) =>
      createBackups({
        config: { ...ward.config, backups: { folder: join(place, 'nights'), keep, nightly: true } },
        db,
        ...server,
        now: () => now,
      }).nightly
    await Promise.all([nightly(14).run(), nightly(14).run()])
    expect(await readdir(join(place, 'nights'))).toEqual(['2026-11-30T1000-logical'])
  })
})
