/** What officers read of one guide: its history, any revision, any day, what differs. */
import { sql } from 'kysely'
import { type Change, compareGuides, type Guide, type GuideAsOf, type Version } from '../../../shared/guides/index.ts'
import type { Topic } from '../../../shared/procedures.ts'
import { addDays, momentAt, vietnamDay } from '../../../shared/vietnam-time.ts'
import { AppError } from '../../errors.ts'
import type { Database } from '../../platform/storage/index.ts'
import { readCorrections } from './corrections.ts'
import type { Pen } from './drafting.ts'
import { WOULD_UNDO } from './release.ts'
import { findLatest, OPEN, toDraft } from './rows.ts'

const STEPS_SHOWN = 200
const REVISION = [
  'revision',
  'origin',
  'published_at',
  'retired_at',
  'effective_until',
  'written_by',
  'published_by',
  'why',
  'is_alone',
  'seen_by',
] as const

/** For whoever does not keep it. @throws AppError `not_found` when it is not in force */
export function inForceOnly(guide: Guide): Guide {
  if (!guide.topic) throw new AppError('not_found', 'no such guide')
  return { ...guide, draft: null, scheduled: [], corrections: [], revisions: [], steps: [], mayChange: false }
}

/** @throws AppError `not_found` */
export async function readGuide({ db, hand }: Pick<Pen, 'db' | 'hand'>, key: string): Promise<Guide> {
  // The words of one of them are many pages: only those in force are read.
  const revisions = await db
    .selectFrom('topic_revisions')
    .select([...REVISION])
    .where('topic_key', '=', key)
    .orderBy('revision', 'desc')
    .execute()
  const drafts = await db
    .selectFrom('guide_drafts')
    .selectAll()
    .where('topic_key', '=', key)
    .where('state', 'in', [...OPEN, 'scheduled'])
    .orderBy('effective_from')
    .execute()
  if (revisions.length === 0 && drafts.length === 0) throw new AppError('not_found', 'no such guide')
  const inForce = await db
    .selectFrom('topic_revisions')
    .select(['content', 'revision', 'published_at'])
    .where('topic_key', '=', key)
    .where('retired_at', 'is', null)
    .executeTakeFirst()
  const steps = await db
    .selectFrom('audit')
    .select(['at', 'actor', 'action', 'detail'])
    .where('subject', '=', key)
    .where('action', 'like', 'guide %')
    .orderBy('id', 'desc')
    .limit(STEPS_SHOWN)
    .execute()
  const open = drafts.find(({ state }) => state !== 'scheduled')
  return {
    key,
    topic: inForce?.content ?? null,
    revision: inForce?.revision ?? null,
    publishedAt: inForce?.published_at ?? null,
    draft: open ? toDraft(open, hand) : null,
    scheduled: drafts.filter(({ state }) => state === 'scheduled').map(row => toDraft(row, hand)),
    corrections: inForce ? await readCorrections(db, inForce.content) : [],
    revisions: revisions.map(row => ({
      revision: row.revision,
      origin: row.origin,
      publishedAt: row.published_at,
      retiredAt: row.retired_at,
      effectiveUntil: row.effective_until,
      writtenBy: row.written_by,
      publishedBy: row.published_by,
      why: row.why,
      isAlone: row.is_alone,
      seenBy: row.seen_by,
    })),
    steps: steps.map(({ at, actor, action, detail }) => ({
      at,
      by: actor,
      action: action.replace(/^guide /, ''),
      why: (detail as { why?: string | null }).why ?? null,
    })),
    mayChange: true,
  }
}

/** @throws AppError `not_found` */
export async function readRevision(
  db: Database,
  { key, revision }: { key: string; revision: number },
): Promise<{ topic: Topic; revision: number }> {
  const row = await db
    .selectFrom('topic_revisions')
    .select('content')
    .where('topic_key', '=', key)
    .where('revision', '=', revision)
    .executeTakeFirst()
  if (!row) throw new AppError('not_found', 'no such revision')
  return { topic: row.content, revision }
}

/** At the end of that day; of today: now. */
export async function readAsOf(
  { db, now }: Pick<Pen, 'db' | 'now'>,
  { key, day }: { key: string; day: string },
): Promise<GuideAsOf> {
  if (!(await findLatest(db, key)) && !(await findScheduled(db, key, '9999-12-31')))
    throw new AppError('not_found', 'no such guide')
  const today = vietnamDay(now)
  const scheduled = day > today ? await findScheduled(db, key, day) : undefined
  if (scheduled) {
    const isOver = scheduled.effective_until !== null && scheduled.effective_until < day
    return isOver
      ? { day, topic: null, revision: null, draft: null }
      : { day, topic: scheduled.content, revision: null, draft: scheduled.id }
  }
  const until = day < today ? momentAt(addDays(day, 1), '00:00') : now
  const row = await db
    .selectFrom('topic_revisions')
    .select(['content', 'revision'])
    .where('topic_key', '=', key)
    .where('published_at', '<=', until)
    .where(where => where.or([where('retired_at', 'is', null), where('retired_at', '>', until)]))
    .where(where => where.or([where('effective_until', 'is', null), where('effective_until', '>=', day)]))
    .orderBy('revision', 'desc')
    .limit(1)
    .executeTakeFirst()
  return { day, topic: row?.content ?? null, revision: row?.revision ?? null, draft: null }
}

function findScheduled(db: Database, key: string, day: string) {
  return (
    db
      .selectFrom('guide_drafts as d')
      .selectAll()
      .where('d.topic_key', '=', key)
      .where('d.state', '=', 'scheduled')
      .where('d.effective_from', '<=', day)
      // What cannot take effect any more is not promised.
      .where(sql<boolean>`not ${WOULD_UNDO}`)
      .orderBy('d.effective_from', 'desc')
      .orderBy('d.id', 'desc')
      .limit(1)
      .executeTakeFirst()
  )
}

/** @throws AppError `not_found` */
export async function compareVersions(
  db: Database,
  { key, from, to }: { key: string; from: Version; to: Version },
): Promise<Change[]> {
  const read = async (version: Version): Promise<Topic> => {
    if (version !== 'draft') return (await readRevision(db, { key, revision: version })).topic
    const row = await db
      .selectFrom('guide_drafts')
      .select('content')
      .where('topic_key', '=', key)
      .where('state', 'in', [...OPEN])
      .executeTakeFirst()
    if (!row) throw new AppError('not_found', 'nobody is writing this guide')
    return row.content
  }
  return compareGuides(await read(from), await read(to))
}
