/** Review: what a ward has to confirm before starter content is its own. */
export {
  NewReviewAnswer,
  OfficeChange,
  OfficeFacts,
  OfficeNow,
  OpenItem,
  ReviewAnswer,
  ReviewArea,
  ReviewBatch,
  ReviewOutcome,
  reviewContract,
} from './contract.ts'
export {
  type Correction,
  correctedPlaces,
  correctTopic,
  needsPlace,
  placesOfItem,
  settleFee,
  settleItem,
} from './correction.ts'
export {
  gatherChannels,
  inReviewOrder,
  kindsOfPart,
  listOfficeItems,
  listTopicItems,
  officeItemOf,
  type ReviewItem,
  type ReviewKind,
} from './items.ts'
export { localFieldsOf } from './local.ts'
