/** What this feature needs of the published guides; handed in, so that it knows no other feature. */
import type { Request } from 'express'
import type { Answerer } from '../../shared/answering/index.ts'
import type { PublishedTopic } from '../../shared/procedures.ts'
import type { GuideRecording } from '../../shared/recordings.ts'

export interface Guides {
  current(): {
    /** Grows with every publication. */
    revision: number
    /** In the order in which they are asked for. */
    topics: ReadonlyMap<string, PublishedTopic>
    answerer: Pick<Answerer, 'calibration'>
  }
}

/** What is being written of a guide, for whoever may see it. @throws AppError `unauthenticated`, `forbidden`, `not_found` */
export type ReadDraft = (request: Request, id: string) => Promise<PublishedTopic>

/** Which recordings read the words of a revision. */
export interface Recordings {
  ofGuide(topic: string, revision: number): Promise<GuideRecording[]>
}
