/** Backups: copies of every row or of the database's own files, brought back to life, and rehearsed. */
export { type BackupRequest, backUpCluster, backUpRows, thinOut, withClient } from './backup.ts'
export { type Comparison, compareRows } from './compare.ts'
export { type DrillRequest, type Rehearsal, rehearse } from './drill.ts'
export { BackupError, type Manifest } from './manifest.ts'
export { type RestoreRequest, restore } from './restore.ts'
