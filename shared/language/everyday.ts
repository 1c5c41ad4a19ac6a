/** Phrases of everyday speech: words that need no correction although no record contains them. */
import {
  actionWords,
  addressingWords,
  aspectWords,
  commonNouns,
  dangerWords,
  emergencyWords,
  faintAspectWords,
  fieldWords,
  fillerWords,
  joiningWords,
  namesLikeAspects,
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
    ].flat(),
    ...[aspectWords, faintAspectWords, smallTalk, emergencyWords, dangerWords].flatMap(groups =>
      Object.values(groups).flat(),
    ),
    ...synonyms.flat(),
  ]
}
