/** What differs between two versions of a guide, field by field, in words an officer reads. Pure. */

import { fieldNames, valueNames } from '../guide-form/index.ts'
import type { Channel, Fee, Topic } from '../procedures.ts'
import type { Change } from './draft.ts'

type Value = unknown
type Fields = Record<string, Value>

/** @returns nothing when the two say the same */
export function compareGuides(before: Topic, after: Topic): Change[] {
  return compareFields('', before as Fields, after as Fields)
}

/** "Lệ phí: 5.000 đồng → 8.000 đồng"; what is new or gone is said to be so. */
export function wordChange({ where, before, after }: Change): string {
  if (before === null) return `${where}: thêm “${after}”`
  if (after === null) return `${where}: bỏ “${before}”`
  return `${where}: ${before} → ${after}`
}

function compareFields(where: string, before: Fields, after: Fields): Change[] {
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])]
  return names.flatMap(name => compareValues(join(where, nameOf(name)), name, before[name], after[name]))
}

function compareValues(where: string, name: string, before: Value, after: Value): Change[] {
  if (isSame(before, after)) return []
  if (Array.isArray(before) && Array.isArray(after)) return compareLists(where, name, before, after)
  if (isFields(before) && isFields(after)) {
    // An amount means something only together with what the source says of it.
    if (name === 'fees') return compareFee(where, before as unknown as Fee, after as unknown as Fee)
    return compareFields(where, before, after)
  }
  return [{ where, before: wordOrNull(name, before), after: wordOrNull(name, after) }].map(leaveNothingOut)
}

/** Two empty sides would say nothing: "không ghi" stands in for them. */
function leaveNothingOut(change: Change): Change {
  return change.before === null && change.after === null
    ? { ...change, before: 'không ghi', after: 'không ghi' }
    : change
}

function compareLists(where: string, name: string, before: Value[], after: Value[]): Change[] {
  const idsBefore = identify(name, before)
  const idsAfter = identify(name, after)
  const gone = before.filter((_, index) => !idsAfter.includes(idsBefore[index] ?? ''))
  const added = after.filter((_, index) => !idsBefore.includes(idsAfter[index] ?? ''))
  const changed = after.flatMap((item, index) => {
    const id = idsAfter[index] ?? ''
    const old = before[idsBefore.indexOf(id)]
    return old === undefined
      ? []
      : compareValues(join(itemPlace(where, name), labelAmong(before, old)), name, old, item)
  })
  const kept = (ids: string[], others: string[]) => ids.filter(id => others.includes(id)).join('\n')
  const isMoved = kept(idsBefore, idsAfter) !== kept(idsAfter, idsBefore)
  return [
    ...changed,
    ...gone.map(item => ({ where, before: describe(name, item), after: null })),
    ...added.map(item => ({ where, before: null, after: describe(name, item) })),
    ...(isMoved ? [{ where, before: 'thứ tự cũ', after: 'thứ tự mới' }] : []),
  ]
}

/** A fee carries its own name: "Nộp trực tiếp › Lệ phí" says enough. */
function itemPlace(where: string, name: string): string {
  return name === 'fees' || name === 'channels' || name === 'documents'
    ? where.split(' › ').slice(0, -1).join(' › ')
    : where
}

/** By what an item is known again; those without a name of their own by their words. The second of a name is its own. */
function identify(name: string, items: Value[]): string[] {
  const seen = new Map<string, number>()
  return items.map((item, index) => {
    const known = isFields(item) ? idOf(name, item, index) : String(item)
    const times = seen.get(known) ?? 0
    seen.set(known, times + 1)
    return times === 0 ? known : `${known}#${times}`
  })
}

function idOf(name: string, item: Fields, index: number): string {
  if (name === 'steps') return String(index)
  if (name === 'channels') return `${item.type} ${item.procedure}`
  const id = item.id ?? item.code ?? item.number ?? item.topic ?? item.subject ?? item.name ?? item.key
  return id === undefined ? JSON.stringify(item) : `${id} ${item.cases ?? ''}`
}

function compareFee(where: string, before: Fee, after: Fee): Change[] {
  const rest = ({ status: _, amount: __, per: ___, ...others }: Fee): Fields => others
  const [old, now] = [wordFee(before), wordFee(after)]
  return [
    ...(old === now ? [] : [{ where, before: old, after: now }]),
    ...compareFields(where, rest(before), rest(after)),
  ]
}

/** "5.000 đồng một trang", or what the source says in place of an amount. */
export function wordFee({ status, amount, per }: Pick<Fee, 'status' | 'amount' | 'per'>): string {
  if (amount === null) return valueNames[status] ?? status
  if (amount === 0) return 'không thu'
  return `${amount.toLocaleString('vi-VN')} đồng${per ? ` một ${per}` : ''}`
}

function describe(name: string, item: Value): string {
  if (!isFields(item)) return word(name, item)
  if (name === 'fees') return `${item.name}: ${wordFee(item as unknown as Fee)}`
  const text = item.text ?? item.title ?? item.value
  const head = label(item)
  return (
    [head, typeof text === 'string' && text !== head ? text : ''].filter(Boolean).join(': ') || JSON.stringify(item)
  )
}

/** A way of handing in says of which procedure it is, where the guide speaks of several. */
function labelAmong(items: Value[], item: Value): string {
  const procedures = new Set(items.map(one => (isFields(one) && 'fees' in one ? one.procedure : undefined)))
  return procedures.size > 1 && isFields(item) ? `${label(item)} (${item.procedure})` : label(item)
}

function label(item: Value): string {
  if (!isFields(item)) return ''
  if ('type' in item && 'fees' in item) return valueNames[String((item as unknown as Channel).type)] ?? ''
  const text = item.label ?? item.name ?? item.title ?? item.number ?? item.topic ?? item.date ?? item.code ?? item.id
  return typeof text === 'string' ? text : ''
}

function wordOrNull(name: string, value: Value): string | null {
  return value === null || value === undefined || value === '' ? null : word(name, value)
}

function word(name: string, value: Value): string {
  if (typeof value === 'boolean') return value ? 'có' : 'không'
  if (typeof value === 'number') return name === 'percent' ? `${value}%` : value.toLocaleString('vi-VN')
  if (Array.isArray(value)) return value.map(item => describe(name, item)).join('; ')
  if (isFields(value)) return describe(name, value)
  const text = String(value)
  if (/^\d{4}-\d{2}-\d{2}$/.test(text)) return text.split('-').reverse().join('/')
  return valueNames[text] ?? text
}

function nameOf(field: string): string {
  return fieldNames[field] ?? field
}

function join(where: string, next: string): string {
  return [where, next].filter(Boolean).join(' › ')
}

function isFields(value: Value): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** The order of keys means nothing; absent and undefined are one. */
function isSame(one: Value, other: Value): boolean {
  if (Array.isArray(one) && Array.isArray(other))
    return one.length === other.length && one.every((item, index) => isSame(item, other[index]))
  if (isFields(one) && isFields(other))
    return [...new Set([...Object.keys(one), ...Object.keys(other)])].every(key => isSame(one[key], other[key]))
  return one === other
}
