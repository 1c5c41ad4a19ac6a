/** Recordings in the database; every change leaves a line in the audit. */
import { sql } from 'kysely'
import type { GuideRecording, NewRecording, Recording } from '../../shared/recordings.ts'
import { AppError } from '../errors.ts'
import { type Files, filePath } from '../platform/files/index.ts'
import type { Database } from '../platform/storage/index.ts'

interface Hand {
  db: Database
  files: Files
  areaId: string
  /** Who does it, for the audit. */
  by: string
}

/** @throws AppError `not_found`, `conflict`, `invalid` */
export async function attachRecording(
  { db, files, areaId, by, at }: Hand & { at: Date },
  { topic, revision, section }: NewRecording,
  bytes: Uint8Array,
): Promise<Recording> {
  return db.transaction().execute(async tx => {
    // Nobody publishes these words anew until the recording lies beside them.
    const inForce = await tx
      .selectFrom('topic_revisions')
      .select('revision')
      .where('topic_key', '=', topic)
      .where('retired_at', 'is', null)
      .forShare()
      .executeTakeFirst()
    if (!inForce) throw new AppError('not_found', 'no such topic')
    if (inForce.revision !== revision)
      throw new AppError('conflict', `revision ${inForce.revision} is in force: its words are not those that were read`)
    const file = await files.keep(tx, 'audio', bytes)
    const before = await tx
      .deleteFrom('recordings')
      .where('topic_key', '=', topic)
      .where('revision', '=', revision)
      .where('area_id', '=', areaId)
      .where('section', '=', section)
      .returning('file_sha256')
      .executeTakeFirst()
    const { id } = await tx
      .insertInto('recordings')
      .values({
        area_id: areaId,
        topic_key: topic,
        revision,
        section,
        file_sha256: file.sha256,
        attached_by: by,
        attached_at: at,
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    await tx
      .insertInto('audit')
      .values({
        actor: by,
        action: 'recording attached',
        area_id: areaId,
        subject: topic,
        detail: JSON.stringify({ revision, section, sha256: file.sha256, replaced: before?.file_sha256 ?? null }),
      })
      .execute()
    if (before && before.file_sha256 !== file.sha256) await files.release(tx, before.file_sha256)
    return {
      id,
      topic,
      revision,
      section,
      isCurrent: true,
      path: filePath(file),
      mediaType: file.mediaType,
      bytes: file.bytes,
      attachedBy: by,
      attachedAt: at,
    }
  })
}

/** @returns what was removed @throws AppError `not_found`, also for one of another area */
export async function removeRecording({ db, files, areaId, by }: Hand, id: string): Promise<Recording> {
  return db.transaction().execute(async tx => {
    const removed = (await listRecordings(tx, areaId)).find(one => one.id === id)
    if (!removed) throw new AppError('not_found', 'no such recording')
    const row = await tx.deleteFrom('recordings').where('id', '=', id).returning('file_sha256').executeTakeFirst()
    if (!row) throw new AppError('not_found', 'no such recording')
    const { topic, revision, section } = removed
    await tx
      .insertInto('audit')
      .values({
        actor: by,
        action: 'recording removed',
        area_id: areaId,
        subject: topic,
        detail: JSON.stringify({ revision, section, sha256: row.file_sha256 }),
      })
      .execute()
    await files.release(tx, row.file_sha256)
    return removed
  })
}

/** By topic, the newest words first; all of them without `page`. */
export async function listRecordings(
  db: Database,
  areaId: string,
  page?: { offset: number; limit: number },
): Promise<Recording[]> {
  const rows = await db
    .selectFrom('recordings as r')
    .innerJoin('files as f', 'f.sha256', 'r.file_sha256')
    .innerJoin('topic_revisions as t', join =>
      join.onRef('t.topic_key', '=', 'r.topic_key').onRef('t.revision', '=', 'r.revision'),
    )
    .selectAll('r')
    .select(['f.sha256', 'f.extension', 'f.media_type', 'f.bytes', 't.retired_at'])
    .where('r.area_id', '=', areaId)
    .orderBy('r.topic_key')
    .orderBy('r.revision', 'desc')
    .orderBy('r.id')
    .$if(page !== undefined, query => query.offset(page?.offset ?? 0).limit(page?.limit ?? 0))
    .execute()
  return rows.map(row => ({
    id: row.id,
    topic: row.topic_key,
    revision: row.revision,
    section: row.section,
    isCurrent: row.retired_at === null,
    path: filePath(row),
    mediaType: row.media_type,
    bytes: row.bytes,
    attachedBy: row.attached_by,
    attachedAt: row.attached_at,
  }))
}

/** One for each part of the guide, from the ward or the nearest area above it. */
export async function readGuideRecordings(
  db: Database,
  { wardId, topic, revision }: { wardId: string; topic: string; revision: number },
): Promise<GuideRecording[]> {
  const { rows } = await sql<{ section: GuideRecording['section']; sha256: string; extension: string }>`
    with recursive line as (
      select id, parent_id, 0 as above from areas where id = ${wardId}
      union all select a.id, a.parent_id, above + 1 from areas a join line on a.id = line.parent_id
    )
    select distinct on (section) section, sha256, extension
    from recordings join line on line.id = area_id join files on sha256 = file_sha256
    where topic_key = ${topic} and revision = ${revision}
    order by section, above
  `.execute(db)
  return rows.map(row => ({ section: row.section, path: filePath(row) }))
}
