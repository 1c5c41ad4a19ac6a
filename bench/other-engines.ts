/** Ready-made engines on the same topics, each as it comes: what our own has to be better than. */
import MiniSearch from 'minisearch'
import { z } from 'zod'
import type { Catalogue } from '../shared/answering/index.ts'

/** The key of the best topic. */
export type FindTopic = (question: string) => string | undefined | Promise<string | undefined>

export function buildMiniSearch({ topics }: Catalogue): FindTopic {
  const fields = ['title', 'officialNames', 'aliases', 'exampleQuestions']
  const index = new MiniSearch({ idField: 'key', fields })
  index.addAll(topics)
  return question => index.search(question)[0]?.id
}

const NONE = 'None'
const Trained = z.object({ intent: z.string() })

/** It has no Vietnamese of its own and treats it as it does any language it does not know. Loaded only when measured. */
export async function buildNodeNlp({ topics, negatives }: Catalogue): Promise<FindTopic> {
  const { NlpManager } = await import('node-nlp')
  const manager = new NlpManager({ languages: ['vi'], nlu: { log: false }, autoSave: false, forceNER: false })
  for (const { key, title, officialNames, aliases, exampleQuestions } of topics)
    for (const text of [title, ...officialNames, ...aliases, ...exampleQuestions]) manager.addDocument('vi', text, key)
  for (const text of negatives) manager.addDocument('vi', text, NONE)
  await manager.train()
  return async question => {
    const { intent } = Trained.parse(await manager.process('vi', question))
    return intent === NONE ? undefined : intent
  }
}
