/** Finds guides at the counter as the chat finds them: the same engine, from the same index. */
import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { TopicIndex } from '../../../shared/topic-index.ts'
import { send } from '../../api/index.ts'

export interface Find {
  key: string
  title: string
  summary: string
}

const MOST_FINDS = 8

/** @returns the guides for what was typed; before anything is typed those that are asked for most */
export function useFinder(text: string) {
  const opened = useQuery({ queryKey: ['finder'], queryFn: openFinder, staleTime: 60_000, structuralSharing: false })
  const finds = useMemo(() => opened.data?.find(text) ?? [], [opened.data, text])
  return { opened, finds }
}

async function openFinder() {
  const [index, { createAnswerer }] = await Promise.all([
    send('/api/topic-index', { method: 'GET' }) as Promise<TopicIndex>,
    import('../../../shared/answering/index.ts'),
  ])
  const answerer = createAnswerer(index)
  const byKey = new Map<string, Find>(index.topics.map(({ key, title, summary }) => [key, { key, title, summary }]))
  return {
    find: (text: string): Find[] =>
      text.trim() === ''
        ? [...byKey.values()].slice(0, MOST_FINDS)
        : answerer.search(text, MOST_FINDS).flatMap(({ topic }) => byKey.get(topic) ?? []),
  }
}
