export { type PostgresOptions, type PostgresServer, startPostgres } from './supervisor.ts'
