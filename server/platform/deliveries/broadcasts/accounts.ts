/** What a sender keeps in mind: which OAs may send, by which policy, and the words of the broadcasts under way. */
import type { Database } from '../../storage/index.ts'
import { BroadcastContent } from './broadcast.ts'
import { type CarryPolicy, readPolicy } from './policy.ts'

export interface Account {
  oaId: string
  policy: CarryPolicy
}

interface Words {
  content: BroadcastContent
  textHash: string
}

/** Another process sees a changed policy after so long. */
const KEPT_MS = 2000
const MOST_WORDS = 50

export function createAccountBook(db: Database) {
  let accounts: (Account & { pausedUntil: Date | null })[] = []
  let readAt = Number.NEGATIVE_INFINITY
  const words = new Map<string, Promise<Words>>()

  async function readAccounts() {
    const rows = await db.selectFrom('official_accounts').select(['oa_id', 'area_id', 'sending_paused_until']).execute()
    return Promise.all(
      rows.map(async row => ({
        oaId: row.oa_id,
        policy: await readPolicy(db, row.area_id),
        pausedUntil: row.sending_paused_until,
      })),
    )
  }

  async function readWords(id: string): Promise<Words> {
    const row = await db
      .selectFrom('broadcasts')
      .select(['content', 'text_hash'])
      .where('id', '=', id)
      .executeTakeFirstOrThrow()
    return { content: BroadcastContent.parse(row.content), textHash: row.text_hash }
  }

  return {
    /** The OAs that are not resting. */
    async awake(now: Date): Promise<Account[]> {
      if (performance.now() - readAt > KEPT_MS) {
        accounts = await readAccounts()
        readAt = performance.now()
      }
      return accounts.filter(({ pausedUntil }) => !pausedUntil || pausedUntil <= now)
    },
    /** Frozen, so they are read once. */
    words(broadcastId: string): Promise<Words> {
      const known = words.get(broadcastId) ?? readWords(broadcastId)
      words.set(broadcastId, known)
      known.catch(() => words.delete(broadcastId))
      if (words.size > MOST_WORDS) words.delete(words.keys().next().value ?? '')
      return known
    },
  }
}
