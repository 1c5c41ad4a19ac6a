/** The office's time: weekly hours, holidays, working Saturdays, seasons, closures, and what is not known. */
import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import type { OpeningHours } from '../shared/areas.ts'
import { emptyCalendar, HolidayYear, mergeCalendars, OfficeCalendar, WeeklyHours } from '../shared/calendars.ts'
import { publicHolidays, sampleWard } from '../shared/content/index.ts'
import { createOfficeTime } from '../shared/office-time.ts'
import { addDays, momentAt, vietnamDay, vietnamTime, weekdayOf } from '../shared/vietnam-time.ts'

const week = sampleWard.profile.openingHours
const summer: OpeningHours[] = [1, 2, 3, 4, 5].map(weekday => ({ weekday, opens: '07:00', closes: '11:00' }))
const year = (of: number, days: HolidayYear['days'], complete = true): HolidayYear => ({
  year: of,
  source: 'Thông báo để thử',
  complete,
  days,
})
/** A Monday with its week: 2 March 2026 to 8 March 2026. */
const calendar: OfficeCalendar = {
  years: [
    year(2026, [
      { kind: 'off', date: '2026-03-04', name: 'Ngày lễ thử' },
      { kind: 'working', date: '2026-03-07', name: 'Làm bù ngày 04/3', like: 3 },
      { kind: 'off', date: '2026-12-31', name: 'Ngày cuối năm' },
    ]),
    year(2027, [], false),
  ],
  seasons: [{ from: '2026-06-01', until: '2026-08-31', name: 'giờ mùa hè', hours: summer }],
  closures: [{ from: '2026-03-06', until: '2026-03-06', reason: 'sửa trụ sở' }],
}
const office = createOfficeTime(week, calendar)
const at = (day: string, time: string): Date => momentAt(day, time)
const said = (moment: Date | null): string => (moment ? `${vietnamDay(moment)} ${vietnamTime(moment)}` : 'never')

describe('the office', () => {
  it('is open on an ordinary day but for its lunch break', () => {
    expect(office.isOpen(at('2026-03-02', '07:29'))).toBe(false)
    expect(office.isOpen(at('2026-03-02', '07:30'))).toBe(true)
    expect(office.isOpen(at('2026-03-02', '11:30'))).toBe(false)
    expect(office.isOpen(at('2026-03-02', '13:30'))).toBe(true)
    expect(office.isOpen(at('2026-03-02', '17:00'))).toBe(false)
  })

  it('says why it is closed: a holiday, a reason of its own, or the weekly rest', () => {
    expect(office.stretchesOn('2026-03-04').closed).toEqual({ kind: 'holiday', name: 'Ngày lễ thử' })
    expect(office.stretchesOn('2026-03-06').closed).toEqual({ kind: 'closure', reason: 'sửa trụ sở' })
    expect(office.stretchesOn('2026-03-08').closed).toEqual({ kind: 'rest' })
  })

  it('works a Saturday with the hours of the day it stands for', () => {
    const saturday = office.stretchesOn('2026-03-07')
    expect(saturday.worksBecause).toBe('Làm bù ngày 04/3')
    expect(saturday.openings.map(({ opens, closes }) => [vietnamTime(opens), vietnamTime(closes)])).toEqual([
      ['07:30', '11:30'],
      ['13:30', '17:00'],
    ])
  })

  it('keeps the hours of a season from its first day to its last', () => {
    const opensOn = (day: string) => vietnamTime(office.stretchesOn(day).openings[0]?.opens ?? new Date(0))
    expect(['2026-05-29', '2026-06-01', '2026-08-31', '2026-09-01'].map(opensOn)).toEqual([
      '07:30',
      '07:00',
      '07:00',
      '07:30',
    ])
  })

  it('reckons at its own time, wherever the server stands', () => {
    expect(vietnamDay(new Date('2026-03-01T17:00:00Z'))).toBe('2026-03-02')
    expect(office.isOpen(new Date('2026-03-02T00:30:00Z'))).toBe(true)
    expect(office.nextOpening(new Date('2026-03-01T20:00:00Z'))?.toISOString()).toBe('2026-03-02T00:30:00.000Z')
  })

  it.each([
    ['2026-03-02', '12:00', '2026-03-02 13:30'],
    ['2026-03-02', '07:30', '2026-03-02 13:30'],
    ['2026-03-03', '17:30', '2026-03-05 07:30'],
    ['2026-03-05', '17:00', '2026-03-07 07:30'],
    ['2026-03-07', '18:00', '2026-03-09 07:30'],
  ])('on %s at %s, opens next at %s', (day, time, opens) => {
    expect(said(office.nextOpening(at(day, time)))).toBe(opens)
  })

  it.each([
    ['2026-03-02', '09:00', 60, '2026-03-02 10:00'],
    ['2026-03-02', '11:00', 60, '2026-03-02 14:00'],
    ['2026-03-03', '16:30', 60, '2026-03-05 08:00'],
    ['2026-03-05', '16:00', 120, '2026-03-07 08:30'],
    ['2026-03-02', '11:30', 0, '2026-03-02 13:30'],
    ['2026-03-08', '10:00', 0, '2026-03-09 07:30'],
  ])('on %s at %s plus %i minutes of opening is %s', (day, time, minutes, moment) => {
    expect(said(office.addOpenTime(at(day, time), minutes))).toBe(moment)
  })

  it('that never opens is not waited for', () => {
    const shut = createOfficeTime([], emptyCalendar)
    expect(shut.nextOpening(at('2026-03-02', '09:00'))).toBeNull()
    expect(shut.addOpenTime(at('2026-03-02', '09:00'), 1)).toBeNull()
    expect(shut.addWorkingDays('2026-03-02', 1)).toBeNull()
    const weekendsOnly = createOfficeTime([{ weekday: 7, opens: '08:00', closes: '11:00' }], emptyCalendar)
    expect(weekendsOnly.addWorkingDays('2026-03-02', 1)).toBeNull()
  })
})

