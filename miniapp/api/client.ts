/** Calls the operations of the contract, typed by it. What goes wrong becomes one word that a page can answer to. */
import type { ContractRouterClient } from '@orpc/contract'
import type { JsonifiedClient } from '@orpc/openapi-client'
import type { phoneContract } from './phone-contract.ts'
import { type Route, type RouteTable, routes } from './routes.ts'

export type Api = JsonifiedClient<ContractRouterClient<typeof phoneContract>>

export type Trouble =
  | 'offline'
  | 'timeout'
  | 'not-found'
  | 'refused'
  | 'invalid'
  | 'conflict'
  | 'too-many'
  | 'unavailable'

export class ApiError extends Error {
  readonly trouble: Trouble
  constructor(trouble: Trouble) {
    super(trouble)
    this.trouble = trouble
  }
}

const ANSWER_WITHIN_MS = 12_000

/** In Zalo the app is served by Zalo: our server is named in full. */
export const origin: string =
  import.meta.env.MODE === 'zalo' ? (import.meta.env.PUBLIC_URL ?? '').replace(/\/+$/, '') : ''

/** The address of a page of this app that opens in any browser. @param path with a slash at the start */
export function siteAddress(path: string): string {
  return `${origin || window.location.origin}/app${path}`
}

let token: string | null = null

/** Every call from here on carries this token of ours; null: none. Kept in memory only. */
export function authorise(next: string | null): void {
  token = next
}

interface Renewal {
  /** The token is about to end. */
  isDue(): boolean
  /** @returns false when there is no new one */
  renew(): Promise<boolean>
}
let renewal: Renewal | null = null

/** How a token is renewed before it ends, and once more should it be refused. */
export function renewWith(how: Renewal): void {
  renewal = how
}

export const api = makeCalls(routes) as Api
const SIGN_IN = '/api/session'

function makeCalls(table: RouteTable): unknown {
  return Object.fromEntries(
    Object.entries(table).map(([name, entry]) => [name, isRoute(entry) ? makeCall(entry) : makeCalls(entry)]),
  )
}

function isRoute(entry: Route | RouteTable): entry is Route {
  return Array.isArray(entry)
}

function makeCall([method, path]: Route) {
  return (input: Record<string, unknown> = {}, { signal }: { signal?: AbortSignal } = {}): Promise<unknown> => {
    const rest = { ...input }
    const filled = path.replace(/\{(\w+)\}/g, (_, name: string) => {
      const value = String(rest[name])
      delete rest[name]
      return encodeURIComponent(value)
    })
    const hasBody = method !== 'GET' && method !== 'DELETE'
    const query = hasBody ? '' : new URLSearchParams(Object.entries(rest).map(([name, value]) => [name, String(value)]))
    return fetchJson(`/api${filled}${query.toString() && `?${query}`}`, {
      method,
      signal,
      ...(hasBody ? { body: JSON.stringify(rest), headers: { 'content-type': 'application/json' } } : {}),
    })
  }
}

/** @param path from the server's root @param withinMs more than usual for what is large @throws ApiError */
export async function fetchJson(
  path: string,
  init: RequestInit = {},
  withinMs: number = ANSWER_WITHIN_MS,
): Promise<unknown> {
  if (path === SIGN_IN || !token) return fetchOnce(path, init, withinMs)
  if (renewal?.isDue()) await renewal.renew()
  try {
    return await fetchOnce(path, init, withinMs)
  } catch (error) {
    const isOver = error instanceof ApiError && error.trouble === 'refused'
    if (!isOver || !(await renewal?.renew())) throw error
    return fetchOnce(path, init, withinMs)
  }
}

async function fetchOnce(path: string, { signal, ...init }: RequestInit, withinMs: number): Promise<unknown> {
  const timer = new AbortController()
  const timeout = setTimeout(() => timer.abort(), withinMs)
  signal?.addEventListener('abort', () => timer.abort())
  try {
    const response = await fetch(origin + path, {
      ...init,
      headers: { accept: 'application/json', ...(token ? { authorization: `Bearer ${token}` } : {}), ...init.headers },
      signal: timer.signal,
    })
    if (!response.ok) throw new ApiError(troubleOf(response.status))
    return response.status === 204 ? null : parse(await response.text())
  } catch (error) {
    if (error instanceof ApiError) throw error
    throw new ApiError(timer.signal.aborted ? 'timeout' : 'offline')
  } finally {
    clearTimeout(timeout)
  }
}

/** Half an answer, or the page of a hotel's Wi-Fi. */
function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new ApiError('unavailable')
  }
}

function troubleOf(status: number): Trouble {
  if (status === 404) return 'not-found'
  if (status === 409) return 'conflict'
  if (status === 401 || status === 403) return 'refused'
  if (status === 429) return 'too-many'
  return status >= 500 ? 'unavailable' : 'invalid'
}
