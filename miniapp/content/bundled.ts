/**
 * All guides as they come with the app, for the package inside Zalo: readable before the first answer of the server.
 * Evaluated at build, gates included, so that the phone computes nothing.
 */
import { createAnswerer, toRankingCatalogue } from '../../shared/answering/index.ts'
import { negativeExamples, starterTopics } from '../../shared/content/index.ts'
import { toTopicIndex } from '../../shared/topic-index.ts'

const ranking = toRankingCatalogue(starterTopics, negativeExamples)

export const bundledIndex = toTopicIndex(starterTopics, {
  negatives: negativeExamples,
  calibration: createAnswerer(ranking).calibration,
})

export const bundledTopics = starterTopics
