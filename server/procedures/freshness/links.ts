/** The addresses that guides link to, looked up in turn: few at a time, never two of one house at once, results kept. */
import { sql } from 'kysely'
import type { CheckedLink } from '../../../shared/freshness/index.ts'
import type { Topic } from '../../../shared/procedures.ts'
import type { Database } from '../../platform/storage/index.ts'
import type { LinkProbe } from './link-probe.ts'

const AT_A_TIME = 10
/** Nobody else takes an address meanwhile; a process that died gives it back by then. */
const TAKEN_FOR_MS = 10 * 60_000
const AGAIN_AFTER_MS = 7 * 24 * 3600_000
/** A house that does not answer today may do so tomorrow. */
const FAILED_AGAIN_AFTER_MS = 24 * 3600_000

/** Address by address, the guides that lead there. */
function linksOf(topics: readonly Topic[]): Map<string, { key: string; title: string }[]> {
  const found = new Map<string, { key: string; title: string }[]>()
  for (const { key, title, legalBases, sources, procedures } of topics) {
    const urls = [
      ...legalBases.map(({ url }) => url),
      ...sources.map(({ url }) => url),
      ...procedures.map(({ sourceUrl }) => sourceUrl),
    ]
    for (const url of new Set(urls)) if (url) found.set(url, [...(found.get(url) ?? []), { key, title }])
  }
  return found
}

/** Those in trouble first. */
export async function listLinks(db: Database, topics: readonly Topic[]): Promise<CheckedLink[]> {
  const rows = await db.selectFrom('link_checks').selectAll().execute()
  const known = new Map(rows.map(row => [row.url, row]))
  return [...linksOf(topics)]
    .map(([url, named]) => {
      const row = known.get(url)
      return {
        url,
        topics: named,
        outcome: row?.outcome ?? null,
        status: row?.status ?? null,
        detail: row?.detail ?? null,
        checkedAt: row?.checked_at ?? null,
        failures: row?.failures ?? 0,
      }
    })
    .sort((a, b) => b.failures - a.failures || a.url.localeCompare(b.url))
}

/** Every address is to be looked up from `now` on; what no guide links to is forgotten. */
export async function queueLinks(db: Database, topics: readonly Topic[], now: Date, onlyNew = false): Promise<void> {
  const urls = [...linksOf(topics).keys()]
  await sql`delete from link_checks where not url = any(${urls}::text[])`.execute(db)
  await sql`
    insert into link_checks (url, next_at) select url, ${now} from unnest(${urls}::text[]) url
    on conflict (url) do update set next_at = case when ${onlyNew} then link_checks.next_at else excluded.next_at end
  `.execute(db)
}

/** @returns how many were looked up; 0: nothing is due */
export async function checkDueLinks(db: Database, probe: LinkProbe, now: Date): Promise<number> {
  const { rows: due } = await sql<{ url: string }>`
    update link_checks set next_at = ${new Date(now.getTime() + TAKEN_FOR_MS)} where url in (
      select url from link_checks where url in (
        select distinct on (substring(url from '^[a-z]+://([^/?#]*)')) url from link_checks where next_at <= ${now}
        order by substring(url from '^[a-z]+://([^/?#]*)'), next_at)
      order by next_at limit ${AT_A_TIME} for update skip locked)
    returning url
  `.execute(db)
  for (const { url } of due) {
    const { outcome, status, detail } = await probe(url)
    const isWell = outcome === 'alive'
    const nextAt = new Date(now.getTime() + (isWell ? AGAIN_AFTER_MS : FAILED_AGAIN_AFTER_MS))
    await sql`
      update link_checks set outcome = ${outcome}, status = ${status}, detail = ${detail}, checked_at = ${now}, next_at = ${nextAt},
        failures = case when ${isWell} then 0 else failures + 1 end
      where url = ${url}
    `.execute(db)
  }
  return due.length
}
