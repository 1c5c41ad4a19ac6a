/** Phrases of everyday speech: words that need no correction although no record contains them. */
import {
  actionWords,
  addressingWords,
  aspectWords,
  callbackRequests,
  commonNouns,
  dangerWords,
  distressWhenMarked,
  distressWords,
  emergencyWords,
  faintAspectWords,
  fieldWords,
  fillerWords,
  joiningWords,
  machineRequests,
  namesLikeAspects,
  officerRequests,
  plainTurns,
  smallTalk,
  synonyms,
} from './data/index.ts'

export function listEverydayPhrases(): string[] {
  return [
    ...[
      addressingWords,
      fillerWords,
      joiningWords,
      actionWords,
      commonNouns,
      fieldWords,
      namesLikeAspects,
      plainTurns,
      officerRequests,
      callbackRequests,
      machineRequests,
      distressWords,
      distressWhenMarked,
    ].flat(),
    ...[aspectWords, faintAspectWords, smallTalk, emergencyWords, dangerWords].flatMap(groups =>
      Object.values(groups).flat(),
    ),
    ...synonyms.flat(),
  ]
}
