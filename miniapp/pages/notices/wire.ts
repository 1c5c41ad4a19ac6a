/** Notices as they come over the wire, where a moment is text. */
import type { NoticeSheet } from '../../../shared/notices/index.ts'
import type { Api } from '../../api/index.ts'

export type PublicNotice = Awaited<ReturnType<Api['notices']['published']['get']>>
export type OwnNotice = Awaited<ReturnType<Api['notices']['inbox']['get']>>
export type LedNotice = Awaited<ReturnType<Api['notices']['get']>>
export type WireDraft = LedNotice['draft']
export type Plan = Awaited<ReturnType<Api['notices']['plan']>>
export type Counts = Awaited<ReturnType<Api['notices']['counts']>>

export function toSheet(notice: PublicNotice): NoticeSheet {
  return { ...notice, expiresAt: new Date(notice.expiresAt) }
}
