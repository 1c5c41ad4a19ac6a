/** Review: what a ward has to confirm before starter content is its own. */
export {
  NewReviewAnswer,
  OpenItem,
  ReviewAnswer,
  ReviewArea,
  ReviewBatch,
  ReviewOutcome,
  reviewContract,
} from './contract.ts'
export {
  inReviewOrder,
  kindsOfPart,
  listOfficeItems,
  listTopicItems,
  officeItemOf,
  type ReviewItem,
  type ReviewKind,
} from './items.ts'
