/** Notices: what all rooms believe about them. Pure. */

export { type Advice, type AdviceField, type AdviceInput, adviseOn, isBlocked } from './advice.ts'
export {
  AnswersOfNotice,
  Attendance,
  NoticeAnswer,
  NoticeQuestion,
  readAttendance,
} from './answers.ts'
export {
  ApprovalNeed,
  ApprovalPolicy,
  type ApprovalQuestion,
  approvalNeed,
  defaultNoticeSettings,
  mayApprove,
  NoticeSettings,
} from './approval.ts'
export { cleanWords, findStrangersLinks } from './clean.ts'
export { codeOfPath, findNoticeCodes, LINK_VIAS, type LinkVia, makeNoticeCode, noticePath, readVia } from './code.ts'
export { NoticeList, NoticeRefusal, noticesContract, Submission } from './contract.ts'
export { NoticeCounts } from './counts.ts'
export { compareFields, FieldChange } from './difference.ts'
export {
  Audience,
  FIELD_LENGTHS,
  FILE_LIMITS,
  NoticeCode,
  NoticeDraft,
  NoticeFields,
  NoticeFile,
  NoticeKind,
  Recurrence,
  Rsvp,
  Timing,
  Urgency,
} from './fields.ts'
export { Inbox, InboxQuery, NoticePreferences, NoticeReply, PublicNotice, ResidentNotice } from './inbox.ts'
export { type FoundClass, type KindRules, kindRules, NOTICE_KINDS } from './kinds.ts'
export { hasNameList } from './names.ts'
export { Notice, NoticeEvent, NoticeId } from './notice.ts'
export * from './outputs/index.ts'
export { NoPushReason, NoticeChannel, NoticePlan } from './plan.ts'
export { moveToDay, nextOccurrence, type Occurrence, sayRecurrence } from './recurrence.ts'
export { Door, DoorMark, DoorSheet, HouseCode, HouseImport, readHouses, sortDoors } from './register.ts'
export { findInOutgoing, foundNames, judgeFound, type ScanFinding } from './scan.ts'
export { channelNames, doorMarkNames, noPushNames, stateNames } from './screen-words.ts'
export { ASKED_FIELDS, adviseOnStarter, askedNames } from './starter-words.ts'
export { ManagedStarter, NoticeStarter, StarterKey, StarterWords } from './starters.ts'
export { canMove, isOver, NoticeAction, NoticeState, stateAfter } from './states.ts'
export { type AskedField, findTemplate, type NoticeTemplate, noticeTemplates } from './templates/index.ts'
export {
  beginTiming,
  daysBeforeNames,
  everyNames,
  nextOccurrences,
  repeatEvery,
  weekdayNames,
  whichNames,
} from './timing.ts'
export { readTypedPlace, readTypedWhen, type TypedWhen } from './typed-when.ts'
export { formatDay, momentsOf, sayDays, sayTimes, sayWeekday } from './when.ts'
export {
  adviseOnWriting,
  beginWriting,
  noticeNeeds,
  proposeExpiry,
  tidyDraft,
  type WireDraft,
} from './writing.ts'
