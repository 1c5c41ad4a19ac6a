/** What this OA was found to be able to do, remembered beside it (`official_accounts.capabilities`). */
import { sql } from 'kysely'
import { z } from 'zod'
import type { Database } from '../storage/index.ts'

export const Capabilities = z.object({
  /** The version of the message API that does not refuse this kind of OA. */
  messageApi: z.enum(['v2', 'v3']).optional().catch(undefined),
  /** False when both versions refused: the bot cannot answer in the chat. */
  canSendCs: z.boolean().optional().catch(undefined),
  /** True once the doctor has seen a message of ours in the conversation's history. */
  history: z.boolean().optional().catch(undefined),
  /** The same of a group's. */
  groupHistory: z.boolean().optional().catch(undefined),
  /** What the doctor found of the ways to reach many people; unknown until it was asked. */
  canPostToGroups: z.boolean().optional().catch(undefined),
  canBroadcastArticles: z.boolean().optional().catch(undefined),
  canSendTemplates: z.boolean().optional().catch(undefined),
  /** False when the Mini App's own host refused our key. */
  canNotifyMiniApp: z.boolean().optional().catch(undefined),
})
export type Capabilities = z.infer<typeof Capabilities>

/** What `getoa` tells of the OA. */
export interface OaProfile {
  name: string | null
  /** 2 enterprise, 4 state agency. */
  type: number | null
  plan: string | null
  isVerified: boolean | null
}

export interface CapabilityStore {
  read(oaId: string): Promise<Capabilities>
  remember(oaId: string, found: Capabilities): Promise<void>
  /** Forgets what was found about sending, so that the next message tries again: after a new plan or a new consent. */
  forgetSending(oaId: string): Promise<void>
  rememberProfile(oaId: string, profile: OaProfile): Promise<void>
}

/** Other processes see a change after at most this long. */
const KEPT_MS = 5000

export function createCapabilityStore(db: Database): CapabilityStore {
  const kept = new Map<string, { capabilities: Capabilities; until: number }>()

  return {
    async read(oaId) {
      const known = kept.get(oaId)
      if (known && known.until > performance.now()) return known.capabilities
      const row = await db
        .selectFrom('official_accounts')
        .select('capabilities')
        .where('oa_id', '=', oaId)
        .executeTakeFirst()
      const capabilities = Capabilities.catch({}).parse(row?.capabilities ?? {})
      kept.set(oaId, { capabilities, until: performance.now() + KEPT_MS })
      return capabilities
    },

    async remember(oaId, found) {
      await db
        .updateTable('official_accounts')
        .set({ capabilities: sql`capabilities || ${JSON.stringify(found)}::jsonb` })
        .where('oa_id', '=', oaId)
        .execute()
      kept.delete(oaId)
    },

    async forgetSending(oaId) {
      await db
        .updateTable('official_accounts')
        .set({
          capabilities: sql`capabilities - 'messageApi' - 'canSendCs' - 'canPostToGroups' - 'canBroadcastArticles' - 'canSendTemplates' - 'canNotifyMiniApp'`,
          sending_paused_until: null,
          sending_paused_reason: null,
        })
        .where('oa_id', '=', oaId)
        .execute()
      kept.delete(oaId)
    },

    async rememberProfile(oaId, { name, type, plan }) {
      await db.updateTable('official_accounts').set({ name, oa_type: type, plan }).where('oa_id', '=', oaId).execute()
    },
  }
}
