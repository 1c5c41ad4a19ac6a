/** One topic as linked data. docs/decisions/0005-cpsv-ap.md says which field becomes which term. */
import type { WardProfile } from '../areas.ts'
import type { PublishedTopic } from '../procedures.ts'
import { listAuthority, listCatalogue, provinceCouncil } from './authority.ts'
import { listChannels, listCosts } from './channels.ts'
import { listConcepts } from './concepts.ts'
import { context } from './context.ts'
import { createAddresses, type JsonLdNode } from './node.ts'
import { listPapers, listRequirements } from './papers.ts'
import { listLaws, listRelated, listRules, listServices, listSuperseded, listTopic, ruleIds } from './services.ts'

export interface JsonLdDocument {
  '@context': typeof context
  '@graph': JsonLdNode[]
}

export interface JsonLdInput {
  published: Pick<PublishedTopic, 'topic'>
  wardProfile: WardProfile
  /** Where residents reach this ward; the addresses of all things begin with it. */
  publicUrl: string
  /** Titles of the guide's shelves. */
  categories: readonly { key: string; title: string }[]
}

/** CPSV-AP 3.2 and schema.org GovernmentService in one JSON-LD document that needs no other document to be read. */
export function toJsonLd({ published: { topic }, wardProfile, publicUrl, categories }: JsonLdInput): JsonLdDocument {
  const at = createAddresses(publicUrl, topic.key)
  const category = categories.find(({ key }) => key === topic.category) ?? {
    key: topic.category,
    title: topic.category,
  }
  const described = unique([
    ...listServices(at, topic, category.title),
    ...listSuperseded(at, topic),
    ...listTopic(at, topic),
    ...listAuthority(at, topic, wardProfile),
    ...listRequirements(at, topic, ruleIds(at, topic)),
    ...listPapers(at, topic),
    ...listChannels(at, topic, wardProfile),
    ...listCosts(at, topic),
    ...listRules(at, topic),
    ...listLaws(at, topic),
    ...listCatalogue(at, wardProfile),
    ...listRelated(at, topic),
  ])
  const named = new Set(described.flatMap(thing => Object.values(thing).flat()))
  const concepts = [...listConcepts(at, category), provinceCouncil(at)].filter(thing => named.has(thing['@id']))
  return { '@context': context, '@graph': [...described, ...concepts] }
}

/** The first description of a thing stands: the publisher may be the authority, a neighbour one of the topic's own. */
function unique(nodes: JsonLdNode[]): JsonLdNode[] {
  const byId = new Map<string, JsonLdNode>()
  for (const one of nodes) if (!byId.has(one['@id'])) byId.set(one['@id'], one)
  return [...byId.values()]
}
