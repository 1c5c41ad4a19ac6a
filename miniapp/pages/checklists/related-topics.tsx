/**
 * The other guides that the rules of a checklist lead to. All are loaded before the first question, whatever will be
 * answered: what is loaded later would tell the server what somebody chose.
 */
import { useCallback, useEffect, useState } from 'react'
import type { DecisionTable } from '../../../shared/decision-table.ts'
import type { Topic } from '../../../shared/procedures.ts'
import type { Guide, Trouble } from '../../api/index.ts'
import { useGuide } from '../../content/index.ts'

export interface RelatedGuides {
  /** Null: not published. */
  find(key: string): Guide | null
  findTopic(key: string): Topic | null
  isComplete: boolean
  /** What keeps a guide away that the papers may depend on; null: nothing does. */
  trouble: Trouble | null
  retry(): void
  /** To be put on the page: each loads its guide. */
  loaders: React.ReactNode
}

interface Loaded {
  guide: Guide | undefined
  trouble: Trouble | null
  retry(): void
}

/** @param guide undefined while it is not there yet */
export function useRelatedGuides(guide: Guide | undefined): RelatedGuides {
  const table = guide?.topic.checklist
  const keys = table ? keysOf(table).filter(key => key !== guide?.topic.key) : []
  const [loaded, setLoaded] = useState<Record<string, Loaded>>({})
  const take = useCallback((key: string, one: Loaded) => setLoaded(all => ({ ...all, [key]: one })), [])
  const find = (key: string): Guide | null => (key === guide?.topic.key ? guide : (loaded[key]?.guide ?? null))
  const failed = keys.filter(key => isKeptAway(loaded[key]))
  return {
    find,
    findTopic: key => find(key)?.topic ?? null,
    isComplete: keys.every(key => loaded[key]?.guide || loaded[key]?.trouble),
    trouble: failed.map(key => loaded[key]?.trouble ?? null)[0] ?? null,
    retry: () => failed.forEach(key => void loaded[key]?.retry()),
    loaders: keys.map(key => <Loader key={key} topicKey={key} onChange={take} />),
  }
}

function keysOf({ start, rules }: DecisionTable): string[] {
  const named = rules.flatMap(({ useCase, goTo, also }) => [useCase?.topic, goTo, also])
  return [...new Set([start.topic, ...named])].filter(key => key !== undefined)
}

/** A guide that the ward has not published is no trouble: the rules know what to say then. */
function isKeptAway(one: Loaded | undefined): boolean {
  return one !== undefined && one.trouble !== null && one.trouble !== 'not-found'
}

function Loader({ topicKey, onChange }: { topicKey: string; onChange(key: string, one: Loaded): void }) {
  const { data: guide, trouble, retry } = useGuide(topicKey)
  // biome-ignore lint/correctness/useExhaustiveDependencies: asking again is the same whoever asks
  useEffect(() => onChange(topicKey, { guide, trouble, retry }), [topicKey, guide, trouble])
  return null
}
