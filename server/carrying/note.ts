import type { Transaction } from 'kysely'
import type { Database, Tables } from '../platform/storage/index.ts'

/** Whoever looks later sees who decided it: a person at the desk, or somebody at the server. */
export async function note(
  db: Database | Transaction<Tables>,
  { actor, action, areaId, detail }: { actor: string; action: string; areaId: string; detail: Record<string, unknown> },
): Promise<void> {
  await db
    .insertInto('audit')
    .values({
      actor,
      action: `carrying: ${action}`,
      area_id: areaId,
      subject: 'carrying',
      detail: JSON.stringify(detail),
    })
    .execute()
}
