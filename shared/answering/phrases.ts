/** Every phrase of a catalogue that a question may resemble. */
import { analysePhrase, type WeighedWord } from '../language/index.ts'
import type { Catalogue } from './catalogue.ts'
import { type Features, featuresOf } from './features.ts'

export interface Phrase {
  text: string
  /** Index of its topic; null: an example of what the ward cannot answer. */
  topic: number | null
  /** Written as people ask, not an official name. */
  colloquial: boolean
  words: WeighedWord[]
  features: Features
}

export function listPhrases(catalogue: Catalogue): Phrase[] {
  const toPhrase = (text: string, topic: number | null, colloquial: boolean): Phrase => {
    const words = analysePhrase(text)
    return { text, topic, colloquial, words, features: featuresOf([words]) }
  }
  return [
    ...catalogue.topics.flatMap(({ title, officialNames, aliases, exampleQuestions }, topic) => [
      ...[title, ...officialNames].map(text => toPhrase(text, topic, false)),
      ...[...aliases, ...exampleQuestions].map(text => toPhrase(text, topic, true)),
    ]),
    ...catalogue.negatives.map(text => toPhrase(text, null, true)),
  ]
}
