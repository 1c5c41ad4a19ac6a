/** What a kind colleague would say before a notice goes: what is missing, unclear, past, or must not be in it. */

import { findAbbreviations } from '../spoken/index.ts'
import { addDays, vietnamDay, weekdayOf, yearOf } from '../vietnam-time.ts'
import { findStrangersLinks, hasMention } from './clean.ts'
import type { NoticeDraft } from './fields.ts'
import { kindRules } from './kinds.ts'
import { findInOutgoing, foundNames, judgeFound, type ScanFinding } from './scan.ts'
import { findTemplate, type NoticeTemplate } from './templates/index.ts'
import { formatDay, momentsOf, sayWeekday } from './when.ts'

export type AdviceField = keyof NoticeDraft['fields'] | 'expiresAt' | 'timing' | 'audience' | 'files' | 'kind'

export interface Advice {
  code:
    | 'missing'
    | 'unfilled'
    | 'past_day'
    | 'past_schedule'
    | 'expired'
    | 'expires_before_event'
    | 'expires_late'
    | 'schedule_after_expiry'
    | 'weekday_mismatch'
    | 'relative_day'
    | 'long_sentence'
    | 'abbreviation'
    | 'capitals'
    | 'mention'
    | 'strangers_link'
    | 'personal_data'
    | 'picture_only'
    | 'kind_mismatch'
    | 'urgency_doubtful'
  field: AdviceField
  /** `block`: it cannot go like this · `warn`: look again · `hint`: it could be said better. */
  level: 'block' | 'warn' | 'hint'
  /** What to do, for the person who writes. */
  words: string
}

export interface AdviceInput {
  draft: NoticeDraft
  now: Date
  /** Hosts of this installation. */
  ownHosts: readonly string[]
  /** Starters that the ward has written itself, as far as they are known. */
  starters?: readonly NoticeTemplate[]
}

/** Syllables of one sentence beyond which it is hard to follow when it is heard. */
const LONG_SENTENCE = 35
const FARTHEST_EXPIRY_DAYS = 180

/** The most serious first. */
export function adviseOn(input: AdviceInput): Advice[] {
  const { draft } = input
  const all = [
    ...adviseOnFacts(input),
    ...adviseOnTime(input),
    ...adviseOnWords(input),
    ...adviseOnPeople(draft),
    ...adviseOnKind(draft),
  ]
  const order = { block: 0, warn: 1, hint: 2 }
  return all.sort((a, b) => order[a.level] - order[b.level])
}

export function isBlocked(advice: readonly Advice[]): boolean {
  return advice.some(({ level }) => level === 'block')
}

const MISSING: Record<string, string> = {
  day: 'Chưa có ngày.',
  from: 'Chưa có giờ bắt đầu.',
  until: 'Chưa có giờ kết thúc.',
  place: 'Chưa có địa điểm.',
  who: 'Chưa ghi ai cần đến.',
  bring: 'Chưa ghi cần mang theo gì.',
}

function adviseOnFacts({ draft, starters }: AdviceInput): Advice[] {
  const { fields } = draft
  const asks =
    findTemplate(draft.template, starters)?.asks ?? (draft.rsvp === 'going' ? (['day', 'from', 'place'] as const) : [])
  const essential = new Set(['day', 'from', 'place'])
  const missing = asks
    .filter(field => fields[field] === null)
    .map(
      (field): Advice => ({
        code: 'missing',
        field,
        level: essential.has(field) ? 'warn' : 'hint',
        words: MISSING[field] ?? '',
      }),
    )
  const unfilled = (['title', 'what', 'who', 'place', 'bring'] as const)
    .filter(field => fields[field]?.includes('…'))
    .map((field): Advice => ({ code: 'unfilled', field, level: 'block', words: 'Còn chỗ "…" chưa điền.' }))
  return [...unfilled, ...missing]
}

