export { abbreviations, wordsAfter } from './abbreviations.ts'
export { aspectWords, faintAspectWords, namesLikeAspects, plainTurns } from './aspect-words.ts'
export {
  fineWords,
  homeWords,
  latenessWords,
  lostPaper,
  missingPaper,
  proxyWords,
  statedCircumstance,
  statedLack,
  worryWords,
} from './concern-words.ts'
export { distressWhenMarked, distressWords, namesLikeDistress } from './distress-words.ts'
export { doubtWords } from './doubt-words.ts'
export { actionWords, addressingWords, commonNouns, fieldWords, fillerWords, joiningWords } from './everyday-words.ts'
export {
  callbackRequests,
  machineRequests,
  namesLikeOfficerRequests,
  officerRequests,
  officerRequestsAlone,
  wishes,
} from './handoff-words.ts'
export { officeWords } from './office-words.ts'
export { dangerWords, emergencyWords, namesLikeSmallTalk, smallTalk } from './small-talk.ts'
export { synonyms } from './synonyms.ts'
