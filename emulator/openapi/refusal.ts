/** Zalo's refusals: status 200, a negative number, an English sentence. */
import { type Answer, answer } from '../http/answer.ts'

export interface Refusal {
  error: number
  message: string
}

const TEXTS: Record<number, string> = {
  [-32]: 'The application has reached its API call limit',
  [-100]: 'Attachment has expired',
  [-109]: 'Template id is invalid',
  [-115]: 'Account balance is not enough',
  [-117]: 'OA has no permission to use this template',
  [-131]: 'Template is not approved',
  [-133]: 'Template messages are not allowed at night',
  [-144]: 'OA has reached its daily template quota',
  [-1121]: 'Template parameter is longer than allowed',
  [-1122]: 'Template parameter is missing',
  [-1124]: 'Template parameter has a wrong format',
  [-201]: 'Parameter is invalid!',
  [-209]: 'This application is not activated',
  [-210]: 'Parameter exceeds the allowed limit',
  [-211]: 'Out of quota',
  [-213]: 'User has not followed the OA',
  [-214]: 'The article is being processed',
  [-216]: 'Access token is invalid',
  [-217]: 'User has blocked invitations from the OA',
  [-218]: 'User has reached the limit of messages received from OAs',
  [-219]: 'Application has been removed or disabled',
  [-220]: 'Access token has expired or is no longer available',
  [-221]: 'OA has not been verified',
  [-223]: 'OA has not granted the application permission for this API',
  [-224]: 'OA needs to upgrade its plan to use this API',
  [-227]: 'User is banned or has been inactive for more than 45 days',
  [-230]: 'User has not interacted with the OA in the past 7 days',
  [-232]: 'User has not interacted with the OA, or the interaction has expired',
  [-233]: 'Message type is invalid or not supported',
  [-234]: 'Broadcast is not allowed between 22:00 and 06:00',
  [-235]: 'This API does not support this type of OA',
  [-237]: 'The group is disabled, its asset has expired',
  [-238]: 'The GMF asset is already used',
  [-240]: 'The message API v2 has been shut down, please use v3',
  [-241]: 'The GMF asset is disabled or does not exist',
  [-242]: 'appsecret_proof is invalid',
  [-244]: 'User has restricted this type of message from the OA',
  [-249]: 'This template cannot be sent by user id',
  [-403]: 'OA is not in the group',
  [-501]: 'Personal information is limited: the request comes from outside Vietnam',
}

export function refuse(code: number): Refusal {
  return { error: code, message: TEXTS[code] ?? 'Unknown error' }
}

/** -201 with the name of the field that is wrong. */
export function invalid(field: string): Refusal {
  return { error: -201, message: `${field} is invalid!` }
}

export function isRefusal(value: object): value is Refusal {
  return 'error' in value
}

export function success(data: unknown): Answer {
  return answer({ error: 0, message: 'Success', data })
}
