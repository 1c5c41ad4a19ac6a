/** The contract as a phone needs it: method and path of each operation. Evaluated at build; zod stays behind. */
import { z } from 'zod'
import { phoneContract } from './phone-contract.ts'

/** Method and path; `{key}` is filled in from the input. */
export type Route = [method: string, path: string]
export interface RouteTable {
  [name: string]: Route | RouteTable
}

interface Operation {
  '~orpc': { route: { method?: string; path?: string }; outputSchema?: z.ZodType }
}

export const routes: RouteTable = listRoutes(phoneContract)

/** Changes with the shape of the answers: what was kept from another shape is not read. */
export const answerShape: string = checksum(JSON.stringify(listShapes(phoneContract)))

function listRoutes(node: object): RouteTable {
  return Object.fromEntries(
    Object.entries(node).map(([name, child]): [string, Route | RouteTable] => {
      if (!isOperation(child)) return [name, listRoutes(child)]
      const { method = 'POST', path = '' } = child['~orpc'].route
      return [name, [method, path]]
    }),
  )
}

function listShapes(node: object): unknown[] {
  return Object.values(node).map(child => {
    if (!isOperation(child)) return listShapes(child)
    const { outputSchema } = child['~orpc']
    return outputSchema ? z.toJSONSchema(outputSchema, { unrepresentable: 'any', io: 'output' }) : null
  })
}

function isOperation(node: object): node is Operation {
  return '~orpc' in node
}

/** FNV-1a, 32 bits. */
function checksum(text: string): string {
  let hash = 0x811c9dc5
  for (let index = 0; index < text.length; index++) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193)
  return (hash >>> 0).toString(36)
}
