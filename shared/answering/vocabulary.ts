/** Which words belong to a topic: those of its name and of what people call it. */
import { analysePhrase } from '../language/index.ts'
import type { Catalogue } from './catalogue.ts'

export type Vocabulary = (key: string) => ReadonlySet<string>

/** Folded; empty for a topic that is not in the catalogue. Each is read once. */
export function createVocabulary({ topics }: Catalogue): Vocabulary {
  const known = new Map<string, ReadonlySet<string>>()
  const read = (key: string): ReadonlySet<string> => {
    const topic = topics.find(one => one.key === key)
    const names = topic ? [topic.title, ...topic.officialNames, ...topic.aliases] : []
    const words = names.flatMap(name => analysePhrase(name))
    return new Set(words.filter(({ role }) => role === 'topic').map(({ folded }) => folded))
  }
  return key => {
    const words = known.get(key) ?? read(key)
    known.set(key, words)
    return words
  }
}
