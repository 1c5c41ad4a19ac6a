/** Examples kept with a guide: what they are, what they come to, and what is agreed to when words change. */
import { sql, type Transaction } from 'kysely'
import type { ExampleAsked, GuideExample, NewGuideExample } from '../../../shared/guides/index.ts'
import { maskPersonalData } from '../../../shared/privacy/index.ts'
import { AppError } from '../../errors.ts'
import type { Database, Tables } from '../../platform/storage/index.ts'
import type { Catalogue } from '../catalogue.ts'
import type { Pen } from './drafting.ts'
import { outcomeOf, wordAsked, wordTarget } from './outcomes.ts'
import { type Db, type DraftRow, refuse, writeStep } from './rows.ts'

const MOST_OF_A_GUIDE = 100

export interface Example {
  id: string
  topic: string
  asked: ExampleAsked
  expected: string
}

/** Of every guide. */
export async function readExamples(db: Db): Promise<Example[]> {
  return db
    .selectFrom('guide_examples')
    .select(['id', 'topic_key as topic', 'asked', 'expected'])
    .where('retired_at', 'is', null)
    .orderBy('id')
    .execute()
}

/** @param published what is in force @param drafted the same with the words being written; null: nobody writes */
export async function listExamples(
  db: Database,
  key: string,
  { published, drafted }: { published: Catalogue; drafted: Catalogue | null },
): Promise<GuideExample[]> {
  const rows = await db
    .selectFrom('guide_examples')
    .selectAll()
    .where('topic_key', '=', key)
    .where('retired_at', 'is', null)
    .orderBy('id')
    .execute()
  const topic = (drafted ?? published).topics.get(key)?.topic
  return rows.map(row => ({
    id: row.id,
    asked: row.asked,
    words: wordAsked(row.asked, topic),
    expected: row.expected,
    now: outcomeOf(row.asked, key, published),
    withDraft: drafted && outcomeOf(row.asked, key, drafted),
    createdBy: row.created_by,
    createdAt: row.created_at,
    confirmedBy: row.confirmed_by,
    confirmedAt: row.confirmed_at,
  }))
}

/** @throws AppError `invalid` for personal data, an unknown target or answers that lead nowhere; `conflict` when it is kept already */
export async function addExample(
  { db, hand, now }: Pen,
  { key, asked, target }: NewGuideExample & { key: string },
  catalogue: Catalogue,
): Promise<void> {
  const text = asked.kind === 'question' ? asked.text : asked.name
  if (maskPersonalData(text, now) !== text) throw new AppError('invalid', 'it names a person', 'personal_data')
  if (!catalogue.topics.has(key)) throw new AppError('not_found', 'no such guide')
  if (asked.kind === 'question' && !target) throw new AppError('invalid', 'where is it meant to lead?')
  const aim = target && catalogue.topics.get(target.topic)
  if (target && (!aim || (target.caseId !== null && !aim.topic.cases.some(({ id }) => id === target.caseId))))
    throw new AppError('invalid', 'no such guide or case', 'no_such_topic')
  const expected =
    asked.kind === 'question' && target ? wordTarget(target, catalogue) : outcomeOf(asked, key, catalogue)
  if (expected === null) throw new AppError('not_found', 'no such guide')
  await db.transaction().execute(async tx => {
    const { rows } = await sql<{ total: number }>`
      select count(*)::int as total from guide_examples where topic_key = ${key} and retired_at is null
    `.execute(tx)
    if ((rows[0]?.total ?? 0) >= MOST_OF_A_GUIDE) throw new AppError('invalid', 'a guide keeps a hundred examples')
    const { rows: kept } = await sql<{ id: string }>`
      insert into guide_examples (topic_key, asked, expected, created_by, created_at)
      values (${key}, ${JSON.stringify(asked)}::jsonb, ${expected}, ${hand.label}, ${now})
      on conflict (topic_key, md5(asked::text)) where retired_at is null do nothing returning id
    `.execute(tx)
    if (!kept[0]) throw refuse('nothing_new', 'this example is kept already')
    await writeStep(tx, hand, { action: 'example kept', topic: key, why: `${text} → ${expected}` })
  })
}

/** @throws AppError `not_found` */
export async function removeExample(
  { db, hand, now }: Pen,
  { key, id, why }: { key: string; id: string; why: string },
): Promise<void> {
  await db.transaction().execute(async tx => {
    const row = await tx
      .updateTable('guide_examples')
      .set({ retired_by: hand.label, retired_at: now })
      .where('id', '=', id)
      .where('topic_key', '=', key)
      .where('retired_at', 'is', null)
      .returning('asked')
      .executeTakeFirst()
    if (!row) throw new AppError('not_found', 'no such example')
    const text = row.asked.kind === 'question' ? row.asked.text : row.asked.name
    await writeStep(tx, hand, { action: 'example removed', topic: key, why: `${text}: ${why}` })
  })
}

/** What the second person agreed to is what holds from now on. In the transaction that publishes. */
export async function keepConfirmed(
  tx: Transaction<Tables>,
  { confirmed, decided_by: by }: Pick<DraftRow, 'confirmed' | 'decided_by'>,
  now: Date,
): Promise<void> {
  for (const { id, after } of confirmed)
    await tx
      .updateTable('guide_examples')
      .set({ expected: after, confirmed_by: by, confirmed_at: now })
      .where('id', '=', id)
      .where('retired_at', 'is', null)
      .execute()
}
