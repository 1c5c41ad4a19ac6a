/** Everything a test, a bench or the practice page may do to the emulated Zalo. */
import type { GrantsReport, Pair } from '../oauth/grants.ts'
import type { House } from '../openapi/endpoint.ts'
import type { MiniAppWebhook } from '../webhook/mini-app.ts'
import type { Poster } from '../webhook/post.ts'
import { type ChaosInput, ChaosRule, type ListedRule } from '../world/chaos.ts'
import { type Settings, SettingsPatch } from '../world/settings.ts'
import type { ApiCall } from '../world/world.ts'
import { type Acts, createActs } from './acts.ts'
import { type ClockControl, createClockControl } from './clock-control.ts'
import { createGroupControl, type GroupControl } from './group-control.ts'
import { createMiniAppControl, type MiniAppControl } from './mini-app-control.ts'
import { createPeopleControl, type PeopleControl } from './people-control.ts'
import { createWebhookControl, type WebhookControl } from './webhook-control.ts'

export interface Control {
  clock: ClockControl
  people: PeopleControl
  act: Acts
  webhook: WebhookControl
  miniApp: MiniAppControl
  groups: GroupControl
  settings: { read(): Settings; change(patch: SettingsPatch): Settings }
  chaos: { list(): ListedRule[]; add(rule: ChaosInput): ListedRule; remove(id: number): boolean; clear(): void }
  tokens: { read(): GrantsReport; grant(): Pair; revoke(): void }
  /** Newest first. */
  calls(limit?: number): ApiCall[]
  /** True once nothing has been under way for `quietMs`; false when `timeoutMs` passed first. */
  idle(quietMs?: number, timeoutMs?: number): Promise<boolean>
  /** Empties chats, relations, chaos and meters and puts clock and settings back; tokens and webhook stay. */
  reset(): void
}

export function createControl(house: House, poster: Poster, miniAppWebhook: MiniAppWebhook): Control {
  const { world, talk, webhook } = house
  const people = createPeopleControl(world)
  const changed = <Result>(result: Result): Result => {
    world.changes.tell({ kind: 'status' })
    return result
  }
  return {
    clock: createClockControl(world),
    people,
    act: createActs(house, people),
    webhook: createWebhookControl(house, poster),
    miniApp: createMiniAppControl(world, people, miniAppWebhook),
    groups: createGroupControl(house, people),
    settings: {
      read: world.settings.read,
      change: patch => changed(world.settings.change(SettingsPatch.parse(patch))),
    },
    chaos: {
      list: world.chaos.list,
      add: rule => changed(world.chaos.add(ChaosRule.parse(rule))),
      remove: id => changed(world.chaos.remove(id)),
      clear: () => changed(world.chaos.clear()),
    },
    tokens: { read: world.grants.report, grant: world.grants.grant, revoke: talk.revokeGrant },
    calls: limit => world.calls.newestFirst(limit),
    idle: (quietMs = 100, timeoutMs = 10_000) => world.activity.idle(quietMs, timeoutMs),
    reset() {
      world.chats.clear()
      world.people.forget()
      world.passes.clear()
      world.uploads.clear()
      world.groups.clear()
      world.articles.clear()
      world.meters.clear()
      world.chaos.clear()
      world.calls.clear()
      world.phoneNotices.clear()
      webhook.log.clear()
      world.settings.reset()
      world.clock.set(Date.now())
      changed(undefined)
      world.changes.tell({ kind: 'people' })
    },
  }
}
