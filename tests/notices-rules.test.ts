/** The rules of notices: what is advised, what is stopped, who agrees, what may happen next. No server is needed for them. */
import { describe, expect, it } from '@jest/globals'
import {
  adviseOn,
  approvalNeed,
  canMove,
  cleanWords,
  compareFields,
  findInOutgoing,
  findStrangersLinks,
  hasNameList,
  isBlocked,
  isOver,
  judgeFound,
  mayApprove,
  moveToDay,
  NoticeAction,
  type NoticeDraft,
  type NoticeFields,
  NoticeState,
  nextOccurrence,
  Recurrence,
  readAttendance,
  readHouses,
  sayRecurrence,
  sortDoors,
  stateAfter,
} from '../shared/notices/index.ts'
import { meetingDraft, meetingFields } from './setup/notice-sheets.ts'

/** A Wednesday morning. */
const NOW = new Date('2026-11-25T09:00:00+07:00')
const OWN = ['phuong-mau.example']

function advice(change: Partial<NoticeDraft> & { words?: Partial<NoticeFields> } = {}) {
  const { words = {}, ...rest } = change
  const draft = { ...meetingDraft, ...rest, fields: { ...meetingFields, ...words } }
  return adviseOn({ draft, now: NOW, ownHosts: OWN })
}
const codes = (...given: Parameters<typeof advice>) => advice(...given).map(({ code, level }) => `${level} ${code}`)

describe('a leader who writes', () => {
  it('hears nothing about a plain and complete notice', () => {
    expect(advice({ words: { phone: null } })).toEqual([])
  })

  it.each<[string, Parameters<typeof advice>[0]]>([
    ['warn missing', { words: { place: null } }],
    ['warn missing', { words: { from: null, until: null } }],
    ['block unfilled', { words: { what: 'Họp bàn việc: …' } }],
    ['block past_day', { words: { day: '2026-11-24' } }],
    ['block expired', { expiresAt: new Date('2026-11-25T01:00:00Z') }],
    ['block expires_before_event', { expiresAt: new Date('2026-12-04T10:00:00Z') }],
    ['block past_schedule', { timing: { kind: 'at', at: new Date('2026-11-25T01:00:00Z') } }],
    ['block schedule_after_expiry', { timing: { kind: 'at', at: new Date('2026-12-06T01:00:00Z') } }],
    ['warn expires_late', { expiresAt: new Date('2027-12-06T01:00:00Z') }],
    ['block weekday_mismatch', { words: { what: 'Họp vào thứ Sáu ngày 5/12.' } }],
    ['block weekday_mismatch', { words: { what: 'Họp vào Chủ nhật 31/02/2027.' } }],
    ['hint relative_day', { words: { what: 'Ngày mai họp nhé bà con.' } }],
    ['hint long_sentence', { words: { what: 'và rồi '.repeat(20) } }],
    ['hint abbreviation', { words: { what: 'UBND trả kết quả TTHC.' } }],
    ['hint capitals', { words: { what: 'MỜI TOÀN THỂ BÀ CON ĐẾN DỰ ĐÔNG ĐỦ' } }],
    ['hint mention', { words: { what: 'Mời [@123456] và bà con.' } }],
    ['block strangers_link', { words: { what: 'Đăng ký ở https://bit.ly/abc nhé' } }],
    ['block kind_mismatch', { words: { what: 'Lễ viếng tại nhà riêng.' } }],
    ['warn urgency_doubtful', { urgency: 'emergency' }],
  ])('hears "%s"', (expected, change) => {
    expect(codes(change)).toContain(expected)
  })

  it('hears which day it really is, and what a short form means', () => {
    expect(advice({ words: { what: 'Họp thứ 6 (5/12).' } })[0]?.words).toBe(
      'Ngày 05/12/2026 là thứ Bảy, không phải thứ 6; xem lại.',
    )
    expect(advice({ words: { what: 'Nộp CCCD.' } })[0]?.words).toBe('"CCCD" nên viết rõ: căn cước công dân.')
    expect(codes({ words: { what: 'Phòng cháy chữa cháy (PCCC).' } })).toEqual([])
    expect(codes({ words: { what: 'Họp thứ Bảy 5/12, Chủ nhật 06/12/2026 nghỉ.' } })).toEqual([])
  })

  it('without a time of event is warned of nothing that the occasion does not need', () => {
    const change = { template: 'pccc', kind: 'fire_safety' as const, rsvp: 'none' as const }
    expect(codes({ ...change, words: { day: null, from: null, until: null, place: null } })).toEqual([])
  })
})

