import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { sql } from 'kysely'
import { connect, type Database, migrate, stampMode } from '../server/platform/storage/index.ts'
import { createTestDatabase, type TestDatabase } from './setup/database.ts'

let ward: TestDatabase
let db: Database
beforeEach(async () => {
  ward = await createTestDatabase()
  db = ward.db
})
afterEach(() => ward.close())

describe('a new database', () => {
  it('is brought up to date once when two apps start on it at the same moment', async () => {
    const fresh = await createTestDatabase({ empty: true })
    const other = connect(fresh.url)
    const done = await Promise.all([migrate(fresh.db), migrate(other)])
    expect(done.flat().sort()).toEqual([
      '0001-foundation',
      '0002-answering',
      '0003-conversations',
      '0004-area-aliases',
      '0005-links',
      '0006-sign-in',
      '0007-recordings',
      '0008-broadcasts',
      '0009-notices',
      '0010-staff',
      '0011-audit-chain',
      '0012-guides',
      '0013-questions',
      '0014-review',
      '0015-guides-at-the-desk',
      '0016-packs',
      '0017-notice-answers',
      '0018-group-posts',
      '0019-lists',
      '0020-notice-starters',
      '0021-corrections',
      '0022-codes-once',
      '0023-said-of-one-area',
    ])
    expect(await migrate(other)).toEqual([])
    await other.destroy()
    await fresh.close()
  })

  it('refuses an app older than its tables, and says what to do', async () => {
    await sql`insert into kysely_migration (name, timestamp) values ('9999-from-the-future', '2030-01-01')`.execute(db)
    await expect(migrate(db)).rejects.toThrow(/9999-from-the-future.*hãy chạy bản mới hơn/)
  })

  it('commits to the disk before it answers', async () => {
    const { rows } = await sql<{ synchronous_commit: string }>`show synchronous_commit`.execute(db)
    expect(rows).toEqual([{ synchronous_commit: 'on' }])
  })

  it('counts days the same way on every server', async () => {
    await db
      .insertInto('counters')
      .values({ day: '2026-03-01', name: 'questions', total: '9007199254740993' })
      .execute()
    const counter = await db.selectFrom('counters').select(['day', 'total', 'last_at']).executeTakeFirstOrThrow()
    expect(counter).toEqual({ day: '2026-03-01', total: '9007199254740993', last_at: expect.any(Date) })
  })
})

describe('practice and live', () => {
  it.each(['practice', 'live'] as const)('a %s database serves its own mode again and again', async mode => {
    await stampMode(db, mode)
    await expect(stampMode(db, mode)).resolves.toBeUndefined()
  })

  it('are never mixed: a live database is closed to practice', async () => {
    await stampMode(db, 'live')
    await expect(stampMode(db, 'practice')).rejects.toThrow(/của bản chạy thật.*DATA_DIR/)
  })

  it('are never mixed: a practice database is closed to the real Zalo', async () => {
    await stampMode(db, 'practice')
    await expect(stampMode(db, 'live')).rejects.toThrow(/của bản thực hành.*DATA_DIR/)
  })

  it('are decided once, whoever comes first', async () => {
    const outcomes = await Promise.allSettled([stampMode(db, 'practice'), stampMode(db, 'live')])
    expect(outcomes.map(outcome => outcome.status).sort()).toEqual(['fulfilled', 'rejected'])
  })
})

describe('the audit trail', () => {
  it('takes a line and never changes or loses one', async () => {
    await db.insertInto('audit').values({ actor: 'officer:1', action: 'topic.publish', subject: 'khai-sinh' }).execute()
    await expect(sql`update audit set actor = 'somebody else'`.execute(db)).rejects.toThrow('append-only')
    await expect(sql`delete from audit`.execute(db)).rejects.toThrow('append-only')
    await expect(sql`truncate audit`.execute(db)).rejects.toThrow('append-only')
    expect(await db.selectFrom('audit').select('actor').execute()).toEqual([{ actor: 'officer:1' }])
  })
})

describe('a published revision', () => {
  const publish = (words: string) =>
    sql`insert into topic_revisions (topic_key, revision, content, origin) values ('khai-sinh', 1, ${words}::jsonb, 'starter')`

  beforeEach(async () => {
    await publish('{"title": "Khai sinh"}').execute(db)
  })

  it('keeps its words for ever', async () => {
    await expect(sql`update topic_revisions set content = '{}'`.execute(db)).rejects.toThrow('never edited')
    await expect(sql`update topic_revisions set revision = 2`.execute(db)).rejects.toThrow('never edited')
  })

  it('is never removed: an answer that names it can be looked up years later', async () => {
    await expect(sql`delete from topic_revisions`.execute(db)).rejects.toThrow('never removed')
    await expect(sql`truncate topic_revisions`.execute(db)).rejects.toThrow('never removed')
  })

  it('can be retired to make room for the next one', async () => {
    await db.updateTable('topic_revisions').set({ retired_at: new Date() }).execute()
    await sql`insert into topic_revisions (topic_key, revision, content, origin) values ('khai-sinh', 2, '{}', 'officer')`.execute(
      db,
    )
    const inForce = await db.selectFrom('topic_revisions').select('revision').where('retired_at', 'is', null).execute()
    expect(inForce).toEqual([{ revision: 2 }])
  })

  it('stands alone: two cannot be in force at once', async () => {
    const second = sql`insert into topic_revisions (topic_key, revision, content, origin) values ('khai-sinh', 2, '{}', 'officer')`
    await expect(second.execute(db)).rejects.toThrow('topic_in_force')
  })
})
