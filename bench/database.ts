/** Looks into the bundled database of an installation from outside, as an observer. */
import { existsSync } from 'node:fs'
import pg from 'pg'
import { startPostgres } from '../server/platform/storage/index.ts'

export interface Observer {
  url: string
  one<T>(query: string): Promise<T>
  all<T>(query: string): Promise<T[]>
  /** Hears of every delivery the moment its transaction has committed. */
  watchDeliveries(heard: (requestKey: string) => void): Promise<void>
  close(): Promise<void>
}

const quiet = { info: () => undefined, warn: () => undefined, error: () => undefined }

/** Takes part in the running server (or raises it again after a kill), the same way an operator's command does. */
export async function openDatabase(dataDir: string): Promise<Observer> {
  if (!existsSync(dataDir)) throw new Error('no such installation')
  const server = await startPostgres({ dataDir, log: quiet })
  const client = new pg.Client({ connectionString: server.url })
  client.on('error', () => undefined)
  await client.connect()
  const all = async <T>(query: string): Promise<T[]> => (await client.query(query)).rows as T[]
  return {
    url: server.url,
    all,
    async watchDeliveries(heard) {
      client.on('notification', ({ payload }) => heard(payload ?? ''))
      await client.query(`
        create or replace function bench_tell() returns trigger language plpgsql as $$
          begin perform pg_notify('bench_deliveries', new.request_key); return null; end $$;
        create or replace trigger bench_tells after insert on deliveries for each row execute function bench_tell();
        listen bench_deliveries`)
    },
    async one<T>(query: string) {
      const rows = await all<T>(query)
      if (!rows[0]) throw new Error('the query answered nothing')
      return rows[0]
    },
    async close() {
      await client.end()
      await server.stop()
    },
  }
}