describe('what must not go out', () => {
  it.each<[string, NoticeDraft['kind'], string[]]>([
    ['CCCD 079123456789', 'meeting', ['identity!']],
    ['gọi 0905123456', 'meeting', ['phone']],
    ['gọi 0905123456', 'conscription', ['phone!']],
    ['STK 123456789 Vietcombank', 'support', ['account']],
    ['STK 123456789 Vietcombank', 'fees', ['account!']],
    ['STK 0123456789 phúng viếng', 'funeral', ['account!']],
    ['thẻ 9704 1234 5678 9012', 'other', ['card!']],
    ['1. Nguyễn Văn An\n2. Trần Thị Bình\n3. Lê Văn Cường', 'conscription', ['name_list!']],
    ['1. Nguyễn Văn An\n2. Trần Thị Bình\n3. Lê Văn Cường', 'meeting', ['name_list']],
    ['hộ Nguyễn Văn An, hộ Trần Thị Bình, hộ Lê Văn Cường còn nợ phí', 'fees', ['name_list!']],
    ['Cấm xe đường Lê Lợi, Trần Phú, Nguyễn Huệ, Lý Thường Kiệt', 'works', []],
    ['họp ngày 05/12/2026 lúc 19:30, mức thu 50.000 đồng, gọi 1900 1234 hoặc 113', 'fees', []],
  ])('"%s" in a notice of kind %s: %j', (text, kind, expected) => {
    const found = judgeFound(findInOutgoing(text), kind).map(({ found, isBlocking }) =>
      isBlocking ? `${found}!` : found,
    )
    expect(found).toEqual(expected)
  })

  it('is found in the text of an attached file too, and stops the notice there', () => {
    const list = {
      id: 'a'.repeat(64),
      kind: 'pdf' as const,
      name: 'Danh sách',
      url: '/tep/x.pdf',
      bytes: 1,
      alt: '',
      found: findInOutgoing('Danh sách:\nNguyễn Văn An\nTrần Thị Bình\nLê Văn Cường'),
      hasText: true,
    }
    const found = advice({ kind: 'conscription', template: 'kham-tuyen', files: [list], words: { phone: null } })
    expect(found[0]).toMatchObject({ code: 'personal_data', field: 'files', level: 'block' })
    expect(isBlocked(found)).toBe(true)
    expect(codes({ files: [{ ...list, found: [], hasText: false }] })).toEqual(['warn picture_only'])
  })

  it('the number to ask at has a field of its own and is not warned of', () => {
    expect(codes({ words: { phone: '0905123456' } })).toEqual([])
  })

  it.each([
    ['xem https://phuong-mau.example/tb/k7m2p', []],
    ['xem dichvucong.gov.vn/p/home', []],
    ['vào bit.ly/3abc', ['bit.ly/3abc']],
    ['https://phuong.gov.vn@evil.example/x', ['https://phuong.gov.vn@evil.example/x']],
    ['https://gov.vn.evil.com', ['https://gov.vn.evil.com']],
    ['nhóm zalo.me/g/abcdef', ['zalo.me/g/abcdef']],
    ['evil\u200b.com', ['evil.com']],
    ['gặp nhau.Tôi đến sau', []],
    ['mở lúc 7.30 đến 8.15', []],
  ])('links of strangers in "%s": %j', (text, links) => {
    expect(findStrangersLinks(text, OWN)).toEqual(links)
  })

  it('mentions and invisible signs are taken out', () => {
    expect(cleanWords('Mời [@1234] bà\u200b con [@all]\u202e đến\r\n\n\n\nnhé')).toBe('Mời bà con đến\n\nnhé')
  })

  it('a list of names is known from streets and single names', () => {
    expect(hasNameList('Ông Nguyễn Văn An chủ trì. Bà Trần Thị Bình ghi biên bản.')).toBe(false)
    expect(hasNameList('Nguyễn Văn An (1990), Trần Thị Bình (1991), Lê Văn Cường')).toBe(true)
    expect(hasNameList('NGUYỄN VĂN AN; TRẦN THỊ BÌNH; LÊ CƯỜNG')).toBe(true)
  })
})

