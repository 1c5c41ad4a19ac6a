import type { ColumnType, GeneratedAlways } from 'kysely'
import type { Optional, OwnersJson, OwnersJsonOrNull, OwnersJsonWithDefault, WithDefault } from './columns.ts'

export interface SettingsTable {
  /** Null: the setting holds for the whole installation. */
  area_id: Optional<string>
  key: string
  value: OwnersJson
  updated_at: WithDefault<Date>
}

/** Append-only: the database refuses to change or remove a line. */
export interface AuditTable {
  id: GeneratedAlways<string>
  at: ColumnType<Date, Date | undefined, never>
  actor: ColumnType<string, string, never>
  action: ColumnType<string, string, never>
  area_id: ColumnType<string | null, string | null | undefined, never>
  subject: ColumnType<string, string, never>
  detail: ColumnType<unknown, string | undefined, never>
  /** Made by the database. */
  previous_digest: ColumnType<Buffer, never, never>
  digest: ColumnType<Buffer, never, never>
}

/** The end of the audit's chain; kept by the database. */
export interface AuditHeadTable {
  is_only: ColumnType<boolean, never, never>
  id: ColumnType<string, never, never>
  digest: ColumnType<Buffer, never, never>
}

export interface CountersTable {
  day: string
  name: string
  label: WithDefault<string>
  total: ColumnType<string, string | number | undefined, string | number>
  last_at: WithDefault<Date>
}

export interface SchedulesTable {
  id: GeneratedAlways<string>
  schedule_key: string
  kind: string
  area_id: Optional<string>
  repeat: OwnersJsonOrNull
  next_due_at: Optional<Date>
  catch_up: 'ask' | 'skip' | 'fire'
  detail: OwnersJsonWithDefault
  created_at: WithDefault<Date>
  ended_at: Optional<Date>
}

export interface ScheduleRunsTable {
  schedule_id: string
  due_at: Date
  state: 'fired' | 'asks' | 'skipped' | 'declined'
  decided_at: Date
  decided_by: Optional<string>
}
