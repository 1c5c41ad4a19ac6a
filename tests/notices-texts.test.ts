/** One notice, five outputs: whatever the leader wrote stands in each of them, and nothing else does. */
import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { fold } from '../shared/language/index.ts'
import { lunarDayOf, sayLunarDay } from '../shared/lunar-calendar.ts'
import { messageLength, OutgoingMessage } from '../shared/messages.ts'
import {
  composeGroupText,
  composeLoudspeaker,
  composeNoticeMessage,
  composeNoticePage,
  composePoster,
  composeShortLine,
  FIELD_LENGTHS,
  findNoticeCodes,
  findTemplate,
  kindRules,
  makeNoticeCode,
  NOTICE_KINDS,
  NoticeCode,
  NoticeFields,
  type NoticeSheet,
  noticePath,
  noticeTemplates,
} from '../shared/notices/index.ts'
import { sayDigits, sayNumber, toSpokenWords } from '../shared/spoken/index.ts'
import { anyFields, meetingFields, meetingSheet } from './setup/notice-sheets.ts'

const anySheet = anyFields.map((fields): NoticeSheet => ({ ...meetingSheet, fields }))
const bare = (text: string): string =>
  fold(text.toLowerCase())
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()

/** The same figures, worked out here a second time and in another way. */
function factsIn({ day, lastDay, from, until, place, who, bring, phone }: NoticeFields) {
  const date = (one: string) => one.split('-').reverse()
  return {
    dates: [day, lastDay].flatMap(one => (one === null ? [] : [date(one)])),
    times: [from, until].flatMap(one => (one === null ? [] : [one.split(':').map(Number)])),
    words: [place, who, bring].flatMap(one => one ?? []),
    phone: phone?.replace(/\D/g, '') ?? null,
  }
}

