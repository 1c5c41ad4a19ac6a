/** Guides read aloud: whose recordings are taken, which words they belong to, and how a phone fetches them. */
import { spawnSync } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { request as httpRequest } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'
import { findArea } from '../server/platform/areas/index.ts'
import { createToken } from '../server/platform/people/index.ts'
import type { StaffRole } from '../shared/people.ts'
import { openBucket, type TestBucket } from './setup/bucket.ts'
import { createTestDatabase, type TestDatabase } from './setup/database.ts'
import { accepted, refused, tone } from './setup/sounds.ts'
import { until } from './setup/until.ts'
import { openWard, type TestWard } from './setup/ward.ts'

const MB = 1024 * 1024
const WARD = 'phuong-mau'

let database: TestDatabase
let ward: TestWard
let editor = ''
let folder = ''
beforeAll(async () => {
  database = await createTestDatabase()
  ward = await openWard({ database })
  folder = mkdtempSync(join(tmpdir(), 'mot-cua-recordings-'))
  editor = await tokenOf('editor')
})
afterAll(async () => {
  await ward?.close()
  rmSync(folder, { recursive: true, force: true })
})
beforeEach(async () => {
  for (const { id } of await list()) await remove(id)
})

async function tokenOf(role: StaffRole, area = WARD, { db } = ward): Promise<string> {
  const areaId = (await findArea(db, area))?.id ?? ''
  return createToken(db, { role, areaId, label: `${role} of ${area}`, expiresAt: new Date(Date.now() + 3600_000) })
}

interface Attaching {
  topic?: string
  revision?: number
  section?: string
  name?: string
  type?: string
  token?: string
  area?: string
  url?: string
}

function attach(bytes: Uint8Array, { topic = 'khai-sinh', revision = 1, section = 'whole', ...more }: Attaching = {}) {
  const form = new FormData()
  for (const [name, value] of Object.entries({ topic, revision, section })) form.set(name, String(value))
  form.set('file', new Blob([new Uint8Array(bytes)], { type: more.type ?? 'audio/mpeg' }), more.name ?? 'doc.mp3')
  return fetch(`${more.url ?? ward.url}/api/areas/${more.area ?? WARD}/recordings`, {
    method: 'POST',
    headers: { authorization: `Bearer ${more.token ?? editor}` },
    body: form,
  })
}

const list = async (token = editor): Promise<{ id: string; topic: string; isCurrent: boolean; path: string }[]> =>
  (
    await (
      await fetch(`${ward.url}/api/areas/${WARD}/recordings`, { headers: { authorization: `Bearer ${token}` } })
    ).json()
  ).recordings
const remove = (id: string, { area = WARD, token = editor } = {}) =>
  fetch(`${ward.url}/api/areas/${area}/recordings/${id}`, {
    method: 'DELETE',
    headers: { authorization: `Bearer ${token}` },
  })
const guide = async (key = 'khai-sinh') => (await fetch(`${ward.url}/api/procedures/${key}`)).json()
const auditOf = (action: string) =>
  ward.db.selectFrom('audit').selectAll().where('action', '=', action).orderBy('id', 'desc').execute()

/** Everything that lies in the folder for files. */
function filesOnDisk(): string[] {
  return readdirSync(join(ward.config.dataDir, 'files'), { recursive: true, withFileTypes: true })
    .filter(one => one.isFile())
    .map(one => one.name)
}

