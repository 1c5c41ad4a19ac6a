/** What a new draft begins with, when it ends, and what is still missing before anybody can be shown it. */
import {
  type Advice,
  adviseOn,
  findTemplate,
  type NoticeDraft,
  type NoticeKind,
  type NoticeTemplate,
} from '../../../shared/notices/index.ts'
import { addDays, momentAt, vietnamDay } from '../../../shared/vietnam-time.ts'
import { origin } from '../../api/index.ts'
import { newKey, type PhoneDraft } from './drafts.ts'
import type { WireDraft } from './wire.ts'

/** Where no day is given, a notice is valid for a week. */
const USUAL_DAYS = 7
const END_OF_DAY = '23:59'

interface Beginning {
  /** Null: a photo of the paper, or nothing. */
  template: NoticeTemplate | null
  areas: string[]
  now: Date
}

export function beginDraft({ template, areas, now }: Beginning): PhoneDraft {
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
  const begun = { key: newKey(), saved: null, corrects: null, hasOwnExpiry: false, draft, changedAt: now.getTime() }
  return followDay(begun, now)
}

/** Moves the proposed end along with the day, unless somebody chose another. */
export function followDay(given: PhoneDraft, now: Date): PhoneDraft {
  if (given.hasOwnExpiry) return given
  const { fields, template } = given.draft
  const last = fields.lastDay ?? fields.day
  const after = findTemplate(template)?.expiresAfterDays ?? 0
  const day = last === null ? addDays(vietnamDay(now), after || USUAL_DAYS) : addDays(last, after)
  return { ...given, draft: { ...given.draft, expiresAt: momentAt(day, END_OF_DAY).toISOString() } }
}

/** As it is sent: no field holds only spaces. */
export function tidy(draft: WireDraft): WireDraft {
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

export function toNoticeDraft(wire: WireDraft): NoticeDraft {
  const { timing } = wire
  return {
    ...wire,
    expiresAt: new Date(wire.expiresAt),
    timing: timing.kind === 'at' ? { kind: 'at', at: new Date(timing.at) } : timing,
  }
}

/** What a kind colleague would say; what stops the notice comes first. */
export function hintsOn(wire: WireDraft, now: Date): Advice[] {
  const draft = tidy(wire)
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
  const host = new URL(origin || window.location.origin).hostname
  return [...own, ...adviseOn({ draft: toNoticeDraft(draft), now, ownHosts: [host] })]
}

/** Groups of the grid, by what people need. */
export const needs: { name: string; kinds: readonly NoticeKind[] }[] = [
  { name: 'Họp, bầu cử, sinh hoạt', kinds: ['meeting', 'election', 'training', 'culture', 'children', 'elders'] },
  { name: 'Điện, nước, đường sá, vệ sinh', kinds: ['utilities', 'works', 'environment'] },
  { name: 'Y tế, an toàn, thiên tai', kinds: ['health', 'security', 'disaster', 'fire_safety', 'animals'] },
  { name: 'Giấy tờ, đóng góp, hỗ trợ', kinds: ['paperwork', 'fees', 'support', 'conscription'] },
  { name: 'Tang lễ, tìm người, tìm đồ', kinds: ['funeral', 'missing_person', 'lost_property'] },
  { name: 'Việc khác', kinds: ['other'] },
]