function adviseOnTime({ draft, now }: AdviceInput): Advice[] {
  const { fields, expiresAt, timing } = draft
  const event = momentsOf(fields)
  const isRecurring = timing.kind === 'recurring'
  const advice: Advice[] = []
  if (expiresAt <= now)
    advice.push({ code: 'expired', field: 'expiresAt', level: 'block', words: 'Hạn của tin đã qua; chọn hạn khác.' })
  if (event && event.end < now && !isRecurring)
    advice.push({ code: 'past_day', field: 'day', level: 'block', words: 'Ngày, giờ này đã qua; xem lại ngày.' })
  if (event && !isRecurring && expiresAt < event.start)
    advice.push({
      code: 'expires_before_event',
      field: 'expiresAt',
      level: 'block',
      words: 'Hạn của tin sớm hơn ngày diễn ra.',
    })
  if (timing.kind === 'at' && timing.at <= now)
    advice.push({
      code: 'past_schedule',
      field: 'timing',
      level: 'block',
      words: 'Giờ hẹn gửi đã qua; chọn giờ khác hoặc gửi ngay.',
    })
  if (timing.kind === 'at' && timing.at >= expiresAt)
    advice.push({
      code: 'schedule_after_expiry',
      field: 'timing',
      level: 'block',
      words: 'Giờ hẹn gửi sau hạn của tin.',
    })
  if (timing.kind === 'recurring' && timing.recurrence.until < vietnamDay(now))
    advice.push({ code: 'past_schedule', field: 'timing', level: 'block', words: 'Ngày cuối của lịch gửi đã qua.' })
  if (vietnamDay(expiresAt) > addDays(vietnamDay(now), FARTHEST_EXPIRY_DAYS) && !isRecurring)
    advice.push({
      code: 'expires_late',
      field: 'expiresAt',
      level: 'warn',
      words: 'Hạn của tin xa quá nửa năm; xem lại.',
    })
  return advice
}

const TEXTS = ['title', 'what', 'place', 'who', 'bring'] as const

function adviseOnWords({ draft, now, ownHosts }: AdviceInput): Advice[] {
  const { fields } = draft
  return TEXTS.flatMap(field => {
    const text = fields[field]?.normalize('NFC') ?? ''
    const links = findStrangersLinks(text, ownHosts)
    const advice: Advice[] = [
      ...weekdayMismatches(text, now).map(
        words => ({ code: 'weekday_mismatch', field, level: 'block', words }) as const,
      ),
      ...longSentences(text).map(words => ({ code: 'long_sentence', field, level: 'hint', words }) as const),
      ...findAbbreviations(text).map(
        ({ short, full }) =>
          ({
            code: 'abbreviation',
            field,
            level: 'hint',
            words: full ? `"${short}" nên viết rõ: ${full}.` : `"${short}" nhiều người không hiểu; xin viết rõ.`,
          }) as const,
      ),
    ]
    if (
      /(?<!\p{L})(?:hôm nay|ngày mai|ngày kia|tối nay|sáng mai|chiều mai|tối mai|tuần sau|tuần tới)(?!\p{L})/iu.test(
        text,
      )
    )
      advice.push({
        code: 'relative_day',
        field,
        level: 'hint',
        words: 'Có người đọc tin muộn: thay "hôm nay", "ngày mai" bằng ngày tháng.',
      })
    if (isShouting(text))
      advice.push({ code: 'capitals', field, level: 'hint', words: 'Chữ in hoa cả câu khó đọc; xin viết thường.' })
    if (hasMention(text))
      advice.push({ code: 'mention', field, level: 'hint', words: 'Phần nhắc tên [@…] sẽ được bỏ đi khi gửi.' })
    if (links.length > 0)
      advice.push({
        code: 'strangers_link',
        field,
        level: 'block',
        words: `Chỉ được đưa đường dẫn của phường hoặc trang .gov.vn; xin bỏ: ${links.join(', ')}`,
      })
    return advice
  })
}

