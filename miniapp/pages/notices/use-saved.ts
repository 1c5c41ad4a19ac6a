/** Lays the draft down at the ward, once for each change of its words, and asks who would get it. */
import { useQuery } from '@tanstack/react-query'
import { useRef } from 'react'
import { tidyDraft } from '../../../shared/notices/index.ts'
import { api, OWN, type Trouble } from '../../api/index.ts'
import { type PhoneDraft, savedAs } from './drafts.ts'
import { troubleOf } from './trouble-words.ts'
import type { LedNotice, Plan } from './wire.ts'

export interface Saved {
  notice: LedNotice | null
  plan: Plan | null
  trouble: Trouble | null
  retry(): void
}

/** @param onSaved gets what the ward knows of it */
export function useSaved(draft: PhoneDraft, onSaved: (saved: PhoneDraft['saved']) => void): Saved {
  const words = JSON.stringify(tidyDraft(draft.draft))
  const latest = useRef({ draft, onSaved })
  latest.current = { draft, onSaved }
  const query = useQuery({
    queryKey: [OWN, 'saved', draft.key, words],
    gcTime: 0,
    staleTime: 0,
    retry: false,
    queryFn: async ({ signal }) => {
      const notice = await save(latest.current.draft, latest.current.onSaved)
      latest.current.onSaved({ ...savedAs(notice), words })
      return { notice, plan: await api.notices.plan({ id: notice.id }, { signal }) }
    },
  })
  const { data, error, refetch } = query
  return {
    notice: data?.notice ?? null,
    plan: data?.plan ?? null,
    trouble: !data && error ? troubleOf(error) : null,
    retry: () => void refetch(),
  }
}

async function save(
  { key, saved, draft: given }: PhoneDraft,
  onSaved: (saved: PhoneDraft['saved']) => void,
): Promise<LedNotice> {
  const draft = tidyDraft(given)
  if (!saved) {
    const notice = await api.notices.compose({ requestKey: key, draft })
    // It was taken in before, the answer was lost, and the words were changed since: what is shown must be what is sent.
    const isSame = canonical(notice.draft) === canonical(draft)
    return isSame ? notice : api.notices.edit({ id: notice.id, version: notice.version, draft })
  }
  const { id, version, words } = saved
  if (words === JSON.stringify(draft)) return api.notices.get({ id })
  // Laid by first: should the answer be lost, it is known by what the ward has then.
  onSaved({ ...saved, tried: canonical(draft) })
  try {
    return await api.notices.edit({ id, version, draft })
  } catch (error) {
    const now = troubleOf(error) === 'conflict' ? await api.notices.get({ id }) : null
    if (now?.state !== 'draft') throw error
    const isOurs = [saved.tried, canonical(draft)].includes(canonical(now.draft))
    if (!isOurs) throw error
    return canonical(now.draft) === canonical(draft) ? now : api.notices.edit({ id, version: now.version, draft })
  }
}

/** The same for the same words, in whatever order they are listed. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([one], [other]) => one.localeCompare(other)))
      : part,
  )
}
