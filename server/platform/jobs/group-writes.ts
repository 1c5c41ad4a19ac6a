/**
 * Group commit: while one write is on its way to the disk, the next callers wait together and share the following one.
 * A caller's promise settles only after the write that carries its item has committed.
 */
export interface GroupWriter<Item, Result> {
  write(item: Item): Promise<Result>
}

interface Waiting<Item, Result> {
  item: Item
  resolve: (result: Result) => void
  reject: (error: unknown) => void
}

/**
 * @param writeAll commits all items at once and answers one result an item, in order
 * @param atOnce how many group writes may be under way together
 */
export function createGroupWriter<Item, Result>(
  writeAll: (items: Item[]) => Promise<Result[]>,
  { atOnce = 1, largest = 200 }: { atOnce?: number; largest?: number } = {},
): GroupWriter<Item, Result> {
  const waiting: Waiting<Item, Result>[] = []
  let running = 0

  function flush(): void {
    while (running < atOnce && waiting.length > 0) {
      const group = waiting.splice(0, largest)
      running += 1
      void commit(group).finally(() => {
        running -= 1
        flush()
      })
    }
  }

  async function commit(group: Waiting<Item, Result>[]): Promise<void> {
    try {
      const results = await writeAll(group.map(({ item }) => item))
      group.forEach(({ resolve, reject }, index) => {
        const result = results[index]
        if (result === undefined) reject(new Error('the group write answered too few results'))
        else resolve(result)
      })
    } catch (error) {
      for (const { reject } of group) reject(error)
    }
  }

  return {
    write: item =>
      new Promise((resolve, reject) => {
        waiting.push({ item, resolve, reject })
        // Callers of the same turn join the same group.
        queueMicrotask(flush)
      }),
  }
}
