/** The tables as they stand, in an order in which they can be filled: whoever is referred to comes first. */
import type { ClientBase } from 'pg'

export interface TableShape {
  name: string
  /** All that are stored, in their order. */
  columns: string[]
  /** What orders the rows: the primary key, else every column. */
  orderedBy: string[]
  /** Numbered by the database itself. */
  counted: string[]
}

/** Kysely keeps these itself. */
const NOT_OURS = ['kysely_migration', 'kysely_migration_lock']

export async function listTables(client: ClientBase): Promise<TableShape[]> {
  const { rows } = await client.query<TableShape & { refersTo: string[] }>(
    `select c.relname::text as name,
       array(select a.attname::text from pg_attribute a
             where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
             order by a.attnum) as columns,
       array(select a.attname::text from pg_index i, unnest(i.indkey) with ordinality as k (attnum, place)
             join pg_attribute a on a.attrelid = c.oid and a.attnum = k.attnum
             where i.indrelid = c.oid and i.indisprimary order by k.place) as "orderedBy",
       array(select a.attname::text from pg_attribute a
             where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
               and pg_get_serial_sequence(quote_ident(c.relname), a.attname) is not null) as counted,
       array(select f.relname::text from pg_constraint r join pg_class f on f.oid = r.confrelid
             where r.conrelid = c.oid and r.contype = 'f' and f.oid <> c.oid) as "refersTo"
     from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where n.nspname = 'public' and c.relkind = 'r' and not c.relname = any($1)
     order by c.relname`,
    [NOT_OURS],
  )
  return inOrder(rows).map(({ name, columns, orderedBy, counted }) => ({
    name,
    columns,
    orderedBy: orderedBy.length > 0 ? orderedBy : columns,
    counted,
  }))
}

function inOrder<T extends { name: string; refersTo: string[] }>(tables: T[]): T[] {
  const done = new Map<string, T>()
  while (done.size < tables.length) {
    const ready = tables.filter(({ name, refersTo }) => !done.has(name) && refersTo.every(other => done.has(other)))
    if (ready.length === 0) throw new Error('tables refer to each other in a circle')
    for (const table of ready) done.set(table.name, table)
  }
  return [...done.values()]
}

export function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`
}

export function listOf(names: readonly string[]): string {
  return names.map(quoted).join(', ')
}
