/** Writing: drafts, their changes, and drafts of corrections. */
import { sql, type Transaction } from 'kysely'
import { cleanWords, compareFields, NoticeDraft, stateAfter } from '../../shared/notices/index.ts'
import { AppError } from '../errors.ts'
import { filePath } from '../platform/files/index.ts'
import type { Principal } from '../platform/people/index.ts'
import type { Tables } from '../platform/storage/index.ts'
import { actorOf, type SpokenArea, senderOf } from './charge.ts'
import { type Desk, lockInCharge, newCode, readInCharge, requireAudience } from './desk.ts'
import { type NoticeRow, readNotice, writeAudit } from './store.ts'

/** The words as they are kept: without mentions and what cannot be seen. */
export function cleanDraft(draft: NoticeDraft): NoticeDraft {
  const { fields } = draft
  const clean = (text: string | null) => (text === null ? null : cleanWords(text) || null)
  const cleaned = {
    ...draft,
    fields: {
      ...fields,
      title: cleanWords(fields.title),
      what: cleanWords(fields.what),
      place: clean(fields.place),
      who: clean(fields.who),
      bring: clean(fields.bring),
    },
  }
  const parsed = NoticeDraft.safeParse(cleaned)
  if (!parsed.success) throw new AppError('invalid', 'nothing is left of the words')
  return parsed.data
}

export async function composeNotice(
  desk: Desk,
  caller: Principal,
  { requestKey, draft: given }: { requestKey: string; draft: NoticeDraft },
): Promise<NoticeRow> {
  const draft = cleanDraft(given)
  const areas = await requireAudience(desk, caller, draft)
  return desk.house.db
    .transaction()
    .execute(tx => writeDraft(desk, tx, caller, { requestKey, draft, areas, corrects: null }))
}

export async function writeDraft(
  desk: Desk,
  tx: Transaction<Tables>,
  caller: Principal,
  {
    requestKey,
    draft: given,
    areas,
    corrects,
  }: { requestKey: string; draft: NoticeDraft; areas: SpokenArea[]; corrects: NoticeRow | null },
): Promise<NoticeRow> {
  const draft = await trustFiles(tx, given)
  const actor = actorOf(caller)
  const now = desk.house.clock.now()
  const { rows } = await sql<{ id: string }>`
    insert into notices (oa_id, area_id, code, request_key, author, last_editor, state, draft, areas, kind, urgency, expires_at, corrects, created_at, updated_at)
    values (${desk.house.config.zalo.oaId}, ${await speakingArea(tx, caller, areas)}, ${await newCode(tx)}, ${requestKey}, ${actor}, ${actor}, 'draft',
      ${JSON.stringify(draft)}, ${areas.map(({ id }) => id)}::uuid[], ${draft.kind}, ${draft.urgency}, ${draft.expiresAt}, ${corrects?.id ?? null}, ${now}, ${now})
    on conflict (author, request_key) do nothing returning id
  `.execute(tx)
  const id = rows[0]?.id ?? (await findByRequest(tx, actor, requestKey))
  const row = await readNotice(tx, id)
  if (rows[0])
    await writeAudit(tx, {
      ...hand(row, caller),
      action: corrects ? 'correction drafted' : 'drafted',
      detail: { code: row.code },
    })
  return row
}

/** The own neighbourhood, or the nearest area above all of them that the caller speaks for. */
async function speakingArea(tx: Transaction<Tables>, { leads }: Principal, areas: SpokenArea[]): Promise<string> {
  const [first] = areas
  if (areas.length === 1 && first) return first.id
  const shared = first?.within.filter(id => areas.every(({ within }) => within.includes(id))) ?? []
  const { rows } = await sql<{ id: string }>`
    with recursive up as (
      select id, parent_id, 0 as height from areas where id = ${first?.id ?? null}
      union all select a.id, a.parent_id, height + 1 from areas a join up on a.id = up.parent_id)
    select id from up where id = any(${shared}::uuid[]) order by height limit 1
  `.execute(tx)
  return rows[0]?.id ?? leads[0] ?? first?.id ?? ''
}

/** What the house itself knows of the files, whatever the client says. @throws AppError `invalid` for one not taken in here */
async function trustFiles(tx: Transaction<Tables>, draft: NoticeDraft): Promise<NoticeDraft> {
  if (draft.files.length === 0) return draft
  const known = await tx
    .selectFrom('notice_files')
    .innerJoin('files', 'files.sha256', 'notice_files.sha256')
    .select(['notice_files.sha256', 'notice_files.kind', 'notice_files.bytes', 'found', 'has_text', 'extension'])
    .where(
      'notice_files.sha256',
      'in',
      draft.files.map(({ id }) => id),
    )
    .execute()
  const files = draft.files.map(file => {
    const row = known.find(({ sha256 }) => sha256 === file.id)
    if (!row) throw new AppError('invalid', 'a file was not taken in here')
    const { kind, bytes, found, has_text: hasText } = row
    return { ...file, kind, bytes, found, hasText, url: filePath(row) }
  })
  return { ...draft, files }
}

