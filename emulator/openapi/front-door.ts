/** What every OpenAPI call passes before it reaches its endpoint, in Zalo's order. */
import type { Request, RequestHandler } from 'express'
import { type Answer, answer } from '../http/answer.ts'
import { header, parseFields, rawBody } from '../http/body.ts'
import { respond } from '../http/respond.ts'
import type { Settings } from '../world/settings.ts'
import type { World } from '../world/world.ts'
import type { Call, Endpoint, House } from './endpoint.ts'
import { isRefusal, type Refusal, refuse } from './refusal.ts'

const CALLS_PER_MINUTE: Record<Settings['oa']['plan'], number> = {
  basic: 100,
  growth: 100,
  full: 2000,
  none: Number.MAX_SAFE_INTEGER,
}
const RATE_METER = 'openapi calls'

export function createFrontDoor(house: House, endpoints: Endpoint[]): RequestHandler {
  const table = new Map(endpoints.map(endpoint => [`${endpoint.method} ${endpoint.path}`, endpoint]))
  return async (req, res) => {
    const endpoint = table.get(`${req.method} ${req.path}`)
    if (!endpoint) {
      res.status(404).json({ error: 404, message: 'You are accessing an empty or invalid API' })
      return
    }
    await respond(house.world, endpoint.family, req, res, () => enter(endpoint, req, house))
  }
}

async function enter(endpoint: Endpoint, req: Request, house: House): Promise<Answer> {
  const { world } = house
  const refusal = checkToken(req, world) ?? checkOa(endpoint, world.settings.read().oa) ?? spendRate(world)
  const given = refusal ?? (await reachEndpoint(endpoint, readCall(req), house))
  return withRateHeaders(isRefusal(given) ? answer(given) : given, world)
}

function reachEndpoint(endpoint: Endpoint, call: Call, house: House): ReturnType<Endpoint['handle']> {
  const code = endpoint.refusesType?.(house.world.settings.read().oa, call)
  return code === undefined ? endpoint.handle(call, house) : refuse(code)
}

function checkToken(req: Request, world: World): Refusal | undefined {
  const token = header(req, 'access_token')
  if (token === undefined) return refuse(-216)
  const { expiredTokenError, revokedTokenError } = world.settings.read().oauth
  switch (world.grants.accessState(token)) {
    case 'valid':
      return undefined
    case 'expired':
      return refuse(expiredTokenError)
    case 'revoked':
      return refuse(revokedTokenError)
    case 'unknown':
      return refuse(-216)
  }
}

function checkOa(endpoint: Endpoint, oa: Settings['oa']): Refusal | undefined {
  if (!oa.appActive) return refuse(-209)
  if (oa.withheld.includes(endpoint.permission)) return refuse(-223)
  if (!oa.verified) return refuse(-221)
  if (oa.plan === 'basic') return refuse(-224)
  if (endpoint.onlyInVietnam && oa.callsFromAbroad) return refuse(-501)
  return undefined
}

function spendRate(world: World): Refusal | undefined {
  if (rateLeft(world) <= 0) return refuse(-32)
  world.meters.spend(RATE_METER, 'minute')
  return undefined
}

function rateLimit(world: World): number {
  return CALLS_PER_MINUTE[world.settings.read().oa.plan]
}

function rateLeft(world: World): number {
  return Math.max(0, rateLimit(world) - world.meters.used(RATE_METER, 'minute'))
}

function withRateHeaders(given: Answer, world: World): Answer {
  const headers = { 'X-RateLimit-Limit': String(rateLimit(world)), 'X-RateLimit-Remain': String(rateLeft(world)) }
  return { ...given, headers: { ...given.headers, ...headers } }
}

function readCall(req: Request): Call {
  const raw = rawBody(req)
  const query = new URLSearchParams(req.url.split('?')[1])
  const data = query.get('data')
  const contentType = header(req, 'content-type') ?? ''
  return {
    body: contentType.startsWith('application/json') ? parseFields(raw.toString('utf8')) : undefined,
    data: data === null ? undefined : parseFields(data),
    query,
    contentType,
    raw,
  }
}
