/** Writing a notice, whatever one writes on: what a draft begins with, when it ends, what is still missing. Moments are text. */
import { addDays, momentAt, vietnamDay } from '../vietnam-time.ts'
import { type Advice, adviseOn } from './advice.ts'
import type { NoticeDraft, Recurrence } from './fields.ts'
import type { NoticeKind } from './kinds.ts'
import { findTemplate, type NoticeTemplate } from './templates/index.ts'

/** A draft as it travels. */
export type WireDraft = Omit<NoticeDraft, 'expiresAt' | 'timing'> & {
  /** ISO; empty while somebody has taken it out. */
  expiresAt: string
  timing: { kind: 'now' } | { kind: 'at'; at: string } | { kind: 'recurring'; recurrence: Recurrence }
}

/** Where no day is given, a notice is valid for a week. */
const USUAL_DAYS = 7
const END_OF_DAY = '23:59'

interface Beginning {
  /** Null: a photo of the paper, or nothing. */
  template: NoticeTemplate | null
  areas: string[]
  now: Date
}

export function beginWriting({ template, areas, now }: Beginning): WireDraft {
  const draft: WireDraft = {
    template: template?.key ?? null,
    kind: template?.kind ?? 'other',
    urgency: template?.urgency ?? 'ordinary',
    fields: {
      title: template?.title ?? '',
      what: template?.what ?? '',
      day: null,
      lastDay: null,
      from: null,
      until: null,
      span: 'daily',
      place: null,
      who: template?.who ?? null,
      bring: template?.bring ?? null,
      phone: null,
    },
    audience: { areas },
    expiresAt: '',
    timing: { kind: 'now' },
    files: [],
    rsvp: template?.rsvp ?? 'none',
  }
  return { ...draft, expiresAt: proposeExpiry(draft, now, template ? [template] : []) }
}

/**
 * The end that follows from the day of the event, or from today.
 * @param starters that the ward has written itself
 */
export function proposeExpiry(
  { fields, template }: Pick<WireDraft, 'fields' | 'template'>,
  now: Date,
  starters: readonly NoticeTemplate[] = [],
): string {
  const last = fields.lastDay ?? fields.day
  const after = findTemplate(template, starters)?.expiresAfterDays ?? 0
  const day = last === null ? addDays(vietnamDay(now), after || USUAL_DAYS) : addDays(last, after)
  return momentAt(day, END_OF_DAY).toISOString()
}

/** As it is sent: no field holds only spaces. */
export function tidyDraft(draft: WireDraft): WireDraft {
  const words = (text: string | null): string | null => text?.trim() || null
  const { fields } = draft
  const hasDay = fields.day !== null
  const from = hasDay ? fields.from : null
  return {
    ...draft,
    fields: {
      ...fields,
      title: fields.title.trim(),
      what: fields.what.trim(),
      place: words(fields.place),
      who: words(fields.who),
      bring: words(fields.bring),
      phone: words(fields.phone),
      lastDay: hasDay ? fields.lastDay : null,
      from,
      until: from === null ? null : fields.until,
    },
  }
}

function toNoticeDraft(wire: WireDraft): NoticeDraft {
  const { timing } = wire
  return {
    ...wire,
    expiresAt: new Date(wire.expiresAt),
    timing: timing.kind === 'at' ? { kind: 'at', at: new Date(timing.at) } : timing,
  }
}

/** What a kind colleague would say; what stops the notice comes first. */
export function adviseOnWriting(
  wire: WireDraft,
  { now, ownHosts, starters = [] }: { now: Date; ownHosts: readonly string[]; starters?: readonly NoticeTemplate[] },
): Advice[] {
  const draft = tidyDraft(wire)
  const { fields } = draft
  const stop = (field: Advice['field'], words: string): Advice => ({ code: 'missing', field, level: 'block', words })
  const own = [
    ...(fields.title === '' ? [stop('title', 'Chưa có tên tin.')] : []),
    ...(fields.what === '' ? [stop('what', 'Chưa có nội dung.')] : []),
    ...(draft.audience.areas.length === 0 ? [stop('audience', 'Chưa chọn tổ nào.')] : []),
    ...(fields.lastDay !== null && fields.day !== null && fields.lastDay < fields.day
      ? [stop('lastDay', 'Ngày cuối sớm hơn ngày đầu.')]
      : []),
    ...(fields.from !== null && fields.until !== null && fields.until <= fields.from
      ? [stop('until', 'Giờ kết thúc phải sau giờ bắt đầu.')]
      : []),
    ...(fields.phone !== null && !/^[\d .+]{3,20}$/.test(fields.phone)
      ? [stop('phone', 'Số điện thoại chỉ có chữ số.')]
      : []),
  ]
  if (Number.isNaN(Date.parse(draft.expiresAt))) return [...own, stop('expiresAt', 'Chưa có hạn của tin.')]
  return [...own, ...adviseOn({ draft: toNoticeDraft(draft), now, ownHosts, starters })]
}

/** Groups of starters, by what people need. */
export const noticeNeeds: { name: string; kinds: readonly NoticeKind[] }[] = [
  { name: 'Họp, bầu cử, sinh hoạt', kinds: ['meeting', 'election', 'training', 'culture', 'children', 'elders'] },
  { name: 'Điện, nước, đường sá, vệ sinh', kinds: ['utilities', 'works', 'environment'] },
  { name: 'Y tế, an toàn, thiên tai', kinds: ['health', 'security', 'disaster', 'fire_safety', 'animals'] },
  { name: 'Giấy tờ, đóng góp, hỗ trợ', kinds: ['paperwork', 'fees', 'support', 'conscription'] },
  { name: 'Tang lễ, tìm người, tìm đồ', kinds: ['funeral', 'missing_person', 'lost_property'] },
  { name: 'Việc khác', kinds: ['other'] },
]
