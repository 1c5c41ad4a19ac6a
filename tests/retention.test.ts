/** What people wrote goes when it was said that it would; what was counted stays. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { sql } from 'kysely'
import { createRetentionTick } from '../server/retention.ts'
import { openWard, type TestWard } from './setup/ward.ts'

const DAYS = 12
const REVIEWER = '00000000-0000-4000-8000-000000000001'

let ward: TestWard
beforeAll(async () => {
  ward = await openWard({
    emulator: { settings: { oa: { plan: 'none' } } },
    zalo: { ratePerMinute: 6000 },
    config: { keepMessagesDays: DAYS },
  })
})
afterAll(() => ward.close())

const clock = { now: () => new Date(ward.emulator.control.clock.read().now) }
const tick = () => createRetentionTick({ db: ward.db, clock, daysKept: DAYS }).run()

async function counts(): Promise<Record<string, number>> {
  const count = async (table: 'events' | 'deliveries' | 'conversations' | 'persons') =>
    (
      await ward.db
        .selectFrom(table)
        .select('ctid' as never)
        .execute()
    ).length
  return {
    events: await count('events'),
    deliveries: await count('deliveries'),
    conversations: await count('conversations'),
    persons: await count('persons'),
  }
}

describe('messages', () => {
  it('are kept for as many days as the notice says, and not longer', async () => {
    const answer = await ward.resident().ask('Làm giấy khai sinh cần gì?')
    expect(answer.text).toContain(`tự xóa sau ${DAYS} ngày`)
    ward.emulator.control.clock.advance(`${DAYS - 1}d`)
    await tick()
    const kept = await counts()
    expect(kept).toMatchObject({ deliveries: 1, conversations: 1, persons: 1 })
    expect(kept.events).toBeGreaterThan(0)

    ward.emulator.control.clock.advance('25h')
    await ward.resident('anh-nam').ask('Đăng ký tạm trú cần gì?')
    await tick()
    expect(await counts()).toMatchObject({ deliveries: 1, conversations: 1, persons: 2 })
    const left = await ward.db.selectFrom('conversations').select('oa_user_id').execute()
    expect(left).toEqual([{ oa_user_id: ward.resident('anh-nam').oaUserId }])
  })

  it('go whatever became of them: undecided, never sent, never worked on', async () => {
    await ward.db.updateTable('deliveries').set({ state: 'unknown', finished_at: null }).execute()
    await ward.db.updateTable('events').set({ state: 'failed' }).execute()
    ward.emulator.control.clock.advance(`${DAYS}d`)
    ward.emulator.control.clock.advance('1m')
    await tick()
    expect(await counts()).toMatchObject({ events: 0, deliveries: 0, conversations: 0 })
  })

  it('go, too, when they were written to whoever agrees to notices', async () => {
    await sql`
      insert into deliveries (oa_id, area_id, request_key, lane, channel, recipient_id, message, text_hash, state, not_before)
      select oa_id, area_id, 'notice:1:wanted:' || lane, lane, 'oa_message', '9' || lane, '{}', 'x', 'failed', ${clock.now()}
      from official_accounts, (values (1), (2)) as lanes (lane)
    `.execute(ward.db)
    await ward.db.insertInto('persons').values({ id: REVIEWER }).execute()
    await sql`
      insert into identities (person_id, kind, issuer, external_id)
      select ${REVIEWER}, 'oa', oa_id, '9' || lane from official_accounts, (values (1), (2)) as lanes (lane)
    `.execute(ward.db)
    await tick()
    expect((await counts()).deliveries).toBe(2)
    ward.emulator.control.clock.advance(`${DAYS}d`)
    ward.emulator.control.clock.advance('1m')
    await tick()
    expect((await counts()).deliveries).toBe(0)
  })

  it('go, and the counts stay', async () => {
    await ward.app.stop()
    const counted = await ward.db.selectFrom('counters').select(['name', 'total']).where('name', '=', 'reply').execute()
    expect(counted.reduce((sum, { total }) => sum + Number(total), 0)).toBe(2)
  })
})
