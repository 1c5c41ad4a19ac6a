import type { Answer } from '../http/answer.ts'
import type { Fields } from '../http/body.ts'
import type { Talk } from '../talk/talk.ts'
import type { WebhookSender } from '../webhook/sender.ts'
import type { ApiFamily } from '../world/chaos.ts'
import type { Settings } from '../world/settings.ts'
import type { World } from '../world/world.ts'
import type { Refusal } from './refusal.ts'

export interface House {
  world: World
  talk: Talk
  webhook: WebhookSender
}

export interface Call {
  /** The JSON body of a POST; undefined when it was no JSON object. */
  body: Fields | undefined
  /** The `data` parameter of a GET, parsed; undefined when missing or no JSON object. */
  data: Fields | undefined
  query: URLSearchParams
  contentType: string
  raw: Buffer
}

/** One row of the table of endpoints: what is checked before `handle` ever sees the call. */
export interface Endpoint {
  method: 'GET' | 'POST'
  path: string
  family: ApiFamily
  permission: Settings['oa']['withheld'][number]
  /** Answers with personal fields: -501 to callers outside Vietnam. */
  onlyInVietnam?: boolean
  /** The refusal for OAs of the wrong type. */
  refusesType?(oa: Settings['oa'], call: Call): number | undefined
  handle(call: Call, house: House): Answer | Refusal | Promise<Answer | Refusal>
}
