/** The contract with its guards, ready to be given its operations. */
import { implement } from '@orpc/server'
import type { Logger } from 'pino'
import { contract } from '../shared/contract.ts'
import { type ApiContext, guardAccess, guardErrors } from './platform/http/index.ts'

export function createImplementer(log: Logger) {
  return implement(contract).$context<ApiContext>().use(guardErrors(log)).use(guardAccess)
}

export type Implementer = ReturnType<typeof createImplementer>
