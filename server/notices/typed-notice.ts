/** What a leader has typed so far, and the draft it makes. */
import { z } from 'zod'
import { fold, normalise } from '../../shared/language/index.ts'
import { NoticeDraft, type NoticeTemplate, readTypedPlace, readTypedWhen } from '../../shared/notices/index.ts'
import { addDays, momentAt, vietnamDay } from '../../shared/vietnam-time.ts'
import type { Turn } from '../feature.ts'

/** Without a day, what was said holds for a week. */
const USUAL_DAYS = 7

const Typed = z.object({
  area: z.object({ code: z.string(), name: z.string() }).nullable(),
  template: z.string().nullable(),
  title: z.string().nullable(),
  what: z.string().nullable(),
  day: z.string().nullable(),
  from: z.string().nullable(),
  until: z.string().nullable(),
  place: z.string().nullable(),
  /** Asked for, and answered with "không có". */
  skips: z.array(z.enum(['when', 'where'])),
})
type Typed = z.infer<typeof Typed>
export const Memory = z.object({
  step: z.enum(['area', 'what', 'when', 'where', 'preview']),
  typed: Typed,
  key: z.uuid(),
})
export type Memory = z.infer<typeof Memory>

export const NOTHING: Typed = {
  area: null,
  template: null,
  title: null,
  what: null,
  day: null,
  from: null,
  until: null,
  place: null,
  skips: [],
}

/** As it is compared: without marks, signs and capitals. */
export const bare = (text: string): string =>
  fold(normalise(text))
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

/** The words of a template, but for those that leave a place to fill in. */
function filled(words: string | null | undefined): string | null {
  return words && !words.includes('…') ? words : null
}

/** @param starters what may be begun with at the place */
export function hearWhat(memory: Memory, turn: Turn, starters: readonly NoticeTemplate[]): Memory {
  const { text, now } = turn
  const { typed } = memory
  const template = starters.find(({ name, title }) => bare(name) === bare(text) || bare(title) === bare(text))
  if (template && typed.title === null)
    return {
      ...memory,
      typed: { ...typed, template: template.key, title: filled(template.title), what: filled(template.what) },
    }
  const [first = '', ...others] = text.trim().split('\n')
  const rest = others.join('\n').trim()
  if (typed.template !== null && typed.title === null) {
    const named = { ...memory, typed: { ...typed, title: filled(first.slice(0, 80)) } }
    return named.typed.title === null || rest === '' ? named : hearWhat(named, { ...turn, text: rest }, starters)
  }
  const title = typed.title ?? (rest === '' ? cutWords(first, 80) : first.slice(0, 80))
  const what = typed.title !== null ? text.trim() : rest === '' ? first : rest
  const place = text.includes('⟨địa chỉ') ? null : readTypedPlace(text)
  return { ...memory, typed: { ...typed, title, what, ...readTypedWhen(text, now), place } }
}

function cutWords(text: string, most: number): string {
  if (text.length <= most) return text
  return text.slice(0, text.lastIndexOf(' ', most))
}

/** @param template what it began with @returns null where the words do not make a notice */
export function toDraft(typed: Typed, template: NoticeTemplate | null, now: Date): NoticeDraft | null {
  const { day, from, until } = typed
  const draft = NoticeDraft.safeParse({
    template: typed.template,
    kind: template?.kind ?? 'other',
    urgency: template?.urgency === 'emergency' ? 'urgent' : (template?.urgency ?? 'ordinary'),
    fields: {
      title: typed.title,
      what: typed.what,
      day,
      lastDay: null,
      from,
      until: until !== null && from !== null && until > from ? until : null,
      span: 'daily',
      place: typed.place,
      who: filled(template?.who),
      bring: filled(template?.bring),
      phone: null,
    },
    audience: { areas: [typed.area?.code ?? ''] },
    expiresAt: momentAt(day ?? addDays(vietnamDay(now), USUAL_DAYS), '23:59'),
    timing: { kind: 'now' },
    files: [],
    rsvp: template?.rsvp ?? 'none',
  })
  return draft.data ?? null
}
