import { type Answer, answer } from '../http/answer.ts'
import type { Denial } from './grants.ts'

export const INVALID_APP: Denial = { code: -14002, name: 'Invalid app id' }
export const INVALID_REDIRECT: Denial = { code: -14003, name: 'Invalid redirect uri' }
export const INVALID_SECRET: Denial = { code: -14004, name: 'Invalid secret key' }
/** The number for a request in the wrong form is not known; this one is the emulator's own. */
export const INVALID_REQUEST: Denial = { code: -14001, name: 'Invalid request' }

/** OAuth failures come with status 200 and without an access token. */
export function denied({ code, name }: Denial): Answer {
  return answer({
    error: code,
    error_name: name,
    error_reason: '',
    error_description: name,
    ref_doc: 'https://developers.zalo.me/docs/social-api/tham-khao/ma-loi',
  })
}
