/** What whoever teaches the machine new wordings needs to know of the published guides. */
import type { Decision } from '../../shared/answering/index.ts'
import type { CatalogueKeeper } from './catalogue.ts'
import { bumpCatalogue } from './store.ts'

const NEAREST = 3

export function createExamples(keeper: CatalogueKeeper) {
  const titleOf = (key: string): string | null => keeper.current().topics.get(key)?.topic.title ?? null
  return {
    titleOf,
    decide(text: string): { decision: Decision['decision']; topic: string | null } {
      const { decision, topics } = keeper.current().answerer.decide(text)
      return { decision, topic: decision === 'refuse' ? null : (topics[0] ?? null) }
    },
    nearest(text: string): { topic: string; title: string }[] {
      const { topics } = keeper.current().answerer.decide(text)
      return topics.slice(0, NEAREST).flatMap(topic => {
        const title = titleOf(topic)
        return title === null ? [] : [{ topic, title }]
      })
    },
    announce: bumpCatalogue,
  }
}
