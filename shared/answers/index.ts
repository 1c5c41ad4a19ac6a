/** The words of every reply in the chat. Pure: the same record, ward and day always give the same words. */

export { Addressing, readAddressing } from './addressing.ts'
export { composeAnswer, composeReferral } from './answer.ts'
export { composeAuthenticity } from './authenticity.ts'
export { countOf, formNumber } from './blocks/papers.ts'
export { channelsOf, type FeeWords, feeWords, timeLines } from './channels.ts'
export {
  checklistOpening,
  composeChecklistQuestion,
  composeChecklistResult,
  composeChecklistStopped,
  leadElsewhere,
  type Offer,
  type Published,
} from './checklist.ts'
export { type ChecklistSaying, createChecklistReader, optionChoices } from './checklist-sayings.ts'
export { composeConcern, knowsCircumstance, knowsPaper } from './concern.ts'
export type { AnswerInput } from './context.ts'
export {
  composeChitchat,
  composeClarification,
  composeNoneOfThese,
  composeNothingOffered,
  composeRefusal,
  type RefusalKind,
} from './conversation.ts'
export { composeEmergencyNumbers } from './emergency-numbers.ts'
export { composeThanksForFeedback, feedbackRequest } from './feedback.ts'
export { formatOpeningHours } from './figures.ts'
export { isTrusted, trustLine } from './footer.ts'
export {
  composeCallbackRequest,
  composeEscalated,
  composeHandoffOpened,
  composeOpenedForCallback,
  composePhoneDeclined,
  composePhoneForgotten,
  composePhoneKept,
  composePhoneUnreadable,
  composeResumed,
  composeSympathy,
  type Due,
  handoffSayings,
  maskOfKeptPhone,
  readKeptPhone,
} from './handoff.ts'
export { localFormLines, localLines } from './local.ts'
export {
  composeApprovalWanted,
  composeAskTitle,
  composeAskWhat,
  composeAskWhen,
  composeAskWhere,
  composeAttendanceNoted,
  composeConfirmedElsewhere,
  composeGenuine,
  composeMaskedPlace,
  composeNoticeGoing,
  composeNoticeOver,
  composeNoticePreview,
  composeNoticeRefused,
  composeNoticeStopped,
  composeNoticeWaiting,
  composeNotOurs,
  composeOwnNotices,
  composeQuestionNoted,
  composeSentAlone,
  composeWhatQuestion,
  composeWhatToSay,
  composeWhichArea,
  composeWhichNotice,
  type KnownNotice,
  noticeSayings,
} from './notices.ts'
export { type Office, officeOf } from './office.ts'
export { composeHolidays, composeOfficeDays, composeOfficeWeek, type DayPart, listDaysOff } from './office-hours.ts'
export { composeNothingStored, composeOfficerElsewhere, composePlacesElsewhere } from './page-chat.ts'
export {
  composeHiddenAddress,
  composeLeaveQuestion,
  composeLeft,
  composeNoSuchPlace,
  composePlaceGone,
  composePlaceKept,
  composePlaceNotKept,
  composePlaceStays,
  composePlaces,
  composePlacesFull,
  composeWhichPlace,
  composeWhosePlace,
  mostPlaceFinds,
  placeSayings,
} from './places.ts'
export {
  composeErased,
  composeErasureQuestion,
  composeNotErased,
  composeWithdrawAdvice,
  erasureQuestionStart,
  erasureSayings,
  privacyNotice,
} from './privacy.ts'
export { createSayingReader, findCase, noneOfThese, type Request, readCase, type View } from './sayings.ts'
export { composeLink } from './sign-in.ts'
export { withheldLines } from './withheld.ts'
