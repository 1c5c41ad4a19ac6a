/** One fact, and what an officer says of it. */
import type { LocalFacts } from '../../../shared/local-parts/index.ts'
import type { Api } from '../../api/index.ts'

export type Item = Awaited<ReturnType<Api['review']['next']>>['items'][number]

export interface Said {
  answer: 'right' | 'wrong' | 'unknown'
  correction: string | null
  changes: { place: string; value: unknown }[]
  /** Of the guide, where the words belong. */
  place: string | null
  /** What holds in this area only; the guide stays as it is. */
  local: LocalFacts | null
  /** The officer goes on in the editor, at that place. */
  isForEditor: boolean
}

/** Where an answer is given, and whether the guide itself may be put right from there. */
export interface Here {
  code: string
  name: string
  mayChangeGuides: boolean
}

/** By place, what is to stand there. */
export type Changes = Record<string, unknown>
