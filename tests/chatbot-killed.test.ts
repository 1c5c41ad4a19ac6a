/** A talk goes on word for word while its server is killed again and again. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { type Observer, openDatabase } from '../bench/database.ts'
import { type Installation, openInstallation } from '../bench/installation.ts'
import { until } from './setup/until.ts'

const pause = (ms: number) => new Promise(resolve => setTimeout(resolve, ms))

describe('a talk whose server is killed again and again', () => {
  const TURNS = ['làm giấy khai sinh cần gì', 'giấy tờ của tôi', '1', '1', '1', '1']
  let house: Installation
  let db: Observer

  beforeAll(async () => {
    house = await openInstallation({ env: { MOT_CUA_DELIVERY_TIMING: '2000/4000/2000/10000' } })
    await house.emulate('PATCH', '/settings', { webhook: { retryLadderMs: Array.from({ length: 120 }, () => 1000) } })
    await house.startServer()
    db = await openDatabase(house.dataDir)
    // The emulator's history is complete, as the doctor would have found out on a real OA.
    await db.all(`update official_accounts set capabilities = capabilities || '{"history": true}'`)
    await db.close()
    await house.emulate('POST', '/webhook/register', { url: `${house.serverUrl}/webhooks/zalo/oa` })
  }, 120_000)
  afterAll(() => house.close())

  /** @returns what the person has heard by the end of each turn */
  async function hold(kill: ((turn: number) => Promise<void>) | null): Promise<string[]> {
    const { key } = await house.emulate<{ key: string }>('POST', '/personas', { name: 'Người hỏi' })
    const read = () => house.emulate<{ from: string; text: string }[]>('GET', `/personas/${key}/messages`)
    const countHeard = async () => (await read()).filter(({ from }) => from === 'oa').length
    for (const [turn, text] of TURNS.entries()) {
      const before = await countHeard()
      await house.emulate('POST', `/personas/${key}/text`, { text })
      await kill?.(turn)
      // What Zalo has yet to deliver again is seen nowhere, and the next words must not overtake it.
      await until(`an answer to “${text}”`, async () => (await countHeard()) > before)
      await untilSettled()
    }
    const messages = await read()
    return messages.map(({ from, text }) => `${from}: ${text}`)
  }

  async function untilSettled(): Promise<void> {
    const giveUpAt = Date.now() + 60_000
    for (;;) {
      await house.emulate('GET', '/idle?quietMs=300&timeoutMs=60000')
      db = await openDatabase(house.dataDir)
      const { waiting } = await db.one<{ waiting: number }>(`select
        ((select count(*) from events where state in ('pending', 'claimed'))
          + (select count(*) from deliveries where state in ('pending', 'claimed', 'sending')))::int as waiting`)
      await db.close()
      if (waiting === 0) return
      if (Date.now() > giveUpAt) throw new Error('something is still under way')
      await pause(200)
    }
  }

  it('says word for word what an undisturbed one says: the checklist goes on, no answer is lost or comes twice', async () => {
    const undisturbed = await hold(null)
    expect(undisturbed.filter(line => line.startsWith('oa: ')).length).toBeGreaterThanOrEqual(TURNS.length)
    expect(undisturbed.at(-1)).toMatch(/^oa: Giấy tờ cần mang để làm khai sinh/)
    const disturbed = await hold(async turn => {
      await pause(turn * 25)
      await house.kill(turn % 3 === 2 ? 'both' : 'app')
      await house.startServer()
    })
    expect(disturbed).toEqual(undisturbed)
  }, 300_000)
})
