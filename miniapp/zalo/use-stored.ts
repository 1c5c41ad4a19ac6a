/** A value kept on the phone, as React state: every page that shows it follows. */
import { useMemo, useSyncExternalStore } from 'react'
import type { Storage } from './storage.ts'

/**
 * @param parse gets whatever was found, of any age and shape; returns the value to use, also for null
 * @returns the value, and how to write it; writing null forgets it
 */
export function useStored<T>(
  storage: Storage,
  name: string,
  parse: (found: unknown) => T,
): [T, (value: T | null) => void] {
  const text = useSyncExternalStore(storage.subscribe, () => storage.get(name))
  // biome-ignore lint/correctness/useExhaustiveDependencies: a parser has no memory; only the text can change the value
  const value = useMemo(() => parse(readJson(text)), [text])
  const write = (next: T | null): void => {
    if (next === null) storage.remove(name)
    else storage.set(name, JSON.stringify(next))
  }
  return [value, write]
}

function readJson(text: string | null): unknown {
  try {
    return text === null ? null : JSON.parse(text)
  } catch {
    return null
  }
}
