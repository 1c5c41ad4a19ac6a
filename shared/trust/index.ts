/** Trust: what a ward has confirmed of a guide, and until when that is fresh. */
export { isReviewDue, isWithheld } from './days.ts'
export { ConfirmedPart, TopicTrust } from './topic-trust.ts'
export { withhold } from './withhold.ts'
