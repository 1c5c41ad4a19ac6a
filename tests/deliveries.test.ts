/** The one way out: what is written down is sent once, or it is known why not. */
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { sql } from 'kysely'
import { recordEchoes, recordReceipts, type SendOutcome } from '../server/platform/deliveries/index.ts'
import { messageHash } from '../server/platform/zalo/index.ts'
import { OA, type Outbox, openOutbox } from './setup/outbox.ts'
import { until } from './setup/until.ts'

const BA_SAU = '5000000000000000001'
const ANH_NAM = '5000000000000000002'
const pause = (ms: number) => new Promise(resolve => setTimeout(resolve, ms))

/** The attempt of that number was made, and what came of it is written down. */
const untilTried = (outbox: Outbox, index: number, attempts: number) =>
  until(`attempt ${attempts}`, async () => {
    const row = (await outbox.states())[index]
    return row !== undefined && row.attempts >= attempts && !['claimed', 'sending'].includes(row.state)
  })

describe('a delivery', () => {
  let outbox: Outbox
  beforeEach(async () => {
    outbox = await openOutbox()
  })
  afterEach(() => outbox.close())

  it('is one delivery, however often the same request writes it down', async () => {
    await outbox.write({ requestKey: 'reply:1:0' }, { requestKey: 'reply:1:0' })
    await outbox.write({ requestKey: 'reply:1:0' })
    outbox.startSender()
    await outbox.until('sent')
    expect(outbox.attempts).toHaveLength(1)
  })

  it('reaches a person in the order in which it was written, while others do not wait', async () => {
    await outbox.write(
      { message: { text: 'một', buttons: [] } },
      { message: { text: 'hai', buttons: [] } },
      { message: { text: 'ba', buttons: [] } },
      { recipientId: ANH_NAM, message: { text: 'của Nam', buttons: [] } },
    )
    outbox.startSender(async ({ message }) => {
      if (message.text === 'một') await pause(200)
      return { kind: 'sent', messageId: `id ${message.text}` }
    })
    await outbox.until('sent')
    expect(outbox.attempts.filter(({ recipientId }) => recipientId === BA_SAU).map(({ text }) => text)).toEqual([
      'một',
      'hai',
      'ba',
    ])
    expect(outbox.attempts.map(({ text }) => text).indexOf('của Nam')).toBeLessThan(2)
  })

  it('does not wait for an earlier one whose sender died', async () => {
    await outbox.write({ message: { text: 'một', buttons: [] } })
    await sql`update deliveries set state = 'sending', lease_owner = gen_random_uuid(), sending_at = ${new Date(Date.now() - 60_000)},
      lease_until = now() + interval '30 seconds'`.execute(outbox.db)
    await outbox.write({ message: { text: 'hai', buttons: [] } })
    outbox.startSender()
    await until('an attempt', () => outbox.attempts.length > 0)
    expect(outbox.attempts.map(({ text }) => text)).toEqual(['hai'])
  })

  it('is tried again when Zalo was busy, and gives up after six attempts', async () => {
    let busy = 2
    await outbox.write({ message: { text: 'bận', buttons: [] } })
    outbox.startSender(() =>
      busy-- > 0 ? { kind: 'retry', code: -200, afterMs: 0 } : { kind: 'sent', messageId: 'x' },
    )
    for (const attempt of [1, 2]) {
      await untilTried(outbox, 0, attempt)
      outbox.clock.advance(60_000)
    }
    await outbox.until('sent')
    expect((await outbox.states())[0]?.attempts).toBe(3)

    busy = 100
    await outbox.write({ message: { text: 'bận mãi', buttons: [] } })
    for (const attempt of [1, 2, 3, 4, 5]) {
      await untilTried(outbox, 1, attempt)
      outbox.clock.advance(3600_000)
    }
    await outbox.until('sent', 'failed')
    outbox.clock.advance(3600_000)
    await pause(600)
    expect((await outbox.states())[1]).toMatchObject({ state: 'failed', attempts: 6 })
  })

  it('is given up at once, with the reason, when Zalo refuses it for good', async () => {
    await outbox.write({})
    outbox.startSender(() => ({ kind: 'refused', class: 'window', code: -230, reason: 'no interaction in 7 days' }))
    await outbox.until('failed')
    expect((await outbox.states())[0]?.reason).toContain('window')
    expect(outbox.attempts).toHaveLength(1)
  })

  it('waits until the hour that Zalo names', async () => {
    await outbox.write({})
    const morning = new Date(outbox.clock.now().getTime() + 7 * 3600_000)
    let night = true
    outbox.startSender(() =>
      night ? { kind: 'defer', until: morning, code: -234, reason: 'night' } : { kind: 'sent', messageId: 'x' },
    )
    await untilTried(outbox, 0, 1)
    // Two looks of the sender.
    await pause(1100)
    expect(outbox.attempts).toHaveLength(1)
    night = false
    outbox.clock.advance(7 * 3600_000 + 1000)
    await outbox.until('sent')
  })

  it('is not sent after its day is over', async () => {
    await outbox.write({ expiresAt: new Date(outbox.clock.now().getTime() + 1000) })
    outbox.clock.advance(2000)
    outbox.startSender()
    await outbox.until('cancelled')
    expect(outbox.attempts).toHaveLength(0)
    expect((await outbox.states())[0]?.reason).toBe('expired')
  })

  it('rests with the whole account while an operator has something to repair, and goes out afterwards', async () => {
    await outbox.write(
      { message: { text: 'một', buttons: [] } },
      { recipientId: ANH_NAM, message: { text: 'hai', buttons: [] } },
    )
    let broken = true
    outbox.startSender(() =>
      broken
        ? { kind: 'operator', code: -219, nextStep: 'Cấp quyền lại' }
        : { kind: 'sent', messageId: `x${Math.random()}` },
    )
    await until('an attempt', () => outbox.attempts.length > 0)
    await outbox.until('pending')
    // Two looks of the sender.
    await pause(1100)
    expect(outbox.attempts.length).toBeLessThanOrEqual(2)
    expect((await outbox.states()).every(({ state }) => state === 'pending')).toBe(true)
    broken = false
    outbox.clock.advance(6 * 60_000)
    await outbox.until('sent')
  })
})

