/** What a leader has begun to write: kept on this phone until it is sent, also where there is no network. */
import type { NoticeTemplate } from '../../../shared/notices/index.ts'
import { personalStorage, useStored } from '../../zalo/index.ts'
import type { LedNotice, WireDraft } from './wire.ts'

export interface PhoneDraft {
  /** Made once: however often it is sent, the ward takes it in once. */
  key: string
  /** What the ward knows of it: its number, version and words, and what was on its way last; null: nothing yet. */
  saved: { id: string; version: number; words: string; tried?: string } | null
  /** The code of the notice that it corrects. */
  corrects: string | null
  /** The end was chosen by hand and does not follow the day any more. */
  hasOwnExpiry: boolean
  /** What the ward itself wrote for such notices, where it began with that. */
  starter?: NoticeTemplate
  draft: WireDraft
  /** In milliseconds. */
  changedAt: number
}

const NAME = 'notice-drafts'
const MOST = 20

export function useDrafts(): PhoneDraft[] {
  return useStored(personalStorage, NAME, readDrafts)[0]
}

export function findDraft(key: string): PhoneDraft | null {
  return listDrafts().find(one => one.key === key) ?? null
}

/** @returns false when the phone keeps it only as long as this visit */
export function keepDraft(draft: PhoneDraft): boolean {
  const others = listDrafts().filter(({ key }) => key !== draft.key)
  return personalStorage.set(NAME, JSON.stringify([draft, ...others].slice(0, MOST)))
}

export function dropDraft(key: string): void {
  const rest = listDrafts().filter(one => one.key !== key)
  if (rest.length === 0) personalStorage.remove(NAME)
  else personalStorage.set(NAME, JSON.stringify(rest))
}

/** A draft that lies at the ward, taken onto this phone to be written on. */
export function takeUp(notice: LedNotice): PhoneDraft {
  const known = listDrafts().find(({ saved }) => saved?.id === notice.id && saved.version === notice.version)
  if (known) return known
  const draft: PhoneDraft = {
    key: newKey(),
    saved: savedAs(notice),
    corrects: notice.corrects?.code ?? null,
    hasOwnExpiry: true,
    draft: notice.draft,
    changedAt: Date.now(),
  }
  for (const { key, saved } of listDrafts()) if (saved?.id === notice.id) dropDraft(key)
  keepDraft(draft)
  return draft
}

export function savedAs({ id, version, draft }: LedNotice): NonNullable<PhoneDraft['saved']> {
  return { id, version, words: JSON.stringify(draft) }
}

/** A random UUID, also on phones whose browser has no word for it. */
export function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80
  const hex = [...bytes].map(byte => byte.toString(16).padStart(2, '0')).join('')
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
}

function listDrafts(): PhoneDraft[] {
  try {
    return readDrafts(JSON.parse(personalStorage.get(NAME) ?? 'null'))
  } catch {
    return []
  }
}

function readDrafts(found: unknown): PhoneDraft[] {
  return Array.isArray(found) ? found.filter(isDraft) : []
}

function isDraft(value: unknown): value is PhoneDraft {
  if (typeof value !== 'object' || value === null) return false
  const { key, draft } = value as Record<string, unknown>
  return typeof key === 'string' && typeof (draft as WireDraft | null)?.fields?.title === 'string'
}