describe('who has to agree', () => {
  const own = {
    policy: 'beyond_own',
    urgency: 'ordinary',
    isOwnNeighbourhood: true,
    needsConfirmation: false,
    isAlone: false,
  } as const
  it.each([
    [own, 'none'],
    [{ ...own, policy: 'always' as const }, 'second_person'],
    [{ ...own, isOwnNeighbourhood: false }, 'second_person'],
    [{ ...own, urgency: 'urgent' as const }, 'second_person'],
    [{ ...own, needsConfirmation: true }, 'second_person'],
    [{ ...own, urgency: 'emergency' as const }, 'second_person'],
    [{ ...own, urgency: 'emergency' as const, isAlone: true }, 'alone_reported'],
    [{ ...own, policy: 'always' as const, isAlone: true }, 'second_person'],
  ])('%j: %s', (question, need) => {
    expect(approvalNeed(question)).toBe(need)
  })

  it('is never the author, nor whoever changed it last', () => {
    expect(mayApprove('b', { author: 'a', lastEditor: 'a' })).toBe(true)
    expect(mayApprove('a', { author: 'a', lastEditor: 'c' })).toBe(false)
    expect(mayApprove('c', { author: 'a', lastEditor: 'c' })).toBe(false)
  })
})

describe('what may happen next', () => {
  it('is nothing that sends, once a notice is over', () => {
    for (const state of NoticeState.options.filter(isOver)) {
      for (const action of NoticeAction.options) {
        const next = stateAfter(state, action)
        expect(next === null || next === state || (state === 'sent' && action === 'retry')).toBe(true)
      }
    }
  })

  it('a notice that nobody approved cannot be sent', () => {
    expect(NoticeState.options.filter(state => canMove(state, 'send'))).toEqual(['scheduled'])
    expect(stateAfter('waiting', 'approve')).toBe('scheduled')
    expect(stateAfter('draft', 'approve')).toBeNull()
  })
})

describe('a correction', () => {
  it('names what changed, field by field, in words', () => {
    expect(compareFields(meetingFields, { ...meetingFields, from: '20:00', place: null })).toEqual([
      { field: 'time', label: 'Giờ', before: '19 giờ 30 đến 21 giờ', after: '20 giờ đến 21 giờ' },
      { field: 'place', label: 'Nơi', before: 'Nhà văn hóa tổ 12', after: '(không có)' },
    ])
    expect(compareFields(meetingFields, meetingFields)).toEqual([])
  })
})

describe('a notice that comes again', () => {
  const base = { at: '07:30', daysBefore: 0, until: '2027-12-31' }
  const next = (recurrence: object, after: string) => {
    const found = nextOccurrence(Recurrence.parse({ ...base, ...recurrence }), new Date(after))
    return found && `${found.day} ${found.sendAt.toISOString()}`
  }

  it.each([
    [{ every: 'week', weekday: 6 }, '2026-11-25T02:00:00Z', '2026-11-28 2026-11-28T00:30:00.000Z'],
    [{ every: 'week', weekday: 6, daysBefore: 2 }, '2026-11-25T02:00:00Z', '2026-11-28 2026-11-26T00:30:00.000Z'],
    [{ every: 'week', weekday: 6 }, '2026-11-28T00:30:00Z', '2026-12-05 2026-12-05T00:30:00.000Z'],
    [{ every: 'month', day: 31 }, '2027-01-31T00:30:00Z', '2027-02-28 2027-02-28T00:30:00.000Z'],
    [{ every: 'month', day: 31 }, '2027-03-31T00:30:00Z', '2027-04-30 2027-04-30T00:30:00.000Z'],
    [{ every: 'month', day: 29, until: '2028-12-31' }, '2028-02-01T00:00:00Z', '2028-02-29 2028-02-29T00:30:00.000Z'],
    [{ every: 'month_weekday', weekday: 7, which: -1 }, '2026-11-25T00:00:00Z', '2026-11-29 2026-11-29T00:30:00.000Z'],
    [{ every: 'month_weekday', weekday: 7, which: 1 }, '2026-11-25T00:00:00Z', '2026-12-06 2026-12-06T00:30:00.000Z'],
    [{ every: 'month', day: 1, daysBefore: 3 }, '2026-12-25T00:00:00Z', '2027-01-01 2026-12-29T00:30:00.000Z'],
    [{ every: 'week', weekday: 6, until: '2026-11-27' }, '2026-11-25T02:00:00Z', null],
  ])('%j after %s: %s', (recurrence, after, expected) => {
    expect(next(recurrence, after)).toBe(expected)
  })

  it('has its own day each time, the same length and hours', () => {
    const fields = { ...meetingFields, lastDay: '2026-12-06' }
    expect(moveToDay(fields, '2027-01-30')).toEqual({ ...fields, day: '2027-01-30', lastDay: '2027-01-31' })
    expect(sayRecurrence(Recurrence.parse({ ...base, every: 'month_weekday', weekday: 7, which: -1 }))).toBe(
      'Chủ nhật cuối của tháng',
    )
  })
})

