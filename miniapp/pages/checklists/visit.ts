/**
 * What is remembered for this visit only: it outlives a reload and ends with the tab. Never in an address, never in the
 * browser's history, never at the server. Where the browser allows no storage it lives until the page is closed.
 */
const PREFIX = 'mot-cua.'
const memory = new Map<string, string>()

/** @returns what was written, of any age and shape; null: nothing */
export function readVisit(name: string): unknown {
  const text = attempt(() => window.sessionStorage.getItem(PREFIX + name)) ?? memory.get(name) ?? null
  return attempt(() => JSON.parse(text ?? 'null'))
}

/** @param value null forgets */
export function writeVisit(name: string, value: object | null): void {
  if (value === null) {
    memory.delete(name)
    attempt(() => window.sessionStorage.removeItem(PREFIX + name))
    return
  }
  const text = JSON.stringify(value)
  memory.set(name, text)
  attempt(() => window.sessionStorage.setItem(PREFIX + name, text))
}

function attempt<T>(action: () => T): T | null {
  try {
    return action()
  } catch {
    return null
  }
}
