/** What is known to change: read from guides and laws, or written down by officers; near ones become tasks. */
import type { Transaction } from 'kysely'
import type { KnownChange, NewKnownChange } from '../../../shared/freshness/index.ts'
import type { Topic } from '../../../shared/procedures.ts'
import { addDays, vietnamDay } from '../../../shared/vietnam-time.ts'
import { AppError } from '../../errors.ts'
import type { Database, Tables } from '../../platform/storage/index.ts'
import { openTask } from './tasks.ts'

/** What guides and laws announce is reminded of so long before. */
const REMIND_DAYS = 30

type Named = { key: string; title: string }

/** By day. @param topics what is published */
export async function listChanges(db: Database, topics: readonly Topic[], today: string): Promise<KnownChange[]> {
  const rows = await db.selectFrom('known_changes').selectAll().where('removed_at', 'is', null).execute()
  const titles = new Map(topics.map(({ key, title }) => [key, title]))
  const own: KnownChange[] = rows.map(({ id, day, text, topics: keys, remind_days: remindDays }) => ({
    id,
    day,
    text,
    source: 'own',
    topics: keys.map(key => ({ key, title: titles.get(key) ?? key })),
    remindDays,
  }))
  return [...own, ...announced(topics)]
    .filter(({ id, day }) => id !== null || day >= today)
    .sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : a.text.localeCompare(b.text, 'vi')))
}

/** What the guides themselves say; the same change in several guides stands once. */
function announced(topics: readonly Topic[]): KnownChange[] {
  const found = new Map<string, KnownChange>()
  const note = (source: KnownChange['source'], day: string, text: string, topic: Named): void => {
    const known = found.get(`${day} ${text}`)
    if (known?.topics.some(({ key }) => key === topic.key)) return
    const named = { key: topic.key, title: topic.title }
    if (known) known.topics.push(named)
    else found.set(`${day} ${text}`, { id: null, day, text, source, topics: [named], remindDays: REMIND_DAYS })
  }
  for (const topic of topics) {
    for (const { date, text } of topic.scheduledChanges) note('guide', date, text, topic)
    for (const { number, title, effectiveUntil } of topic.legalBases)
      if (effectiveUntil) note('law', effectiveUntil, `${number} (${title}) hết hiệu lực.`, topic)
    for (const { reliefs } of topic.channels.flatMap(channel => channel.fees))
      for (const { until, law } of reliefs) note('fee', addDays(until, 1), `Hết đợt giảm lệ phí theo ${law}.`, topic)
  }
  return [...found.values()]
}

export async function addChange(
  tx: Transaction<Tables>,
  { day, text, topics, remindDays, by, now }: NewKnownChange & { by: string; now: Date },
): Promise<void> {
  await tx
    .insertInto('known_changes')
    .values({ day, text, topics, remind_days: remindDays, added_by: by, added_at: now })
    .execute()
  await tx
    .insertInto('audit')
    .values({ actor: by, action: 'known change added', subject: day, detail: JSON.stringify({ text, topics }) })
    .execute()
}

/** @throws AppError `not_found` */
export async function removeChange(
  tx: Transaction<Tables>,
  { id, why, by, now }: { id: string; why: string; by: string; now: Date },
): Promise<void> {
  const row = await tx
    .updateTable('known_changes')
    .set({ removed_by: by, removed_at: now })
    .where('id', '=', id)
    .where('removed_at', 'is', null)
    .returning(['day', 'text'])
    .executeTakeFirst()
  if (!row) throw new AppError('not_found', 'no such change')
  await tx
    .insertInto('audit')
    .values({
      actor: by,
      action: 'known change removed',
      subject: row.day,
      detail: JSON.stringify({ text: row.text, why }),
    })
    .execute()
}

/** Tasks for what is near, and for guides whose review date has come. A missed or double call does no harm. */
export async function openDueTasks(db: Database, topics: readonly Topic[], now: Date): Promise<void> {
  const today = vietnamDay(now)
  const near = (await listChanges(db, topics, today)).filter(
    ({ day, remindDays }) => addDays(day, -remindDays) <= today,
  )
  const due = topics.filter(({ trust }) => trust?.reviewOn && trust.reviewOn <= today)
  if (near.length === 0 && due.length === 0) return
  await db.transaction().execute(async tx => {
    for (const { id, day, text, topics: concerned } of near)
      for (const topic of concerned.length > 0 ? concerned.map(({ key }) => key) : [null])
        await openTask(tx, {
          kind: 'change',
          topic,
          cause: `change ${id ?? `${day} ${text}`}`,
          text: `Từ ${day.split('-').reverse().join('/')}: ${text}`,
          by: 'hệ thống',
          now,
          dueOn: day,
        })
    for (const { key, trust } of due)
      await openTask(tx, {
        kind: 'date',
        topic: key,
        cause: `date ${trust?.reviewOn}`,
        text: 'Đã đến ngày xem lại hướng dẫn này.',
        by: 'hệ thống',
        now,
        ...(trust?.withholdOn ? { dueOn: trust.withholdOn } : {}),
      })
  })
}