async function findByRequest(tx: Transaction<Tables>, author: string, requestKey: string): Promise<string> {
  const row = await tx
    .selectFrom('notices')
    .select('id')
    .where('author', '=', author)
    .where('request_key', '=', requestKey)
    .executeTakeFirstOrThrow()
  return row.id
}

/** Who does something to a notice, for the audit. */
export function hand(row: Pick<NoticeRow, 'id' | 'area_id' | 'area'>, caller: Principal) {
  return { notice: row.id, areaId: row.area_id, actor: actorOf(caller), by: nameOf(row, caller) }
}

/** Of a reviewer only the office is known to others. */
function nameOf({ area }: Pick<NoticeRow, 'area'>, { role }: Principal): string {
  if (role === 'reviewer') return 'Cán bộ duyệt'
  return role === 'administrator' ? 'Quản trị của phường' : senderOf(area)
}

export async function editNotice(
  desk: Desk,
  caller: Principal,
  { id, version, draft: given }: { id: string; version: number; draft: NoticeDraft },
): Promise<NoticeRow> {
  const cleaned = cleanDraft(given)
  const areas = await requireAudience(desk, caller, cleaned)
  return desk.house.db.transaction().execute(async tx => {
    const draft = await trustFiles(tx, cleaned)
    const row = await lockInCharge(desk, tx, caller, id)
    requireVersion(row, version)
    requireMove(row, 'edit')
    if (
      row.corrects &&
      areas
        .map(area => area.id)
        .sort()
        .join() !== [...row.areas].sort().join()
    )
      throw new AppError('invalid', 'a correction goes to those who got the first version')
    await sql`
      update notices set draft = ${JSON.stringify(draft)}, areas = ${areas.map(area => area.id)}::uuid[], area_id = ${await speakingArea(tx, caller, areas)},
        kind = ${draft.kind}, urgency = ${draft.urgency}, expires_at = ${draft.expiresAt}, last_editor = ${actorOf(caller)}, version = version + 1,
        is_confirmed = false, approval_need = null, updated_at = ${desk.house.clock.now()} where id = ${id}
    `.execute(tx)
    const changed = [
      ...compareFields(row.draft.fields, draft.fields).map(({ field }) => field),
      ...(['kind', 'urgency', 'rsvp'] as const).filter(part => row.draft[part] !== draft[part]),
    ]
    await writeAudit(tx, { ...hand(row, caller), action: 'changed', detail: { version: version + 1, changed } })
    return readNotice(tx, id)
  })
}

export async function discardNotice(desk: Desk, caller: Principal, { id, version }: { id: string; version: number }) {
  return desk.house.db.transaction().execute(async tx => {
    const row = await lockInCharge(desk, tx, caller, id)
    requireVersion(row, version)
    requireMove(row, 'discard')
    await sql`update notices set state = 'cancelled', updated_at = ${desk.house.clock.now()} where id = ${id}`.execute(
      tx,
    )
    await writeAudit(tx, { ...hand(row, caller), action: 'discarded' })
    return readNotice(tx, id)
  })
}

/** A draft with the words of the first version, for exactly those who got it. */
export async function draftCorrection(
  desk: Desk,
  caller: Principal,
  { id, requestKey }: { id: string; requestKey: string },
): Promise<NoticeRow> {
  const first = await readInCharge(desk, caller, id)
  requireMove(first, 'correct')
  if (first.state !== 'released' || first.erased_at) throw new AppError('conflict', 'nobody has got this notice')
  const draft: NoticeDraft = { ...first.draft, timing: { kind: 'now' }, template: null }
  return desk.house.db.transaction().execute(async tx => {
    const areas = first.areas.map((areaId, index) => ({
      id: areaId,
      code: first.areaCodes[index] ?? '',
      name: first.areaNames[index] ?? '',
      level: first.area.level,
      within: [areaId],
    }))
    const row = await writeDraft(desk, tx, caller, { requestKey, draft, areas, corrects: first })
    await sql`update notices set area_id = ${first.area_id} where id = ${row.id}`.execute(tx)
    return readNotice(tx, row.id)
  })
}

/** @throws AppError `conflict` when somebody changed it meanwhile */
export function requireVersion(row: NoticeRow, version: number): void {
  if (row.version !== version) throw new AppError('conflict', `version ${row.version} is newer than ${version}`)
}

/** @throws AppError `conflict` */
export function requireMove(row: NoticeRow, action: Parameters<typeof stateAfter>[1]): void {
  if (stateAfter(row.shown, action) === null)
    throw new AppError('conflict', `a notice that is ${row.shown} cannot be: ${action}`)
}
