/** The audit trail as a whole. Whoever changes something writes its line in the same transaction. */
import { sql } from 'kysely'
import type { Database } from '../storage/index.ts'

export interface AuditState {
  entries: number
  /** Number of the first line that does not follow from the one before it; null: the trail is whole. */
  brokenAt: string | null
  /** Digest of the last line, in hexadecimal: on paper it proves that everything up to it is still there. */
  head: string
  /** The database refuses to change and to remove lines, and chains them: none of its guards was switched off. */
  isGuarded: boolean
}

/** Works the whole chain out anew, inside the database. */
export async function verifyAudit(db: Database): Promise<AuditState> {
  const { rows } = await sql<AuditState>`
    with lines as (
      select a.id, a.previous_digest, a.digest, audit_digest(a) as reckoned,
        lag(a.digest, 1, sha256('mot-cua')) over (order by a.id) as before
      from audit a)
    select count(*)::int as entries,
      coalesce(
        min(id) filter (where previous_digest <> before or digest <> reckoned),
        -- Lines taken off the end leave the head pointing at what is no longer there.
        (select h.id from audit_head h where h.digest <> coalesce((select digest from lines order by id desc limit 1), sha256('mot-cua')))
      )::text as "brokenAt",
      encode(coalesce((select digest from lines order by id desc limit 1), sha256('mot-cua')), 'hex') as head,
      (select count(*) = 2 from pg_trigger where tgrelid = 'audit'::regclass and tgenabled in ('O', 'A')
        and tgname in ('audit_never_changes', 'audit_is_chained')) as "isGuarded"
    from lines
  `.execute(db)
  return rows[0] ?? { entries: 0, brokenAt: null, head: '', isGuarded: false }
}

/**
 * Whether a digest that was put on paper is still in the trail. Whoever owns the database can take lines off the end and
 * move its head back; what they cannot change is the paper.
 * @param head as `verifyAudit` gave it then @returns the number of its line; null: it is gone
 */
export async function findAuditHead(db: Database, head: string): Promise<string | null> {
  if (!/^[0-9a-f]{64}$/.test(head)) return null
  const { rows } = await sql<{
    id: string
  }>`select id::text as id from audit where encode(digest, 'hex') = ${head}`.execute(db)
  return rows[0]?.id ?? null
}
