/** A case nobody answers, and the hour that people are promised. */
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { composeHandoffOpened } from '../shared/answers/index.ts'
import type { OfficeCalendar } from '../shared/calendars.ts'
import { sampleWard } from '../shared/content/index.ts'
import { cases, officerWrites, openCaseOf, openPinnedWard, openReplica } from './setup/handoffs.ts'
import type { TestWard } from './setup/ward.ts'

const WARD_PHONE = sampleWard.profile.phone

let ward: TestWard
const control = () => ward.emulator.control

describe('a case nobody answers', () => {
  beforeEach(async () => {
    ward = await openPinnedWard()
  })
  afterEach(() => ward.close())

  it('is said aloud once after a working day, by whichever of two processes comes first', async () => {
    const resident = ward.resident('ba-sau')
    const [one, other] = [openReplica(ward), openReplica(ward)]
    control().clock.set('2026-11-19T01:10:00Z')
    await resident.ask('gặp cán bộ')
    expect((await one.health())[0]).toMatchObject({ colour: 'green', finding: expect.stringMatching(/^1 người/) })
    const heard = resident.heard().length
    const seq = control().people.messages('ba-sau').at(-1)?.seq ?? 0

    control().clock.set('2026-11-20T01:00:00Z')
    await one.escalate()
    expect(resident.heard()).toHaveLength(heard)
    expect((await one.health())[0]).toMatchObject({ colour: 'amber' })

    control().clock.set('2026-11-20T01:11:00Z')
    await Promise.all([one.escalate(), other.escalate()])
    await one.escalate()
    await control().people.reply('ba-sau', seq, 10_000)
    await ward.settle()
    expect(resident.heard().slice(heard)).toEqual([expect.stringContaining(WARD_PHONE)])
    expect(resident.heard().at(-1)).toMatch(/cán bộ vẫn chưa trả lời được/)
    expect([...one.counted, ...other.counted]).toEqual(['handoff escalated'])
    expect((await one.health())[0]).toMatchObject({ colour: 'red', nextStep: expect.stringMatching(/#xong/) })
  })

  it('is said aloud without a word to the person once Zalo’s 48 hours are over, or they left', async () => {
    const [late, gone] = [ward.resident('ba-sau'), ward.resident('anh-nam')]
    control().clock.set('2026-11-20T08:00:00Z')
    await late.ask('gặp cán bộ')
    // Monday noon; Tuesday is a holiday, so a working day is over half an hour before the 48 hours.
    control().clock.set('2026-11-23T05:00:00Z')
    control().act.follow('anh-nam')
    await gone.ask('gặp cán bộ')
    control().act.unfollow('anh-nam')
    await ward.settle()
    control().clock.set('2026-11-25T04:40:00Z')
    await openReplica(ward).escalate()
    await ward.settle()
    expect((await openCaseOf(ward, late)).escalated_at).not.toBeNull()
    expect((await openCaseOf(ward, gone)).escalated_at).not.toBeNull()
    const written = ward.db.selectFrom('deliveries').select('request_key').where('request_key', 'like', 'handoff:%')
    expect(await written.execute()).toEqual([])
  })

  it('is not said aloud when an officer has written', async () => {
    const resident = ward.resident('ba-sau')
    await resident.ask('gặp cán bộ')
    await officerWrites(ward, 'ba-sau', 'Chào bác')
    control().clock.advance('96h')
    const replica = openReplica(ward)
    await replica.escalate()
    await replica.tidy()
    expect(replica.counted).toEqual(['handoff answered'])
    expect((await cases(ward, resident)).at(-1)).toMatchObject({ closed_by: 'system', outcome: 'answered' })
  })

  it('ends with the messages it was opened from, and is removed in its turn', async () => {
    const resident = ward.resident('ba-sau')
    await resident.ask('gặp cán bộ')
    control().clock.advance('31d')
    const replica = openReplica(ward)
    await replica.tidy()
    expect((await cases(ward, resident))[0]).toMatchObject({ outcome: 'unanswered', context: [] })
    expect(replica.counted).toEqual(['handoff unanswered'])
    control().clock.advance('31d')
    await replica.tidy()
    expect(await cases(ward, resident)).toEqual([])
  })
})

describe('the promised hour', () => {
  const known: OfficeCalendar = {
    years: [
      {
        year: 2026,
        source: 'thử',
        complete: true,
        days: [{ kind: 'off', date: '2026-11-24', name: 'Ngày Văn hóa Việt Nam' }],
      },
    ],
    seasons: [],
    closures: [],
  }
  const open: OfficeCalendar = { ...known, years: known.years.map(year => ({ ...year, complete: false })) }
  const told = async (at: string, calendar: OfficeCalendar) => {
    const { findDue } = await import('../server/chatbot/handoffs/due.ts')
    const moment = new Date(`${at}:00+07:00`)
    const about = { ward: sampleWard.profile, addressing: null, now: moment }
    const [message] = composeHandoffOpened({
      ...about,
      due: findDue(sampleWard.profile, calendar, moment),
      reason: 'asked',
    })
    return /tại đây (.*)\.$/m.exec(message?.text ?? '')?.[1]
  }

  it.each([
    ['2026-11-20T08:10', 'trước 11 giờ sáng nay'],
    ['2026-11-20T08:00', 'trước 10 giờ sáng nay'],
    ['2026-11-20T10:00', 'trước 14 giờ hôm nay'],
    ['2026-11-20T12:00', 'trước 16 giờ hôm nay'],
    ['2026-11-19T20:00', 'trước 10 giờ sáng mai'],
    ['2026-11-19T16:00', 'trước 9 giờ sáng mai'],
    ['2026-11-20T16:20', 'trước 9 giờ sáng thứ Hai (23/11)'],
    ['2026-11-21T09:00', 'trước 10 giờ sáng thứ Hai (23/11)'],
    ['2026-11-23T16:30', 'trước 9 giờ sáng thứ Tư (25/11)'],
  ])('at %s is "%s"', async (at, words) => {
    expect(await told(at, known)).toBe(words)
  })

  it('comes with its condition while the year’s holidays are not all known, and not for today', async () => {
    expect(await told('2026-11-20T16:20', open)).toBe('trước 9 giờ sáng thứ Hai (23/11), nếu hôm đó không nghỉ lễ')
    expect(await told('2026-11-20T08:00', open)).toBe('trước 10 giờ sáng nay')
  })

  it('is none where nothing of the year is known', async () => {
    expect(await told('2027-03-01T08:00', known)).toBe('trong giờ làm việc')
    expect(await told('2026-12-31T16:30', known)).toBe('trong giờ làm việc')
  })
})
