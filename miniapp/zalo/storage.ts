/**
 * What is kept on the phone. Reading and writing never throw: a full or blocked storage still serves for this visit.
 * Inside Zalo all Mini Apps share one origin, so personal things go to Zalo's own storage of this app.
 */
import type { NativeStorage } from './bridge.ts'

export interface Storage {
  get(name: string): string | null
  /** @returns false when it lasts only as long as this visit */
  set(name: string, value: string): boolean
  remove(name: string): void
  /** Everything that is kept, by name. */
  names(): string[]
  /** Forgets everything of ours. */
  clear(): void
  /** @returns how to stop listening */
  subscribe(listener: () => void): () => void
}

/** Where a storage keeps its things for good; every call may throw. */
export interface Shelf extends NativeStorage {
  names(): string[]
}

export interface ShelvedStorage extends Storage {
  /** Moves to another shelf: what lies there is read in, what was written before is laid down there. */
  moveTo(shelf: Shelf): void
}

const PREFIX = 'mot-cua.'

export function createStorage(first: Shelf | null): ShelvedStorage {
  let shelf = first
  const values = new Map<string, string>()
  const listeners = new Set<() => void>()
  const changed = (): void => {
    for (const listener of listeners) listener()
  }
  const read = (): void => {
    for (const name of attempt(() => shelf?.names()) ?? []) {
      const value = attempt(() => shelf?.getItem(name))
      if (value) values.set(name, value)
    }
  }
  const write = (name: string, value: string): boolean => {
    const laidDown = attempt(() => {
      shelf?.setItem(name, value)
      return shelf !== null
    })
    return laidDown === true
  }
  read()

  return {
    get: name => values.get(name) ?? null,
    set(name, value) {
      values.set(name, value)
      const isKept = write(name, value)
      changed()
      return isKept
    },
    remove(name) {
      values.delete(name)
      attempt(() => shelf?.removeItem(name))
      changed()
    },
    names: () => [...values.keys()],
    clear() {
      for (const name of new Set([...values.keys(), ...(attempt(() => shelf?.names()) ?? [])]))
        attempt(() => shelf?.removeItem(name))
      values.clear()
      changed()
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    moveTo(next) {
      const written = [...values]
      shelf = next
      read()
      for (const [name, value] of written) {
        values.set(name, value)
        write(name, value)
      }
      changed()
    },
  }
}

/** The browser's own storage; null where it is switched off. */
export function browserShelf(): Shelf | null {
  return attempt(() => {
    const store = window.localStorage
    return {
      getItem: (name: string) => store.getItem(PREFIX + name) ?? '',
      setItem: (name: string, value: string) => store.setItem(PREFIX + name, value),
      removeItem: (name: string) => store.removeItem(PREFIX + name),
      names: () => Object.keys(store).flatMap(key => (key.startsWith(PREFIX) ? key.slice(PREFIX.length) : [])),
    }
  })
}

/** Zalo's storage cannot list what it holds: the names are kept beside the values. */
export function zaloShelf(native: NativeStorage): Shelf {
  const names = (): string[] => {
    const list = attempt(() => JSON.parse(native.getItem(`${PREFIX}names`)))
    return Array.isArray(list) ? list.map(String) : []
  }
  const rename = (list: string[]): void => native.setItem(`${PREFIX}names`, JSON.stringify(list))
  return {
    getItem: name => native.getItem(PREFIX + name),
    setItem(name, value) {
      native.setItem(PREFIX + name, value)
      if (!names().includes(name)) rename([...names(), name])
    },
    removeItem(name) {
      native.removeItem(PREFIX + name)
      rename(names().filter(one => one !== name))
    },
    names,
  }
}

function attempt<T>(action: () => T): T | null {
  try {
    return action()
  } catch {
    return null
  }
}
