/** One fact, and what an officer says of it. */
import type { Api } from '../../api/index.ts'

export type Item = Awaited<ReturnType<Api['review']['next']>>['items'][number]

export interface Said {
  answer: 'right' | 'wrong' | 'unknown'
  correction: string | null
  changes: { place: string; value: unknown }[]
  /** Of the guide, where the words belong. */
  place: string | null
  /** The officer goes on in the editor, at that place. */
  isForEditor: boolean
}

/** By place, what is to stand there. */
export type Changes = Record<string, unknown>
