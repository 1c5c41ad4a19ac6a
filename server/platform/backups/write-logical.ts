/** A copy of every row as of one moment, while the ward goes on working. Any PostgreSQL can read it. */
import type { Readable } from 'node:stream'
import { Transform } from 'node:stream'
import type { ClientBase } from 'pg'
import { to as copyTo } from 'pg-copy-streams'
import type { TableCopy } from './manifest.ts'
import type { Packer } from './packing.ts'
import { listOf, listTables, quoted, type TableShape } from './tables.ts'

const NEW_LINE = 0x0a

/** @param client in a transaction that sees one moment (repeatable read) */
export async function copyTables(client: ClientBase, packer: Packer): Promise<TableCopy[]> {
  const copies: TableCopy[] = []
  for (const table of await listTables(client)) {
    const { counter, rows } = createRowCounter()
    const packed = await packer.pack(`tables/${table.name}.copy`, passOn(readRows(client, table), counter))
    copies.push({ name: table.name, columns: table.columns, rows: rows(), packed })
  }
  return copies
}

function readRows(client: ClientBase, { name, columns, orderedBy }: TableShape): Readable {
  return client.query(
    copyTo(`copy (select ${listOf(columns)} from ${quoted(name)} order by ${listOf(orderedBy)}) to stdout`),
  )
}

/** `pipe` alone would leave a broken connection without a listener, and end the process. */
function passOn(rows: Readable, counter: Transform): Readable {
  rows.once('error', error => counter.destroy(error))
  return rows.pipe(counter)
}

/** A row is a line: line ends inside a value are written as `\n`. */
function createRowCounter(): { counter: Transform; rows: () => number } {
  let rows = 0
  const counter = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      for (let at = chunk.indexOf(NEW_LINE); at !== -1; at = chunk.indexOf(NEW_LINE, at + 1)) rows++
      done(null, chunk)
    },
  })
  return { counter, rows: () => rows }
}

/** @returns the last migration that was carried out */
export async function readMigration(client: ClientBase): Promise<string> {
  const { rows } = await client.query<{ name: string }>('select name from kysely_migration order by name desc limit 1')
  return rows[0]?.name ?? ''
}