describe('a recording', () => {
  it('is heard with exactly the words it reads, and the words are not touched', async () => {
    const before = await guide()
    const answer = await attach(tone(0.5))
    expect(answer.status).toBe(200)
    const { path } = await answer.json()
    const after = await guide()
    expect(after.recordings).toEqual([{ section: 'whole', path }])
    expect({ ...after, recordings: [] }).toEqual({ ...before, recordings: [] })
    expect(await (await fetch(`${ward.url}/app/thu-tuc/khai-sinh`)).text()).toContain(path)
    expect((await guide('khai-tu')).recordings).toEqual([])
    const [line] = await auditOf('recording attached')
    expect(line).toMatchObject({
      actor: `editor of ${WARD}`,
      subject: 'khai-sinh',
      detail: { revision: 1, section: 'whole' },
    })
  })

  it('is silent once the words have changed, and is refused for words that are no longer in force', async () => {
    await attach(tone(0.5), { topic: 'tam-vang' })
    const { topic, revision } = await guide('tam-vang')
    await ward.db.transaction().execute(async tx => {
      await tx
        .updateTable('topic_revisions')
        .set({ retired_at: new Date() })
        .where('topic_key', '=', 'tam-vang')
        .execute()
      const content = JSON.stringify({ ...topic, summary: `${topic.summary} Đã sửa.` })
      await tx
        .insertInto('topic_revisions')
        .values({ topic_key: 'tam-vang', revision: revision + 1, content, origin: 'officer' })
        .execute()
      await tx.updateTable('settings').set({ value: '1000' }).where('key', '=', 'catalogue.revision').execute()
    })
    await until('the next revision', async () => (await guide('tam-vang')).revision !== revision)
    expect(await guide('tam-vang')).toMatchObject({ revision: revision + 1, recordings: [] })
    expect(await list()).toMatchObject([{ topic: 'tam-vang', isCurrent: false }])
    expect((await attach(tone(0.5), { topic: 'tam-vang', revision })).status).toBe(409)
    expect((await attach(tone(0.5), { topic: 'tam-vang', revision: revision + 2 })).status).toBe(409)
    expect((await attach(tone(0.5), { topic: 'tam-vang', revision: revision + 1 })).status).toBe(200)
    expect((await guide('tam-vang')).recordings).toHaveLength(1)
  })

  it('may read one part of the page; a new one for the same part takes the place of the old', async () => {
    await attach(tone(0.5))
    await attach(tone(0.6), { section: 'steps' })
    const old = (await guide()).recordings.find((one: { section: string }) => one.section === 'steps')
    await attach(tone(0.7), { section: 'steps' })
    const { recordings } = await guide()
    expect(recordings.map((one: { section: string }) => one.section).sort()).toEqual(['steps', 'whole'])
    expect((await fetch(ward.url + old.path)).status).toBe(404)
    expect(filesOnDisk()).toHaveLength(2)
    expect((await attach(tone(0.5), { section: 'everything' })).status).toBe(400)
  })

  it('is gone with its bytes when it is removed, unless another guide uses the same file', async () => {
    await attach(tone(0.5))
    await attach(tone(0.5), { topic: 'khai-tu' })
    const [first, second] = await list()
    expect(filesOnDisk()).toHaveLength(1)
    expect((await remove(first?.id ?? '')).status).toBe(200)
    expect((await fetch(ward.url + second?.path)).status).toBe(200)
    expect((await remove(second?.id ?? '')).status).toBe(200)
    expect((await fetch(ward.url + second?.path)).status).toBe(404)
    expect(filesOnDisk()).toEqual([])
    expect((await remove(second?.id ?? '')).status).toBe(404)
    expect((await auditOf('recording removed'))[0]).toMatchObject({ subject: second?.topic })
  })

  it('of another ward can be neither made, seen nor removed', async () => {
    const { db } = ward
    const other = await db
      .insertInto('areas')
      .values({ id: randomUUID(), level: 'ward', code: 'phuong-khac', name: 'Phường Khác' })
      .onConflict(conflict => conflict.doNothing())
      .returning('id')
      .executeTakeFirst()
    expect(other).toBeDefined()
    const stranger = await tokenOf('editor', 'phuong-khac')
    expect((await attach(tone(0.5), { token: stranger })).status).toBe(403)
    const { id } = await (await attach(tone(0.5))).json()
    const ofOthers = await (await attach(tone(0.8), { token: stranger, area: 'phuong-khac' })).json()
    expect((await remove(id, { token: stranger })).status).toBe(403)
    expect((await remove(id, { token: stranger, area: 'phuong-khac' })).status).toBe(404)
    expect((await guide()).recordings).toHaveLength(1)
    expect((await guide()).recordings[0].path).not.toBe(ofOthers.path)
    expect((await attach(tone(0.5), { token: await tokenOf('answerer') })).status).toBe(403)
    await remove(ofOthers.id, { token: stranger, area: 'phuong-khac' })
  })

  it('is not made for a neighbourhood, an unknown place or an unknown guide', async () => {
    const neighbourhood = (
      await ward.db.selectFrom('areas').select('code').where('level', '=', 'neighbourhood').execute()
    )[0]
    expect((await attach(tone(0.5), { area: neighbourhood?.code })).status).toBe(400)
    expect((await attach(tone(0.5), { area: 'khong-co' })).status).toBe(404)
    expect((await attach(tone(0.5), { topic: 'khong-co' })).status).toBe(404)
  })
})

