/** Two databases, row by row. */

import { createInterface } from 'node:readline'
import type { Readable } from 'node:stream'
import type { ClientBase } from 'pg'
import { to as copyTo } from 'pg-copy-streams'
import { listOf, listTables, quoted, type TableShape } from './tables.ts'

export interface Comparison {
  tables: number
  rows: number
  /** Rows of the first that the second lacks or has otherwise. */
  missing: number
  /** Rows of the second that the first does not have. */
  surplus: number
}

export async function compareRows(first: ClientBase, second: ClientBase): Promise<Comparison> {
  const total: Comparison = { tables: 0, rows: 0, missing: 0, surplus: 0 }
  for (const table of await listTables(first)) {
    const { rows, missing, surplus } = await compareTable(readRows(first, table), readRows(second, table))
    total.tables += 1
    total.rows += rows
    total.missing += missing
    total.surplus += surplus
  }
  return total
}

/** Both come in the same order: what is equal passes by in pairs, only what is not is remembered. */
async function compareTable(first: AsyncIterator<string>, second: AsyncIterator<string>) {
  const [left, right] = [new Map<string, number>(), new Map<string, number>()]
  let rows = 0
  for (;;) {
    const [a, b] = await Promise.all([first.next(), second.next()])
    if (a.done && b.done) break
    if (!a.done) rows += 1
    if (!a.done && !b.done && a.value === b.value) continue
    if (!a.done) settle(a.value, left, right)
    if (!b.done) settle(b.value, right, left)
  }
  return { rows, missing: sum(left), surplus: sum(right) }
}

function settle(row: string, own: Map<string, number>, other: Map<string, number>): void {
  const waiting = other.get(row) ?? 0
  if (waiting > 1) other.set(row, waiting - 1)
  else if (waiting === 1) other.delete(row)
  else own.set(row, (own.get(row) ?? 0) + 1)
}

function sum(rows: Map<string, number>): number {
  return [...rows.values()].reduce((total, count) => total + count, 0)
}

function readRows(client: ClientBase, { name, columns, orderedBy }: TableShape): AsyncIterator<string> {
  const stream: Readable = client.query(
    copyTo(
      `copy (select md5(row(${listOf(columns)})::text) from ${quoted(name)} order by ${listOf(orderedBy)}) to stdout`,
    ),
  )
  return createInterface({ input: stream })[Symbol.asyncIterator]()
}
