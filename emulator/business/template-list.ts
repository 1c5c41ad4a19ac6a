/** business.openapi.zalo.me, as far as it is asked: the OA's templates and what each needs, behind that host's own checks. */
import type { Request, RequestHandler } from 'express'
import { type Answer, answer } from '../http/answer.ts'
import { header, queryText } from '../http/body.ts'
import { respond } from '../http/respond.ts'
import type { World } from '../world/world.ts'

const MOST_PER_PAGE = 100

export function createTemplateList(world: World): RequestHandler {
  return (req, res) => respond(world, 'template', req, res, () => listTemplates(req, world))
}

function listTemplates(req: Request, world: World): Answer {
  if (!isAllowed(req, world)) return failure(-124, 'Access token is invalid')
  if (!isWhole(queryText(req, 'offset')) || !isWhole(queryText(req, 'limit'), MOST_PER_PAGE)) {
    return failure(-132, 'Parameter is invalid')
  }
  const status = queryText(req, 'status')
  if (status !== undefined && !/^[1-5]$/.test(status)) return failure(-132, 'Parameter is invalid')
  const own = world.settings.read().templates.known.filter(({ isForeign }) => !isForeign)
  const [offset, limit] = [Number(queryText(req, 'offset')), Number(queryText(req, 'limit'))]
  const data = own.slice(offset, offset + limit).map(one => ({
    templateId: one.id,
    templateName: one.name,
    status: one.status,
  }))
  return answer({ error: 0, message: 'Success', data, metadata: { total: own.length } })
}

export function createTemplateInfo(world: World): RequestHandler {
  return (req, res) => respond(world, 'template', req, res, () => showTemplate(req, world))
}

function showTemplate(req: Request, world: World): Answer {
  if (!isAllowed(req, world)) return failure(-124, 'Access token is invalid')
  const found = world.settings.read().templates.known.find(({ id }) => id === queryText(req, 'template_id'))
  if (!found) return failure(-109, 'Template id is invalid')
  if (found.isForeign) return failure(-117, 'OA has no permission to use this template')
  const { id, name, status, params } = found
  // A template that is not approved lists no parameters.
  const listParams =
    status === 'ENABLE' ? params.map(param => ({ ...param, minLength: 0, acceptNull: !param.require })) : []
  const data = { templateId: id, templateName: name, status, listParams, listButtons: [], price_uid: '200' }
  return answer({ error: 0, message: 'Success', data })
}

function isAllowed(req: Request, world: World): boolean {
  return world.grants.accessState(header(req, 'access_token') ?? '') === 'valid'
}

function isWhole(text: string | undefined, most = Number.MAX_SAFE_INTEGER): boolean {
  return text !== undefined && /^\d+$/.test(text) && Number(text) <= most
}

function failure(code: number, message: string): Answer {
  return answer({ error: code, message })
}
