/** The index of all topics: from the server, else from the phone, else the one that came with the app. */
import type { TopicIndex } from '../../shared/topic-index.ts'
import { boot, fetchJson, useAnswer } from '../api/index.ts'
import { findSavedIndex } from '../offline/index.ts'

const ADDRESS = boot?.indexUrl ?? '/api/topic-index'
const VERSION = new URL(ADDRESS, window.location.href).searchParams.get('v')

export interface TopicIndexAnswer {
  index: TopicIndex | undefined
  hasFailed: boolean
  retry(): void
}

/** @param isWanted false while there are more urgent things to load */
export function useTopicIndex(isWanted = true): TopicIndexAnswer {
  const { data, trouble, retry } = useAnswer(['topic-index'], loadIndex, {
    isWanted,
    findSaved: findSavedIndex,
    isCurrent: ({ version }) => version === VERSION,
  })
  return { index: data, hasFailed: trouble !== null, retry }
}

async function loadIndex(signal: AbortSignal): Promise<TopicIndex> {
  try {
    return (await fetchJson(ADDRESS, { signal })) as TopicIndex
  } catch (error) {
    if (import.meta.env.MODE !== 'zalo') throw error
    const { bundledIndex } = await import('./bundled-index.ts')
    return bundledIndex
  }
}
