import type { House } from '../openapi/endpoint.ts'
import { type AttackResult, sendAdversarialSet } from '../webhook/adversarial.ts'
import { consoleTestEvent, type OaEvent } from '../webhook/events.ts'
import type { LoggedEvent } from '../webhook/log.ts'
import type { Poster, PostResult } from '../webhook/post.ts'
import type { RegistrationState } from '../webhook/registration.ts'
import { ControlProblem } from './problem.ts'

export interface WebhookControl {
  /** `retrying`: how many events wait for their next attempt, which *idle* does not see. */
  read(): { url: string | null; state: RegistrationState; retrying: number }
  /** Probes the address, unsigned, and takes it when it answers 200; without an address, the present one again. */
  register(url?: string): Promise<PostResult & { accepted: boolean }>
  /** Newest first. */
  log(limit?: number): LoggedEvent[]
  /** The console's Test button. */
  test(): Promise<PostResult>
  /** Any event, signed, past every switch; missing envelope fields are filled in. */
  send(event: Record<string, unknown>): Promise<PostResult>
  /** The bytes of a logged event once more. */
  replay(id: number): Promise<PostResult>
  adversarial(): Promise<AttackResult[]>
}

export function createWebhookControl({ world, webhook }: House, poster: Poster): WebhookControl {
  const { registration } = webhook

  function address(): string {
    const url = registration.url()
    if (url === null) throw new ControlProblem(409, 'No webhook address is registered')
    return url
  }

  return {
    read: () => ({ url: registration.url(), state: registration.state(), retrying: webhook.retrying() }),
    register: async url => registration.register(url ?? address()),
    log: limit => webhook.log.newestFirst(limit),
    async test() {
      address()
      return webhook.postNow(consoleTestEvent(world))
    },
    async send(event) {
      address()
      const envelope: OaEvent = {
        app_id: world.secrets.appId,
        event_name: 'user_send_text',
        timestamp: String(world.clock.now()),
      }
      return webhook.postNow({ ...envelope, ...event })
    },
    async replay(id) {
      const result = await webhook.replay(id)
      if (!result) throw new ControlProblem(404, `No event ${id} in the log`)
      return result
    },
    adversarial: async () => sendAdversarialSet(world, poster, address()),
  }
}