describe('a file', () => {
  it.each(accepted)(
    '$name is taken for what its bytes are, whatever it is called',
    async ({ bytes, type, extension }) => {
      const answer = await attach(bytes, { name: '../../../etc/passwd.html', type: 'text/html' })
      expect(answer.status).toBe(200)
      const { path, mediaType } = await answer.json()
      expect(mediaType).toBe(type)
      expect(path).toMatch(new RegExp(`^/tep/[0-9a-f]{64}\\.${extension}$`))
      const sent = await fetch(ward.url + path)
      expect(sent.headers.get('content-type')).toBe(type)
      expect(sent.headers.get('x-content-type-options')).toBe('nosniff')
      expect(Buffer.from(await sent.arrayBuffer()).equals(bytes)).toBe(true)
    },
  )

  it.each(refused)('that is $name is refused, and nothing of it is kept', async ({ bytes }) => {
    const before = filesOnDisk()
    expect((await attach(bytes, { name: 'doc.mp3', type: 'audio/mpeg' })).status).toBe(400)
    expect(filesOnDisk()).toEqual(before)
    expect((await guide()).recordings).toEqual([])
  })

  it('may have ten megabytes and not one byte more; what is far larger is not even read', async () => {
    const sound = tone(0.5)
    const fill = (size: number) => Buffer.concat([sound, Buffer.alloc(size - sound.length)])
    expect((await attach(fill(10 * MB))).status).toBe(200)
    expect((await attach(fill(10 * MB + 1), { section: 'steps' })).status).toBe(400)
    expect((await attach(fill(24 * MB), { section: 'steps' })).status).toBe(413)
  })

  it('from somebody unknown is not read beyond a few words', async () => {
    expect((await attach(Buffer.alloc(MB), { token: 'nobody' })).status).toBe(413)
    expect((await attach(Buffer.alloc(1000), { token: 'nobody' })).status).toBe(401)
  })
})

