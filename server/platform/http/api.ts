/** The contract on the wire: `/api/…`, its description at `/api/openapi.json`. Every operation states whom it serves. */
import type { IncomingHttpHeaders } from 'node:http'
import type { AnyContractRouter } from '@orpc/contract'
import { OpenAPIGenerator } from '@orpc/openapi'
import { OpenAPIHandler } from '@orpc/openapi/node'
import { type Router as ContractRouter, ORPCError, os } from '@orpc/server'
import { BodyLimitPlugin, CompressionPlugin } from '@orpc/server/node'
import { ZodToJsonSchemaConverter } from '@orpc/zod/zod4'
import { Router } from 'express'
import type { Logger } from 'pino'
import type { Access } from '../../../shared/people.ts'
import { AppError, type AppErrorCode } from '../../errors.ts'
import { LARGEST_FILE } from '../files/index.ts'
import { actAs, type Principal } from '../people/index.ts'
import type { ReadPrincipal } from './principal.ts'

/** A type, not an interface: oRPC merges contexts by their keys. */
export type ApiContext = { principal: Principal | null; headers: IncomingHttpHeaders }

const CODES: Record<AppErrorCode, string> = {
  invalid: 'BAD_REQUEST',
  unauthenticated: 'UNAUTHORIZED',
  forbidden: 'FORBIDDEN',
  not_found: 'NOT_FOUND',
  conflict: 'CONFLICT',
  unavailable: 'SERVICE_UNAVAILABLE',
}

/** In bytes. A form carries a file; a whole guide, or the marks of five thousand doors, is the longest text. */
const MOST = { anybody: 256 * 1024, staffText: 1024 * 1024, staffForm: LARGEST_FILE + 256 * 1024 } as const

/** A body is read before an operation refuses: whoever holds no role is not let in with a large one. */
function mostOf(principal: Principal | null, type = ''): keyof typeof MOST {
  if (!principal?.grants.some(({ role }) => role !== 'resident')) return 'anybody'
  return type.startsWith('multipart/form-data') ? 'staffForm' : 'staffText'
}

/** Refuses before the operation runs when the caller does not hold the role that the contract asks for. */
export const guardAccess = os.$context<ApiContext>().middleware(({ context, procedure, next }) => {
  const meta = procedure['~orpc'].meta as { access?: Access }
  const { access } = meta
  if (access === undefined) throw new ORPCError('INTERNAL_SERVER_ERROR', { message: 'operation without access' })
  if (access === 'public') return next()
  if (!context.principal) throw new ORPCError('UNAUTHORIZED')
  const principal = actAs(context.principal, access)
  if (!principal) throw new ORPCError('FORBIDDEN')
  // Narrowed: what is held elsewhere by another role says nothing here.
  return next({ context: { principal } })
})

/** Who calls, for what only they may see. @throws AppError `unauthenticated` for a stranger */
export function principalOf({ principal }: ApiContext): Principal {
  if (!principal) throw new AppError('unauthenticated', 'no valid token')
  return principal
}

/** The account that calls, for what belongs to one person. @throws AppError `forbidden` for a token of the office */
export function personOf(context: ApiContext): string {
  const { personId } = principalOf(context)
  if (personId === null) throw new AppError('forbidden', 'a token of the office is nobody’s account')
  return personId
}

/** Turns our refusals into the contract's coded errors; a surprise is logged whole and answered as internal. */
export function guardErrors(log: Logger) {
  return os.$context<ApiContext>().middleware(async ({ path, next }) => {
    try {
      return await next()
    } catch (error) {
      if (error instanceof ORPCError) throw error
      if (error instanceof AppError)
        throw new ORPCError(CODES[error.code], {
          message: error.message,
          ...(error.reason ? { data: { reason: error.reason } } : {}),
        })
      log.error({ err: error, operation: path.join('.') }, 'an operation met a surprise')
      throw new ORPCError('INTERNAL_SERVER_ERROR')
    }
  })
}

export function createApiRouter({
  contract,
  router,
  readPrincipal,
  publicUrl,
}: {
  contract: AnyContractRouter
  router: ContractRouter<AnyContractRouter, ApiContext>
  readPrincipal: ReadPrincipal
  publicUrl: string
}): Router {
  const handlerWithin = (maxBodySize: number) =>
    new OpenAPIHandler<ApiContext>(router, { plugins: [new CompressionPlugin(), new BodyLimitPlugin({ maxBodySize })] })
  const handlers = {
    anybody: handlerWithin(MOST.anybody),
    staffText: handlerWithin(MOST.staffText),
    staffForm: handlerWithin(MOST.staffForm),
  }
  const generator = new OpenAPIGenerator({ schemaConverters: [new ZodToJsonSchemaConverter()] })
  let description: Promise<unknown> | null = null
  const routes = Router()
  routes.get('/api/openapi.json', async (_request, response) => {
    description ??= generator.generate(contract, {
      info: { title: 'Một Cửa', version: '1' },
      servers: [{ url: `${publicUrl}/api` }],
    })
    response.json(await description)
  })
  routes.use('/api', async (request, response, next) => {
    // Express strips the mount path from `url`; the handler expects it in full.
    const principal = await readPrincipal(request)
    // What only the caller may see stays in no cache; what is public says for itself how long it holds.
    if (principal) response.set('Cache-Control', 'private, no-store')
    const handler = handlers[mostOf(principal, request.headers['content-type'])]
    const { matched } = await handler.handle(Object.assign(request, { url: request.originalUrl }), response, {
      prefix: '/api',
      context: { principal, headers: request.headers },
    })
    if (!matched) next()
  })
  return routes
}
