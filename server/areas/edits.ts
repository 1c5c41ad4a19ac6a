/** What may happen to a place. Codes are printed on posters and stay taken for ever; names of former days stay findable. */
import { randomUUID } from 'node:crypto'
import { sql, type Transaction } from 'kysely'
import type { AreaOtherName } from '../../shared/area-edits.ts'
import type { Area } from '../../shared/areas.ts'
import { AppError } from '../errors.ts'
import type { Tables } from '../platform/storage/index.ts'

type Tx = Transaction<Tables>

export interface Change {
  tx: Tx
  /** Stands in the audit. */
  by: string
  at: Date
}

export interface NewPart {
  code: string
  name: string
  names: AreaOtherName[]
}

/** @throws AppError `conflict` for a code that is or was in use, `invalid` below a neighbourhood */
export async function addArea(
  { tx, by }: Change,
  parent: Area,
  { code, name, splitFrom = null }: { code: string; name: string; splitFrom?: string | null },
): Promise<string> {
  if (parent.level === 'neighbourhood') throw new AppError('invalid', 'nothing lies below a neighbourhood')
  const level = parent.level === 'city' ? 'ward' : 'neighbourhood'
  const id = randomUUID()
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('areas')
    .values({ id, parent_id: parent.id, level, code, name, split_from: splitFrom })
    .onConflict(conflict => conflict.doNothing())
    .executeTakeFirstOrThrow()
  if (!numInsertedOrUpdatedRows) throw new AppError('conflict', `the code ${code} is taken`, 'code_taken')
  await audit(tx, { by, action: 'area added', areaId: id, detail: { after: { code, name, parent: parent.code } } })
  return id
}

export async function renameArea({ tx, by }: Change, area: Area, name: string): Promise<void> {
  if (name === area.name) return
  // A ward's name is part of its card as well.
  await sql`
    update areas set name = ${name},
      profile = case when profile is null then null else jsonb_set(profile, '{wardName}', to_jsonb(${name}::text)) end
    where id = ${area.id}
  `.execute(tx)
  await addNames(tx, area.id, [{ kind: 'old', name: area.name }])
  await tx.deleteFrom('area_names').where('area_id', '=', area.id).where('name', '=', name).execute()
  await audit(tx, { by, action: 'area renamed', areaId: area.id, detail: { before: area.name, after: name } })
}

export async function writeNames({ tx, by }: Change, area: Area, names: AreaOtherName[]): Promise<void> {
  const before = await tx.selectFrom('area_names').select(['kind', 'name']).where('area_id', '=', area.id).execute()
  await tx.deleteFrom('area_names').where('area_id', '=', area.id).execute()
  await addNames(tx, area.id, names)
  await audit(tx, { by, action: 'area names written', areaId: area.id, detail: { before, after: names } })
}

/**
 * Others become part of this one. Members stay where they named themselves and are counted here; names, duties and tokens
 * move over. @throws AppError `invalid` unless all lie side by side
 */
export async function mergeAreas({ tx, by, at }: Change, into: Area, others: Area[]): Promise<void> {
  for (const other of others) {
    if (other.id === into.id) throw new AppError('invalid', 'an area cannot become part of itself', 'same_area')
    if (other.parentId !== into.parentId || other.level !== into.level)
      throw new AppError('invalid', 'only areas side by side can be merged', 'not_siblings')
    await requireEmpty(tx, other)
    await requireNoLocalParts(tx, other)
  }
  const ids = others.map(({ id }) => id)
  const moved = await tx.selectFrom('area_names').select(['kind', 'name']).where('area_id', 'in', ids).execute()
  const former = others.map(({ name }): AreaOtherName => ({ kind: 'old', name }))
  await addNames(tx, into.id, [...moved, ...former])
  await tx.updateTable('areas').set({ merged_into: into.id, retired_at: at }).where('id', 'in', ids).execute()
  // What was merged into one of them before has moved along.
  await tx.updateTable('areas').set({ merged_into: into.id }).where('merged_into', 'in', ids).execute()
  await sql`
    insert into roles (person_id, role, area_id)
    select distinct person_id, role, ${into.id}::uuid from roles where area_id = any(${ids}::uuid[]) and revoked_at is null
    on conflict do nothing
  `.execute(tx)
  await tx
    .updateTable('roles')
    .set({ revoked_at: at })
    .where('area_id', 'in', ids)
    .where('revoked_at', 'is', null)
    .execute()
  await tx.updateTable('api_tokens').set({ area_id: into.id }).where('area_id', 'in', ids).execute()
  await tx.updateTable('staff_accounts').set({ area_id: into.id }).where('area_id', 'in', ids).execute()
  await tx
    .updateTable('staff_invitations')
    .set({ area_id: into.id })
    .where('area_id', 'in', ids)
    .where('used_at', 'is', null)
    .where('revoked_at', 'is', null)
    .execute()
  const detail = { others: others.map(({ code, name }) => ({ code, name })) }
  await audit(tx, { by, action: 'areas merged', areaId: into.id, detail })
}

