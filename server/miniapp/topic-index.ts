/** The index a phone searches without a network. */
import { negativeExamples } from '../../shared/content/index.ts'
import { toTopicIndex } from '../../shared/topic-index.ts'
import type { Guides } from './guides.ts'
import { createMadeOnce, type MadeOnce } from './made-once.ts'

export function createTopicIndex(guides: Guides): MadeOnce {
  return createMadeOnce('/api/topic-index', guides, ({ topics, answerer }) => {
    const published = [...topics.values()].map(({ topic }) => topic)
    return toTopicIndex(published, { negatives: negativeExamples, calibration: answerer.calibration })
  })
}
