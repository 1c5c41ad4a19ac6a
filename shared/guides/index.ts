/** Guides as officers keep them: drafts, revisions, what differs. */
export { Approval, guidesContract, NewGuide, Version } from './contract.ts'
export { compareGuides, wordChange, wordFee } from './difference.ts'
export {
  Change,
  DraftState,
  DraftSummary,
  DraftWords,
  Guide,
  GuideAsOf,
  GuideDraft,
  GuideRefusal,
  GuideStep,
  GuideSummary,
  RevisionSummary,
  WritableTopic,
} from './draft.ts'
export { fieldNames, valueNames } from './field-names.ts'
export { isWritable, listIncomplete } from './writable.ts'