describe('working days', () => {
  it('are counted from the day after, over holidays, closures and weekends, working Saturdays included', () => {
    expect(office.addWorkingDays('2026-03-02', 1)?.day).toBe('2026-03-03')
    expect(office.addWorkingDays('2026-03-02', 2)?.day).toBe('2026-03-05')
    expect(office.addWorkingDays('2026-03-02', 3)?.day).toBe('2026-03-07')
    expect(office.addWorkingDays('2026-03-02', 4)?.day).toBe('2026-03-09')
  })

  it('do not include a Saturday on which the office merely opens', () => {
    const withSaturdays = createOfficeTime([...week, { weekday: 6, opens: '07:30', closes: '11:30' }], calendar)
    expect(withSaturdays.isOpen(at('2026-03-14', '09:00'))).toBe(true)
    expect(withSaturdays.addWorkingDays('2026-03-13', 1)?.day).toBe('2026-03-16')
  })

  it('are certain only while every year they touch is entered completely', () => {
    expect(office.addWorkingDays('2026-12-29', 1)).toEqual({ day: '2026-12-30', isCertain: true, unknownYear: null })
    expect(office.addWorkingDays('2026-12-30', 1)).toEqual({ day: '2027-01-01', isCertain: false, unknownYear: 2027 })
    expect(office.addWorkingDays('2025-12-30', 5)).toMatchObject({ isCertain: false, unknownYear: 2025 })
    expect([2025, 2026, 2027, 2028].map(office.isKnown)).toEqual([false, true, false, false])
  })
})

describe('a break', () => {
  it('runs from the first closed day to the last, weekly rest included, under the names of its holidays', () => {
    expect(createOfficeTime(week, publicHolidays).breakAt('2026-02-18')).toEqual({
      from: '2026-02-14',
      until: '2026-02-22',
      names: ['Tết Nguyên đán'],
    })
    expect(office.breakAt('2026-03-08')).toBeNull()
    expect(office.breakAt('2026-03-05')).toBeNull()
  })

  it('that is under way comes first among those to come', () => {
    const time = createOfficeTime(week, publicHolidays)
    expect(time.nextBreaks('2026-02-21', 2).map(({ from, until }) => [from, until])).toEqual([
      ['2026-02-14', '2026-02-22'],
      ['2026-04-25', '2026-04-27'],
    ])
  })
})