describe('the register of houses', () => {
  it('takes codes and refuses people', () => {
    const list = readHouses(
      'Mã nhà;Ghi chú\n12/5\n12/7;nhà cấp 4\nA-103\n12/5\nNguyễn Văn An\n14;Trần Thị Bình\n15;0905123456\n\n"16"\n',
    )
    expect(list.houses).toEqual(['12/5', '12/7', 'A-103', '16'])
    expect(list.refused).toEqual([
      { line: 5, why: 'twice' },
      { line: 6, why: 'personal_data' },
      { line: 7, why: 'personal_data' },
      { line: 8, why: 'personal_data' },
    ])
  })

  it('takes no name and no number of anybody as a code either', () => {
    const codes = ['12/5', 'Hẻm 45-7', 'Căn hộ 1203']
    const people = ['Bà Nguyễn Thị Hoa 12/2', 'Trần Văn Ví Dụ 12/2', '0905123456', '0905 123 456', '079203001234']
    const list = readHouses([...codes, ...people].join('\n'))
    expect(list.houses).toEqual(codes)
    expect(list.refused.map(({ why }) => why)).toEqual(people.map(() => 'personal_data'))
  })

  it('puts houses where nobody has joined first, as people walk', () => {
    const door = (house: string, hasJoined: boolean) => ({ house, hasJoined, mark: null })
    const sheet = sortDoors([door('12/10', false), door('2', true), door('12/2', false), door('1', true)])
    expect(sheet.map(({ house }) => house)).toEqual(['12/2', '12/10', '1', '2'])
  })
})

describe('an answer to a notice', () => {
  it.each([
    ['Tôi sẽ đi TB-K7M2P', { attendance: 'going', people: 1, code: 'TB-K7M2P' }],
    ['nhà tôi sẽ đi 3 người tb k7m2p', { attendance: 'going', people: 3, code: 'TB-K7M2P' }],
    ['toi se di', { attendance: 'going', people: 1, code: null }],
    ['Tôi không đi được TB-K7M2P', { attendance: 'not_going', people: 1, code: 'TB-K7M2P' }],
    ['dạ em bận', { attendance: 'not_going', people: 1, code: null }],
    ['tôi đi làm căn cước cần gì', null],
    ['mấy giờ họp', null],
    ['Nhà tôi sẽ đi họp 3 người nhé', { attendance: 'going', people: 3, code: null }],
    ['Dạ, con xin phép vắng mặt ạ!', { attendance: 'not_going', people: 1, code: null }],
    ['Tôi bận việc, không đến được', { attendance: 'not_going', people: 1, code: null }],
    ['khong di duoc', { attendance: 'not_going', people: 1, code: null }],
    ['Mẹ tôi già yếu không đi được, làm căn cước ở đâu?', null],
    ['mẹ tôi không đi được thì ai nộp thay', null],
    ['Tôi sẽ đi đăng ký kết hôn, cần mang gì?', null],
    ['tôi đi đến phường', null],
    ['Hôm nay phường có bận không?', null],
    ['xin vắng mặt ở tổ dân phố thì khai ở đâu', null],
    ['bạn', null],
    ['Tôi không đi được?', null],
  ])('"%s" is %j', (text, expected) => {
    expect(readAttendance(text)).toEqual(expected)
  })
})
