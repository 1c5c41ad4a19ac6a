/** Something a watcher (the page, a waiting test) may want to look at again. */
export type Change = { kind: 'chat'; person: string } | { kind: 'status' } | { kind: 'people' }

export interface Changes {
  tell(change: Change): void
  watch(listener: (change: Change) => void): () => void
}

export function createChanges(): Changes {
  const listeners = new Set<(change: Change) => void>()
  return {
    tell(change) {
      for (const listener of listeners) listener(change)
    },
    watch(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
