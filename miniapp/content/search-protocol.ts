/** What the page and the searching worker say to each other. */
import type { Decision, SearchHit } from '../../shared/answering/index.ts'
import type { TopicIndex } from '../../shared/topic-index.ts'

export type ToSearcher =
  | { kind: 'open'; index: TopicIndex }
  | { kind: 'search'; id: number; text: string; limit: number }
  | { kind: 'decide'; id: number; text: string }

export type FromSearcher = { id: number; found: SearchHit[] | Decision }
