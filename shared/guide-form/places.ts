/** Places within a guide: `channels.0.fees` names what stands there, what it may hold, and what it is called. Pure. */
import { fieldNames, valueNames } from './field-names.ts'
import { guideShape, type Shape } from './shape.ts'

type Fields = Record<string, unknown>

/** @param place `channels.0.fees.1` @returns null where no field of a guide is */
export function shapeAt(place: string): Shape | null {
  let shape: Shape | null = { kind: 'group', fields: guideShape }
  for (const part of place.split('.')) {
    if (shape?.kind === 'group') shape = Object.hasOwn(shape.fields, part) ? (shape.fields[part] ?? null) : null
    else if (shape?.kind === 'list' && /^\d{1,3}$/.test(part)) shape = shape.item
    else return null
  }
  return shape
}

/** @returns undefined where the guide has no such thing */
export function valueAt(content: object, place: string): unknown {
  let value: unknown = content
  for (const part of place.split('.'))
    value =
      typeof value === 'object' && value !== null && Object.hasOwn(value, part) ? (value as Fields)[part] : undefined
  return value
}

/** The guide with something else in one place, the rest shared with the one before. Places that are not there stay so. */
export function putAt<Whole extends object>(content: Whole, place: string, value: unknown): Whole {
  const [part = '', ...rest] = place.split('.')
  if (!Object.hasOwn(content, part)) return content
  const inner = (content as Fields)[part]
  if (rest.length > 0 && (typeof inner !== 'object' || inner === null)) return content
  const next = rest.length === 0 ? value : putAt(inner as object, rest.join('.'), value)
  if (Array.isArray(content)) return content.map((old, index) => (String(index) === part ? next : old)) as Whole
  return { ...content, [part]: next }
}

/** "Cách nộp › Nộp trực tiếp › Lệ phí": as an officer finds it in the form. */
export function namePlace(content: object, place: string): string {
  const parts = place.split('.')
  return parts
    .map((part, index) => {
      if (!/^\d+$/.test(part)) return fieldNames[part] ?? part
      return labelOf(valueAt(content, parts.slice(0, index + 1).join('.'))) || `mục ${Number(part) + 1}`
    })
    .join(' › ')
}

/** What a thing of a list is called by: its label, its name, its number … */
export function labelOf(item: unknown): string {
  if (item === null || typeof item !== 'object' || Array.isArray(item)) return ''
  const { label, name, title, number, text, type, topic } = item as Fields
  const found = label ?? name ?? title ?? number ?? text ?? type ?? topic
  return typeof found === 'string' ? (valueNames[found] ?? found) : ''
}