describe('a delivery whose fate is not known', () => {
  let outbox: Outbox
  const lost = (): SendOutcome => ({ kind: 'unknown', cause: 'timeout' })
  beforeEach(async () => {
    outbox = await openOutbox()
    await outbox.write({ message: { text: 'Giấy tờ cần có', buttons: [] } })
  })
  afterEach(() => outbox.close())

  it('is never repeated on a guess: it becomes "unknown" and waits for a person', async () => {
    outbox.startSender(lost)
    await outbox.until('unknown')
    await pause(1500)
    expect(outbox.attempts).toHaveLength(1)
  })

  it('is sent when Zalo echoes it', async () => {
    outbox.startSender(lost)
    await untilLost()
    await echo('Giấy tờ cần có', 'zalo-7')
    await outbox.until('sent')
    expect((await outbox.states())[0]?.resolvedBy).toBe('echo')
    expect(outbox.attempts).toHaveLength(1)
  })

  it('is still settled by an echo that comes after it was called unknown', async () => {
    outbox.startSender(lost)
    await outbox.until('unknown')
    await echo('Giấy tờ cần có', 'zalo-8')
    await outbox.until('sent')
  })

  it('is not settled by somebody else’s echo, other words, or an echo from before', async () => {
    outbox.startSender(lost)
    await untilLost()
    await echo('Lời khác', 'zalo-9')
    await echo('Giấy tờ cần có', 'zalo-10', { recipientId: ANH_NAM })
    await echo('Giấy tờ cần có', 'zalo-11', { time: new Date(Date.now() - 60_000) })
    await outbox.until('unknown')
  })

  it('is found in the conversation where history is known to be complete', async () => {
    outbox.startSender(lost, () => [
      { fromOa: true, textHash: messageHash('Giấy tờ cần có'), time: new Date(), messageId: 'zalo-12' },
    ])
    await outbox.until('sent')
    expect((await outbox.states())[0]?.resolvedBy).toBe('history')
    expect(outbox.attempts).toHaveLength(1)
  })

  it('goes out again only after two looks showed that it never arrived', async () => {
    const looks: string[] = []
    outbox.startSender(
      ({ attempts }) => (attempts === 1 ? lost() : { kind: 'sent', messageId: 'zalo-13' }),
      recipientId => {
        looks.push(recipientId)
        return []
      },
    )
    await outbox.until('sent')
    expect(looks).toEqual([BA_SAU, BA_SAU])
    expect(outbox.attempts).toHaveLength(2)
  })

  it('does not take a message that belongs to another delivery of the same words', async () => {
    await sql`update deliveries set state = 'sent', zalo_msg_id = 'zalo-14', sending_at = now()`.execute(outbox.db)
    await outbox.write({ message: { text: 'Giấy tờ cần có', buttons: [] } })
    outbox.startSender(lost, () => [
      { fromOa: true, textHash: messageHash('Giấy tờ cần có'), time: new Date(), messageId: 'zalo-14' },
    ])
    await pause(1200)
    expect((await outbox.states())[1]?.state).not.toBe('sent')
  })

  /** The call ended without an answer, and that is written down. */
  const untilLost = () => until('the loss', async () => (await outbox.states())[0]?.reason === 'timeout')

  async function echo(
    text: string,
    messageId: string,
    { recipientId = BA_SAU, time = new Date() } = {},
  ): Promise<void> {
    await outbox.db
      .transaction()
      .execute(tx =>
        recordEchoes(tx, [{ oaId: OA, recipientId, messageId, textHash: messageHash(text), time }], new Date()),
      )
  }
})

