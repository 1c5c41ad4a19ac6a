/** Calls the operations of the contract, typed by it. What goes wrong becomes words that a page can show. */
import type { ContractRouterClient } from '@orpc/contract'
import type { JsonifiedClient } from '@orpc/openapi-client'
import type { contract } from '../../shared/contract.ts'
import { type Route, type RouteTable, routes } from './routes.ts'

export type Api = JsonifiedClient<ContractRouterClient<typeof contract>>

export type Trouble =
  | 'offline'
  | 'timeout'
  | 'not-found'
  | 'signed-out'
  | 'forbidden'
  | 'invalid'
  | 'conflict'
  | 'too-many'
  | 'unavailable'

export class ApiError extends Error {
  readonly trouble: Trouble
  /** One word of a closed list in `shared`, where there is one. */
  readonly reason: string | null
  constructor(trouble: Trouble, reason: string | null = null) {
    super(trouble)
    this.trouble = trouble
    this.reason = reason
  }
}

const ANSWER_WITHIN_MS = 20_000
/** A file on a slow line, and what puts every published question again. */
const PATIENT_MS = 180_000
const PATIENT_PATHS = ['/guides/drafts/{id}/check', '/guides/drafts/{id}/approve']

export const api = makeCalls(routes) as Api

function makeCalls(table: RouteTable): unknown {
  return Object.fromEntries(
    Object.entries(table).map(([name, entry]) => [name, isRoute(entry) ? makeCall(entry) : makeCalls(entry)]),
  )
}

function isRoute(entry: Route | RouteTable): entry is Route {
  return Array.isArray(entry)
}

function makeCall([method, path]: Route) {
  return (input: Record<string, unknown> = {}): Promise<unknown> => {
    const rest = { ...input }
    const filled = path.replace(/\{(\w+)\}/g, (_, name: string) => {
      const value = String(rest[name])
      delete rest[name]
      return encodeURIComponent(value)
    })
    if (method === 'GET' || method === 'DELETE') {
      const query = new URLSearchParams(Object.entries(rest).map(([name, value]) => [name, String(value)]))
      return send(`/api${filled}${query.toString() && `?${query}`}`, { method })
    }
    const isPatient = PATIENT_PATHS.includes(path) || Object.values(rest).some(value => value instanceof File)
    return send(`/api${filled}`, { method, ...bodyOf(rest) }, isPatient ? PATIENT_MS : ANSWER_WITHIN_MS)
  }
}

/** A file travels in a form, everything else as JSON. */
function bodyOf(values: Record<string, unknown>): RequestInit {
  if (!Object.values(values).some(value => value instanceof File))
    return { body: JSON.stringify(values), headers: { 'content-type': 'application/json' } }
  const form = new FormData()
  for (const [name, value] of Object.entries(values)) form.set(name, value instanceof File ? value : String(value))
  return { body: form }
}

/** @param path from the server's root @throws ApiError */
export async function send(path: string, init: RequestInit, withinMs = ANSWER_WITHIN_MS): Promise<unknown> {
  const timer = new AbortController()
  const timeout = setTimeout(() => timer.abort(), withinMs)
  try {
    const response = await fetch(path, {
      ...init,
      headers: { accept: 'application/json', ...init.headers },
      signal: timer.signal,
    })
    const answer: unknown = response.status === 204 ? null : await response.json().catch(() => null)
    if (response.status === 413) throw new ApiError('invalid', 'file_too_large')
    if (!response.ok) throw new ApiError(troubleOf(response.status), reasonOf(answer))
    return answer
  } catch (error) {
    if (error instanceof ApiError) throw error
    throw new ApiError(timer.signal.aborted ? 'timeout' : 'offline')
  } finally {
    clearTimeout(timeout)
  }
}

interface Issue {
  code?: string
  path?: unknown[]
}

function reasonOf(answer: unknown): string | null {
  const { data, code } = (answer ?? {}) as { data?: { reason?: string; issues?: Issue[] }; code?: string }
  const isLargeFile = data?.issues?.some(issue => issue.code === 'too_big' && issue.path?.[0] === 'file')
  return data?.reason ?? (isLargeFile ? 'file_too_large' : (code ?? null))
}

const TROUBLES: Record<number, Trouble> = {
  401: 'signed-out',
  403: 'forbidden',
  404: 'not-found',
  409: 'conflict',
  429: 'too-many',
}

function troubleOf(status: number): Trouble {
  return TROUBLES[status] ?? (status >= 500 ? 'unavailable' : 'invalid')
}