describe('the five outputs of a notice', () => {
  it('hold the same facts in chat, page and poster, whatever was written', () => {
    fc.assert(
      fc.property(anySheet, sheet => {
        const poster = composePoster(sheet, sheet.url)
        const page = composeNoticePage(sheet)
        const outputs = [
          composeNoticeMessage(sheet).text,
          composeGroupText(sheet, sheet.url),
          [page.title, ...page.facts.map(({ value }) => value), page.sender, page.code].join('\n'),
          [
            poster.title,
            ...[...poster.large, ...poster.small].map(({ value }) => value),
            poster.sender,
            poster.code,
          ].join('\n'),
        ]
        const facts = factsIn(sheet.fields)
        for (const text of outputs) {
          expect(text).toContain(sheet.fields.title)
          expect(text).toContain(sheet.sender)
          expect(text).toContain(sheet.code)
          for (const words of facts.words) expect(text).toContain(words)
          for (const [d = '', m = '', y = ''] of facts.dates) expect(text).toContain(`${d}/${m}/${y}`)
          for (const [hour, minute] of facts.times)
            expect(text).toContain(minute === 0 ? `${hour} giờ` : `${hour} giờ ${minute}`)
          if (facts.phone) expect(text.replace(/\D/g, '')).toContain(facts.phone)
        }
      }),
      { numRuns: 300 },
    )
  })

  it('say the same facts over the loudspeaker, all in words and twice', () => {
    fc.assert(
      fc.property(anySheet, sheet => {
        const script = composeLoudspeaker(sheet)
        const twice = script.lines
          .filter(({ isTwice }) => isTwice)
          .map(({ words }) => words.toLowerCase())
          .join(' ')
        expect(script.text).not.toMatch(/[\d/]|https?:|TB-/)
        expect(twice).toContain(toSpokenWords(sheet.fields.title).toLowerCase())
        const facts = factsIn(sheet.fields)
        for (const words of facts.words) expect(bare(twice)).toContain(bare(toSpokenWords(words)))
        for (const [d, m, y] of facts.dates) {
          const month = Number(m) === 4 ? 'tư' : sayNumber(Number(m))
          expect(twice).toContain(`${sayNumber(Number(d))} tháng ${month} năm ${sayNumber(Number(y))}`)
        }
        for (const [hour = 0, minute = 0] of facts.times)
          expect(twice).toContain(`${sayNumber(hour)} giờ${minute === 0 ? '' : ` ${sayNumber(minute)}`}`)
        if (facts.phone) expect(twice).toContain(sayDigits(facts.phone))
        expect(script.seconds).toBeGreaterThan(10)
      }),
      { numRuns: 300 },
    )
  })

  it('fit one text message without marks; what found no room is named', () => {
    fc.assert(
      fc.property(anySheet, sheet => {
        const { text, left } = composeShortLine(sheet)
        expect(text.length).toBeLessThanOrEqual(160)
        expect(text).toMatch(/^[A-Za-z0-9 @$!"#%&'()*+,\-./:;<=>?]+$/)
        expect(text).toContain('TB-K7M2P')
        expect(bare(text)).toContain(bare(sheet.fields.title))
        const { day, from } = sheet.fields
        const [, month = '', date = ''] = (day ?? '').split('-')
        expect(text).toContain(`${date}/${month}`)
        if (from) expect(text).toContain(from.replace(/^0/, '').replace(':', 'h').replace(/h00$/, 'h'))
        for (const field of ['place', 'who', 'bring'] as const) {
          const value = sheet.fields[field]
          if (value !== null && !left.includes(field)) expect(bare(text)).toContain(bare(value))
        }
      }),
      { numRuns: 300 },
    )
    expect(composeShortLine(meetingSheet)).toEqual({
      text: 'Moi hop to dan pho. T7 05/12 19h30-21h. Nha van hoa to 12. Moi ho mot nguoi. Hoi 0200 000 001. Ma tin TB-K7M2P',
      left: [],
    })
  })

  it('stay within what Zalo takes, with every field as long as it may be', () => {
    const long = (length: number) => 'Dài ơi là dài '.repeat(200).slice(0, length)
    const fields: NoticeFields = {
      ...meetingFields,
      title: long(FIELD_LENGTHS.title),
      what: long(FIELD_LENGTHS.what),
      place: long(FIELD_LENGTHS.place),
      who: long(FIELD_LENGTHS.who),
      bring: long(FIELD_LENGTHS.bring),
      lastDay: '2026-12-07',
    }
    const changes = Array.from({ length: 3 }, () => ({ label: 'Nội dung', before: long(900), after: long(900) }))
    const sheet = { ...meetingSheet, fields, urgency: 'emergency' as const, corrects: { code: 'TB-B2222', changes } }
    const message = composeNoticeMessage(sheet)
    expect(() => OutgoingMessage.parse(message)).not.toThrow()
    expect(messageLength(composeGroupText(sheet, sheet.url))).toBeLessThanOrEqual(2000)
    expect(composeShortLine(sheet).text.length).toBeLessThanOrEqual(160)
    expect(composePoster(sheet, sheet.url).isTextCut).toBe(true)
  })

  it('say who speaks by their office, never by a name', () => {
    expect(composeNoticeMessage(meetingSheet).text).toContain('Tổ trưởng Tổ dân phố 12, Phường Mẫu · Mã tin TB-K7M2P')
    expect(composeLoudspeaker(meetingSheet).lines[0]?.words).toBe(
      'Thông báo của Tổ trưởng Tổ dân phố mười hai, Phường Mẫu.',
    )
  })

  it('offer "tôi sẽ đi" only where the leader asked who comes', () => {
    expect(composeNoticeMessage(meetingSheet).buttons.map(({ title }) => title)).toEqual([
      'Tôi sẽ đi',
      'Tôi không đi được',
      'Xem tin',
    ])
    expect(composeNoticeMessage({ ...meetingSheet, rsvp: 'none' }).buttons.map(({ title }) => title)).toEqual([
      'Xem tin',
    ])
  })

  it('show in a correction what was and what is', () => {
    const corrects = { code: 'TB-B2222', changes: [{ label: 'Giờ', before: '19 giờ', after: '20 giờ' }] }
    const sheet = { ...meetingSheet, corrects }
    expect(composeNoticeMessage(sheet).text).toMatch(/^ĐÍNH CHÍNH tin TB-B2222\n[\s\S]*Giờ: 19 giờ → 20 giờ/)
    expect(composePoster(sheet, sheet.url)).toMatchObject({ heading: 'ĐÍNH CHÍNH', changes: corrects.changes })
    expect(composeLoudspeaker(sheet).text).toContain('trước là mười chín giờ, nay sửa là hai mươi giờ')
    expect(composeShortLine(sheet).text).toMatch(/^DINH CHINH/)
  })
})

describe('the loudspeaker', () => {
  it.each([
    [
      'Họp lúc 19:30 ngày 5/12/2026',
      'Họp lúc mười chín giờ ba mươi phút ngày mùng năm tháng mười hai năm hai nghìn không trăm hai mươi sáu',
    ],
    ['Từ 7h30 – 11h', 'Từ bảy giờ ba mươi phút đến mười một giờ'],
    ['UBND phường, ĐT 0905 123 456', 'Ủy ban nhân dân phường, điện thoại không chín không năm một hai ba bốn năm sáu'],
    ['Có cháy gọi 114.', 'Có cháy gọi một một bốn.'],
    ['Mức thu 1.250.000 đồng/hộ', 'Mức thu một triệu hai trăm năm mươi nghìn đồng một hộ'],
    ['50.000đ, 2,5 kg, 30%', 'năm mươi nghìn đồng, hai phẩy năm ki lô gam, ba mươi phần trăm'],
    ['số 12/5 hẻm 45/12', 'số mười hai trên năm hẻm bốn mươi lăm trên mười hai'],
    ['quý IV, mẫu CT01, nhà 12A', 'quý bốn, mẫu xê tê không một, nhà mười hai a'],
    ['Xem https://x.vn/tb/abc nhé', 'Xem nhé'],
    ['PCCC & ANTT', 'phòng cháy chữa cháy và an ninh trật tự'],
    ['ngày 24/04', 'ngày hai mươi tư tháng tư'],
  ])('says "%s" in words', (written, spoken) => {
    expect(toSpokenWords(written)).toBe(spoken)
  })

  it.each([
    [0, 'không'],
    [15, 'mười lăm'],
    [21, 'hai mươi mốt'],
    [105, 'một trăm linh năm'],
    [1005, 'một nghìn không trăm linh năm'],
    [1_000_001, 'một triệu không trăm linh một'],
  ])('counts %i as people do', (value, words) => {
    expect(sayNumber(value)).toBe(words)
  })
})

describe('the lunar day beside the solar one', () => {
  it.each([
    ['1968-01-29', 'Mậu Thân'],
    ['1985-01-21', 'Ất Sửu'],
    ['2007-02-17', 'Đinh Hợi'],
    ['2020-01-25', 'Canh Tý'],
    ['2023-01-22', 'Quý Mão'],
    ['2024-02-10', 'Giáp Thìn'],
    ['2025-01-29', 'Ất Tỵ'],
    ['2026-02-17', 'Bính Ngọ'],
    ['2027-02-06', 'Đinh Mùi'],
    ['2028-01-26', 'Mậu Thân'],
    ['2029-02-13', 'Kỷ Dậu'],
    ['2030-02-02', 'Canh Tuất'],
  ])('%s is the first day of %s in Vietnam', (day, year) => {
    expect(sayLunarDay(day)).toBe(`mùng 1 tháng Giêng năm ${year}`)
  })

  it.each([
    ['2020-05-23', 4],
    ['2023-03-22', 2],
    ['2025-07-25', 6],
    ['2028-06-23', 5],
    ['2033-12-22', 11],
  ])('%s begins leap month %i', (day, month) => {
    expect(lunarDayOf(day)).toMatchObject({ day: 1, month, isLeap: true })
  })

  it('goes on day by day, without a gap', () => {
    let before = lunarDayOf('2000-01-01')
    for (let at = Date.UTC(2000, 0, 2); at < Date.UTC(2045, 0, 1); at += 86_400_000) {
      const now = lunarDayOf(new Date(at).toISOString().slice(0, 10))
      const isNextDay = now.day === before.day + 1 && now.month === before.month && now.isLeap === before.isLeap
      const isNewMonth =
        now.day === 1 &&
        before.day >= 29 &&
        (now.isLeap ? now.month === before.month : now.month === (before.month % 12) + 1)
      if (!isNextDay && !isNewMonth) throw new Error(`${new Date(at).toISOString()}: ${JSON.stringify([before, now])}`)
      before = now
    }
  })

  it('stands in the message', () => {
    expect(composeNoticeMessage(meetingSheet).text).toContain('Ngày: thứ Bảy 05/12/2026 (27/10 âm lịch)')
  })
})

describe('the starters', () => {
  it('are at least thirty, each with a key, a kind and words of its own', () => {
    expect(noticeTemplates.length).toBeGreaterThanOrEqual(30)
    for (const field of ['key', 'name', 'what'] as const)
      expect(new Set(noticeTemplates.map(template => template[field])).size).toBe(noticeTemplates.length)
    for (const { title, what, who, bring } of noticeTemplates) {
      expect(NoticeFields.safeParse({ ...meetingFields, title, what, who, bring }).success).toBe(true)
      expect(`${title} ${what}`).not.toMatch(/quý khách|\bbạn\b|không thuộc thẩm quyền/i)
    }
  })

  it.each([
    'hop-to',
    'cat-dien',
    'cat-nuoc',
    'tiem-chung',
    've-sinh',
    'an-ninh',
    'mua-bao',
    'bau-cu',
    'kham-tuyen',
    'tang-le',
    'tim-tre-lac',
    'thu-phi',
    'sua-duong',
    'pccc',
    'tap-huan-vneid',
    'thu-gom-rac',
    'kham-nguoi-cao-tuoi',
    'tet-to-dan-pho',
    'dien-tap',
    'mat-do',
    'tiem-cho-meo',
  ])('have one for %s', key => {
    expect(findTemplate(key)).not.toBeNull()
  })

  it('of every kind know their rules; three kinds must be confirmed and are erased when they expire', () => {
    const confirmed = NOTICE_KINDS.filter(kind => kindRules[kind].confirmation !== null)
    expect(confirmed).toEqual(['conscription', 'funeral', 'missing_person'])
    expect(NOTICE_KINDS.filter(kind => kindRules[kind].isErasedAtExpiry)).toEqual(confirmed)
    expect(kindRules.fees.forbids).toContain('account')
  })
})

describe('the short code', () => {
  it('is made of signs that nobody confuses, and is found however it is typed', () => {
    fc.assert(
      fc.property(fc.infiniteStream(fc.nat()), numbers => {
        const code = makeNoticeCode(below => (numbers.next().value ?? 0) % below)
        expect(NoticeCode.safeParse(code).success).toBe(true)
        const signs = code.slice(3)
        for (const typed of [
          code,
          code.toLowerCase(),
          `tb ${signs}`,
          `TB${signs}`,
          `tb - ${signs}`,
          `tin TB–${signs} có thật không`,
        ])
          expect(findNoticeCodes(typed)).toEqual([code])
        expect(noticePath(code)).toBe(`/tb/${signs.toLowerCase()}`)
      }),
    )
    expect(findNoticeCodes('tb hôm nay thế nào, TBABCDE, stb k7m2p')).toEqual([])
  })
})
