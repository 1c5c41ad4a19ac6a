/** Notices as they come over the wire, where a moment is text. */
import type { NoticeSheet } from '../../../shared/notices/index.ts'
import type { Api } from '../../api/index.ts'

export type Notice = Awaited<ReturnType<Api['notices']['get']>>
export type Area = Awaited<ReturnType<Api['notices']['areas']>>[number]
export type Plan = Awaited<ReturnType<Api['notices']['plan']>>
export type Counts = Awaited<ReturnType<Api['notices']['counts']>>
export type Question = Awaited<ReturnType<Api['notices']['answers']>>['questions'][number]
export type Starter = Awaited<ReturnType<Api['notices']['starters']['manage']>>[number]
export type StarterWords = Omit<Starter['starter'], 'key'>
export type NoticeEvents = Awaited<ReturnType<Api['notices']['history']>>

export function toSheet(notice: Notice): NoticeSheet {
  const { code, sender, wardName, url, corrects, draft } = notice
  return { ...draft, code, sender, wardName, url, corrects, expiresAt: new Date(draft.expiresAt) }
}
