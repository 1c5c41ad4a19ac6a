/** What anybody may read: one notice by its code, and those of an area. Kept on the phone for when there is no network. */
import { type LinkVia, noticePath } from '../../../shared/notices/index.ts'
import { type Answer, api, forgetWhere, origin, useAnswer } from '../../api/index.ts'
import { isToForget, type PublicNotice } from './wire.ts'

// Funerals, somebody missing: once they are over, their words lie on no phone either.
forgetWhere('notice', notice => isToForget(notice as PublicNotice))

/** @param via how the reader came; counted without a name */
export function usePublicNotice(code: string | null, via: LinkVia | null): Answer<PublicNotice> {
  return useAnswer(
    ['notice', code ?? ''],
    signal => api.notices.published.get({ code: code ?? '', ...(via ? { via } : {}) }, { signal }),
    { isWanted: code !== null },
  )
}

export function useAreaNotices(area: string): Answer<PublicNotice[]> {
  return useAnswer(['notices', area], signal => api.notices.published.list({ area }, { signal }))
}

/** Of several areas together, newest first, each once. As many areas as a first page can show are asked. */
export function useNoticesOf(areas: readonly string[]): PublicNotice[] {
  const [first, second, third] = [...new Set(areas)]
  const lists = [useMaybe(first), useMaybe(second), useMaybe(third)]
  const all = new Map(lists.flat().map(notice => [notice.code, notice]))
  return [...all.values()].sort((one, other) => other.sentAt.localeCompare(one.sentAt))
}

function useMaybe(area: string | undefined): PublicNotice[] {
  const ask = (signal: AbortSignal) => api.notices.published.list({ area: area ?? '' }, { signal })
  return useAnswer(['notices', area ?? ''], ask, { isWanted: area !== undefined }).data ?? []
}

/** Of its page in this app. */
export function pageOf(code: string): string {
  return `/thong-bao/${code.slice(3).toLowerCase()}`
}

/** Of something that the server makes of it: "lich.ics", "to-roi", "loa". */
export function serverFile(code: string, name: string): string {
  return `${origin}${noticePath(code)}/${name}`
}
