/** The inbox: acknowledged once it is on the disk, worked through in order, its effects once. */
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { sql } from 'kysely'
import pino from 'pino'
import { createEvents, type EventHandlers, type Events, type IncomingEvent } from '../server/platform/events/index.ts'
import { createTestDatabase, type TestDatabase } from './setup/database.ts'
import { until } from './setup/until.ts'

const OA = '4000000000000000001'
const START = Date.parse('2026-11-21T03:00:00Z')
const pause = (ms: number) => new Promise(resolve => setTimeout(resolve, ms))

function message(id: string, { who = 'Bà Sáu', second = 0 } = {}): IncomingEvent {
  return {
    oaId: OA,
    dedupeKey: `user_send_text:${id}`,
    eventName: 'user_send_text',
    subjectId: who,
    occurredAt: new Date(START + second * 1000),
    payload: { kind: 'message', type: 'text', messageId: id, text: id, userIdByApp: null, quotedMessageId: null },
  }
}

describe('an event', () => {
  let database: TestDatabase
  let running: Events[]
  let worked: string[]
  let offsetMs = 0
  const clock = { now: () => new Date(Date.now() + offsetMs) }

  beforeEach(async () => {
    database = await createTestDatabase()
    running = []
    worked = []
    offsetMs = 0
  })
  afterEach(async () => {
    await Promise.all(running.map(events => events.stop()))
    await database.close()
  })

  function open(handlers: Partial<EventHandlers> = {}): Events {
    const events = createEvents({
      db: database.db,
      clock,
      log: pino({ level: 'silent' }),
      handlers: {
        handlePersonal: async (_tx, group) => {
          worked.push(...group.map(({ payload }) => nameOf(payload)))
          return undefined
        },
        handleReceipts: async () => [],
        handleGivenUp: async () => {},
        ...handlers,
      },
    })
    running.push(events)
    return events
  }

  /** @param passingMs what passes by the clock between two looks: what waits for another try does not wait long */
  async function untilDone({ passingMs = 0 } = {}): Promise<void> {
    const open = database.db.selectFrom('events').select('id').where('state', 'in', ['pending', 'claimed'])
    await until('the end of the work', async () => {
      offsetMs += passingMs
      return (await open.executeTakeFirst()) === undefined
    })
  }

  it('that Zalo delivers twice is worked on once', async () => {
    const events = open()
    events.start()
    await Promise.all([events.accept(message('a')), events.accept(message('a')), events.accept(message('a'))])
    await events.accept(message('a'))
    await untilDone()
    expect(worked).toEqual(['a'])
  })

  it('is acknowledged only after it lies on the disk', async () => {
    const events = open()
    await events.accept(message('a'))
    const { rows } = await sql<{ total: number }>`select count(*)::int as total from events`.execute(database.db)
    expect(rows[0]?.total).toBe(1)
  })

  it('that cannot be stored is not acknowledged', async () => {
    const events = open()
    await database.db.schema.dropTable('events').cascade().execute()
    await expect(events.accept(message('a'))).rejects.toThrow()
  })

  it('of one person waits for that person’s earlier ones, by the time of happening, and for nobody else', async () => {
    const events = open({
      handlePersonal: async (_tx, group) => {
        const names = group.map(({ payload }) => nameOf(payload))
        if (names.includes('first')) await pause(300)
        worked.push(...names)
        return undefined
      },
    })
    await events.accept(message('third', { second: 30 }))
    await events.accept(message('first', { second: 10 }))
    await events.accept(message('second', { second: 20 }))
    await events.accept(message('of Nam', { who: 'Anh Nam' }))
    events.start()
    await untilDone()
    expect(worked.filter(name => name !== 'of Nam')).toEqual(['first', 'second', 'third'])
    expect(worked.indexOf('of Nam')).toBeLessThan(worked.indexOf('second'))
  })

  it('is worked on by one of two processes', async () => {
    const first = open()
    const second = open()
    for (let i = 0; i < 60; i++) await first.accept(message(`m${i}`, { who: `person ${i % 7}`, second: i }))
    first.start()
    second.start()
    await untilDone()
    expect([...worked].sort()).toEqual([...new Set(worked)].sort())
    expect(worked).toHaveLength(60)
  })

  it('leaves no trace of a try that failed, and is tried again', async () => {
    let tries = 0
    const events = open({
      handlePersonal: async tx => {
        await sql`insert into settings (key, value) values (${`effect ${++tries}`}, 'true')`.execute(tx)
        if (tries < 3) throw new Error('the roof fell in')
        return undefined
      },
    })
    events.start()
    await events.accept(message('a'))
    await untilDone({ passingMs: 60_000 })
    const effects = await database.db.selectFrom('settings').select('key').execute()
    expect(effects).toEqual([{ key: 'effect 3' }])
  })

  it('that fails every time is given up after six tries, the person is told, and the next one is not held up', async () => {
    const toldAbout: string[] = []
    const events = open({
      handlePersonal: async (_tx, group) => {
        const names = group.map(({ payload }) => nameOf(payload))
        if (names.includes('poison')) throw new Error('poison')
        worked.push(...names)
        return undefined
      },
      handleGivenUp: async (_tx, { payload }) => void toldAbout.push(nameOf(payload)),
    })
    events.start()
    await events.accept(message('poison', { second: 1 }))
    await events.accept(message('after', { second: 2 }))
    await untilDone({ passingMs: 3600_000 })
    expect(toldAbout).toEqual(['poison'])
    expect(worked).toEqual(['after'])
    expect((await events.queue()).failed).toBe(1)
  })

  it('that fails does not spoil what other people did in the same moment', async () => {
    const events = open({
      handlePersonal: async (tx, group) => {
        const names = group.map(({ payload }) => nameOf(payload))
        for (const name of names) await sql`insert into settings (key, value) values (${name}, 'true')`.execute(tx)
        if (names.includes('poison')) throw new Error('poison')
        return undefined
      },
    })
    for (const name of ['a', 'b', 'poison', 'c']) await events.accept(message(name, { who: `person ${name}` }))
    events.start()
    const done = async () =>
      (await database.db.selectFrom('settings').select('key').orderBy('key').execute()).map(({ key }) => key)
    await until('three done', async () => (await done()).length >= 3)
    expect(await done()).toEqual(['a', 'b', 'c'])
  })

  it('comes back when the process that held it died', async () => {
    const events = open()
    await events.accept(message('a'))
    await sql`update events set state = 'claimed', lease_owner = gen_random_uuid(), lease_until = now() - interval '1 second'`.execute(
      database.db,
    )
    events.start()
    await untilDone()
    expect(worked).toEqual(['a'])
  })

  it('whose lease ran out while it was worked on leaves nothing of the slow worker', async () => {
    const events = open({
      handlePersonal: async tx => {
        worked.push('tried')
        await sql`insert into settings (key, value) values (${`effect ${worked.length}`}, 'true')`.execute(tx)
        if (worked.length === 1) {
          await sql`update events set lease_owner = gen_random_uuid(), lease_until = now()`.execute(database.db)
          await pause(200)
        }
        return undefined
      },
    })
    events.start()
    await events.accept(message('a'))
    await untilDone()
    expect(await database.db.selectFrom('settings').select('key').execute()).toEqual([{ key: 'effect 2' }])
  })

  it('that is a receipt is taken by the batch, and looked at once more when its message is not known yet', async () => {
    const batches: number[] = []
    const events = open({
      handleReceipts: async (_tx, receipts) => {
        batches.push(receipts.length)
        return receipts.filter(({ attempts }) => attempts === 1).map(({ id }) => id)
      },
    })
    for (const id of ['r1', 'r2', 'r3']) {
      await events.accept({
        ...message(id),
        dedupeKey: `user_received_message:${id}`,
        eventName: 'user_received_message',
        payload: { kind: 'received', messageIds: [id] },
      })
    }
    events.start()
    await until('the first batch', () => batches.length > 0)
    await untilDone({ passingMs: 10_000 })
    expect(batches).toEqual([3, 3])
  })
})

function nameOf(payload: IncomingEvent['payload']): string {
  return payload.kind === 'message' ? payload.messageId : payload.kind
}
