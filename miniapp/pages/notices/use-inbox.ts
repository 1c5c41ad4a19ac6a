/** The notices of whoever is signed in, newest first; without a network the last ones kept on the phone. */
import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query'
import { useCallback } from 'react'
import { ApiError, api, OWN, resume, type Trouble, useAccount, useIsCut, wasSignedIn } from '../../api/index.ts'
import { keepInbox, readKeptInbox } from './kept-inbox.ts'
import type { OwnNotice } from './wire.ts'

export interface InboxFilter {
  search: string
  /** Null: all places. */
  area: string | null
  isUnread: boolean
}

export const everything: InboxFilter = { search: '', area: null, isUnread: false }

export interface InboxView {
  /** Undefined: not known yet. */
  notices: OwnNotice[] | undefined
  unread: number
  trouble: Trouble | null
  /** When these were received, where they are old; else null. */
  oldSince: number | null
  /** Null: there are no more. */
  showMore: (() => void) | null
  retry(): void
}

const INBOX = [OWN, 'inbox']

/** Null: nobody is signed in on this phone. */
export function useInbox(filter: InboxFilter): InboxView | null {
  const account = useAccount()
  const isCut = useIsCut()
  const { search, area, isUnread } = filter
  const isWhole = search === '' && area === null && !isUnread
  const query = useInfiniteQuery({
    queryKey: [...INBOX, search, area, isUnread],
    enabled: account !== null,
    initialPageParam: '',
    queryFn: async ({ signal, pageParam }) => {
      const page = await api.notices.inbox.list(
        {
          ...(search ? { search } : {}),
          ...(area ? { area } : {}),
          ...(isUnread ? { unread: true } : {}),
          ...(pageParam ? { before: pageParam } : {}),
        },
        { signal },
      )
      if (isWhole && pageParam === '') keepInbox(page.notices, Date.now())
      return page
    },
    getNextPageParam: last => (last.hasMore ? last.notices.at(-1)?.id : undefined),
  })
  if (!account && !wasSignedIn()) return null
  const { data, error, hasNextPage, fetchNextPage, refetch } = query
  const kept = data ? null : readKeptInbox()
  const trouble = error instanceof ApiError ? error.trouble : error ? 'unavailable' : isCut ? 'offline' : null
  const shared = {
    retry: () => (account ? void refetch() : resume()),
    showMore: hasNextPage ? () => void fetchNextPage() : null,
  }
  if (data)
    return {
      ...shared,
      notices: data.pages.flatMap(({ notices }) => notices),
      unread: data.pages[0]?.unread ?? 0,
      trouble: null,
      oldSince: error ? query.dataUpdatedAt : null,
    }
  if (!kept || trouble === null) return { ...shared, notices: undefined, unread: 0, trouble, oldSince: null }
  return { ...shared, notices: kept.notices, unread: 0, trouble: null, oldSince: kept.at, showMore: null }
}

/** The account's own copy of a notice, with their answer; undefined: not known, null: not for them. */
export function useOwnNotice(code: string | null): {
  own: OwnNotice | null | undefined
  change(notice: OwnNotice): void
} {
  const account = useAccount()
  const client = useQueryClient()
  const queryKey = [OWN, 'notice', code]
  const { data } = useQuery({
    queryKey,
    enabled: account !== null && code !== null,
    queryFn: async ({ signal }) => {
      const { notices } = await api.notices.inbox.list({ search: code ?? '' }, { signal })
      return notices.find(one => one.code === code) ?? null
    },
  })
  const change = (notice: OwnNotice): void => {
    client.setQueryData(queryKey, notice)
    void client.invalidateQueries({ queryKey: INBOX })
  }
  return { own: account ? data : null, change }
}

/** To be told that something of the inbox is not as it was. */
export function useInboxChanged(): () => void {
  const client = useQueryClient()
  return useCallback(() => void client.invalidateQueries({ queryKey: INBOX }), [client])
}
