/** openapi.mini.zalo.me: a notification to one user of the Mini App. */
import type { Request } from 'express'
import { type Answer, answer } from '../http/answer.ts'
import { type Fields, header, isFields, parseFields, rawBody } from '../http/body.ts'
import type { Persona } from '../world/personas.ts'
import type { World } from '../world/world.ts'

const LARGEST_BODY = 16_384
const METER = 'notifications'
const TEXT_FIELDS = ['title', 'contentTitle', 'contentDescription', 'buttonText', 'buttonUrl']

const MESSAGES: Record<number, string> = {
  [-100]: 'Missing parameter',
  [-101]: 'Invalid parameter',
  [-102]: 'Invalid API key',
  [-109]: 'Quota exceeded',
  [-110]: 'Invalid user id',
  [-111]: 'User cannot receive notifications',
  [-112]: 'Scope is not granted',
  [-113]: 'IP is not allowed',
  [-114]: 'Invalid Mini App id',
  [-117]: 'Body is too large',
}

export function sendNotification(req: Request, world: World): Answer {
  const checked = checkCaller(req, world)
  if (typeof checked === 'number') return failure(checked, world)
  const raw = rawBody(req)
  if (raw.length > LARGEST_BODY) return failure(-117, world)
  const body = parseFields(raw.toString('utf8'))
  const problem = checkBody(body)
  if (problem !== undefined || !body) return failure(problem ?? -100, world)
  world.meters.spend(METER, 'day')
  world.phoneNotices.add({
    person: checked.key,
    at: new Date(world.clock.now()).toISOString(),
    templateId: String(body.templateId),
    data: isFields(body.templateData) ? body.templateData : {},
  })
  return envelope(0, 'Success', world, 200, {})
}

/** The person to notify, or the code of the first header that is wrong. */
function checkCaller(req: Request, world: World): Persona | number {
  const { miniApp } = world.settings.read()
  if (header(req, 'x-api-key') !== `Bearer ${world.secrets.miniAppKey}`) return -102
  if (!miniApp.ipAllowed) return -113
  if (header(req, 'x-miniapp-id') !== world.secrets.miniAppId) return -114
  if (!miniApp.mayNotify) return -112
  const person = world.people.byAppUserId(header(req, 'x-user-id') ?? '')
  if (!person) return -110
  const { acceptsNotifications, usedAt } = person.miniApp
  const recent = usedAt !== null && world.clock.now() - usedAt <= miniApp.notifyWithinMs
  if (!acceptsNotifications || !recent) return -111
  return world.meters.used(METER, 'day') < miniApp.dailyNotifications ? person : -109
}

function checkBody(body: Fields | undefined): number | undefined {
  const { templateId, templateData } = body ?? {}
  if (templateId === undefined || templateData === undefined) return -100
  if (typeof templateId !== 'string' || !isFields(templateData)) return -101
  return TEXT_FIELDS.every(field => templateData[field] === undefined || typeof templateData[field] === 'string')
    ? undefined
    : -101
}

function failure(code: number, world: World): Answer {
  return envelope(code, MESSAGES[code] ?? 'Failed', world, world.settings.read().miniApp.failureStatus)
}

/** This host is known to write its envelope in two ways. */
function envelope(code: number, message: string, world: World, status: number, data?: Fields): Answer {
  const body = world.settings.read().miniApp.envelope === 'err' ? { err: code, msg: message } : { error: code, message }
  return answer(data ? { ...body, data } : body, status)
}
