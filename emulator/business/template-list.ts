/** business.openapi.zalo.me, as far as the doctor asks: an OA without templates, behind that host's own checks. */
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
  const token = header(req, 'access_token') ?? ''
  if (world.grants.accessState(token) !== 'valid') return failure(-124, 'Access token is invalid')
  if (!isWhole(queryText(req, 'offset')) || !isWhole(queryText(req, 'limit'), MOST_PER_PAGE)) {
    return failure(-132, 'Parameter is invalid')
  }
  const status = queryText(req, 'status')
  if (status !== undefined && !/^[1-5]$/.test(status)) return failure(-132, 'Parameter is invalid')
  return answer({ error: 0, message: 'Success', data: [], metadata: { total: 0 } })
}

function isWhole(text: string | undefined, most = Number.MAX_SAFE_INTEGER): boolean {
  return text !== undefined && /^\d+$/.test(text) && Number(text) <= most
}

function failure(code: number, message: string): Answer {
  return answer({ error: code, message })
}
