/** What somebody gave out that opens doors without them: links nobody has used yet, and tokens that they alone have seen. */
import { sql, type Transaction } from 'kysely'
import { areasBelow } from '../platform/areas/index.ts'
import type { Tables } from '../platform/storage/index.ts'

interface Leaving {
  /** As it stands beside what they gave out. */
  label: string
  /** Who ends it. */
  by: string
  at: Date
}

/** @param areaId where they administer no more; null: nowhere any more */
export async function withdrawLinks(
  tx: Transaction<Tables>,
  { label, by, at }: Leaving,
  areaId: string | null,
): Promise<void> {
  const where = areaId === null ? sql`true` : sql`area_id in (${areasBelow([areaId])})`
  const { rows } = await sql<{ area_id: string; name: string }>`
    update staff_invitations set revoked_at = ${at}
    where created_by = ${label} and used_at is null and revoked_at is null and ${where} returning area_id, name
  `.execute(tx)
  for (const { area_id, name } of rows)
    await note(tx, { actor: by, action: 'staff invitation withdrawn', area_id, subject: name })
}

export async function endTokens(tx: Transaction<Tables>, { label, by, at }: Leaving): Promise<void> {
  const { rows } = await sql<{ area_id: string; label: string }>`
    update api_tokens set revoked_at = ${at} where created_by = ${label} and revoked_at is null and expires_at > ${at}
    returning area_id, label
  `.execute(tx)
  for (const row of rows) await note(tx, { actor: by, action: 'token ended', area_id: row.area_id, subject: row.label })
}

async function note(
  tx: Transaction<Tables>,
  line: { actor: string; action: string; area_id: string; subject: string },
): Promise<void> {
  await tx.insertInto('audit').values(line).execute()
}
