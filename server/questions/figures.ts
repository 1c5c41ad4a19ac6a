/** Counts by week, for officers in full and for everybody with what is small left out. */
import { sql } from 'kysely'
import {
  type FiguresSetting,
  fullWeeks,
  type PublicFigures,
  type QuestionWeek,
  showCount,
  weekOf,
} from '../../shared/questions/index.ts'
import { addDays, vietnamDay } from '../../shared/vietnam-time.ts'
import type { Database } from '../platform/storage/index.ts'
import { COUNTED, type Counted, counterOf } from './hearing.ts'

const WEEKS_FOR_OFFICERS = 12
const WEEKS_FOR_ALL = 8
const SETTING = 'questions.figures'

type Counts = Record<Counted, number>

/** Newest first, the running week among them. */
export async function readWeeks(db: Database, areaIds: readonly string[], now: Date): Promise<QuestionWeek[]> {
  const running = weekOf(vietnamDay(now))
  const weeks = [running, ...fullWeeks(now, WEEKS_FOR_OFFICERS - 1)]
  const counts = await countByWeek(db, areaIds, weeks.at(-1) ?? running)
  return weeks.map(week => {
    const of = counts.get(week) ?? NOTHING
    return {
      week,
      answered: of.answered,
      unanswered: of.unanswered,
      askedBack: of.asked_back,
      handedOver: of.handed_over,
      thumbsUp: of.thumbs_up,
      thumbsDown: of.thumbs_down,
    }
  })
}

const NOTHING = Object.fromEntries(COUNTED.map(kind => [kind, 0])) as Counts

async function countByWeek(db: Database, areaIds: readonly string[], since: string): Promise<Map<string, Counts>> {
  const { rows } = await sql<{ week: string; name: string; total: number }>`
    select to_char(date_trunc('week', day), 'YYYY-MM-DD') as week, name, sum(total)::int as total from counters
    where name = any(${COUNTED.map(counterOf)}) and label = any(${areaIds}) and day >= ${since}::date
    group by 1, 2
  `.execute(db)
  const counts = new Map<string, Counts>()
  for (const { week, name, total } of rows) {
    const kind = COUNTED.find(one => counterOf(one) === name)
    if (kind) counts.set(week, { ...(counts.get(week) ?? NOTHING), [kind]: total })
  }
  return counts
}

/** @returns since when the ward shows its figures; null: it does not */
export async function readShownSince(db: Database, areaId: string): Promise<Date | null> {
  const row = await db
    .selectFrom('settings')
    .select(['value', 'updated_at'])
    .where('area_id', '=', areaId)
    .where('key', '=', SETTING)
    .executeTakeFirst()
  return row?.value === true ? row.updated_at : null
}

/** Also writes the audit. */
export async function saveSetting(
  db: Database,
  { areaId, isOn, by, at }: FiguresSetting & { areaId: string; by: string; at: Date },
): Promise<void> {
  await db.transaction().execute(async tx => {
    await sql`
      insert into settings (area_id, key, value, updated_at) values (${areaId}, ${SETTING}, ${JSON.stringify(isOn)}::jsonb, ${at})
      on conflict (area_id, key) do update set value = excluded.value, updated_at = excluded.updated_at
    `.execute(tx)
    await tx
      .insertInto('audit')
      .values({
        actor: by,
        action: isOn ? 'figures shown' : 'figures hidden',
        area_id: areaId,
        subject: areaId,
        detail: '{}',
      })
      .execute()
  })
}

export async function readPublicWeeks(db: Database, areaId: string, now: Date): Promise<PublicFigures['weeks']> {
  const weeks = fullWeeks(now, WEEKS_FOR_ALL)
  const counts = await countByWeek(db, [areaId], weeks.at(-1) ?? addDays(vietnamDay(now), -7 * WEEKS_FOR_ALL))
  return weeks.map(week => {
    const of = counts.get(week) ?? NOTHING
    return {
      week,
      answered: showCount(of.answered),
      unanswered: showCount(of.unanswered),
      thumbsUp: showCount(of.thumbs_up),
      thumbsDown: showCount(of.thumbs_down),
    }
  })
}
