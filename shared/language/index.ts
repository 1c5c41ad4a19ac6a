export { type Analysis, analysePhrase, analyseQuestion, keepWords, splitClauses, type WeighedWord } from './analysis.ts'
export { detectAspects } from './aspects.ts'
export {
  actionWords,
  commonNouns,
  dangerWords,
  emergencyWords,
  fieldWords,
  namesLikeSmallTalk,
  smallTalk,
} from './data/index.ts'
export { listEverydayPhrases } from './everyday.ts'
export { fold, mayStandFor, normalise, type Spelling } from './letters.ts'
export { createLexicon, type Lexicon } from './lexicon.ts'
export { createPhrasebook, listed } from './phrasebook.ts'
export { soundOf } from './syllables.ts'
export { splitWords, type Word } from './words.ts'
