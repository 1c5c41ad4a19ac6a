/** The Mini App's own webhook: another address, another signature, no known retries. */
import type { World } from '../world/world.ts'
import type { Poster, PostResult } from './post.ts'
import { signMiniAppEvent } from './signature.ts'

export interface MiniAppWebhook {
  url(): string | null
  register(url: string): void
  /** Null when no address was registered. */
  send(event: Record<string, unknown>): Promise<PostResult | null>
}

export function createMiniAppWebhook(world: World, poster: Poster): MiniAppWebhook {
  let url: string | null = null
  return {
    url: () => url,
    register: address => {
      url = address
    },
    async send(event) {
      if (url === null) return null
      const key = world.secrets.miniAppWebhookKey ?? world.secrets.miniAppKey
      const headers = { 'Content-Type': 'application/json', 'X-ZEvent-Signature': signMiniAppEvent(event, key) }
      const end = world.activity.begin()
      return poster.post(url, JSON.stringify(event), headers, world.settings.read().webhook.ackTimeoutMs).finally(end)
    },
  }
}

export function revokeConsentEvent(world: World, appUserId: string): Record<string, unknown> {
  return {
    event: 'user.revoke.consent',
    appId: world.secrets.miniAppId,
    userId: appUserId,
    timestamp: world.clock.now(),
  }
}

export function reviewDoneEvent(world: World, versionId: number, approved: boolean): Record<string, unknown> {
  return {
    event: 'versions.review.done',
    appId: world.secrets.miniAppId,
    versionId,
    status: approved ? 0 : -1,
    description: approved ? 'Approved' : 'Rejected',
    timestamp: world.clock.now(),
  }
}
