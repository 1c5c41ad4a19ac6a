/**
 * JSON as Zalo writes it: ids are longer than a double can hold and sometimes come unquoted.
 * `JSON.parse` would round them silently; here such an integer becomes a string of its digits.
 */

/** Zalo's bodies are at most six deep; what is deeper was made to hurt the parser. */
const MAX_DEPTH = 32

const QUOTE = 0x22
const BACKSLASH = 0x5c
const OPENING = new Set([0x5b, 0x7b])
const CLOSING = new Set([0x5d, 0x7d])

export interface ParsedJson {
  value: unknown
  /** The value of the outermost `timestamp` exactly as written, which the webhook's signature covers; '' when absent. */
  timestamp: string
}

/**
 * @returns null when the bytes are no JSON, or nested deeper than 32
 */
export function parseJsonWithLongIds(json: Buffer | string): ParsedJson | null {
  const bytes = typeof json === 'string' ? Buffer.from(json) : json
  if (isTooDeep(bytes)) return null
  const timestamps = new Map<unknown, string>()
  try {
    const value = parse(bytes.toString('utf8'), function (key, value, { source }) {
      if (key === 'timestamp' && isScalar(value))
        timestamps.set(this, typeof value === 'string' ? value : (source ?? ''))
      return isLongInteger(value, source) ? source : value
    })
    return { value, timestamp: timestamps.get(value) ?? '' }
  } catch {
    return null
  }
}

/** A reviver also gets the text it was read from (ECMAScript 2025), which the type library does not tell yet. */
type Reviver = (this: unknown, key: string, value: unknown, context: { source?: string }) => unknown
const parse: (text: string, reviver: Reviver) => unknown = JSON.parse as (text: string, reviver: unknown) => unknown

function isScalar(value: unknown): boolean {
  return typeof value === 'string' || typeof value === 'number'
}

function isLongInteger(value: unknown, source: string | undefined): boolean {
  return typeof value === 'number' && !Number.isSafeInteger(value) && /^-?\d+$/.test(source ?? '')
}

/** Counted before parsing, because a reviver walks the tree by recursion. */
function isTooDeep(bytes: Buffer): boolean {
  let depth = 0
  let inString = false
  for (let i = 0; i < bytes.length; i++) {
    const byte = bytes[i] ?? 0
    if (inString) {
      if (byte === BACKSLASH) i++
      else if (byte === QUOTE) inString = false
    } else if (byte === QUOTE) inString = true
    else if (OPENING.has(byte) && ++depth > MAX_DEPTH) return true
    else if (CLOSING.has(byte)) depth--
  }
  return false
}
