/** The ward's memory: one PostgreSQL, an outside server's or the one that comes with the app. */
export { connect, type Database } from './connection.ts'
export { readDiskSpace } from './disk-space.ts'
export { migrate, migrateTo } from './migrate.ts'
export { stampMode } from './mode.ts'
export { type PostgresServer, startPostgres } from './postgres/index.ts'
export { holdBack, type RestoredMark, readRestored, releaseRestored } from './restored.ts'
export type * from './schema/index.ts'
export { ModeError, StorageError } from './storage-error.ts'
