import type { ColumnType, Generated } from 'kysely'

export type OwnersJson = ColumnType<unknown, string, string>
export type OwnersJsonOrNull = ColumnType<unknown, string | null | undefined, string | null>
export type OwnersJsonWithDefault = ColumnType<unknown, string | undefined, string>
export type WithDefault<T> = Generated<T>
/** May be left out when inserting; null then. */
export type Optional<T> = ColumnType<T | null, T | null | undefined, T | null>
