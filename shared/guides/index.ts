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
  GuideCorrection,
  GuideDraft,
  GuideList,
  GuideName,
  GuidePreview,
  GuideQuery,
  GuideRefusal,
  GuideState,
  GuideStep,
  GuideSummary,
  Presence,
  RevisionSummary,
  TryOut,
  WritableTopic,
} from './draft.ts'
export {
  ConfirmedExample,
  DraftCheck,
  ExampleAsked,
  ExampleChange,
  ExampleTarget,
  GuideExample,
  LostQuestion,
  NewGuideExample,
  Score,
} from './examples.ts'
export { type Merge, mergeGuides } from './merge.ts'
export { guideState } from './state.ts'
export { isWritable, listIncomplete } from './writable.ts'
