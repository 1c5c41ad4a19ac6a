/** Content in and out. */
export {
  ContentItem,
  ContentOutcome,
  ContentRefusal,
  largestContentFile,
  PackChoices,
  packsContract,
} from './contract.ts'
export { ContentPack, orderedJson, packFormat, packSchema, readPackedTopic } from './pack.ts'
export { mostRecords, ProcedureRecord, RecordFile } from './records.ts'
