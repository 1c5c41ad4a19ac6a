import type { Request } from 'express'
import type { z } from 'zod'

/** One path of the control API; what `run` returns is the JSON answer. */
export interface Route {
  method: 'get' | 'post' | 'patch' | 'delete'
  path: string
  run(req: Request): unknown
}

export function get(path: string, run: (req: Request) => unknown): Route {
  return { method: 'get', path, run }
}

/** A route whose body is checked before it is used; a missing body counts as {}. */
export function accept<Body>(
  method: 'post' | 'patch' | 'delete',
  path: string,
  schema: z.ZodType<Body>,
  run: (body: Body, req: Request) => unknown,
): Route {
  return { method, path, run: req => run(schema.parse(req.body ?? {}), req) }
}

/** The `:id` of the path. */
export function idOf(req: Request): string {
  const { id } = req.params
  return typeof id === 'string' ? id : ''
}

/** A whole number of the query, or `otherwise`. */
export function queryNumber(req: Request, name: string, otherwise: number): number {
  const value = req.query[name]
  return typeof value === 'string' && /^\d+$/.test(value) ? Number(value) : otherwise
}
