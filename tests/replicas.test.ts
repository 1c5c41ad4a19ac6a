/** Several processes for one ward: the door and the work may be apart, and two of everything do nothing twice. */
import { afterEach, describe, expect, it } from '@jest/globals'
import pino from 'pino'
import { type App, createApp } from '../server/app.ts'
import type { Config } from '../server/config.ts'
import { createWorker } from '../server/worker.ts'
import { until } from './setup/until.ts'
import { openWard, type TestWard } from './setup/ward.ts'

let ward: TestWard
let second: App
afterEach(async () => {
  await second.stop()
  await ward.close()
})

async function openSecond(changes: Partial<Config> = {}): Promise<App> {
  const clock = { now: () => new Date(ward.emulator.control.clock.read().now) }
  const open = changes.role === 'worker' ? createWorker : createApp
  const app = await open({
    config: { ...ward.config, ...changes },
    db: ward.db,
    clock,
    log: pino({ level: 'silent' }),
  })
  await app.listen(0)
  return app
}

describe('a ward of two processes', () => {
  it('answers when one takes in and decides, and the other only sends', async () => {
    ward = await openWard({ config: { role: 'web' } })
    second = await openSecond({ role: 'worker' })
    expect((await ward.resident().ask('Làm giấy khai sinh cần gì?')).text).toMatch(/khai sinh/i)
  })

  it('answers each question once when both do everything', async () => {
    ward = await openWard({ emulator: { settings: { oa: { plan: 'none' } } }, zalo: { ratePerMinute: 6000 } })
    second = await openSecond()
    const people = ['ba-sau', 'anh-nam', 'chi-lan', 'ong-tu', 'co-huong', 'em-minh']
    for (let round = 0; round < 10; round++)
      for (const key of people) ward.resident(key).write('đăng ký tạm trú cần gì')
    const heard = () => people.map(key => ward.resident(key).heard().length)
    await until('every answer', () => heard().every(count => count >= 10))
    await ward.settle()
    expect(heard()).toEqual(people.map(() => 10))
  })

  it('keeps what one of them published in step in the other', async () => {
    ward = await openWard()
    second = await openSecond({ role: 'web' })
    const { publishStarter, readCatalogueRevision } = await import('../server/procedures/store.ts')
    const { starterTopics } = await import('../shared/content/index.ts')
    const before = await readCatalogueRevision(ward.db)
    const changed = starterTopics.map(topic =>
      topic.key === 'khai-tu' ? { ...topic, summary: 'Câu mới của phường.' } : topic,
    )
    expect(await publishStarter(ward.db, changed)).toBe(1)
    expect(await readCatalogueRevision(ward.db)).toBe(before + 1)
    const read = async () => (await fetch(`${ward.url}/thu-tuc/khai-tu`)).text()
    await until('the new words', async () => (await read()).includes('Câu mới của phường.'))
    expect(await read()).toContain('Phiên bản 2')
  })

  it('never lets an upgrade overwrite what an officer wrote', async () => {
    ward = await openWard()
    second = await openSecond({ role: 'web' })
    const { publishStarter } = await import('../server/procedures/store.ts')
    const { starterTopics } = await import('../shared/content/index.ts')
    const [topic] = starterTopics
    if (!topic) throw new Error('no topics')
    await ward.db
      .updateTable('topic_revisions')
      .set({ retired_at: new Date() })
      .where('topic_key', '=', topic.key)
      .execute()
    await ward.db
      .insertInto('topic_revisions')
      .values({
        topic_key: topic.key,
        revision: 2,
        content: JSON.stringify({ ...topic, summary: 'Lời của cán bộ.' }),
        origin: 'officer',
      })
      .execute()
    expect(
      await publishStarter(
        ward.db,
        starterTopics.map(one => ({ ...one, summary: 'Lời của bản nâng cấp.' })),
      ),
    ).toBe(starterTopics.length - 1)
    const kept = await ward.db
      .selectFrom('topic_revisions')
      .select('content')
      .where('topic_key', '=', topic.key)
      .where('retired_at', 'is', null)
      .executeTakeFirstOrThrow()
    expect(kept.content.summary).toBe('Lời của cán bộ.')
  })
})
