/** Every operation of the contract, found by walking: a new one is in every walk the day it is born. */
import { contract } from '../../shared/contract.ts'
import type { Access } from '../../shared/people.ts'
import { CALLS, type Call } from './access-calls.ts'

export interface Operation extends Required<Pick<Call, 'answers' | 'elsewhere'>> {
  name: string
  method: string
  path: string
  body: Call['body']
  access: Access | undefined
  /** As the contract writes it: `/notices/{id}`. */
  route: string
}

function listOperations(node: object, name = ''): Operation[] {
  if ('~orpc' in node) {
    const { route, meta } = node['~orpc'] as { route: { method?: string; path?: string }; meta: { access?: Access } }
    const { path = {}, query, body, answers = 200, elsewhere } = CALLS[name] ?? {}
    const filled = (route.path ?? '').replace(/\{(\w+)\}/g, (_, key: string) => path[key] ?? '')
    const { method = 'POST' } = route
    const access = meta.access
    return [
      {
        name,
        method,
        path: `/api${filled}${query ? `?${query}` : ''}`,
        body,
        answers,
        elsewhere: elsewhere ?? answers,
        access,
        route: route.path ?? '',
      } as Operation,
    ]
  }
  return Object.entries(node).flatMap(([key, child]) => listOperations(child as object, name ? `${name}.${key}` : key))
}

export const operations = listOperations(contract)
