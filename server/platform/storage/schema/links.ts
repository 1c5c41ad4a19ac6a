import type { ColumnType, GeneratedAlways } from 'kysely'
import type { LinkAction } from '../../../../shared/links.ts'
import type { Optional } from './columns.ts'

/** A printed code: the database refuses to change or remove one. */
export interface LinksTable {
  code: ColumnType<string, string, never>
  area_id: ColumnType<string, string, never>
  made_for: ColumnType<string | null, string | null | undefined, never>
  created_at: ColumnType<Date, Date, never>
}

/** Append-only; the latest one of a code says where it leads. */
export interface LinkChangesTable {
  id: GeneratedAlways<string>
  code: ColumnType<string, string, never>
  at: ColumnType<Date, Date, never>
  actor: ColumnType<string, string, never>
  action: ColumnType<LinkAction, LinkAction, never>
  title: ColumnType<string, string, never>
  target: ColumnType<unknown, string | null, never>
  why: ColumnType<string, string, never>
}

/** Where a printed copy of a code hangs. */
export interface LinkPlacesTable {
  code: ColumnType<string, string, never>
  number: ColumnType<number, number, never>
  name: ColumnType<string, string, never>
  put_up_at: ColumnType<Date, Date, never>
  taken_down_at: Optional<Date>
}
