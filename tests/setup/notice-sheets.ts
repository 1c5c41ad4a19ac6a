/** Notices as leaders write them, for the tests of their texts and rules. */
import fc from 'fast-check'
import type { NoticeDraft, NoticeFields, NoticeSheet } from '../../shared/notices/index.ts'

export const meetingFields: NoticeFields = {
  title: 'Mời họp tổ dân phố',
  what: 'Tổ dân phố họp bàn việc sửa đường hẻm 45. Bà con có ý kiến xin mang đến cuộc họp.',
  day: '2026-12-05',
  lastDay: null,
  from: '19:30',
  until: '21:00',
  span: 'daily',
  place: 'Nhà văn hóa tổ 12',
  who: 'Mỗi hộ một người',
  bring: null,
  phone: '0200 000 001',
}

export const meetingDraft: NoticeDraft = {
  template: 'hop-to',
  kind: 'meeting',
  urgency: 'ordinary',
  fields: meetingFields,
  audience: { areas: ['phuong-mau-to-12'] },
  expiresAt: new Date('2026-12-05T14:00:00Z'),
  timing: { kind: 'now' },
  files: [],
  rsvp: 'going',
}

export const meetingSheet: NoticeSheet = {
  fields: meetingFields,
  kind: 'meeting',
  urgency: 'ordinary',
  rsvp: 'going',
  files: [],
  expiresAt: meetingDraft.expiresAt,
  code: 'TB-K7M2P',
  sender: 'Tổ trưởng Tổ dân phố 12',
  wardName: 'Phường Mẫu',
  url: 'https://phuong-mau.example/tb/k7m2p',
  corrects: null,
}

const phrase = (words: readonly string[], most: number) =>
  fc.array(fc.constantFrom(...words), { minLength: 1, maxLength: most }).map(some => some.join(' '))
const WORDS = ['Nhà', 'văn hóa', 'hẻm', 'cổng', 'trường', 'số 5', 'khu A', 'Đông', 'tầng 2', 'sân', 'đình']
const time = fc
  .record({ hour: fc.integer({ min: 5, max: 20 }), minute: fc.constantFrom('00', '15', '30', '45') })
  .map(({ hour, minute }) => `${String(hour).padStart(2, '0')}:${minute}`)
const isoDay = fc
  .integer({ min: 0, max: 900 })
  .map(count => new Date(Date.UTC(2026, 0, 1) + count * 86_400_000).toISOString().slice(0, 10))

/** Any notice that the form lets through, from the shortest to the longest. */
export const anyFields: fc.Arbitrary<NoticeFields> = fc
  .record({
    title: phrase(['Họp', 'tổ', 'Cắt', 'điện', 'đường', 'Tiêm', 'chó mèo'], 8),
    what: phrase(
      ['Bà con chú ý.', 'Xin đến đúng giờ.', 'Việc này cần sự đồng lòng của tất cả.\n', 'Điện trở lại lúc 17:00.'],
      30,
    ),
    day: isoDay,
    length: fc.constantFrom(0, 0, 0, 1, 3),
    from: fc.option(time, { nil: null }),
    hours: fc.option(fc.integer({ min: 1, max: 3 }), { nil: null }),
    place: fc.option(phrase(WORDS, 9), { nil: null }),
    who: fc.option(phrase(['Mỗi hộ', 'một người', 'các cụ', 'các cháu'], 6), { nil: null }),
    bring: fc.option(phrase(['thẻ căn cước', 'sổ tiêm', 'điện thoại'], 5), { nil: null }),
    phone: fc.option(fc.constantFrom('0200 000 001', '0905123456'), { nil: null }),
  })
  .map(({ length, hours, ...given }) => ({
    ...given,
    title: given.title.slice(0, 80).trim(),
    place: given.place?.slice(0, 120).trim() ?? null,
    lastDay: length === 0 ? null : new Date(Date.parse(given.day) + length * 86_400_000).toISOString().slice(0, 10),
    until:
      given.from === null || hours === null
        ? null
        : `${String(Number(given.from.slice(0, 2)) + hours).padStart(2, '0')}:${given.from.slice(3)}`,
    span: 'daily' as const,
  }))
