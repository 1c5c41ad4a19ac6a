/** Daily counts without people: gathered in memory, written every two seconds. A crash may lose the last two seconds. */
import { sql } from 'kysely'
import type { Logger } from 'pino'
import type { Clock } from '../../clock.ts'
import { createLoop, type Loop } from '../jobs/index.ts'
import type { Database } from '../storage/index.ts'

export interface CounterTotal {
  label: string
  total: number
  lastAt: Date
}

export interface Counters extends Pick<Loop, 'start' | 'stop'> {
  count(name: string, label?: string): void
  /** Totals of the last days, today included, one for each label. */
  read(name: string, days: number): Promise<CounterTotal[]>
}

/** One count as it rests in the database; what was counted in the last two seconds may not be there yet. */
export interface DailyCount {
  /** ISO day in Vietnam. */
  day: string
  label: string
  total: number
}

/** @param since ISO day, included. Newest day first. */
export async function readDailyCounts(
  db: Database,
  { name, labels, since }: { name: string; labels: readonly string[]; since: string },
): Promise<DailyCount[]> {
  if (labels.length === 0) return []
  const rows = await db
    .selectFrom('counters')
    .select(['day', 'label', 'total'])
    .where('name', '=', name)
    .where('label', 'in', labels)
    .where('day', '>=', since)
    .orderBy('day', 'desc')
    .orderBy('label')
    .execute()
  return rows.map(({ day, label, total }) => ({ day, label, total: Number(total) }))
}

const VIETNAM_DAY = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'Asia/Ho_Chi_Minh',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
})

export function createCounters({ db, clock, log }: { db: Database; clock: Clock; log: Logger }): Counters {
  let gathered = new Map<string, { day: string; name: string; label: string; total: number; at: Date }>()

  async function flush(): Promise<boolean> {
    if (gathered.size === 0) return false
    const rows = [...gathered.values()]
    gathered = new Map()
    try {
      await sql`
        insert into counters (day, name, label, total, last_at)
        select * from unnest(${rows.map(r => r.day)}::date[], ${rows.map(r => r.name)}::text[], ${rows.map(r => r.label)}::text[],
          ${rows.map(r => r.total)}::bigint[], ${rows.map(r => r.at)}::timestamptz[])
        on conflict (day, name, label) do update set total = counters.total + excluded.total, last_at = greatest(counters.last_at, excluded.last_at)
      `.execute(db)
    } catch (error) {
      for (const row of rows) add(row)
      throw error
    }
    return false
  }

  function add(row: { day: string; name: string; label: string; total: number; at: Date }): void {
    const key = `${row.day} ${row.name} ${row.label}`
    const known = gathered.get(key)
    gathered.set(
      key,
      known
        ? { ...row, total: known.total + row.total, at: new Date(Math.max(known.at.getTime(), row.at.getTime())) }
        : row,
    )
  }

  const loop = createLoop({ name: 'counters', turn: flush, pauseMs: 2000, log })
  return {
    start: loop.start,
    async stop() {
      await loop.stop()
      await flush().catch(error => log.warn({ err: error }, 'the last counts were not written'))
    },
    count(name, label = '') {
      const at = clock.now()
      add({ day: VIETNAM_DAY.format(at), name, label, total: 1, at })
    },
    async read(name, days) {
      await flush()
      const since = VIETNAM_DAY.format(new Date(clock.now().getTime() - (days - 1) * 86_400_000))
      const { rows } = await sql<{ label: string; total: number; last_at: Date }>`
        select label, sum(total)::int as total, max(last_at) as last_at from counters where name = ${name} and day >= ${since}::date group by label
      `.execute(db)
      return rows.map(row => ({ label: row.label, total: row.total, lastAt: row.last_at }))
    },
  }
}
