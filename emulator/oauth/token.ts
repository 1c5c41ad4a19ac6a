/** POST /v4/oa/access_token: code or refresh token in, a new pair out. */
import type { Request } from 'express'
import { type Answer, answer } from '../http/answer.ts'
import { header, rawBody } from '../http/body.ts'
import type { World } from '../world/world.ts'
import { denied, INVALID_APP, INVALID_REQUEST, INVALID_SECRET } from './errors.ts'
import { ACCESS_LIFE, type Denial, type Pair } from './grants.ts'

export function exchangeToken(req: Request, world: World): Answer {
  if (!header(req, 'content-type')?.startsWith('application/x-www-form-urlencoded')) return denied(INVALID_REQUEST)
  if (header(req, 'secret_key') !== world.secrets.appSecret) return denied(INVALID_SECRET)
  const form = new URLSearchParams(rawBody(req).toString('utf8'))
  if (form.get('app_id') !== world.secrets.appId) return denied(INVALID_APP)
  const result = pairFor(form, world)
  if (!('accessToken' in result)) return denied(result)
  return answer({
    access_token: result.accessToken,
    refresh_token: result.refreshToken,
    expires_in: String(ACCESS_LIFE / 1000),
  })
}

function pairFor(form: URLSearchParams, world: World): Pair | Denial {
  switch (form.get('grant_type')) {
    case 'authorization_code':
      return world.grants.exchange(form.get('code') ?? '', form.get('code_verifier') ?? undefined)
    case 'refresh_token':
      return world.grants.refresh(form.get('refresh_token') ?? '')
    default:
      return INVALID_REQUEST
  }
}
