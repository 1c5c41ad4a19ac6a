/** Search as it is typed. */
import { useEffect, useMemo, useState } from 'react'
import type { TopicIndex, TopicRow } from '../../shared/topic-index.ts'
import { createSearcher, type Searcher } from './searcher.ts'
import { useTopicIndex } from './topic-index.ts'

export interface Search {
  state: 'opening' | 'ready' | 'failed'
  /** For which words the finds are; a moment behind what is typed, and empty until there are any. */
  text: string
  finds: TopicRow[]
  retry(): void
}

const MOST_FINDS = 8
const AFTER_FIRST_PICTURE_MS = 300

export function useSearch(text: string): Search {
  const { index, searcher, hasFailed, retry } = useSearcher(text !== '')
  const rows = useMemo(() => new Map(index?.topics.map(topic => [topic.key, topic])), [index])
  const [found, setFound] = useState<{ text: string; keys: string[] } | null>(null)
  const wanted = text.trim()

  useEffect(() => {
    if (wanted === '') setFound(null)
    if (!searcher || wanted === '') return
    let isWanted = true
    searcher.search(wanted, MOST_FINDS).then(hits => {
      if (isWanted) setFound({ text: wanted, keys: hits.map(({ topic }) => topic) })
    })
    return () => {
      isWanted = false
    }
  }, [searcher, wanted])

  return {
    state: hasFailed ? 'failed' : searcher ? 'ready' : 'opening',
    text: found?.text ?? '',
    finds: found?.keys.flatMap(key => rows.get(key) ?? []) ?? [],
    retry,
  }
}

/** Opens the search as soon as the first picture stands, or at once when it is wanted. */
export function useSearcher(isWanted = false): ReturnType<typeof useTopicIndex> & { searcher: Searcher | null } {
  const answer = useTopicIndex(useIdle() || isWanted)
  return { ...answer, searcher: answer.index ? searcherOf(answer.index) : null }
}

let opened: { index: TopicIndex; searcher: Searcher } | null = null

/** One for the whole app: opening it is the dear part. */
function searcherOf(index: TopicIndex): Searcher {
  if (opened?.index !== index) opened = { index, searcher: createSearcher(index) }
  return opened.searcher
}

/** True once the first picture stands and the phone has a moment. */
function useIdle(): boolean {
  const [isIdle, setIdle] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setIdle(true), AFTER_FIRST_PICTURE_MS)
    return () => clearTimeout(timer)
  }, [])
  return isIdle
}
