/** Everything the emulated Zalo knows, handed to each family of endpoints. */
import { createPasses, type Passes } from '../graph/passes.ts'
import { createGrants, type Grants } from '../oauth/grants.ts'
import { type Activity, createActivity } from './activity.ts'
import { type Articles, createArticles } from './articles.ts'
import { type Changes, createChanges } from './changes.ts'
import { type Chaos, createChaos } from './chaos.ts'
import { type Chats, createChats } from './chats.ts'
import { createVirtualClock, type VirtualClock } from './clock.ts'
import { createGroups, type Groups } from './groups.ts'
import { createMeters, type Meters } from './meters.ts'
import { createPeople, type People } from './people.ts'
import { type PersonaInput, RESIDENTS } from './personas.ts'
import { createRing, type Ring } from './ring.ts'
import type { Secrets } from './secrets.ts'
import { createSettings, type SettingsPatch, type SettingsStore } from './settings.ts'
import { createUploads, type Uploads } from './uploads.ts'

/** One call to an emulated host, without its tokens. */
export interface ApiCall {
  at: string
  method: string
  path: string
  status: number | null
  error: number | null
  chaos: string | null
}

/** A notification that reached a person's phone through the Mini App. */
export interface PhoneNotice {
  person: string
  at: string
  templateId: string
  data: Record<string, unknown>
}

export interface World {
  secrets: Secrets
  clock: VirtualClock
  settings: SettingsStore
  people: People
  chats: Chats
  grants: Grants
  passes: Passes
  uploads: Uploads
  groups: Groups
  articles: Articles
  meters: Meters
  chaos: Chaos
  calls: Ring<ApiCall>
  phoneNotices: Ring<PhoneNotice>
  changes: Changes
  activity: Activity
  /** The emulator's own address, for media it serves. */
  baseUrl: string
}

export interface WorldOptions {
  secrets: Secrets
  settings?: SettingsPatch
  residents?: PersonaInput[]
  /** Called after a change of the grant, which must be on disk before the answer leaves. */
  grantChanged?: () => void
}

const CALLS_KEPT = 2000
const NOTICES_KEPT = 2000

export function createWorld(options: WorldOptions): World {
  const clock = createVirtualClock()
  const settings = createSettings(options.settings)
  return {
    secrets: options.secrets,
    clock,
    settings,
    people: createPeople(options.residents ?? RESIDENTS, options.secrets),
    chats: createChats(),
    grants: createGrants({
      now: clock.now,
      refusesRefresh: () => settings.read().oauth.refuseRefresh,
      oldTokenSurvives: () => settings.read().oauth.oldTokenSurvives,
      changed: options.grantChanged ?? (() => {}),
    }),
    passes: createPasses(clock.now),
    uploads: createUploads(clock.now),
    groups: createGroups(),
    articles: createArticles(),
    meters: createMeters(clock.now),
    chaos: createChaos(),
    calls: createRing(CALLS_KEPT),
    phoneNotices: createRing(NOTICES_KEPT),
    changes: createChanges(),
    activity: createActivity(),
    baseUrl: '',
  }
}
