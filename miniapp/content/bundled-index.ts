/**
 * The search index as it comes with the app, for the package inside Zalo. Evaluated at build, thresholds included, so that
 * the phone computes nothing.
 */
import { createAnswerer, toRankingCatalogue } from '../../shared/answering/index.ts'
import { negativeExamples, starterTopics } from '../../shared/content/index.ts'
import { toTopicIndex } from '../../shared/topic-index.ts'

const ranking = toRankingCatalogue(starterTopics, negativeExamples)

export const bundledIndex = toTopicIndex(starterTopics, {
  negatives: negativeExamples,
  calibration: createAnswerer(ranking).calibration,
})
