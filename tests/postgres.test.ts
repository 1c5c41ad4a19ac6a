/** The database that comes with the app, on every machine where a ward may run it. */
import { spawnSync } from 'node:child_process'
import { accessSync, readdirSync, readFileSync } from 'node:fs'
import { chmod, mkdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'
import { sql } from 'kysely'
import { connect, type PostgresServer, startPostgres } from '../server/platform/storage/index.ts'
import { canRunAs, startApp } from './setup/app-process.ts'
import { createDataFolder, type DataFolder, isRoot } from './setup/data-folder.ts'
import { copyWithoutInstallScripts } from './setup/project-copy.ts'

const NOBODY = 65534
const STRANGER = 54321
const log = { info: () => undefined, warn: () => undefined, error: () => undefined }
const asRoot = isRoot ? it : it.skip
const unlessRoot = isRoot ? '' : ' — bỏ qua: chỉ root đổi được người dùng'
const asNobody = canRunAs(NOBODY) ? it : it.skip
const unlessNobody = canRunAs(NOBODY) ? '' : ' — bỏ qua: cần root, và mã nguồn ở nơi người dùng khác đọc được'

async function ask(url: string, question: string): Promise<unknown> {
  const db = connect(url)
  try {
    const { rows } = await sql.raw<{ answer: unknown }>(`select ${question} as answer`).execute(db)
    return rows[0]?.answer
  } finally {
    await db.destroy()
  }
}

describe('the bundled database', () => {
  let folder: DataFolder
  let server: PostgresServer
  beforeAll(async () => {
    folder = await createDataFolder('Một Cửa – dữ liệu')
    server = await startPostgres({ dataDir: folder.path, log })
  })
  afterAll(async () => {
    await server.stop()
    await folder.remove()
  })

  it('keeps what it acknowledged: every commit reaches the disk', async () => {
    expect(await ask(server.url, "current_setting('fsync') || current_setting('synchronous_commit')")).toBe('onon')
  })

  it('gives the app no more rights than it needs', async () => {
    expect(await ask(server.url, "current_setting('is_superuser')")).toBe('off')
  })

  it('hears nobody over the network', async () => {
    expect(await ask(server.url, "current_setting('listen_addresses')")).toBe('')
  })

  it('lives in a session of its own, so that Ctrl-C reaches the app first', () => {
    const session = readFileSync(`/proc/${server.pid}/stat`, 'utf8').split(') ')[1]?.split(' ')[3]
    expect(session).toBe(String(server.pid))
  })

  it('writes nothing into its log that a resident wrote', async () => {
    await expect(ask(server.url, "'số 0912345678 của bà Nguyễn Thị Mẫu'::integer")).rejects.toThrow('0912345678')
    const written = readFileSync(join(folder.path, 'postgres/postgres.log'), 'utf8')
    expect(written).toContain('ready to accept connections')
    expect(written).not.toMatch(/0912345678|Nguyễn/)
  })

  asRoot(`is never run by root itself${unlessRoot}`, () => {
    expect(readFileSync(`/proc/${server.pid}/status`, 'utf8')).toMatch(/^Uid:\t(?!0\b)\d+/m)
  })

  asRoot(`is closed to the other users of the machine${unlessRoot}`, () => {
    const socket = join(new URL(server.url).searchParams.get('host') ?? '', '.s.PGSQL.5432')
    const look = (uid: number) => spawnSync('ls', [socket], { uid, env: { LC_ALL: 'C' }, encoding: 'utf8' })
    expect(look(0).status).toBe(0)
    expect(look(STRANGER).stderr).toContain('Permission denied')
  })

  it('leaves no process behind when it is stopped', async () => {
    expect(folder.processes()).toContain(server.pid)
    await server.stop()
    expect(folder.processes()).toEqual([])
  })
})

describe('a first start', () => {
  let folder: DataFolder
  let started: PostgresServer | undefined
  beforeEach(async () => {
    folder = await createDataFolder()
  })
  afterEach(async () => {
    await started?.stop()
    started = undefined
    await folder.remove()
  })
  const start = async (dataDir = folder.path, bin?: string): Promise<PostgresServer> => {
    started = await startPostgres({ dataDir, bin, log })
    return started
  }

  it('works from a checkout and a data folder with spaces and Vietnamese letters, install scripts switched off', async () => {
    const root = join(folder.path, 'mã nguồn', 'Một Cửa')
    await copyWithoutInstallScripts(root)
    const app = startApp({ root, dataDir: join(folder.path, 'dữ liệu của phường') })
    const { url } = await app.ready
    expect(await ask(url, 'version()')).toContain('PostgreSQL 17')
    await app.leave()
  })

  it('works where the path is longer than a socket may be, and leaves nothing in /tmp', async () => {
    const { url, stop } = await start(join(folder.path, 'thư-mục-rất-dài/'.repeat(12)))
    const socketFolder = new URL(url).searchParams.get('host') ?? ''
    expect(socketFolder).toMatch(/^\/tmp\/mot-cua-/)
    expect(await ask(url, '1 + 1')).toBe(2)
    await stop()
    expect(() => accessSync(socketFolder)).toThrow('ENOENT')
  })

  asRoot(`does not trust a socket folder that another user put in its way${unlessRoot}`, async () => {
    const dataDir = join(folder.path, 'thư-mục-rất-dài/'.repeat(12))
    const { url, stop } = await start(dataDir)
    await stop()
    const trap = new URL(url).searchParams.get('host') ?? ''
    spawnSync('mkdir', [trap], { uid: STRANGER, gid: STRANGER })
    await expect(start(dataDir)).rejects.toThrow(`thuộc về người dùng hệ thống số ${STRANGER}`)
    await rm(trap, { recursive: true })
  })

  it('by two apps at the same moment gives one database, which stays until the last app leaves', async () => {
    const apps = [startApp({ dataDir: folder.path }), startApp({ dataDir: folder.path })]
    const [one, other] = await Promise.all(apps.map(app => app.ready))
    expect(one?.pid).toBe(other?.pid)
    expect([one?.adopted, other?.adopted].sort()).toEqual([false, true])
    const resident = startApp({ dataDir: folder.path })
    await resident.ready
    for (const app of apps) await app.leave()
    expect(folder.processes()).toContain(one?.pid)
    await resident.leave()
    expect(folder.processes()).toEqual([])
  })

  asNobody(`by an ordinary user runs as that user${unlessNobody}`, async () => {
    const own = await createDataFolder('của tôi', NOBODY)
    const app = startApp({ dataDir: own.path, uid: NOBODY })
    const { url, pid } = await app.ready
    expect(await ask(url, '1 + 1')).toBe(2)
    expect(readFileSync(`/proc/${pid}/status`, 'utf8')).toMatch(new RegExp(`^Uid:\\t${NOBODY}\\b`, 'm'))
    await app.leave()
    await own.remove()
  })

  asRoot(`in a folder that the database's user cannot reach is refused with a better place${unlessRoot}`, async () => {
    await chmod(folder.path, 0o700)
    await expect(start()).rejects.toThrow(/không mở được.*DATA_DIR/)
  })

  it('uses POSTGRES_BIN only when a server is there, and else gives an example', async () => {
    await expect(start(folder.path, '/nowhere/bin')).rejects.toThrow(/POSTGRES_BIN.*ví dụ/)
  })

  const own = findOwnPostgres()
  const unlessFound = own ? '' : ' — bỏ qua: máy này không có PostgreSQL ≥ 15 trong /usr/lib/postgresql'
  ;(own ? it : it.skip)(`uses the machine's own PostgreSQL when POSTGRES_BIN names it${unlessFound}`, async () => {
    const { url } = await start(folder.path, own?.bin)
    expect(await ask(url, "current_setting('server_version_num')::int / 10000")).toBe(own?.major)
  })
})

describe('a later start', () => {
  let folder: DataFolder
  const ready = () => join(folder.path, 'postgres/cluster/mot-cua-ready')
  const start = () => startPostgres({ dataDir: folder.path, log })
  beforeAll(async () => {
    folder = await createDataFolder()
    await (await start()).stop()
  })
  afterAll(() => folder.remove())
  afterEach(() => writeFile(ready(), '17\n'))

  it('refuses data of another major version, and says what to do', async () => {
    await writeFile(ready(), '16\n')
    await expect(start()).rejects.toThrow(/do PostgreSQL 16 tạo.*POSTGRES_BIN/)
  })

  it("refuses a folder of somebody else's making instead of overwriting it", async () => {
    await rm(ready())
    await expect(start()).rejects.toThrow(/không do Một Cửa tạo/)
  })

  it('copies the programs anew when the copy is damaged or of an earlier version', async () => {
    const home = join(folder.path, 'postgres')
    const runtime = readdirSync(home).find(name => name.startsWith('runtime-')) ?? ''
    await writeFile(join(home, runtime, 'bin/postgres'), '')
    await mkdir(join(home, 'runtime-16.0.0'))
    await (await start()).stop()
    expect(readdirSync(home).filter(name => name.startsWith('runtime-'))).toEqual([runtime])
  })

  asNobody(`by a user whose data they are not is refused${unlessNobody}`, async () => {
    await expect(startApp({ dataDir: folder.path, uid: NOBODY }).ready).rejects.toThrow(/người dùng hệ thống số 0/)
  })

  asRoot(`gives a restored copy, which belongs to root, back to the database's user${unlessRoot}`, async () => {
    spawnSync('chown', ['-R', '0:0', join(folder.path, 'postgres/cluster')])
    const server = await start()
    expect(await ask(server.url, '1 + 1')).toBe(2)
    await server.stop()
  })
})

function findOwnPostgres(): { bin: string; major: number } | undefined {
  const root = '/usr/lib/postgresql'
  try {
    const major = Math.max(
      ...readdirSync(root)
        .map(Number)
        .filter(number => number >= 15),
    )
    const bin = join(root, String(major), 'bin')
    accessSync(join(bin, 'initdb'))
    return { bin, major }
  } catch {
    return undefined
  }
}
