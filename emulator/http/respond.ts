/** Carries a call through the chaos rules, writes the answer and notes the call. */
import type { Request, Response } from 'express'
import type { ApiChaosRule, ApiFamily } from '../world/chaos.ts'
import type { World } from '../world/world.ts'
import { type Answer, answer } from './answer.ts'

const BAD_GATEWAY =
  '<html>\r\n<head><title>502 Bad Gateway</title></head>\r\n<body><h1>502 Bad Gateway</h1></body>\r\n</html>\r\n'
/** How long an answer that never comes keeps its connection. */
const HANG_MS = 120_000

/** Answers the call with what `produce` says, unless a chaos rule for this family strikes. */
export async function respond(
  world: World,
  family: ApiFamily,
  req: Request,
  res: Response,
  produce: () => Answer | Promise<Answer>,
): Promise<void> {
  const end = world.activity.begin()
  try {
    const rule = world.chaos.strikeApi(family)
    const given = await (rule ? strike(world, rule, req, res, produce) : produce())
    note(world, req, given, rule)
    if (given) write(res, given)
  } finally {
    end()
  }
}

/** The answer to write, or undefined when the connection is left without one. */
async function strike(
  { chaos }: World,
  rule: ApiChaosRule,
  req: Request,
  res: Response,
  produce: () => Answer | Promise<Answer>,
): Promise<Answer | undefined> {
  if (rule.effect === 'error') return answer({ error: rule.code, message: rule.message ?? 'Forced by a chaos rule' })
  if (rule.effect === 'bad_gateway') return answer(BAD_GATEWAY, 502)
  if (rule.effect === 'drop_before') {
    req.socket.destroy()
    return undefined
  }
  if (rule.effect === 'slow') {
    await chaos.delay(rule)
    return produce()
  }
  const given = await produce()
  switch (rule.effect) {
    case 'bad_gateway_after':
      return answer(BAD_GATEWAY, 502)
    case 'malformed_json':
      return { ...given, body: JSON.stringify(given.body).slice(0, -2) }
    case 'drop_after':
      req.socket.destroy()
      return undefined
    case 'hang_after':
      setTimeout(() => res.destroy(), HANG_MS).unref()
      return undefined
  }
}

function write(res: Response, given: Answer): void {
  res.status(given.status)
  if (given.headers) res.set(given.headers)
  if (typeof given.body === 'string') {
    res.type(given.body === BAD_GATEWAY ? 'text/html' : 'application/json').send(given.body)
  } else {
    res.type('application/json').send(JSON.stringify(given.body))
  }
}

function note(world: World, req: Request, given: Answer | undefined, rule: ApiChaosRule | undefined): void {
  world.calls.add({
    at: new Date(world.clock.now()).toISOString(),
    method: req.method,
    path: req.baseUrl + req.path,
    status: given?.status ?? null,
    error: errorOf(given?.body),
    chaos: rule?.effect ?? null,
  })
}

function errorOf(body: unknown): number | null {
  if (typeof body !== 'object' || body === null) return null
  const code = 'error' in body ? body.error : 'err' in body ? body.err : null
  return typeof code === 'number' ? code : null
}
