export { type PostgresServer, startPostgres } from './supervisor.ts'
