/** Reads a flat JSON-LD document with its inline context, and holds it against the shapes of a vocabulary. */
import type { JsonLdDocument } from '../../shared/procedures-jsonld/index.ts'
import type { ClassShape, PropertyShape } from './cpsv-ap-terms.ts'

interface Literal {
  value: string | number
  /** Datatype or `@id`, as the context says. */
  type: string | null
  language: string | null
}

export interface Thing {
  id: string
  types: string[]
  properties: Map<string, Literal[]>
}

type Term = { '@type'?: string; '@language'?: string }

/** All names in full, all values with their type. */
export function expand({ '@context': context, '@graph': graph }: JsonLdDocument): Thing[] {
  const names = context as Record<string, string | Term>
  const full = (name: string): string => {
    const [prefix = '', ...rest] = name.split(':')
    const namespace = names[prefix]
    if (typeof namespace !== 'string') throw new Error(`the context does not know ${name}`)
    return `${namespace}${rest.join(':')}`
  }
  return graph.map(({ '@id': id, '@type': types = [], ...terms }) => ({
    id,
    types: [types].flat().map(full),
    properties: new Map(
      Object.entries(terms).map(([term, values]) => {
        const definition = names[term]
        const { '@type': type = null, '@language': language = null } = typeof definition === 'object' ? definition : {}
        const datatype = type === null || type === '@id' ? type : full(type)
        return [full(term), [values ?? []].flat().map(value => ({ value, type: datatype, language }))]
      }),
    ),
  }))
}

/** Everything that does not fit, in words; empty: the document fits. */
export function complaintsAbout(things: Thing[], shapes: ReadonlyMap<string, ClassShape>): string[] {
  const byId = new Map(things.map(thing => [thing.id, thing]))
  return things.flatMap(thing => {
    const unknownTypes = thing.types
      .filter(type => !shapes.has(type))
      .map(type => `${thing.id} is of unknown class ${type}`)
    if (thing.types.length === 0) return unknownTypes
    const allowed = new Map(thing.types.flatMap(type => Object.entries(propertiesOf(type, shapes))))
    const unknown = [...thing.properties.keys()].filter(property => !allowed.has(property))
    return [
      ...unknownTypes,
      ...unknown.map(property => `${thing.id} may not have ${property}`),
      ...[...allowed].flatMap(([property, shape]) =>
        complaintsAboutProperty(thing.properties.get(property) ?? [], shape, { byId, shapes }).map(
          complaint => `${thing.id} ${property} ${complaint}`,
        ),
      ),
    ]
  })
}

function propertiesOf(type: string, shapes: ReadonlyMap<string, ClassShape>): Record<string, PropertyShape> {
  const shape = shapes.get(type)
  if (!shape) return {}
  return { ...(shape.parent ? propertiesOf(shape.parent, shapes) : {}), ...shape.properties }
}

interface Surroundings {
  byId: ReadonlyMap<string, Thing>
  shapes: ReadonlyMap<string, ClassShape>
}

function complaintsAboutProperty(
  values: Literal[],
  { min, max, range }: PropertyShape,
  around: Surroundings,
): string[] {
  const count = values.length < (min ?? 0) ? ['is missing'] : values.length > (max ?? Infinity) ? ['stands twice'] : []
  return [
    ...count,
    ...values.filter(value => !fits(value, range, around)).map(({ value }) => `does not allow ${value}`),
  ]
}

const XSD = 'http://www.w3.org/2001/XMLSchema#'
const PATTERNS: Record<string, RegExp> = {
  duration: /^P(?=\d|T\d)(\d+Y)?(\d+M)?(\d+D)?(T(?=\d)(\d+H)?(\d+M)?(\d+S)?)?$/,
  date: /^\d{4}-\d{2}-\d{2}$/,
  double: /^\d+(\.\d+)?$/,
}

function fits(literal: Literal, range: string, { byId, shapes }: Surroundings): boolean {
  const { value, type, language } = literal
  if (value === '') return false
  if (range === 'text') return language !== null && type === null
  if (range === 'literal') return type === null && language === null
  if (range === 'link') return type === '@id' && URL.canParse(String(value))
  const pattern = PATTERNS[range]
  if (pattern) return type === `${XSD}${range}` && pattern.test(String(value))
  const target = byId.get(String(value))
  if (type !== '@id' || !target) return isNamedElsewhere(range) && type === '@id'
  return target.types.length === 0 ? isNamedElsewhere(range) : target.types.some(one => isA(one, range, shapes))
}

/** Other services have documents of their own: here they may be named without being described. */
function isNamedElsewhere(range: string): boolean {
  return range === 'http://purl.org/vocab/cpsv#PublicService'
}

function isA(type: string, range: string, shapes: ReadonlyMap<string, ClassShape>): boolean {
  const parent = shapes.get(type)?.parent
  return type === range || (parent !== undefined && isA(parent, range, shapes))
}
