export { type Analysis, analysePhrase, analyseQuestion, keepWords, splitClauses, type WeighedWord } from './analysis.ts'
export { detectAspects } from './aspects.ts'
export {
  actionWords,
  addressingWords,
  callbackRequests,
  commonNouns,
  dangerWords,
  distressWhenMarked,
  distressWords,
  doubtWords,
  emergencyWords,
  fieldWords,
  fineWords,
  homeWords,
  latenessWords,
  lostPaper,
  machineRequests,
  missingPaper,
  namesLikeDistress,
  namesLikeOfficerRequests,
  namesLikeSmallTalk,
  officerRequests,
  officerRequestsAlone,
  officeWords,
  proxyWords,
  smallTalk,
  statedCircumstance,
  statedLack,
  wishes,
  worryWords,
} from './data/index.ts'
export { listEverydayPhrases } from './everyday.ts'
export { fold, mayStandFor, normalise, type Spelling, searchable } from './letters.ts'
export { createLexicon, type Lexicon } from './lexicon.ts'
export { createPattern, type Pattern, patternFor } from './pattern.ts'
export { createPhrasebook, listed } from './phrasebook.ts'
export { soundOf } from './syllables.ts'
export { splitWords, type Word } from './words.ts'
