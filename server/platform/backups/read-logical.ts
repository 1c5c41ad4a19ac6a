/** Fills an empty database with the rows of a backup: all of them, or none. */
import type { ClientBase } from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import { BackupError, type LogicalManifest, type TableCopy } from './manifest.ts'
import type { Unpacker } from './packing.ts'
import { listOf, listTables, quoted } from './tables.ts'

/**
 * @param client of a database that was just brought to the migration the manifest names, in a transaction
 * @throws BackupError when somebody has worked in it, or the tables are not those of the backup
 */
export async function fillTables(
  client: ClientBase,
  { tables, migration }: LogicalManifest,
  unpacker: Unpacker,
): Promise<void> {
  const standing = await listTables(client)
  const names = (list: readonly { name: string }[]) => list.map(({ name }) => name).sort()
  if (names(standing).join() !== names(tables).join())
    throw new BackupError(`Các bảng không khớp với bản sao lưu (${migration}). Dùng đúng bản Một Cửa đã sao lưu.`)
  for (const { name } of standing) await client.query(`alter table ${quoted(name)} disable trigger user`)
  // What a migration itself has put in is in the backup too.
  for (const { name } of standing.toReversed()) await client.query(`delete from ${quoted(name)}`)
  for (const table of tables) await fill(client, table, unpacker)
  for (const { name, counted } of standing) for (const column of counted) await countOn(client, name, column)
  for (const { name } of standing) await client.query(`alter table ${quoted(name)} enable trigger user`)
}

async function fill(client: ClientBase, { name, columns, rows, packed }: TableCopy, unpacker: Unpacker): Promise<void> {
  const into = client.query(copyFrom(`copy ${quoted(name)} (${listOf(columns)}) from stdin`))
  await unpacker.unpack(packed, into)
  if (into.rowCount !== rows) throw new BackupError(`Bảng ${name} có ${into.rowCount} dòng, đáng lẽ ${rows}.`)
}

/** The next number comes after the last one that was given. */
async function countOn(client: ClientBase, table: string, column: string): Promise<void> {
  await client.query(
    `select setval(pg_get_serial_sequence($1, $2), coalesce(max(${quoted(column)}), 1), max(${quoted(column)}) is not null)
     from ${quoted(table)}`,
    [quoted(table), column],
  )
}
