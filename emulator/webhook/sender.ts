/** Sends OA events to the ward: at least once, two seconds to acknowledge, a ladder of retries, then off. */
import type { WebhookChaosRule } from '../world/chaos.ts'
import type { World } from '../world/world.ts'
import type { OaEvent } from './events.ts'
import { createWebhookLog, type LoggedEvent, type WebhookLog } from './log.ts'
import type { Poster, PostResult } from './post.ts'
import { createRegistration, type Registration } from './registration.ts'
import { serialise } from './serialise.ts'
import { signOaEvent } from './signature.ts'

export interface WebhookSender {
  registration: Registration
  log: WebhookLog
  /** Sends the event when nothing keeps it back; `accepted` is called when the ward answered 200. */
  emit(event: OaEvent, subject: string, accepted?: () => void): void
  /** Sends once, past every switch, and tells how it was answered. */
  postNow(event: OaEvent): Promise<PostResult>
  /** The very bytes of a logged event again; undefined when there is no such event. */
  replay(id: number): Promise<PostResult | undefined>
  /** Settles when everything queued for this subject has been tried once. */
  flushed(subject: string): Promise<void>
  /** How many events wait for their next step of the ladder. */
  retrying(): number
  close(): void
}

interface Parcel {
  entry: LoggedEvent
  body: string
  retries: number
  dueAt: number
  accepted?: () => void
}

const OUT_OF_ORDER_DELAY_MS = 200

export function createWebhookSender(world: World, poster: Poster): WebhookSender {
  const log = createWebhookLog()
  const registration = createRegistration(world, poster)
  const queues = new Map<string, Promise<void>>()
  let turn = 0
  let retrying = 0

  function emit(event: OaEvent, subject: string, accepted?: () => void): void {
    const why = reasonToSkip(event)
    if (why) {
      log.open({ at: isoNow(), event: event.event_name, subject, outcome: 'skipped', why, body: '', signature: '' })
      return
    }
    const rule = world.chaos.strikeWebhook()
    const parcel = wrap(event, subject, accepted)
    if (rule?.effect === 'lost') {
      Object.assign(parcel.entry, { outcome: 'skipped', why: 'lost by a chaos rule' })
      return
    }
    dispatch(parcel, rule)
  }

  function reasonToSkip(event: OaEvent): string | undefined {
    const { webhook } = world.settings.read()
    if (registration.state() !== 'active') return `webhook is ${registration.state()}`
    if (!webhook.enabled) return 'webhook is switched off'
    if (webhook.eventsOff.includes(event.event_name)) return 'this event is switched off'
    if (webhook.syntaxFilter && event.event_name.startsWith('user_send_') && !startsWithHash(event))
      return 'syntax filter'
    return undefined
  }

  function wrap(event: OaEvent, subject: string, accepted?: () => void): Parcel {
    const body = serialise(event, world.settings.read().webhook.varyBytes ? turn++ : 0)
    const { appId, oaSecretKey } = world.secrets
    const signature = signOaEvent(appId, body, event.timestamp, oaSecretKey)
    const entry = log.open({ at: isoNow(), event: event.event_name, subject, outcome: 'waiting', body, signature })
    return { entry, body, retries: 0, dueAt: world.clock.now(), accepted }
  }

  function dispatch(parcel: Parcel, rule: WebhookChaosRule | undefined): void {
    const end = world.activity.begin()
    const deliver = () => firstDelivery(parcel, rule?.effect === 'duplicate' ? rule.times : 0).finally(end)
    if (rule?.effect === 'out_of_order') {
      setTimeout(deliver, rule.delayMs || OUT_OF_ORDER_DELAY_MS)
    } else if (world.settings.read().webhook.inOrder) {
      enqueue(parcel.entry.subject, deliver)
    } else {
      void deliver()
    }
  }

  function enqueue(subject: string, deliver: () => Promise<void>): void {
    const before = queues.get(subject)
    const after = before ? before.then(deliver) : deliver()
    queues.set(subject, after)
    void after.then(() => {
      if (queues.get(subject) === after) queues.delete(subject)
    })
  }

  async function firstDelivery(parcel: Parcel, duplicates: number): Promise<void> {
    const copies = Array.from({ length: duplicates }, () => attempt(parcel))
    await deliver(parcel)
    await Promise.all(copies)
  }

  async function deliver(parcel: Parcel): Promise<void> {
    const { status } = await attempt(parcel)
    if (status === 200) {
      parcel.entry.outcome = 'accepted'
      parcel.accepted?.()
    } else {
      planRetry(parcel)
    }
  }

  async function attempt(parcel: Parcel): Promise<PostResult> {
    const result = await post(parcel.body, parcel.entry.signature, parcel.retries)
    parcel.entry.attempts.push({ at: isoNow(), ...result })
    return result
  }

  function planRetry(parcel: Parcel): void {
    const wait = world.settings.read().webhook.retryLadderMs[parcel.retries]
    if (wait === undefined) {
      parcel.entry.outcome = 'failed'
      registration.disable()
      return
    }
    parcel.entry.outcome = 'retrying'
    parcel.retries++
    parcel.dueAt += wait
    retrying++
    world.clock.at(parcel.dueAt, () => {
      retrying--
      if (registration.state() === 'active') {
        const end = world.activity.begin()
        void deliver(parcel).finally(end)
      } else {
        Object.assign(parcel.entry, { outcome: 'failed', why: `webhook is ${registration.state()}` })
      }
    })
  }

  function post(body: string, signature: string, retries: number): Promise<PostResult> {
    const headers: Record<string, string> = {
      'Content-Type': 'application/json',
      'User-Agent': 'ZaloWebhook',
      'X-ZEvent-Server': 'OA OpenAPI',
      'X-ZEvent-Signature': signature,
    }
    if (retries > 0) headers.num_retry = String(retries)
    return poster.post(registration.url() ?? '', body, headers, world.settings.read().webhook.ackTimeoutMs)
  }

  const isoNow = () => new Date(world.clock.now()).toISOString()

  return {
    registration,
    log,
    emit,
    async postNow(event) {
      const parcel = wrap(event, 'console')
      const result = await attempt(parcel)
      parcel.entry.outcome = result.status === 200 ? 'accepted' : 'failed'
      return result
    },
    async replay(id) {
      const entry = log.newestFirst().find(logged => logged.id === id)
      return entry && post(entry.body, entry.signature, 0)
    },
    retrying: () => retrying,
    flushed: subject => queues.get(subject) ?? Promise.resolve(),
    close: () => registration.close(),
  }
}

function startsWithHash(event: OaEvent): boolean {
  const message = event.message as { text?: string } | undefined
  return message?.text?.startsWith('#') ?? false
}
