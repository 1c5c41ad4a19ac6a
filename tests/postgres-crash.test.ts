/** The database that comes with the app, when something is killed, left behind or full. */
import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'
import { sql } from 'kysely'
import { connect, type Database, type PostgresServer, startPostgres } from '../server/platform/storage/index.ts'
import { startApp } from './setup/app-process.ts'
import { createDataFolder, type DataFolder } from './setup/data-folder.ts'
import { canMountSmallDisk, fillDisk, mountSmallDisk, unmount } from './setup/small-disk.ts'

const log = { info: () => undefined, warn: () => undefined, error: () => undefined }
const start = (folder: DataFolder) => startPostgres({ dataDir: folder.path, log })

/** Writes rows one by one; what it returns was acknowledged. */
async function write(db: Database, id: number, journalBytes = 0): Promise<number | undefined> {
  try {
    await sql`insert into notes values (${id}, pg_logical_emit_message(true, '', repeat('x', ${journalBytes}::int)))`.execute(
      db,
    )
    return id
  } catch {
    return undefined
  }
}

async function readNotes(db: Database): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`select id from notes order by id`.execute(db)
  return rows.map(row => row.id)
}

/** Asks again until the database answers; the pool itself must find the way back. */
async function untilBack(db: Database): Promise<void> {
  for (;;) {
    const isBack = await sql`select 1`.execute(db).then(
      () => true,
      () => false,
    )
    if (isBack) return
    await pause(50)
  }
}

describe('after a crash', () => {
  let folder: DataFolder
  let server: PostgresServer | undefined
  const bystanders: ChildProcess[] = []
  beforeAll(async () => {
    folder = await createDataFolder('Phường Mẫu')
    const first = await start(folder)
    const db = connect(first.url)
    await sql`create table notes (id integer primary key, journal pg_lsn)`.execute(db)
    await db.destroy()
    await first.stop()
  })
  afterEach(async () => {
    await server?.stop()
    server = undefined
    for (const bystander of bystanders.splice(0)) bystander.kill('SIGKILL')
  })
  afterAll(() => folder.remove())

  it('of the app, the database it left behind is used again', async () => {
    const app = startApp({ dataDir: folder.path })
    const { pid } = await app.ready
    await app.kill('app')
    server = await start(folder)
    expect(server).toMatchObject({ pid, adopted: true })
    await server.stop()
    expect(folder.processes()).toEqual([])
  })

  it('of the app, a database that dies later is started again all the same', async () => {
    const app = startApp({ dataDir: folder.path })
    await app.ready
    await app.kill('app')
    server = await start(folder)
    const { pid: orphan, url } = server
    const db = connect(url)
    folder.killDatabase()
    await untilBack(db)
    expect(folder.processes()).not.toContain(orphan)
    await db.destroy()
  })

  /** A program of the database's own user: one of another user could be told apart by its rights alone. */
  const stranger = () => {
    const { uid, gid } = statSync(join(folder.path, 'postgres/cluster'))
    const sleeper = spawn('sleep', ['60'], { cwd: '/', uid, gid })
    bystanders.push(sleeper)
    return sleeper.pid ?? 0
  }
  const locks: [string, () => number][] = [
    ['a process that is gone', () => 2 ** 22 - 1],
    ['another program that is alive', stranger],
  ]
  it.each(locks)('of everything, locks that name %s do not keep the ward closed', async (_whose, owner) => {
    server = await start(folder)
    const { pid, url, stop } = server
    folder.killDatabase()
    await stop()
    const cluster = join(folder.path, 'postgres/cluster/postmaster.pid')
    const socket = join(new URL(url).searchParams.get('host') ?? '', '.s.PGSQL.5432.lock')
    for (const lock of [cluster, socket]) {
      expect(existsSync(lock)).toBe(true)
      await writeFile(lock, readFileSync(lock, 'utf8').replace(`${pid}\n`, `${owner()}\n`))
    }
    server = await start(folder)
    expect(server.adopted).toBe(false)
  })

  it('of the database, a zombie that nobody buries does not keep the ward closed', async () => {
    const app = startApp({ dataDir: folder.path })
    const { pid } = await app.ready
    app.child.kill('SIGSTOP')
    folder.killDatabase()
    await pause(50)
    expect(readFileSync(`/proc/${pid}/stat`, 'utf8')).toContain(') Z ')
    server = await start(folder)
    expect(server.adopted).toBe(false)
    await app.kill('app')
  })

  it('of the database, the app goes on by itself, without a restart', async () => {
    server = await start(folder)
    const db = connect(server.url)
    await sql`select 1`.execute(db)
    folder.killDatabase()
    await untilBack(db)
    await db.destroy()
  })

  it('loses nothing that was acknowledged, ten times in a row', async () => {
    server = await start(folder)
    const db = connect(server.url, { poolSize: 4 })
    await sql`truncate notes`.execute(db)
    const acknowledged: number[] = []
    let isOver = false
    let next = 0
    const writers = Array.from({ length: 4 }, async () => {
      while (!isOver) {
        const id = await write(db, next++)
        if (id === undefined) await pause(20)
        else acknowledged.push(id)
      }
    })
    for (let kills = 0; kills < 10; kills++) {
      await untilBack(db)
      await pause(50 + Math.random() * 150)
      folder.killDatabase()
    }
    isOver = true
    await Promise.all(writers)
    await untilBack(db)
    const kept = new Set(await readNotes(db))
    await db.destroy()
    expect(acknowledged.length).toBeGreaterThan(50)
    expect(acknowledged.filter(id => !kept.has(id))).toEqual([])
  })
})

