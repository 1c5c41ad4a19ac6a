/** One event can be written as JSON in many ways; Zalo's receivers must sign-check bytes, not values. */
import { isFields } from '../http/body.ts'

const plain = (event: object) => JSON.stringify(event)
const reordered = (event: object) => JSON.stringify(reverseKeys(event))
const slashed = (event: object) => JSON.stringify(event).replace(/\//g, '\\/')
const escaped = (event: object) => JSON.stringify(event).replace(/[\u0080-\uffff]/g, toUnicodeEscape)
const spaced = (event: object) => JSON.stringify(reverseKeys(event), null, 1)

const WAYS = [
  plain,
  reordered,
  slashed,
  escaped,
  spaced,
  (event: object) => escaped(reverseKeys(event)).replace(/\//g, '\\/'),
]

/** Writes the event in one of several ways, picked by `turn`; turn 0 is the plain one. */
export function serialise(event: object, turn: number): string {
  return (WAYS[turn % WAYS.length] ?? plain)(event)
}

function reverseKeys<Value>(value: Value): Value
function reverseKeys(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reverseKeys)
  if (!isFields(value)) return value
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([name, part]) => [name, reverseKeys(part)]),
  )
}

function toUnicodeEscape(letter: string): string {
  return `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`
}
