/**
 * What the program calls and an Android of 2020 does not know yet. A build translates how a program is written, not what
 * it calls. Everything else it calls has been in Chrome since version 80.
 */
const ofLists = {
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

const ofTexts = {
  at(this: string, index: number): string | undefined {
    return this[index < 0 ? this.length + index : index]
  },
  /** As we call it: with words, or with an expression that looks everywhere. */
  replaceAll(this: string, what: string | RegExp, by: string): string {
    return what instanceof RegExp ? this.replace(what, by) : this.split(what).join(by)
  },
}

function teach(owner: object, missing: object): void {
  for (const [name, value] of Object.entries(missing))
    if (!(name in owner)) Object.defineProperty(owner, name, { value, configurable: true, writable: true })
}

teach(Array.prototype, ofLists)
teach(String.prototype, ofTexts)