/** Any week, any calendar that an officer may enter. */
const time = fc.integer({ min: 0, max: 23 }).map(hour => `${String(hour).padStart(2, '0')}:00`)
const hours = fc
  .array(fc.record({ weekday: fc.integer({ min: 1, max: 7 }), opens: time, closes: time }), { maxLength: 14 })
  .map(all => all.filter((one, index) => WeeklyHours.safeParse([...all.slice(0, index), one]).success))
  .filter(all => WeeklyHours.safeParse(all).success)
const day = fc.integer({ min: 0, max: 800 }).map(count => addDays('2026-01-01', count))
const span = fc
  .tuple(day, fc.integer({ min: 0, max: 40 }))
  .map(([from, length]) => ({ from, until: addDays(from, length) }))
const anyCalendar = fc.record({
  years: fc.uniqueArray(day, { maxLength: 20 }).map(dates =>
    [2026, 2027, 2028].map(of =>
      year(
        of,
        dates
          .filter(date => date.startsWith(String(of)))
          .map((date, index) =>
            index % 2 ? { kind: 'off', date, name: 'Nghỉ' } : { kind: 'working', date, name: 'Làm bù', like: 1 },
          ),
        of !== 2028,
      ),
    ),
  ),
  seasons: fc.array(
    fc.tuple(span, hours).map(([days, weekly]) => ({ ...days, name: 'mùa', hours: weekly })),
    {
      maxLength: 2,
    },
  ),
  closures: fc.array(
    span.map(days => ({ ...days, reason: 'bận' })),
    { maxLength: 3 },
  ),
})
const anyOffice = fc.tuple(hours, anyCalendar).map(([weekly, dates]) => createOfficeTime(weekly, dates))
const moment = fc
  .integer({ min: 0, max: 700 * 24 * 60 })
  .map(minutes => new Date(momentAt('2026-01-01', '00:00').getTime() + minutes * 60_000))

describe('whatever the hours and the calendar', () => {
  it('open time added ends within an opening, not before it began, and more never ends sooner', () => {
    fc.assert(
      fc.property(anyOffice, moment, fc.nat(3000), fc.nat(3000), (any, now, less, more) => {
        const sooner = any.addOpenTime(now, less)
        const later = any.addOpenTime(now, less + more)
        if (sooner === null) return later === null
        const { openings } = any.stretchesOn(vietnamDay(sooner))
        return (
          sooner >= now &&
          openings.some(({ opens, closes }) => opens <= sooner && sooner <= closes) &&
          (later === null || later >= sooner)
        )
      }),
    )
  })

  it('exactly the minutes asked for lie open between now and then', () => {
    fc.assert(
      fc.property(anyOffice, moment, fc.integer({ min: 1, max: 600 }), (any, now, minutes) => {
        const then = any.addOpenTime(now, minutes)
        if (then === null) return true
        let openMs = 0
        for (let one = vietnamDay(now); one <= vietnamDay(then); one = addDays(one, 1)) {
          for (const { opens, closes } of any.stretchesOn(one).openings) {
            openMs += Math.max(0, Math.min(closes.getTime(), then.getTime()) - Math.max(opens.getTime(), now.getTime()))
          }
        }
        return openMs === minutes * 60_000
      }),
    )
  })

  it('the next opening is open, and the moment before it is not', () => {
    fc.assert(
      fc.property(anyOffice, moment, (any, now) => {
        const next = any.nextOpening(now)
        if (next === null) return true
        const before = any.openingAt(new Date(next.getTime() - 60_000))
        return any.isOpen(next) && next > now && (before === null || before.closes <= next)
      }),
    )
  })

  it('a working day is an open one, and one more is always later', () => {
    fc.assert(
      fc.property(anyOffice, day, fc.integer({ min: 1, max: 30 }), (any, from, count) => {
        const found = any.addWorkingDays(from, count)
        const next = any.addWorkingDays(from, count + 1)
        if (found === null) return next === null
        return found.day > from && any.stretchesOn(found.day).closed === null && (next === null || next.day > found.day)
      }),
    )
  })
})

