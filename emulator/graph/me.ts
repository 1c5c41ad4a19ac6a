/** graph.zalo.me: who holds this Mini App token, and what one-time codes stand for. */
import type { Request } from 'express'
import { type Answer, answer } from '../http/answer.ts'
import { header, queryText } from '../http/body.ts'
import { scopedId } from '../world/ids.ts'
import type { Persona } from '../world/personas.ts'
import type { World } from '../world/world.ts'
import { appSecretProof } from './proof.ts'

/** Where Zalo publishes no number, these are the emulator's own: the product must not branch on them. */
const INVALID_SESSION = failure(452, 'Session key invalid')
const INVALID_PROOF = failure(-242, 'appsecret_proof is invalid')
const INVALID_SECRET = failure(-14004, 'Invalid secret key')
const INVALID_CODE = failure(-201, 'code is invalid!')
const ABROAD = failure(-501, 'Personal information is limited: the request comes from outside Vietnam')

export function showMe(req: Request, world: World): Answer {
  const token = header(req, 'access_token') ?? ''
  const person = personOf(token, world)
  if (!person) return INVALID_SESSION
  const { oa, miniApp } = world.settings.read()
  if (oa.callsFromAbroad) return ABROAD
  const proof = header(req, 'appsecret_proof')
  const proofNeeded = miniApp.requireProof && queryText(req, 'miniapp_id') === undefined
  const isProven = proof === appSecretProof(world.secrets.appSecret, token) && !world.passes.isOfOtherApp(token)
  if ((proof !== undefined || proofNeeded) && !isProven) return INVALID_PROOF
  const asked = (queryText(req, 'fields') ?? 'id').split(',').map(field => field.trim())
  const known = world.passes.isOfOtherApp(token) ? strangerTo(world, person) : fieldsOf(person, world)
  const shown = Object.entries(known).filter(([name]) => name === 'is_sensitive' || asked.includes(name))
  return answer({ ...Object.fromEntries(shown), error: 0, message: 'Success' })
}

/** Phone number or place, for a code the same person's Mini App obtained within two minutes. */
export function redeemCode(req: Request, world: World): Answer {
  const person = personOf(header(req, 'access_token') ?? '', world)
  if (!person) return INVALID_SESSION
  const isOurs = !world.passes.isOfOtherApp(header(req, 'access_token') ?? '')
  if (!isOurs || header(req, 'secret_key') !== world.secrets.appSecret) return INVALID_SECRET
  if (world.settings.read().oa.callsFromAbroad) return ABROAD
  const kind = world.passes.redeem(header(req, 'code') ?? '', person.key)
  if (kind === undefined) return INVALID_CODE
  const data =
    kind === 'phone'
      ? { number: person.phone }
      : { provider: 'gps', latitude: '16.054407', longitude: '108.202164', timestamp: String(world.clock.now()) }
  return answer({ data, error: 0, message: 'Success' })
}

function personOf(token: string, world: World): Persona | undefined {
  const key = world.passes.personOf(token)
  return key === undefined ? undefined : world.people.find(key)
}

/** Another app knows the same person by another id, and nothing of our OA. */
function strangerTo(world: World, { key, sensitive }: Persona): Record<string, unknown> {
  return { id: scopedId('app', `another than ${world.secrets.appId}`, key), is_sensitive: sensitive }
}

function fieldsOf(person: Persona, world: World): Record<string, unknown> {
  const fields: Record<string, unknown> = { id: person.appUserId, is_sensitive: person.sensitive }
  if (person.miniApp.sharesName) {
    fields.name = person.name
    fields.picture = { data: { url: `${world.baseUrl}/media/anh-mau.png` } }
  }
  if (world.settings.read().miniApp.linkedToOa && person.relation.metAt !== null) {
    fields.user_id_by_oa = person.userId
    fields.is_follower = person.relation.followed
  }
  return fields
}

function failure(code: number, message: string): Answer {
  return answer({ error: code, message })
}
