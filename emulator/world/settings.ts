/** Everything that can be switched at the emulated Zalo, by test, bench or practice page. */
import { z } from 'zod'
import { DAY, HOUR, MINUTE, SECOND } from './duration.ts'
import { GroupProduct } from './groups.ts'

const Oa = z.object({
  name: z.string(),
  type: z.enum(['enterprise', 'state', 'state_strict', 'personal']),
  /** `basic` has no API (-224); `growth` 100 calls a minute, `full` 2,000, `none` without limit. */
  plan: z.enum(['basic', 'growth', 'full', 'none']),
  verified: z.boolean(),
  appActive: z.boolean(),
  /** Groups of endpoints the OA's admin did not tick when consenting (-223). */
  withheld: z.array(z.enum(['oa', 'message', 'user', 'quota', 'history', 'upload', 'article', 'group'])),
  /** Calls seem to come from outside Vietnam: personal fields answer -501. */
  callsFromAbroad: z.boolean(),
  /** A state OA may read people through v3 as well; by default only through v2. */
  stateReadsPeopleOnV3: z.boolean(),
})

const OAuth = z.object({
  /** The callback saved in the console; null: none saved, so every consent link answers -14003. */
  redirectUri: z.string().nullable(),
  autoConsent: z.boolean(),
  /** `request`: the challenge in the link counts, else the console's; `console`: only the console's counts. */
  pkce: z.enum(['request', 'console']),
  consoleChallenge: z.string().nullable(),
  refuseRefresh: z.boolean(),
  /** Whether an access token lives on after its pair was refreshed; Zalo promises nothing. */
  oldTokenSurvives: z.boolean(),
  expiredTokenError: z.union([z.literal(-220), z.literal(-216)]),
  revokedTokenError: z.union([z.literal(-216), z.literal(-219)]),
})

const Messages = z.object({
  echoes: z.boolean(),
  /** The echo reaches the webhook before the API call is answered. */
  echoBeforeAnswer: z.boolean(),
  received: z.boolean(),
  /** `open`: when somebody opens the chat on the page or through the control API. */
  seen: z.enum(['open', 'always', 'never']),
  listOnV3: z.boolean(),
  /** Following alone opens the seven-day window; by default it only grants the three welcome messages. */
  followOpensWindow: z.boolean(),
  /** Messages a month between 48 hours and 7 days that the plan pays for. */
  monthlyQuota: z.number().int().min(0),
  /** Uploads a month, for each kind. */
  uploadQuota: z.number().int().min(0),
  /** Old endpoints write some ids as bare integers. */
  bareIds: z.boolean(),
})

const Groups = z.object({
  /** What the OA has bought: a group each. `validUntil` null: without end. */
  assets: z.array(z.strictObject({ id: z.string(), product: GroupProduct, validUntil: z.iso.datetime().nullable() })),
  /** Keys of people who are admins of the OA: a group needs one. */
  admins: z.array(z.string()),
})

const Articles = z.object({
  createdPerMonth: z.number().int().min(0),
  broadcastsPerMonth: z.number().int().min(0),
  /** Until Zalo has taken an article in. */
  processingMs: z.number().int().min(0),
})

const Templates = z.object({
  /** Templates (ZBS) of this OA, and such as belong to another one. */
  known: z.array(
    z.strictObject({
      id: z.string(),
      name: z.string(),
      status: z.enum(['ENABLE', 'PENDING_REVIEW', 'REJECT', 'DISABLE']),
      isForeign: z.boolean().default(false),
      /** Whether it may go to somebody by their id at the OA. */
      byUserId: z.boolean().default(true),
      params: z.array(
        z.strictObject({
          name: z.string(),
          require: z.boolean(),
          maxLength: z.number().int().min(1),
          type: z.enum(['STRING', 'NUMBER', 'DATE']).default('STRING'),
        }),
      ),
    }),
  ),
  perDay: z.number().int().min(0),
  /** The account that pays has money. */
  isPaid: z.boolean(),
  /** -133 between 22:00 and 06:00. */
  refusesAtNight: z.boolean(),
})

const Webhook = z.object({
  enabled: z.boolean(),
  /** "Lọc cú pháp": only messages that begin with # are passed on. */
  syntaxFilter: z.boolean(),
  eventsOff: z.array(z.string()),
  /** Key order, slashes and letters are written differently from event to event. */
  varyBytes: z.boolean(),
  /** One person's events go out one after another; the chaos switch breaks this on purpose. */
  inOrder: z.boolean(),
  userIdByApp: z.boolean(),
  ackTimeoutMs: z.number().int().min(1),
  retryLadderMs: z.array(z.number().int().min(0)),
})