/** Parts become areas of their own, each with the streets and alleys given; members stay until they choose again. */
export async function splitArea(change: Change, area: Area, parent: Area, parts: NewPart[]): Promise<void> {
  const { tx, by } = change
  for (const { code, name, names } of parts) {
    const id = await addArea(change, parent, { code, name, splitFrom: area.id })
    for (const { kind, name: moved } of names)
      await tx
        .deleteFrom('area_names')
        .where('area_id', '=', area.id)
        .where('kind', '=', kind)
        .where('name', '=', moved)
        .execute()
    await addNames(tx, id, names)
  }
  const detail = { parts: parts.map(({ code, name }) => ({ code, name })) }
  await audit(tx, { by, action: 'area split', areaId: area.id, detail })
}

/** @throws AppError `conflict` while something lies below it or an Official Account speaks for it */
export async function retireArea({ tx, by, at }: Change, area: Area): Promise<void> {
  await requireEmpty(tx, area)
  await tx.updateTable('areas').set({ retired_at: at }).where('id', '=', area.id).execute()
  await tx
    .updateTable('roles')
    .set({ revoked_at: at })
    .where('area_id', '=', area.id)
    .where('revoked_at', 'is', null)
    .execute()
  await tx
    .updateTable('api_tokens')
    .set({ revoked_at: at })
    .where('area_id', '=', area.id)
    .where('revoked_at', 'is', null)
    .execute()
  await audit(tx, { by, action: 'area retired', areaId: area.id, detail: { before: { name: area.name } } })
}

/** Beside those that it has. */
export async function addOtherNames({ tx, by }: Change, areaId: string, names: AreaOtherName[]): Promise<void> {
  if (names.length === 0) return
  await addNames(tx, areaId, names)
  await audit(tx, { by, action: 'area names written', areaId, detail: { added: names } })
}

async function addNames(tx: Tx, areaId: string, names: AreaOtherName[]): Promise<void> {
  if (names.length === 0) return
  await tx
    .insertInto('area_names')
    .values(names.map(({ kind, name }) => ({ area_id: areaId, kind, name })))
    .onConflict(conflict => conflict.doNothing())
    .execute()
}

/** Residents of a place that is no more would not be told what was its own. */
async function requireNoLocalParts(tx: Tx, area: Area): Promise<void> {
  const own = await tx
    .selectFrom('local_parts')
    .select('id')
    .where('area_id', '=', area.id)
    .where('state', 'in', ['published', 'draft', 'submitted'])
    .executeTakeFirst()
  if (own) throw new AppError('conflict', 'it has local parts of its own', 'has_local_parts')
}

async function requireEmpty(tx: Tx, area: Area): Promise<void> {
  const below = await tx
    .selectFrom('areas')
    .select('id')
    .where('parent_id', '=', area.id)
    .where('retired_at', 'is', null)
    .executeTakeFirst()
  if (below) throw new AppError('conflict', 'areas lie below this one', 'still_has_areas')
  const office = await tx
    .selectFrom('official_accounts')
    .select('oa_id')
    .where('area_id', '=', area.id)
    .executeTakeFirst()
  if (office) throw new AppError('conflict', 'an Official Account speaks for this area', 'has_office')
}

async function audit(
  tx: Tx,
  { by, action, areaId, detail }: { by: string; action: string; areaId: string; detail: object },
): Promise<void> {
  const { code } = await tx.selectFrom('areas').select('code').where('id', '=', areaId).executeTakeFirstOrThrow()
  await tx
    .insertInto('audit')
    .values({ actor: by, action, area_id: areaId, subject: code, detail: JSON.stringify(detail) })
    .execute()
}
