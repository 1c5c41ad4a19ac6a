/** What the server puts into the app's first page, so that the first picture needs no further question. */
import type { TopicRow } from './topic-index.ts'

export interface Boot {
  /** When the page was made; ISO. */
  madeAt: string
  /** Answers of the contract as they would come over the wire, by the names of their queries. */
  answers: { name: string[]; data: unknown }[]
  /** What people ask for most, best first. */
  popular: TopicRow[]
  /** Where the index of all topics is; changes with every publication. */
  indexUrl: string
  /** Where all guides are in one piece, to be kept for a day without a network. */
  bookUrl: string
  /** True for words that nobody has agreed to yet, shown to whoever writes them: nothing of it is kept on the device. */
  isPreview?: true
}