describe('a first start that is cut off', () => {
  it.each([
    ['app', 200],
    ['group', 0],
    ['group', 200],
    ['group', 400],
    ['group', 600],
  ] as const)('does no harm (kill -9 of the %s, %i ms after the data began to be made)', async (whom, afterMs) => {
    const folder = await createDataFolder()
    const app = startApp({ dataDir: folder.path })
    const isReady = app.ready.then(
      () => true,
      () => false,
    )
    const home = join(folder.path, 'postgres')
    while (!existsSync(home) || !readdirSync(home).some(name => name.startsWith('cluster'))) await pause(5)
    await pause(afterMs)
    await app.kill(whom)
    await isReady
    const server = await start(folder)
    const db = connect(server.url)
    await sql`create table notes (id integer primary key, journal pg_lsn)`.execute(db)
    await db.destroy()
    await server.stop()
    expect(readdirSync(home).filter(name => name.startsWith('cluster'))).toContain('cluster')
    await folder.remove()
  })
})

describe('a full disk', () => {
  let folder: DataFolder
  const withDisk = canMountSmallDisk() ? it : it.skip
  const unlessDisk = canMountSmallDisk() ? '' : ' — bỏ qua: cần quyền tạo một ổ đĩa nhỏ (root)'
  beforeEach(async () => {
    folder = await createDataFolder()
  })
  afterEach(async () => {
    unmount(folder.path)
    await folder.remove()
  })

  withDisk(`loses nothing that was acknowledged, and work goes on once there is room${unlessDisk}`, async () => {
    mountSmallDisk(folder.path, 260)
    const server = await start(folder)
    const db = connect(server.url)
    await sql`create table notes (id integer primary key, journal pg_lsn)`.execute(db)
    const filler = join(folder.path, 'filler')
    await fillDisk(filler, 1024 * 1024)
    const acknowledged: number[] = []
    let id = 0
    for (let refusals = 0; refusals < 20; id++) {
      const done = await write(db, id, 1024 * 1024)
      if (done === undefined) refusals++
      else acknowledged.push(done)
    }
    await rm(filler)
    await untilBack(db)
    expect(await write(db, id)).toBe(id)
    const kept = new Set(await readNotes(db))
    expect(acknowledged.length).toBeGreaterThan(0)
    expect(acknowledged.filter(one => !kept.has(one))).toEqual([])
    await db.destroy()
    await server.stop()
  })

  withDisk(`is named as the reason when the database cannot start${unlessDisk}`, async () => {
    mountSmallDisk(folder.path, 260)
    const server = await start(folder)
    await server.stop()
    const filler = join(folder.path, 'filler')
    await fillDisk(filler, 0)
    await expect(start(folder)).rejects.toThrow(/Ổ đĩa .* đã đầy/)
    await rm(filler)
    await (await start(folder)).stop()
  })

  withDisk(`is named before anything is written to it${unlessDisk}`, async () => {
    mountSmallDisk(folder.path, 100)
    await expect(start(folder)).rejects.toThrow(/chỉ còn \d+ MB trống/)
  })
})
