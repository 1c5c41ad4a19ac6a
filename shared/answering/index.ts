export { type Answerer, createAnswerer, type Decision } from './answerer.ts'
export { calibrate } from './calibration.ts'
export { type Calibration, type Catalogue, type RankingTopic, toRankingCatalogue } from './catalogue.ts'
export { type Concern, readCircumstance, readConcern, readLack, readLoss } from './concern.ts'
export { isDistressed, isOnlyDistress } from './distress.ts'
export { groupAlike, type Remembered, type Wording } from './likeness.ts'
export { type OfficerRequest, readOfficerRequest } from './officer-request.ts'
export type { SearchHit } from './search.ts'
export {
  type CheckedQuestion,
  checkQuestions,
  countFates,
  listQuestions,
  type OwnedQuestion,
  type SelfCheck,
} from './self-check.ts'
export type { Chitchat, Emergency } from './small-talk.ts'
