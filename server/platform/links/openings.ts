/** How often codes are opened, by day and place. Openings are counted, not people: nothing is kept that tells them apart. */
import type { IncomingHttpHeaders } from 'node:http'
import { isbot } from 'isbot'
import { sql } from 'kysely'
import { type DailyCount, readDailyCounts } from '../counters/index.ts'
import type { Database } from '../storage/index.ts'

/** The name under which they are counted; the label is made by `openingLabel`. */
export const OPENINGS = 'link opened'

export interface Opening {
  day: string
  code: string
  /** Null: opened without a place, or with one that is not known. */
  place: number | null
  total: number
}

export function openingLabel(code: string, place: number | null): string {
  return place === null ? code : `${code}/${place}`
}

/** Of one code. @param places the numbers of its places @param since ISO day, included. Newest day first. */
export async function readOpenings(
  db: Database,
  { code, places, since }: { code: string; places: readonly number[]; since: string },
): Promise<Opening[]> {
  const labels = [null, ...places].map(place => openingLabel(code, place))
  return (await readDailyCounts(db, { name: OPENINGS, labels, since })).map(toOpening)
}

/** Of every code, all places together. @param since ISO day, included */
export async function sumOpenings(db: Database, since: string): Promise<ReadonlyMap<string, number>> {
  const { rows } = await sql<{ code: string; total: number }>`
    select split_part(label, '/', 1) as code, sum(total)::int as total from counters
    where name = ${OPENINGS} and day >= ${since}::date group by 1
  `.execute(db)
  return new Map(rows.map(({ code, total }) => [code, total]))
}

function toOpening({ day, label, total }: DailyCount): Opening {
  const [code = '', place] = label.split('/')
  return { day, code, place: place === undefined ? null : Number(place), total }
}

/**
 * True for a request that a person's browser makes to show a page now. Machines that look at links, previews and pages
 * fetched ahead are not counted. A browser that says little about itself is: old phones do.
 */
export function isOpenedByPerson({ method, headers }: { method: string; headers: IncomingHttpHeaders }): boolean {
  if (method !== 'GET') return false
  const said = (name: string): string => String(headers[name] ?? '').toLowerCase()
  const isAhead = ['sec-purpose', 'purpose', 'x-purpose', 'x-moz'].some(name =>
    /prefetch|prerender|preview/.test(said(name)),
  )
  const wants = said('sec-fetch-dest')
  const browser = said('user-agent')
  return (
    !isAhead &&
    (wants === '' || wants === 'document') &&
    said('accept').includes('text/html') &&
    browser !== '' &&
    !isbot(browser)
  )
}
