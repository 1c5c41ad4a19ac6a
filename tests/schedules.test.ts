/** What happens at its hour: once, at the ward's time, also where the house slept; and never in the dark. */
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import pino from 'pino'
import { createSchedules, type Run, type Schedule, type Schedules } from '../server/platform/schedules/index.ts'
import { nextMoment } from '../shared/schedules.ts'
import { createTestDatabase, type TestDatabase } from './setup/database.ts'

describe('the next moment of a rule', () => {
  const after = (moment: string) => new Date(moment)
  it.each([
    ['every day, later today', { every: 'day', time: '07:30' }, '2026-11-30T00:00:00Z', '2026-11-30T00:30:00.000Z'],
    ['every day, tomorrow', { every: 'day', time: '07:30' }, '2026-11-30T00:30:00Z', '2026-12-01T00:30:00.000Z'],
    ['Mondays', { every: 'week', weekdays: [1], time: '08:00' }, '2026-11-30T02:00:00Z', '2026-12-07T01:00:00.000Z'],
    [
      'two days a week',
      { every: 'week', weekdays: [3, 7], time: '08:00' },
      '2026-11-30T02:00:00Z',
      '2026-12-02T01:00:00.000Z',
    ],
    [
      'the 31st in a short month: its last day',
      { every: 'month', day: 31, time: '18:00' },
      '2026-11-01T00:00:00Z',
      '2026-11-30T11:00:00.000Z',
    ],
    [
      'the 31st in February',
      { every: 'month', day: 31, time: '18:00' },
      '2027-02-01T00:00:00Z',
      '2027-02-28T11:00:00.000Z',
    ],
    [
      'the 29th in a leap year',
      { every: 'month', day: 29, time: '18:00' },
      '2028-02-01T00:00:00Z',
      '2028-02-29T11:00:00.000Z',
    ],
    [
      'after the last day of the year',
      { every: 'month', day: 31, time: '18:00' },
      '2026-12-31T11:00:00Z',
      '2027-01-31T11:00:00.000Z',
    ],
    [
      'a day that begins in Vietnam before it does in London',
      { every: 'month', day: 1, time: '00:05' },
      '2026-11-30T16:00:00Z',
      '2026-11-30T17:05:00.000Z',
    ],
  ] as const)('%s', (_, repeat, from, next) => {
    expect(nextMoment(repeat as never, after(from)).toISOString()).toBe(next)
  })
})

describe('a schedule', () => {
  let database: TestDatabase
  let now: Date
  let fired: Run[]
  const clock = { now: () => now }
  const log = pino({ level: 'silent' })

  function open(): Schedules {
    const schedules = createSchedules({ db: database.db, clock, log })
    schedules.handle('digest', async (_tx, run) => void fired.push(run))
    return schedules
  }
  const weekly: Schedule = {
    key: 'digest:1',
    kind: 'digest',
    areaId: null,
    repeat: { every: 'week', weekdays: [1], time: '08:00' },
    at: null,
    catchUp: 'ask',
    detail: { what: 'tuần' },
  }
  beforeEach(async () => {
    database = await createTestDatabase()
    now = new Date('2026-11-29T00:00:00Z')
    fired = []
  })
  afterEach(() => database.close())

  it('fires once at its hour, however many processes tick', async () => {
    const [one, two] = [open(), open()]
    await one.save(database.db, weekly)
    await one.run()
    expect(fired).toEqual([])
    now = new Date('2026-11-30T01:00:05Z')
    await Promise.all([one.run(), two.run(), one.run(), two.run()])
    expect(fired.map(({ dueAt }) => dueAt.toISOString())).toEqual(['2026-11-30T01:00:00.000Z'])
    now = new Date('2026-12-07T01:00:05Z')
    await two.run()
    expect(fired).toHaveLength(2)
  })

  it('that was slept through asks, and fires or not as a person decides', async () => {
    const schedules = open()
    await schedules.save(database.db, weekly)
    now = new Date('2026-12-15T00:00:00Z')
    await schedules.run()
    expect(fired).toEqual([])
    const [asking] = await schedules.listAsking()
    expect(asking).toMatchObject({ key: 'digest:1', dueAt: new Date('2026-12-14T01:00:00Z') })
    if (!asking) throw new Error('nothing asks')
    expect(await schedules.decide(asking, true, 'officer 1')).toBe(true)
    expect(await schedules.decide(asking, false, 'officer 2')).toBe(false)
    expect(fired).toHaveLength(1)
  })

  it.each([
    ['skip', 0],
    ['fire', 1],
  ] as const)('that was slept through, with the rule "%s"', async (catchUp, times) => {
    const schedules = open()
    await schedules.save(database.db, { ...weekly, catchUp })
    now = new Date('2026-12-15T00:00:00Z')
    await schedules.run()
    await schedules.run()
    expect(fired).toHaveLength(times)
    expect(await schedules.listAsking()).toEqual([])
  })

  it('whose work fails keeps no other from its hour', async () => {
    const schedules = createSchedules({ db: database.db, clock, log })
    schedules.handle('digest', async (_tx, run) => {
      if (run.key === 'digest:1') throw new Error('broken')
      fired.push(run)
    })
    await schedules.save(database.db, weekly)
    await schedules.save(database.db, { ...weekly, key: 'digest:2' })
    now = new Date('2026-11-30T01:00:05Z')
    await expect(schedules.run()).rejects.toThrow('broken')
    expect(fired.map(({ key }) => key)).toEqual(['digest:2'])
  })

  it('leaves its moment due when its work fails, and does it whole at the next tick', async () => {
    const schedules = createSchedules({ db: database.db, clock, log })
    let broken = true
    schedules.handle('digest', async (_tx, run) => {
      if (broken) throw new Error('broken')
      fired.push(run)
    })
    await schedules.save(database.db, weekly)
    now = new Date('2026-11-30T01:00:05Z')
    await expect(schedules.run()).rejects.toThrow('broken')
    broken = false
    await schedules.run()
    expect(fired).toHaveLength(1)
  })

  it('once, happens once', async () => {
    const schedules = open()
    await schedules.save(database.db, { ...weekly, repeat: null, at: new Date('2026-11-29T01:00:00Z') })
    now = new Date('2026-11-29T01:00:01Z')
    await schedules.run()
    await schedules.run()
    expect(fired).toHaveLength(1)
  })

  it('that ended comes no more, and what asked is declined', async () => {
    const schedules = open()
    await schedules.save(database.db, weekly)
    now = new Date('2026-12-15T00:00:00Z')
    await schedules.run()
    await schedules.end('digest:1')
    now = new Date('2026-12-21T01:00:01Z')
    await schedules.run()
    expect(await schedules.listAsking()).toEqual([])
    expect(fired).toEqual([])
  })
})
