/** What a broadcast may use here and now: the ward's order, what its OA was found to be able to do, what it has words for. */
import type { Transaction } from 'kysely'
import type { PushChannel } from '../../../../shared/broadcasts.ts'
import type { Database, Tables } from '../../storage/index.ts'
import type { BroadcastContent } from './broadcast.ts'
import { type CarryPolicy, readPolicy } from './policy.ts'

/** What an OA can do, as the doctor and earlier answers of Zalo showed. */
export type ReadChannels = (oaId: string) => Promise<ReadonlySet<PushChannel>>

export interface Setting {
  policy: CarryPolicy
  /** Best first. */
  channels: PushChannel[]
}

/** A channel that money buys is closed while the ward buys nothing. */
function isPaidFor(channel: PushChannel, policy: CarryPolicy): boolean {
  if (channel === 'oa_paid') return policy.paidPerMonth > 0
  if (channel === 'template') return policy.templatesPerMonth > 0
  return true
}

function hasWords(channel: PushChannel, content: BroadcastContent): boolean {
  switch (channel) {
    case 'oa_message':
    case 'oa_paid':
      return true
    case 'group':
      return content.groupText !== null
    case 'mini_app':
      return content.notification !== null
    case 'article':
      return content.article !== null
    case 'template':
      return content.template !== null
  }
}

export async function readSetting(
  db: Database | Transaction<Tables>,
  { areaId, oaId, content }: { areaId: string; oaId: string; content: BroadcastContent },
  readChannels: ReadChannels,
): Promise<Setting> {
  const [policy, can] = [await readPolicy(db, areaId), await readChannels(oaId)]
  const channels = policy.channels.filter(
    channel => can.has(channel) && isPaidFor(channel, policy) && hasWords(channel, content),
  )
  return { policy, channels }
}
