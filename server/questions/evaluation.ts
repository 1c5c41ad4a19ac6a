/** How right the machine is on the published questions, worked out once for each state of the catalogue. */
import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { type Calibration, type Catalogue, type CheckedQuestion, countFates } from '../../shared/answering/index.ts'
import type { PublicFigures } from '../../shared/questions/index.ts'
import type { Database } from '../platform/storage/index.ts'

const SETTING = 'questions.selfCheck'
type Check = NonNullable<PublicFigures['selfCheck']>
export type Checkable = Catalogue & { calibration: Calibration }
/** Puts every question of the catalogue to it. */
export type CheckQuestions = (catalogue: Checkable) => Promise<CheckedQuestion[]>

export async function readSelfCheck(db: Database): Promise<Check | null> {
  const { rows } = await sql<{ value: Check }>`
    select value from settings where area_id is null and key = ${SETTING}
  `.execute(db)
  const [row] = rows
  return row ? { ...row.value, at: new Date(row.value.at) } : null
}

/** Does nothing when the catalogue is the one that was checked last. */
export async function renewSelfCheck(
  db: Database,
  catalogue: Checkable,
  { now, checkQuestions }: { now: Date; checkQuestions: CheckQuestions },
): Promise<void> {
  const { topics, negatives } = catalogue
  const madeFrom = createHash('sha256').update(JSON.stringify({ topics, negatives })).digest('hex')
  const { rows } = await sql`
    select 1 from settings where area_id is null and key = ${SETTING} and value ->> 'madeFrom' = ${madeFrom}
  `.execute(db)
  if (rows.length > 0) return
  const check = countFates(await checkQuestions(catalogue))
  await sql`
    insert into settings (area_id, key, value) values (null, ${SETTING}, ${JSON.stringify({ ...check, at: now, madeFrom })}::jsonb)
    on conflict (area_id, key) do update set value = excluded.value, updated_at = now()
  `.execute(db)
}
