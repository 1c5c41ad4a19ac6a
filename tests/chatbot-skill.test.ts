/** A skill that breaks stops nobody but the one who asked, and what is remembered of it stays whole. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import pino from 'pino'
import { createChatbot } from '../server/chatbot/index.ts'
import type { House, Skill } from '../server/feature.ts'
import { createEventHandlers } from '../server/incoming-events.ts'
import { createWardDirectory } from '../server/platform/areas/index.ts'
import { createDeliveries } from '../server/platform/deliveries/index.ts'
import { createEvents } from '../server/platform/events/index.ts'
import type { Tokens } from '../server/platform/zalo/index.ts'
import { sampleWard } from '../shared/content/index.ts'
import { idleEngine } from './setup/engine.ts'
import { openWard, type TestWard } from './setup/ward.ts'

/** Monday, half past eight in the morning at the ward. */
const MONDAY = '2026-11-23T01:30:00Z'
const pause = (ms: number) => new Promise(resolve => setTimeout(resolve, ms))

let ward: TestWard
const control = () => ward.emulator.control
const now = () => new Date(control().clock.read().now)

function newPerson() {
  const { key } = control().people.create({ name: 'Người hỏi' })
  return ward.resident(key)
}

describe('a skill', () => {
  const BREAKS = 'câu làm hỏng máy'
  const LINE_IS_CUT_AT = 300
  /** Says back what it hears, breaks at one question, and speaks of 👍 at any place of its answer. */
  const parrot: Skill = {
    name: 'parrot',
    bid: ({ text }) => ({
      score: 2,
      reply() {
        if (text === BREAKS) throw new Error('out of order')
        const before = /^(\d+) chữ rồi 👍$/.exec(text)?.[1]
        const words = before ? `${'a'.repeat(Number(before))}👍` : `Nghe: ${text}`
        return { messages: [{ text: words, buttons: [] }], source: null, outcome: 'answer' }
      },
    }),
  }

  let stop: () => Promise<void>

  /** The app takes messages in; who answers them is handed in here. */
  beforeAll(async () => {
    ward = await openWard({ emulator: { settings: { oa: { plan: 'none' } } }, config: { role: 'door' } })
    control().clock.set(MONDAY)
    const { db, config } = ward
    const clock = { now }
    const log = pino({ level: 'silent' })
    const findWard = createWardDirectory(db)
    const house: House = {
      ...idleEngine(db, clock),
      config,
      db,
      clock,
      log,
      findWard,
      readPrincipal: async () => null,
      count: () => undefined,
    }
    const deliveries = createDeliveries({ db, channels: {}, clock, log })
    const chatbot = createChatbot({ house, deliveries, skills: [parrot] })
    const tokens = { noteRevoked: async () => undefined } as unknown as Tokens
    const events = createEvents({
      db,
      clock,
      log,
      handlers: createEventHandlers({ chatbot, deliveries, tokens, clock }),
    })
    events.start()
    stop = events.stop
  })
  afterAll(async () => {
    await stop()
    await ward.close()
  })

  /** In the order written: the sender does not run here. */
  async function written(oaUserId: string): Promise<string[]> {
    const rows = await ward.db
      .selectFrom('deliveries')
      .select('message')
      .where('recipient_id', '=', oaUserId)
      .orderBy('id')
      .execute()
    return rows.map(({ message }) => (message as { text: string }).text)
  }

  async function untilWritten(oaUserId: string, count: number, wait = () => pause(20)): Promise<string[]> {
    const giveUpAt = Date.now() + 30_000
    for (;;) {
      const found = await written(oaUserId)
      if (found.length >= count) return found
      if (Date.now() > giveUpAt) throw new Error(`only ${found.length} of ${count} answers were written`)
      await wait()
    }
  }

  it('that breaks is tried again, then apologised for; what came after is answered, and nobody else waits', async () => {
    const [person, other] = [newPerson(), newPerson()]
    person.write(BREAKS)
    person.write('câu sau')
    other.write('người khác hỏi')
    expect((await untilWritten(other.oaUserId, 1)).join()).toMatch(/Nghe: người khác hỏi/)
    expect(await written(person.oaUserId)).toEqual([])
    const later = async () => {
      control().clock.advance('10s')
      await pause(50)
    }
    const [apology, next, ...more] = await untilWritten(person.oaUserId, 2, later)
    expect(apology).toMatch(/^Máy chưa trả lời được câu này/)
    expect(apology).toContain(sampleWard.profile.phone)
    expect(next).toMatch(/^Nghe: câu sau/)
    expect(more).toEqual([])
  })

  it('may say what it likes: a line that is remembered is never cut within a character', async () => {
    for (const before of [LINE_IS_CUT_AT - 2, LINE_IS_CUT_AT - 1, LINE_IS_CUT_AT]) {
      const person = newPerson()
      person.write(`${before} chữ rồi 👍`)
      person.write('nghe không')
      expect((await untilWritten(person.oaUserId, 2)).at(-1)).toMatch(/^Nghe: nghe không/)
    }
  })
})
