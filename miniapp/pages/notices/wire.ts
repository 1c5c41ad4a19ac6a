/** Notices as they come over the wire, where a moment is text. */
import type { NoticeSheet } from '../../../shared/notices/index.ts'
import { type Api, wardNow } from '../../api/index.ts'
import { erasedKinds } from './names.ts'

export type PublicNotice = Awaited<ReturnType<Api['notices']['published']['get']>>
export type OwnNotice = Awaited<ReturnType<Api['notices']['inbox']['get']>>
export type LedNotice = Awaited<ReturnType<Api['notices']['get']>>
export type WireDraft = LedNotice['draft']
export type Plan = Awaited<ReturnType<Api['notices']['plan']>>
export type Counts = Awaited<ReturnType<Api['notices']['counts']>>

export function toSheet(notice: PublicNotice): NoticeSheet {
  return { ...notice, expiresAt: new Date(notice.expiresAt) }
}

/** Also of a copy that was kept while it still held. */
export function isExpired({
  isExpired: wasExpired,
  expiresAt,
}: Pick<PublicNotice, 'isExpired' | 'expiresAt'>): boolean {
  return wasExpired || Date.parse(expiresAt) <= wardNow().getTime()
}

/** Of a kind whose words are erased at the ward by now: a phone keeps them no longer either. */
export function isToForget(notice: PublicNotice): boolean {
  return isExpired(notice) && erasedKinds.includes(notice.kind)
}
