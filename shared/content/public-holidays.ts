/**
 * Public holidays that every ward starts from, for civil servants. A day stands here only when a law or an announcement
 * names it; a ward or its city that enters a year itself replaces it (docs/guides/gio-lam-viec-va-ngay-nghi.md).
 *
 * The law: Bộ luật Lao động 45/2019/QH14, Điều 112 (the days), Điều 111 khoản 3 (a holiday on a weekly day of rest is made
 * up on the next working day); Nghị quyết 28/2026/QH16, Điều 2 (24 November, from 2026, not made up).
 */
import type { CalendarDay, HolidayYear, OfficeCalendar } from '../calendars.ts'

const off = (date: string, name: string): CalendarDay => ({ kind: 'off', date, name })
const working = (date: string, like: number, name: string): CalendarDay => ({ kind: 'working', date, like, name })

const newYear = 'Tết Dương lịch'
const tet = 'Tết Nguyên đán'
const hungKings = 'Giỗ Tổ Hùng Vương'
const victory = 'Ngày Chiến thắng 30/4'
const labour = 'Ngày Quốc tế lao động 1/5'
const national = 'Quốc khánh 2/9'
const culture = 'Ngày Văn hóa Việt Nam 24/11'

/**
 * Thông báo 9441/TB-BNV of 16 October 2025: Tết, Quốc khánh and its exchange. Công văn 12729/VPCP-KGVX of 25 December
 * 2025: the exchange at New Year. Công văn 3383/BNV-CVL of 10 April 2026: none around 30 April. An exchange of Monday
 * 23 November for Saturday 28 November was proposed in September 2026; no decision was found, so the year stays open.
 */
const of2026: HolidayYear = {
  year: 2026,
  source:
    'Thông báo 9441/TB-BNV, Công văn 12729/VPCP-KGVX, Nghị quyết 28/2026/QH16; chưa rõ có hoán đổi thứ Hai 23/11 sang thứ Bảy 28/11 hay không',
  complete: false,
  days: [
    off('2026-01-01', newYear),
    off('2026-01-02', 'Nghỉ hoán đổi dịp Tết Dương lịch'),
    working('2026-01-10', 5, 'Làm bù ngày 02/01'),
    off('2026-02-16', tet),
    off('2026-02-17', tet),
    off('2026-02-18', tet),
    off('2026-02-19', tet),
    off('2026-02-20', tet),
    off('2026-04-26', hungKings),
    off('2026-04-27', 'Nghỉ bù Giỗ Tổ Hùng Vương'),
    off('2026-04-30', victory),
    off('2026-05-01', labour),
    working('2026-08-22', 1, 'Làm bù ngày 31/8'),
    off('2026-08-31', 'Nghỉ hoán đổi dịp Quốc khánh'),
    off('2026-09-01', national),
    off('2026-09-02', national),
    off('2026-11-24', culture),
  ],
}

/**
 * Only what the law fixes. Tết and the day beside 2 September were proposed in September 2026 (two ways each) and are not
 * entered. The tenth of the third lunar month is 16 April: the new moon falls on 7 April, 06:51 at the ward.
 */
const of2027: HolidayYear = {
  year: 2027,
  source:
    'Bộ luật Lao động 45/2019/QH14 (Điều 111, 112), Nghị quyết 28/2026/QH16; chưa có thông báo nghỉ Tết và Quốc khánh năm 2027',
  complete: false,
  days: [
    off('2027-01-01', newYear),
    off('2027-04-16', hungKings),
    off('2027-04-30', victory),
    off('2027-05-01', labour),
    off('2027-05-03', 'Nghỉ bù Ngày Quốc tế lao động'),
    off('2027-09-02', national),
    off('2027-11-24', culture),
  ],
}

export const publicHolidays: OfficeCalendar = { years: [of2026, of2027], seasons: [], closures: [] }
