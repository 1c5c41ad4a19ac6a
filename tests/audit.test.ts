/** The audit trail: whoever changed something cannot quietly change what is written about it. */
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { sql } from 'kysely'
import { findAuditHead, verifyAudit } from '../server/platform/audit/index.ts'
import { createTestDatabase, type TestDatabase } from './setup/database.ts'

let database: TestDatabase
beforeEach(async () => {
  database = await createTestDatabase()
})
afterEach(() => database.close())

const write = (subject: string) =>
  database.db
    .insertInto('audit')
    .values({ actor: 'officer', action: 'guide.published', subject, detail: JSON.stringify({ why: 'phí mới' }) })
    .execute()

/** As somebody with every right on the server would. */
async function meddle(statement: string): Promise<void> {
  await sql.raw('alter table audit disable trigger user').execute(database.db)
  await sql.raw(statement).execute(database.db)
  await sql.raw('alter table audit enable trigger user').execute(database.db)
}

describe('the audit trail', () => {
  it('is whole, also when many write at once', async () => {
    await Promise.all(Array.from({ length: 40 }, (_, index) => write(`khai-sinh ${index}`)))
    expect(await verifyAudit(database.db)).toMatchObject({ entries: 40, brokenAt: null })
  })

  it('is whole while it is empty', async () => {
    expect(await verifyAudit(database.db)).toMatchObject({ entries: 0, brokenAt: null })
  })

  it('leaves no gap for a change that was taken back', async () => {
    await write('một')
    await database.db
      .transaction()
      .execute(async tx => {
        await tx.insertInto('audit').values({ actor: 'x', action: 'y', subject: 'z' }).execute()
        throw new Error('taken back')
      })
      .catch(() => undefined)
    await write('hai')
    expect(await verifyAudit(database.db)).toMatchObject({ entries: 2, brokenAt: null })
  })

  const meddlings: [string, string, number][] = [
    ['a line whose words were changed', `update audit set detail = '{"why": "khác"}' where id = 2`, 2],
    ['a line whose author was changed', `update audit set actor = 'ai đó' where id = 3`, 3],
    ['a line that was taken out', 'delete from audit where id = 2', 3],
    ['the last line taken off', 'delete from audit where id = 4', 4],
    [
      'a line put in between',
      `insert into audit (id, actor, action, subject, previous_digest, digest) overriding system value
       select 100, 'ai đó', 'x', 'y', digest, sha256('x') from audit where id = 4`,
      100,
    ],
  ]
  it.each(meddlings)('shows %s', async (_what, statement, brokenAt) => {
    for (const subject of ['một', 'hai', 'ba', 'bốn']) await write(subject)
    await meddle(statement)
    expect(await verifyAudit(database.db)).toMatchObject({ brokenAt: String(brokenAt) })
  })

  it.each([
    'update audit set actor = $$ai đó$$',
    'delete from audit',
    'truncate audit',
    'update audit set at = now(), digest = previous_digest',
    'merge into audit using (select 1) x on true when matched then delete',
  ])('cannot be changed by whoever writes it: %s', async statement => {
    await write('một')
    await expect(sql.raw(statement).execute(database.db)).rejects.toThrow(/append-only/)
    expect(await verifyAudit(database.db)).toMatchObject({ entries: 1, brokenAt: null, isGuarded: true })
  })

  it('shows lines that changed places', async () => {
    for (const subject of ['một', 'hai', 'ba']) await write(subject)
    await meddle(`update audit a set at = b.at, subject = b.subject, previous_digest = b.previous_digest, digest = b.digest
      from audit b where (a.id, b.id) in ((2, 3), (3, 2))`)
    expect(await verifyAudit(database.db)).toMatchObject({ brokenAt: '2' })
  })

  it('cut off at the end, with its head moved back to match, is shown by the digest on paper', async () => {
    for (const subject of ['một', 'hai', 'ba']) await write(subject)
    const { head } = await verifyAudit(database.db)
    expect(await findAuditHead(database.db, head)).toBe('3')
    await write('bốn')
    expect(await findAuditHead(database.db, head)).toBe('3')
    await meddle('delete from audit where id > 2')
    await meddle('update audit_head set (id, digest) = (select id, digest from audit where id = 2)')
    // To itself it looks whole, also once somebody has written on.
    await write('ba, viết lại')
    expect(await verifyAudit(database.db)).toMatchObject({ brokenAt: null })
    expect(await findAuditHead(database.db, head)).toBe(null)
    expect(await findAuditHead(database.db, "' or true --")).toBe(null)
  })

  it('says when its guards are off', async () => {
    await sql`alter table audit disable trigger audit_never_changes`.execute(database.db)
    expect(await verifyAudit(database.db)).toMatchObject({ brokenAt: null, isGuarded: false })
  })
})