describe('fetching a recording', () => {
  let path = ''
  const sound = tone(1)
  const fetchPart = (headers: Record<string, string>, method = 'GET') => fetch(ward.url + path, { method, headers })
  beforeEach(async () => {
    path = (await (await attach(sound)).json()).path
  })

  it.each([
    ['bytes=0-1', 0, 1],
    ['bytes=100-', 100, sound.length - 1],
    ['bytes=-10', sound.length - 10, sound.length - 1],
    ['bytes=5000-999999', 5000, sound.length - 1],
  ])('gives the part that a phone asks for: %s', async (range, start, end) => {
    const answer = await fetchPart({ range })
    expect(answer.status).toBe(206)
    expect(answer.headers.get('content-range')).toBe(`bytes ${start}-${end}/${sound.length}`)
    expect(Number(answer.headers.get('content-length'))).toBe(end - start + 1)
    expect(Buffer.from(await answer.arrayBuffer()).equals(sound.subarray(start, end + 1))).toBe(true)
  })

  it('gives the whole where parts make no sense, and says so where there is none', async () => {
    for (const range of ['bytes=0-1,5-6', 'lines=1-2', 'nonsense']) {
      const answer = await fetchPart({ range })
      expect([answer.status, (await answer.arrayBuffer()).byteLength]).toEqual([200, sound.length])
    }
    const beyond = await fetchPart({ range: 'bytes=999999-' })
    expect([beyond.status, beyond.headers.get('content-range')]).toEqual([416, `bytes */${sound.length}`])
    const changed = await fetchPart({ range: 'bytes=0-1', 'if-range': '"of-another-day"' })
    expect([changed.status, (await changed.arrayBuffer()).byteLength]).toEqual([200, sound.length])
  })

  it('is asked for once: it never changes, and Zalo may play it', async () => {
    const answer = await fetchPart({ origin: 'https://h5.zdn.vn' }, 'HEAD')
    expect(answer.headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
    expect(answer.headers.get('accept-ranges')).toBe('bytes')
    expect(answer.headers.get('access-control-allow-origin')).toBe('https://h5.zdn.vn')
    expect(answer.headers.get('cross-origin-resource-policy')).toBe('cross-origin')
    expect(answer.headers.get('content-length')).toBe(String(sound.length))
    expect(await statusOfRaw(path, { 'if-none-match': answer.headers.get('etag') ?? '' })).toBe(304)
  })

  it('leads to nothing but listed files', async () => {
    writeFileSync(join(ward.config.dataDir, 'files', 'of-nobody'), 'x')
    const name = path.slice('/tep/'.length)
    const paths = [
      '/tep/..%2f..%2fsecret-key',
      '/tep/../secret-key',
      '/tep/%2e%2e/%2e%2e/etc/passwd',
      `/tep/${name.slice(0, 2)}/${name.slice(2, 4)}/${name}`,
      '/tep/of-nobody',
      `/tep/${name.replace('.wav', '.html')}`,
      `/tep/${'0'.repeat(64)}.wav`,
      `/tep/${name.toUpperCase()}`,
      '/tep/',
    ]
    for (const one of paths) expect([one, await statusOfRaw(one)]).toEqual([one, 404])
    rmSync(join(ward.config.dataDir, 'files', 'of-nobody'))
  })

  /** As written: `fetch` tidies the address up first, and asks past every cache. */
  function statusOfRaw(raw: string, headers: Record<string, string> = {}): Promise<number> {
    const { hostname, port } = new URL(ward.url)
    return new Promise((resolve, reject) => {
      httpRequest({ hostname, port, path: raw, headers }, answer => {
        answer.resume()
        resolve(answer.statusCode ?? 0)
      })
        .on('error', reject)
        .end()
    })
  }
})

describe('from the command line', () => {
  const run = (...args: string[]) =>
    spawnSync(process.execPath, ['server/commands/recording.ts', ...args], {
      encoding: 'utf8',
      env: {
        PATH: process.env.PATH,
        DATA_DIR: ward.config.dataDir,
        DATABASE_URL: database.url,
        MOT_CUA_PRACTICE: '1',
        ZALO_OA_ID: ward.config.zalo.oaId,
      },
    })

  it('a volunteer attaches, lists and removes, and is told in words what is wrong', async () => {
    const good = join(folder, 'khai-sinh.wav')
    const bad = join(folder, 'thu.mp3')
    writeFileSync(good, tone(0.5))
    writeFileSync(bad, 'not a sound')
    const added = run('add', 'khai-sinh', good, '--by', 'Đoàn phường')
    expect([added.stderr, added.stdout]).toEqual(['', 'Đã gắn: khai-sinh, phiên bản 1, cả bài, 0,0 MB.\n'])
    expect((await guide()).recordings).toHaveLength(1)
    expect((await auditOf('recording attached'))[0]?.actor).toBe('Đoàn phường')
    const [, id] = /^(\d+)\tkhai-sinh, phiên bản 1, cả bài/.exec(run('list').stdout) ?? []
    expect(run('add', 'khai-sinh', bad).stderr).toMatch(/phải là tiếng ghi mp3/)
    expect(run('add', 'khai-sinh', good, '--revision', '7').stderr).toMatch(/đã có phiên bản mới/)
    expect(run('add', 'khong-co', good).stderr).toMatch(/Không có mã này/)
    expect(run('add', 'khai-sinh', join(folder, 'khong-co.mp3')).stderr).toMatch(/Không mở được tệp/)
    expect(run().stderr).toMatch(/^Cách dùng/)
    expect(run('remove', id ?? '').stdout).toMatch(/^Đã gỡ: khai-sinh/)
    expect((await guide()).recordings).toEqual([])
    expect(run('list').stdout).toBe('Chưa có bản ghi âm nào.\n')
  }, 60_000)
})

describe('a city’s bucket', () => {
  let bucket: TestBucket
  let city: TestWard
  beforeAll(async () => {
    bucket = await openBucket()
    city = await openWard({
      config: {
        bucket: {
          name: 'mot-cua',
          endpoint: bucket.url,
          region: 'us-east-1',
          keyId: 'key',
          secret: 'secret-of-the-tests',
        },
      },
    })
  })
  afterAll(async () => {
    await city?.close()
    await bucket?.close()
  })

  it('keeps the bytes instead of the folder, and gives them out in parts all the same', async () => {
    const token = await tokenOf('editor', WARD, city)
    const sound = tone(0.5)
    const { path, id } = await (await attach(sound, { url: city.url, token })).json()
    const name = path.slice('/tep/'.length).replace('.wav', '')
    expect([...bucket.objects.keys()]).toEqual([`/mot-cua/${name.slice(0, 2)}/${name.slice(2, 4)}/${name}`])
    const part = await fetch(city.url + path, { headers: { range: 'bytes=10-19' } })
    expect(Buffer.from(await part.arrayBuffer()).equals(sound.subarray(10, 20))).toBe(true)
    await fetch(`${city.url}/api/areas/${WARD}/recordings/${id}`, {
      method: 'DELETE',
      headers: { authorization: `Bearer ${token}` },
    })
    expect([bucket.objects.size, bucket.unsigned]).toEqual([0, []])
  })
})