const MiniApp = z.object({
  /** The Mini App is linked to the OA, so graph may tell the person's id there. */
  linkedToOa: z.boolean(),
  requireProof: z.boolean(),
  envelope: z.enum(['err', 'error']),
  failureStatus: z.union([z.literal(200), z.literal(400), z.literal(403)]),
  mayNotify: z.boolean(),
  ipAllowed: z.boolean(),
  dailyNotifications: z.number().int().min(0),
  /** How long after the last use a person may still be notified. */
  notifyWithinMs: z.number().int().min(0),
})

export const Settings = z.object({
  oa: Oa,
  oauth: OAuth,
  messages: Messages,
  groups: Groups,
  articles: Articles,
  templates: Templates,
  webhook: Webhook,
  miniApp: MiniApp,
})
export type Settings = z.infer<typeof Settings>

export const SettingsPatch = z.strictObject({
  oa: z.strictObject(Oa.partial().shape).optional(),
  oauth: z.strictObject(OAuth.partial().shape).optional(),
  messages: z.strictObject(Messages.partial().shape).optional(),
  groups: z.strictObject(Groups.partial().shape).optional(),
  articles: z.strictObject(Articles.partial().shape).optional(),
  templates: z.strictObject(Templates.partial().shape).optional(),
  webhook: z.strictObject(Webhook.partial().shape).optional(),
  miniApp: z.strictObject(MiniApp.partial().shape).optional(),
})
export type SettingsPatch = z.infer<typeof SettingsPatch>

const USUAL: Settings = {
  oa: {
    name: 'UBND Phường Mẫu',
    type: 'enterprise',
    plan: 'growth',
    verified: true,
    appActive: true,
    withheld: [],
    callsFromAbroad: false,
    stateReadsPeopleOnV3: false,
  },
  oauth: {
    redirectUri: null,
    autoConsent: true,
    pkce: 'request',
    consoleChallenge: null,
    refuseRefresh: false,
    oldTokenSurvives: false,
    expiredTokenError: -220,
    revokedTokenError: -216,
  },
  messages: {
    echoes: true,
    echoBeforeAnswer: false,
    received: true,
    seen: 'open',
    listOnV3: false,
    followOpensWindow: false,
    monthlyQuota: 500,
    uploadQuota: 5000,
    bareIds: true,
  },
  groups: { assets: [], admins: ['ong-tu'] },
  articles: { createdPerMonth: 20, broadcastsPerMonth: 4, processingMs: 20 * SECOND },
  templates: { known: [], perDay: 500, isPaid: true, refusesAtNight: false },
  webhook: {
    enabled: true,
    syntaxFilter: false,
    eventsOff: [],
    varyBytes: true,
    inOrder: true,
    userIdByApp: true,
    ackTimeoutMs: 2 * SECOND,
    retryLadderMs: [30 * SECOND, 5 * MINUTE, 15 * MINUTE, 30 * MINUTE, HOUR],
  },
  miniApp: {
    linkedToOa: true,
    requireProof: true,
    envelope: 'err',
    failureStatus: 200,
    mayNotify: true,
    ipAllowed: true,
    dailyNotifications: 1000,
    notifyWithinMs: 7 * DAY,
  },
}

export interface SettingsStore {
  read(): Settings
  change(patch: SettingsPatch): Settings
  /** Back to the start, except what is saved in the console rather than switched for practice. */
  reset(): void
}

export function createSettings(initial: SettingsPatch = {}): SettingsStore {
  const start = merge(USUAL, initial)
  let current = start
  return {
    read: () => current,
    change: patch => {
      current = merge(current, patch)
      return current
    },
    reset: () => {
      const { redirectUri, pkce, consoleChallenge } = current.oauth
      current = merge(start, { oauth: { redirectUri, pkce, consoleChallenge } })
    },
  }
}

function merge(base: Settings, patch: SettingsPatch): Settings {
  return Settings.parse({
    oa: { ...base.oa, ...patch.oa },
    oauth: { ...base.oauth, ...patch.oauth },
    messages: { ...base.messages, ...patch.messages },
    groups: { ...base.groups, ...patch.groups },
    articles: { ...base.articles, ...patch.articles },
    templates: { ...base.templates, ...patch.templates },
    webhook: { ...base.webhook, ...patch.webhook },
    miniApp: { ...base.miniApp, ...patch.miniApp },
  })
}
