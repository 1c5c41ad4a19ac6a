/** Things of the document and their addresses. */
import { fold, normalise } from '../language/index.ts'

type Value = string | number | string[]

/** One thing: its address, its classes, and what is known of it. */
export interface JsonLdNode {
  '@id': string
  '@type'?: string | string[]
  [term: string]: Value | undefined
}

/** Leaves out what is not known: null, undefined and empty lists say nothing. */
export function node(
  id: string,
  type: string | string[] | null,
  terms: Record<string, Value | null | undefined>,
): JsonLdNode {
  const known = Object.entries(terms).filter(
    (entry): entry is [string, Value] => entry[1] !== null && entry[1] !== undefined && entry[1].toString() !== '',
  )
  return { '@id': id, ...(type === null ? {} : { '@type': type }), ...Object.fromEntries(known) }
}

/** Sentences one after the other; what is missing is left out. */
export function join(...sentences: (string | null | undefined | false)[]): string {
  return sentences
    .filter((sentence): sentence is string => typeof sentence === 'string' && sentence !== '')
    .map(sentence => (/[.!?…]$/.test(sentence) ? sentence : `${sentence}.`))
    .join(' ')
}

export type Addresses = ReturnType<typeof createAddresses>

/**
 * Addresses (IRIs) of everything that a topic's document names. What other documents name too lies under `/id/`,
 * the rest is a part of the document.
 */
export function createAddresses(publicUrl: string, topicKey: string) {
  const root = publicUrl.replace(/\/+$/, '')
  const shared = (kind: string) => (name: string) => `${root}/id/${kind}/${encodeURIComponent(name)}`
  return {
    guide: `${root}/thu-tuc/${topicKey}`,
    home: `${root}/`,
    catalogue: `${root}/id/catalogue`,
    part: (name: string) => `${root}/api/procedures/${topicKey}.jsonld#${name}`,
    service: shared('service'),
    topic: shared('topic'),
    authority: (name: string) => shared('authority')(nameKey(name)),
    area: shared('area'),
    law: shared('law'),
    paper: (name: string) => shared('paper')(nameKey(name)),
    concept: (scheme: string, name: string) => shared(scheme)(name),
  }
}

/** Papers of one name are of one type, whichever topic asks for them; authorities of one name are one. */
export function nameKey(name: string): string {
  return fold(normalise(name))
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
}
