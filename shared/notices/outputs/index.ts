/** Five outputs from the same fields. */
export { composeGroupText, composeNoticeMessage } from './chat-text.ts'
export { composeLoudspeaker, type LoudspeakerScript, type SpokenLine } from './loudspeaker.ts'
export { composeNoticePage, type NoticePage, sayExpiry } from './page.ts'
export { composePoster, type NoticePoster } from './poster.ts'
export { type Fact, factsOf, type NoticeSheet } from './sheet.ts'
export { composeShortLine, SHORT_LINE_LENGTH, type ShortLine, type ShortPart } from './short-line.ts'
