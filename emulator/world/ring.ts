/** The last `size` things that happened; older ones are overwritten, so a long bench costs no memory. */
export interface Ring<T> {
  add(item: T): void
  newestFirst(limit?: number): T[]
  clear(): void
}

export function createRing<T>(size: number): Ring<T> {
  let items: T[] = []
  let added = 0
  return {
    add(item) {
      items[added % size] = item
      added++
    },
    newestFirst(limit = size) {
      const found: T[] = []
      for (let back = 1; back <= Math.min(limit, items.length); back++) {
        const item = items[(added - back) % size]
        if (item !== undefined) found.push(item)
      }
      return found
    },
    clear() {
      items = []
      added = 0
    },
  }
}