describe('a calendar', () => {
  it('of the ward replaces the city’s year, and adds to its seasons and closures', () => {
    const city: OfficeCalendar = {
      years: [year(2026, [{ kind: 'off', date: '2026-03-04', name: 'Của thành phố' }]), year(2027, [])],
      seasons: [],
      closures: [{ from: '2026-05-05', until: '2026-05-05', reason: 'Thành phố' }],
    }
    const ward: OfficeCalendar = {
      years: [year(2026, [])],
      seasons: [],
      closures: [{ from: '2026-06-06', until: '2026-06-06', reason: 'Phường' }],
    }
    const merged = mergeCalendars(city, ward)
    expect(merged.years.map(({ year: of, days }) => [of, days.length])).toEqual([
      [2026, 0],
      [2027, 0],
    ])
    expect(merged.closures.map(({ reason }) => reason)).toEqual(['Thành phố', 'Phường'])
  })

  it.each([
    ['a day that does not exist', { ...year(2026, [{ kind: 'off', date: '2026-02-30', name: 'x' }]) }],
    ['a day of another year', { ...year(2026, [{ kind: 'off', date: '2027-01-01', name: 'x' }]) }],
    [
      'one day twice',
      year(2026, [
        { kind: 'off', date: '2026-01-01', name: 'x' },
        { kind: 'working', date: '2026-01-01', name: 'y', like: 1 },
      ]),
    ],
  ])('with %s is refused', (_, wrong) => {
    expect(HolidayYear.safeParse(wrong).success).toBe(false)
  })

  it('whose closure or season ends before it begins, or with a year twice, is refused', () => {
    const closure = { from: '2026-05-05', until: '2026-05-04', reason: 'x' }
    const season = { from: '2026-05-05', until: '2026-05-04', name: 'x', hours: [] }
    expect(OfficeCalendar.safeParse({ ...emptyCalendar, closures: [closure] }).success).toBe(false)
    expect(OfficeCalendar.safeParse({ ...emptyCalendar, seasons: [season] }).success).toBe(false)
    expect(OfficeCalendar.safeParse({ ...emptyCalendar, years: [year(2026, []), year(2026, [])] }).success).toBe(false)
  })

  it('opening hours that overlap or end before they begin are refused', () => {
    const monday = (opens: string, closes: string): OpeningHours => ({ weekday: 1, opens, closes })
    expect(WeeklyHours.safeParse([monday('07:30', '11:30'), monday('13:30', '17:00')]).success).toBe(true)
    expect(WeeklyHours.safeParse([monday('07:30', '11:30'), monday('11:00', '17:00')]).success).toBe(false)
    expect(WeeklyHours.safeParse([monday('17:00', '13:30')]).success).toBe(false)
  })
})

describe('the national holidays every ward starts from', () => {
  it('pass the same checks as what an officer enters, and name their source', () => {
    expect(OfficeCalendar.parse(publicHolidays)).toEqual(publicHolidays)
    for (const { source } of publicHolidays.years) expect(source).toMatch(/\d+\/(TB-BNV|\d{4}\/QH1[46])/)
  })

  it('hold the days that the law fixes by date, every year', () => {
    for (const { year: of, days } of publicHolidays.years) {
      const off = days.flatMap(({ kind, date }) => (kind === 'off' ? [date] : []))
      expect(off).toEqual(
        expect.arrayContaining(['01-01', '04-30', '05-01', '09-02', '11-24'].map(date => `${of}-${date}`)),
      )
    }
  })

  it('say of no year that it is complete while something in it is still open', () => {
    for (const { source, complete } of publicHolidays.years) expect(complete).toBe(!/chưa/.test(source))
  })

  it('exchange working days only for days of rest', () => {
    for (const { kind, date } of publicHolidays.years.flatMap(({ days }) => days)) {
      if (kind === 'working') expect(weekdayOf(date)).toBeGreaterThan(5)
    }
  })
})