describe('a sender that lost its lease', () => {
  it('changes nothing any more, and nobody is written to twice', async () => {
    const outbox = await openOutbox()
    await outbox.write({})
    // The first process hangs for longer than its lease, as a machine does that was put to sleep.
    const { promise: slept, resolve: wakeUp } = Promise.withResolvers<void>()
    const sleeper = outbox.startSender(async () => {
      await slept
      return { kind: 'refused', class: 'permanent', code: -201, reason: 'too late' }
    })
    await until('the call', () => outbox.attempts.length > 0)
    await sql`update deliveries set lease_until = now() - interval '1 second'`.execute(outbox.db)
    outbox.startSender()
    await outbox.until('unknown')
    wakeUp()
    await sleeper.stop()
    expect((await outbox.states())[0]?.state).toBe('unknown')
    expect(outbox.attempts).toHaveLength(1)
    await outbox.close()
  })

  it('gives back what it had claimed and not begun', async () => {
    const outbox = await openOutbox()
    await outbox.write({})
    await sql`update deliveries set state = 'claimed', lease_owner = gen_random_uuid(), lease_until = now() - interval '1 second'`.execute(
      outbox.db,
    )
    outbox.startSender()
    await outbox.until('sent')
    await outbox.close()
  })
})

describe('the shared rate', () => {
  it('is kept by two processes together, and its reserve is left to replies', async () => {
    const perMinute = 240
    const outbox = await openOutbox({ ratePerMinute: perMinute })
    const notices = Array.from({ length: 100 }, (_, i) => ({
      lane: 'notice' as const,
      recipientId: `6${String(i).padStart(18, '0')}`,
    }))
    await outbox.write(...notices)
    const began = Date.now()
    outbox.startSender()
    outbox.startSender()
    await pause(1500)
    // Capacity 60: notices stop at the 18 that are reserved.
    const noticesSent = outbox.attempts.length
    expect(noticesSent).toBeLessThanOrEqual(42 + Math.ceil(((Date.now() - began) / 60_000) * perMinute))
    await outbox.write(
      ...Array.from({ length: 10 }, (_, i) => ({
        recipientId: `7${String(i).padStart(18, '0')}`,
        message: { text: 'trả lời', buttons: [] },
      })),
    )
    const replies = () => outbox.attempts.filter(({ text }) => text === 'trả lời').length
    await until('ten replies', () => replies() === 10)
    expect(outbox.attempts.length).toBeLessThanOrEqual(60 + Math.ceil(((Date.now() - began) / 60_000) * perMinute))
    await outbox.close()
  })

  it('is halved when Zalo says that it was too fast', async () => {
    const outbox = await openOutbox({ ratePerMinute: 600 })
    await outbox.write({})
    outbox.startSender(() => ({ kind: 'retry', code: -32, afterMs: 0 }))
    const readBucket = () => outbox.db.selectFrom('rate_buckets').selectAll().executeTakeFirstOrThrow()
    await until('a slower pace', async () => (await readBucket()).rate_per_second < 6)
    const bucket = await readBucket()
    expect(bucket.full_rate_per_second).toBe(10)
    await outbox.close()
  })
})

describe('receipts', () => {
  it('show that a message reached the phone and was read, and tell which are not ours', async () => {
    const outbox = await openOutbox()
    await outbox.write({})
    outbox.startSender(() => ({ kind: 'sent', messageId: 'zalo-20' }))
    await outbox.until('sent')
    const time = new Date()
    const strangers = await outbox.db.transaction().execute(tx =>
      recordReceipts(tx, [
        { messageId: 'zalo-20', kind: 'received', time },
        { messageId: 'zalo-20', kind: 'seen', time },
        { messageId: 'typed by an officer', kind: 'received', time },
      ]),
    )
    expect([...strangers]).toEqual(['typed by an officer'])
    const row = await outbox.db.selectFrom('deliveries').select(['received_at', 'seen_at']).executeTakeFirstOrThrow()
    expect(row).toEqual({ received_at: time, seen_at: time })
    await outbox.close()
  })
})
