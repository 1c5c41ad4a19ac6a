/** The words of every reply in the chat. Pure: the same record, ward and day always give the same words. */
export { composeAnswer, composeReferral } from './answer.ts'
export type { Addressing, AnswerInput } from './context.ts'
export {
  composeChitchat,
  composeClarification,
  composeNoneOfThese,
  composeRefusal,
  type RefusalKind,
} from './conversation.ts'
export { trustLine } from './footer.ts'
export { type Office, officeOf } from './office.ts'
export { createSayingReader, findCase, noneOfThese, type Request, type View } from './sayings.ts'
