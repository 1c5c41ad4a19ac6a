/** The rows of broadcasts that stand for a person: nobody stands behind them any more, and the counts still add up. */
import { type RawBuilder, sql } from 'kysely'

/**
 * What waits is cancelled, what went out stays counted, without the ids by which somebody could be found.
 * @param why the reason of what is cancelled
 */
export function forgetRecipients(people: readonly string[], why: 'erased' | 'merged'): RawBuilder<unknown> {
  return sql`
    update broadcast_recipients set person_id = gen_random_uuid(), oa_user_id = null, app_user_id = null, zalo_msg_id = null, acted_at = null,
      state = case when state in ('pending', 'grouped', 'claimed') then 'cancelled' else state end,
      reason = case when state in ('pending', 'grouped', 'claimed') then ${why} else reason end
    where person_id = any(${[...people]}::uuid[]) and not is_post`
}
