/** The day on which a result is expected, in words and as an entry of a calendar. */
import { describe, expect, it } from '@jest/globals'
import { writeCalendar } from '../miniapp/pages/checklists/calendar-file.ts'
import { expectReturn, returnWords } from '../miniapp/pages/checklists/expected-return.ts'
import { emptyCalendar } from '../shared/calendars.ts'
import { sampleWard } from '../shared/content/index.ts'
import type { Channel, TimeLimit } from '../shared/procedures.ts'

describe('the expected day', () => {
  const hours = sampleWard.profile.openingHours
  const inTime = (value: number | null, unit: TimeLimit['unit'], text = 'như đã ghi'): Channel[] => [
    { type: 'in_person', procedure: null, system: null, timeLimit: { value, unit, text }, fees: [], note: null },
  ]
  const year = (of: number, off: string[], complete = true) => ({
    year: of,
    source: 'Thông báo của phường',
    complete,
    days: off.map(date => ({ kind: 'off' as const, date, name: 'Ngày lễ' })),
  })
  const calendar = { ...emptyCalendar, years: [year(2026, ['2026-11-24']), year(2027, [], false)] }
  const expectOn = (channels: Channel[], now: string) =>
    expectReturn(channels, { openingHours: hours, calendar }, new Date(now))

  it('counts working days over holidays and weekends, from the day on which the office is open', () => {
    const monday = expectOn(inTime(1, 'working_day'), '2026-11-23T09:00:00+07:00')
    expect(monday).toEqual({ from: '2026-11-23', day: '2026-11-25', unknownYear: null })
    const sunday = expectOn(inTime(5, 'working_day'), '2026-11-22T09:00:00+07:00')
    expect(sunday).toEqual({ from: '2026-11-23', day: '2026-12-01', unknownYear: null })
    expect(monday && returnWords(monday, '2026-11-23')).toEqual([
      'Nộp hôm nay thì dự kiến có kết quả thứ Tư, 25/11/2026.',
    ])
  })

  it('lets other days end on a working day, and says when a year’s holidays are not known', () => {
    expect(expectOn(inTime(5, 'day'), '2026-11-23T09:00:00+07:00')?.day).toBe('2026-11-30')
    expect(expectOn(inTime(1, 'month'), '2026-11-30T09:00:00+07:00')?.day).toBe('2026-12-30')
    const late = expectOn(inTime(10, 'working_day'), '2026-12-28T09:00:00+07:00')
    expect(late?.unknownYear).toBe(2027)
    expect(late && returnWords(late, '2026-12-28').at(-1)).toMatch(/Chưa có đủ lịch nghỉ lễ năm 2027/)
  })

  it('is never guessed where the record states no single time', () => {
    expect(expectOn(inTime(null, null), '2026-11-23T09:00:00+07:00')).toBeNull()
    expect(expectOn(inTime(1, 'hour'), '2026-11-23T09:00:00+07:00')).toBeNull()
    expect(expectOn([...inTime(1, 'working_day'), ...inTime(5, 'working_day')], '2026-11-23T09:00:00+07:00')).toBeNull()
    expect(expectReturn(inTime(1, 'working_day'), { openingHours: [], calendar }, new Date())).toBeNull()
  })

  it('becomes a calendar file that every calendar can read', () => {
    const file = writeCalendar({
      id: 'khai-sinh.2026-12-31@phuong.example.vn',
      day: '2026-12-31',
      title: 'Dự kiến: lấy kết quả; khai sinh, lần đầu',
      text: 'Ngày chính thức ghi trên giấy hẹn, mang theo giấy hẹn và căn cước của người đi nhận.\nGọi trước.',
      place: null,
      url: 'https://phuong.example.vn/app/thu-tuc/khai-sinh',
      madeAt: new Date('2026-11-23T02:03:04.567Z'),
    })
    const lines = file.split('\r\n')
    expect(lines.every(line => Buffer.byteLength(line) <= 75)).toBe(true)
    expect(file.endsWith('END:VCALENDAR\r\n')).toBe(true)
    const unfolded = file.replace(/\r\n /g, '')
    expect(unfolded).toContain('DTSTART;VALUE=DATE:20261231\r\nDTEND;VALUE=DATE:20270101\r\n')
    expect(unfolded).toContain('DTSTAMP:20261123T020304Z\r\n')
    expect(unfolded).toContain('SUMMARY:Dự kiến: lấy kết quả\\; khai sinh\\, lần đầu\r\n')
    expect(unfolded).toContain('người đi nhận.\\nGọi trước.\r\n')
  })
})
