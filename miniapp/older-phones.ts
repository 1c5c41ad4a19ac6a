/**
 * What the shared rules call and an Android of 2021 does not know yet. A build translates how a program is written, not
 * what it calls.
 */
const missing: Record<string, unknown> = {
  with<T>(this: T[], index: number, value: T): T[] {
    const copy = this.slice()
    copy[index] = value
    return copy
  },
  at<T>(this: T[], index: number): T | undefined {
    return this[index < 0 ? this.length + index : index]
  },
  findLastIndex<T>(this: T[], holds: (one: T, index: number, all: T[]) => unknown): number {
    let index = this.length - 1
    while (index >= 0 && !holds(this[index] as T, index, this)) index--
    return index
  },
  findLast<T>(this: T[], holds: (one: T, index: number, all: T[]) => unknown): T | undefined {
    return this[this.findLastIndex(holds)]
  },
}

for (const [name, value] of Object.entries(missing))
  if (!(name in Array.prototype))
    Object.defineProperty(Array.prototype, name, { value, configurable: true, writable: true })
