/** The last good answers, kept on the phone for when there is no network. Public ones only. */
import { publicStorage as storage } from '../zalo/index.ts'
import { answerShape } from './routes.ts'

export interface KeptAnswer {
  data: unknown
  /** When it was received, in milliseconds. */
  at: number
}

const PREFIX = 'answer.'
const LIST = 'answers'
const MOST = 60

/** @returns null when there is none, or one of another shape */
export function readKept(name: readonly unknown[]): KeptAnswer | null {
  const found = parse(storage.get(nameOf(name)))
  if (!isKept(found) || found.shape !== answerShape) return null
  // Kept while the phone's clock ran ahead, it would pass for new until that day: it counts as old.
  return { data: found.data, at: found.at > Date.now() ? 0 : found.at }
}

/** The oldest give way when there is no room. */
export function keep(name: readonly unknown[], { data, at }: KeptAnswer): void {
  const key = nameOf(name)
  const text = JSON.stringify({ shape: answerShape, data, at })
  const others = listKept().filter(one => one !== key)
  while (others.length >= MOST) drop(others)
  while (!storage.set(key, text) && others.length > 0) drop(others)
  storage.set(LIST, JSON.stringify([...others, key]))
}

/** Takes away of one name whatever may not lie here any longer. */
export function forgetWhere(name: string, isOver: (data: unknown) => boolean): void {
  for (const key of listKept().filter(one => one.startsWith(`${PREFIX}${name}.`))) {
    const found = parse(storage.get(key))
    if (isKept(found) && isOver(found.data)) storage.remove(key)
  }
}

export function forgetKept(): void {
  for (const name of [...listKept(), LIST]) storage.remove(name)
}

function drop(names: string[]): void {
  const oldest = names.shift()
  if (oldest) storage.remove(oldest)
}

function listKept(): string[] {
  const found = parse(storage.get(LIST))
  return Array.isArray(found) ? found.map(String) : []
}

function nameOf(name: readonly unknown[]): string {
  return PREFIX + name.join('.')
}

function isKept(value: unknown): value is KeptAnswer & { shape: string } {
  return typeof value === 'object' && value !== null && 'shape' in value && 'data' in value && 'at' in value
}

function parse(text: string | null): unknown {
  try {
    return text === null ? null : JSON.parse(text)
  } catch {
    return null
  }
}
