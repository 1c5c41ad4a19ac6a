/** A published topic for other systems. Pure: the same record and ward always give the same document. */
export { type JsonLdDocument, type JsonLdInput, toJsonLd } from './document.ts'
export type { JsonLdNode } from './node.ts'
