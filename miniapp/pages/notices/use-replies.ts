/** What an officer or a leader wrote to whoever is signed in: of cases handed to an officer, and of questions about notices. */
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { api, OWN, type Trouble, useAccount } from '../../api/index.ts'
import { troubleOf } from './trouble-words.ts'

export interface Written {
  key: string
  at: string
  text: string
  isNew: boolean
  /** Null: an officer wrote about what was handed to them. */
  about: { code: string; title: string; question: string } | null
}

export interface Replies {
  /** Newest first; undefined: not known yet. */
  written: Written[] | undefined
  unread: number
  trouble: Trouble | null
  retry(): void
}

const REPLIES = [OWN, 'replies']

/** Null: nobody is signed in. */
export function useReplies(): Replies | null {
  const account = useAccount()
  const { data, error, refetch } = useQuery({
    queryKey: REPLIES,
    enabled: account !== null,
    queryFn: async ({ signal }) => {
      const [officers, leaders] = await Promise.all([
        api.handoffs.listOwn(undefined, { signal }),
        api.notices.inbox.listReplies(undefined, { signal }),
      ])
      return [
        ...officers.map(({ id, at, text, isNew }): Written => ({ key: `o${id}`, at, text, isNew, about: null })),
        ...leaders.map(
          ({ id, at, reply, isNew, code, title, question }): Written => ({
            key: `l${id}`,
            at,
            text: reply,
            isNew,
            about: { code, title, question },
          }),
        ),
      ].sort((a, b) => b.at.localeCompare(a.at))
    },
  })
  if (!account) return null
  const unread = data?.filter(({ isNew }) => isNew).length ?? 0
  return { written: data, unread, trouble: error ? troubleOf(error) : null, retry: () => void refetch() }
}

/**
 * What is on the screen has been read. It stays marked as new until the page is left, whatever is asked for meanwhile.
 * @returns the keys of those
 */
export function useMarkRepliesRead(written: readonly Written[] | undefined): ReadonlySet<string> {
  const client = useQueryClient()
  const fresh = useRef(new Set<string>())
  for (const { key, isNew } of written ?? []) if (isNew) fresh.current.add(key)
  const hasNew = written?.some(({ isNew }) => isNew) ?? false
  useEffect(() => {
    // Should it fail, they stay new: nothing is lost by it.
    if (hasNew) void Promise.allSettled([api.handoffs.openOwn(), api.notices.inbox.openReplies()])
  }, [hasNew])
  useEffect(() => () => void client.invalidateQueries({ queryKey: REPLIES }), [client])
  return fresh.current
}
