import type { Database } from '../../platform/storage/index.ts'

/** Whoever looks later sees who set it: somebody at the server. */
export async function note(
  db: Database,
  { action, areaId, detail }: { action: string; areaId: string; detail: Record<string, unknown> },
): Promise<void> {
  await db
    .insertInto('audit')
    .values({
      actor: 'operator',
      action: `carrying: ${action}`,
      area_id: areaId,
      subject: 'carrying',
      detail: JSON.stringify(detail),
    })
    .execute()
}
