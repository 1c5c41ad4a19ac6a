import type { Database } from '../platform/storage/index.ts'

/** What stays at a trusted PC opens nothing any more; a sign-in that waits for its code begins again. */
export async function forgetTrustedPcs(db: Database, personId: string): Promise<void> {
  await db.deleteFrom('staff_verifications').where('value', '=', personId).execute()
}
