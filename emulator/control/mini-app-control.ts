import type { CodeKind } from '../graph/passes.ts'
import { type MiniAppWebhook, reviewDoneEvent, revokeConsentEvent } from '../webhook/mini-app.ts'
import type { PostResult } from '../webhook/post.ts'
import type { World } from '../world/world.ts'
import type { PeopleControl } from './people-control.ts'

export interface MiniAppControl {
  register(url: string): void
  url(): string | null
  /** What `getAccessToken()` gives on the person's phone; counts as using the Mini App. `other`: in another app. */
  token(person: string, app?: 'own' | 'other'): string
  /** What `getPhoneNumber()` or `getLocation()` gives: two minutes, once. */
  code(person: string, kind: CodeKind): string
  revokeConsent(person: string): Promise<PostResult | null>
  reviewDone(versionId: number, approved: boolean): Promise<PostResult | null>
}

export function createMiniAppControl(world: World, people: PeopleControl, webhook: MiniAppWebhook): MiniAppControl {
  return {
    register: webhook.register,
    url: webhook.url,
    token(person, app) {
      const found = people.find(person)
      found.miniApp.usedAt = world.clock.now()
      return world.passes.newToken(found.key, app)
    },
    code: (person, kind) => world.passes.newCode(people.find(person).key, kind),
    async revokeConsent(person) {
      const found = people.find(person)
      Object.assign(found.miniApp, {
        sharesName: false,
        sharesPhone: false,
        sharesLocation: false,
        acceptsNotifications: false,
      })
      return webhook.send(revokeConsentEvent(world, found.appUserId))
    },
    reviewDone: async (versionId, approved) => webhook.send(reviewDoneEvent(world, versionId, approved)),
  }
}
