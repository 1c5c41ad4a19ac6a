/** A finder reads a question with the words of its catalogue and ranks the topics for it. */
import {
  type Analysis,
  analyseQuestion,
  createLexicon,
  type Lexicon,
  listEverydayPhrases,
  splitWords,
} from '../language/index.ts'
import type { Catalogue } from './catalogue.ts'
import { featuresOf } from './features.ts'
import { createNames, type IsName } from './names.ts'
import { listPhrases, type Phrase } from './phrases.ts'
import { createRanker, type Ranking } from './ranker.ts'

export interface Finder {
  phrases: readonly Phrase[]
  lexicon: Lexicon
  isName: IsName
  read(question: string): Analysis
  /** @param leftOut a phrase to do without, as if the catalogue had never had it */
  rank(question: Pick<Analysis, 'words' | 'widened'>, leftOut?: Phrase): Ranking
  /** The ranking of the same question as if the catalogue had never had this topic. */
  withoutTopic(ranking: Ranking, question: Pick<Analysis, 'words' | 'widened'>, topic: number): Ranking
}

export function createFinder(catalogue: Catalogue): Finder {
  const phrases = listPhrases(catalogue)
  const ranker = createRanker(phrases, catalogue.topics.length)
  const lexicon = createLexicon([...phrases.map(({ words }) => words), ...listEverydayPhrases().map(splitWords)])
  return {
    phrases,
    lexicon,
    isName: createNames(phrases),
    read: question => analyseQuestion(question, lexicon),
    rank: ({ words, widened }, leftOut) => ranker.rank(featuresOf([words, ...widened]), leftOut),
    withoutTopic: (ranking, { words, widened }, topic) =>
      ranker.withoutTopic(ranking, featuresOf([words, ...widened]), topic),
  }
}