const WEEKDAY_WORDS: [RegExp, number][] = [
  [/^(?:thứ\s*)?hai$/iu, 1],
  [/^(?:thứ\s*)?ba$/iu, 2],
  [/^(?:thứ\s*)?tư$/iu, 3],
  [/^(?:thứ\s*)?năm$/iu, 4],
  [/^(?:thứ\s*)?sáu$/iu, 5],
  [/^(?:thứ\s*)?bảy$/iu, 6],
]
const WEEKDAY_AND_DATE =
  /(thứ\s*(?:[2-7]|hai|ba|tư|năm|sáu|bảy|bẩy)|chủ\s*nhật|cn)[\s,(]*(?:ngày\s*)?(\d{1,2})[/.-](\d{1,2})(?:[/.-](\d{4}))?/giu

/** "thứ Bảy 06/12/2026", which is a Sunday. Without a year the nearest such day that is not long past is meant. */
function weekdayMismatches(text: string, now: Date): string[] {
  return [...text.matchAll(WEEKDAY_AND_DATE)].flatMap(([, weekday = '', date = '', month = '', year]) => {
    const named = readWeekday(weekday)
    const day = readDay(Number(date), Number(month), year === undefined ? null : Number(year), now)
    if (named === null) return []
    if (day === null) return [`Không có ngày ${date}/${month}; xem lại.`]
    if (weekdayOf(day) === named) return []
    return [`Ngày ${formatDay(day)} là ${sayWeekday(day)}, không phải ${weekday.toLowerCase()}; xem lại.`]
  })
}

function readWeekday(words: string): number | null {
  const digit = /\d/.exec(words)?.[0]
  if (digit) return Number(digit) - 1
  if (/^(?:chủ\s*nhật|cn)$/iu.test(words)) return 7
  return WEEKDAY_WORDS.find(([pattern]) => pattern.test(words.replace(/bẩy/iu, 'bảy')))?.[1] ?? null
}

function readDay(date: number, month: number, year: number | null, now: Date): string | null {
  const today = vietnamDay(now)
  const inYear = (one: number): string | null => {
    const day = `${one}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`
    const moment = new Date(day)
    return !Number.isNaN(moment.getTime()) && moment.toISOString().slice(0, 10) === day ? day : null
  }
  if (year !== null) return inYear(year)
  const thisYear = inYear(yearOf(today))
  return thisYear !== null && thisYear < addDays(today, -60) ? inYear(yearOf(today) + 1) : thisYear
}

function longSentences(text: string): string[] {
  return text
    .split(/[.!?;\n]+/)
    .filter(sentence => sentence.trim().split(/\s+/).length > LONG_SENTENCE)
    .map(sentence => `Câu dài quá, xin tách ra: "${sentence.trim().split(/\s+/).slice(0, 6).join(' ')} …"`)
}

function isShouting(text: string): boolean {
  const words = text.split(/\s+/).filter(word => /\p{L}/u.test(word))
  return words.length >= 8 && words.filter(word => word === word.toUpperCase()).length > words.length * 0.7
}

function adviseOnPeople({ fields, kind, files }: NoticeDraft): Advice[] {
  const words = TEXTS.flatMap(field => (field === 'place' ? [] : (fields[field] ?? []))).join('\n')
  // Where everybody is to come is no secret; where a family lives is.
  const inPlace = findInOutgoing(fields.place ?? '').filter(
    found => found !== 'address' || kindRules[kind].isErasedAtExpiry,
  )
  const inFiles = [...new Set(files.flatMap(({ found }) => found))]
  const say = (field: AdviceField, { found, isBlocking }: ScanFinding): Advice => {
    const where = field === 'files' ? 'Trong tệp đính kèm có' : 'Trong tin có'
    const then = isBlocking
      ? `không được gửi trong tin "${kindRules[kind].name}"; xin bỏ đi.`
      : 'xem có cần thiết không.'
    return {
      code: 'personal_data',
      field,
      level: isBlocking ? 'block' : 'warn',
      words: `${where} ${foundNames[found]}: ${then}`,
    }
  }
  return [
    ...judgeFound(findInOutgoing(words), kind).map(one => say('what', one)),
    ...judgeFound(inPlace, kind).map(one => say('place', one)),
    ...judgeFound(inFiles, kind).map(one => say('files', one)),
    ...files
      .filter(({ kind: type, hasText }) => type === 'pdf' && !hasText)
      .map(
        ({ name }): Advice => ({
          code: 'picture_only',
          field: 'files',
          level: 'warn',
          words: `Tệp "${name}" chỉ có ảnh: máy không xem được bên trong có số giấy tờ, danh sách tên hay không. Xin tự xem lại.`,
        }),
      ),
  ]
}

/** Words that belong to a kind with rules of its own; under another kind they would go around the rules. */
const KIND_WORDS: [RegExp, NoticeDraft['kind']][] = [
  [/tang lễ|lễ tang|đám tang|lễ viếng|tin buồn|từ trần|an táng/iu, 'funeral'],
  [/khám tuyển|nghĩa vụ quân sự|gọi nhập ngũ/iu, 'conscription'],
  [/trẻ lạc|đi lạc|mất tích|tìm (?:cháu|người thân)/iu, 'missing_person'],
]

function adviseOnKind({ fields, kind, urgency }: NoticeDraft): Advice[] {
  const text = `${fields.title}\n${fields.what}`.normalize('NFC')
  const meant = KIND_WORDS.find(([pattern]) => pattern.test(text))?.[1]
  const advice: Advice[] = []
  if (meant && meant !== kind && kindRules[kind].confirmation === null)
    advice.push({
      code: 'kind_mismatch',
      field: 'kind',
      level: 'block',
      words: `Tin này thuộc loại "${kindRules[meant].name}"; xin chọn đúng loại.`,
    })
  if (
    urgency === 'emergency' &&
    !['disaster', 'missing_person', 'fire_safety', 'security', 'health', 'utilities'].includes(kind)
  )
    advice.push({
      code: 'urgency_doubtful',
      field: 'kind',
      level: 'warn',
      words: 'Tin khẩn cấp gửi cả ban đêm; xem có thật khẩn cấp không.',
    })
  return advice
}
