/** A published topic for other systems. Pure: the same record and ward always give the same document. */
export { type JsonLdDocument, toJsonLd } from './document.ts'
