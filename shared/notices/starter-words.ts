/** What is said of starters that a ward writes itself; without a schema, so that pages can have the words alone. */
import { type Advice, adviseOn } from './advice.ts'
import type { AskedField, NoticeTemplate } from './templates/index.ts'

export const ASKED_FIELDS = ['day', 'from', 'until', 'place', 'who', 'bring'] as const satisfies readonly AskedField[]

export const askedNames: Record<AskedField, string> = {
  day: 'Ngày',
  from: 'Giờ bắt đầu',
  until: 'Giờ kết thúc',
  place: 'Nơi',
  who: 'Ai đến',
  bring: 'Mang theo',
}

/** What is about one notice, its day and its end, says nothing of a starter. */
const OF_STARTERS: ReadonlySet<Advice['code']> = new Set([
  'weekday_mismatch',
  'relative_day',
  'long_sentence',
  'abbreviation',
  'capitals',
  'mention',
  'strangers_link',
  'personal_data',
  'kind_mismatch',
  'urgency_doubtful',
])

/** What a kind colleague would say of the words of a starter; a place to fill in is no fault in it. */
export function adviseOnStarter(
  { kind, urgency, title, what, who, bring, rsvp }: Omit<NoticeTemplate, 'key'>,
  { now, ownHosts }: { now: Date; ownHosts: readonly string[] },
): Advice[] {
  const draft = {
    template: null,
    ...{ kind, urgency, rsvp },
    fields: {
      ...{ title, what, who, bring },
      ...{ day: null, lastDay: null, from: null, until: null, span: 'daily' as const, place: null, phone: null },
    },
    audience: { areas: [] },
    expiresAt: new Date(now.getTime() + 1),
    timing: { kind: 'now' as const },
    files: [],
  }
  return adviseOn({ draft, now, ownHosts }).filter(({ code }) => OF_STARTERS.has(code))
}
