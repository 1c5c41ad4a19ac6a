/**
 * Who sends a request: other systems by `Authorization: Bearer`, staff on the plain pages by a cookie with the same kind
 * of token, staff at the console by the cookie of their session. What a browser sends by itself counts only when the
 * page that made it send is one of ours.
 */
import type { IncomingHttpHeaders } from 'node:http'
import type { Request, Response } from 'express'
import type { StaffRole } from '../../../shared/people.ts'
import { AppError } from '../../errors.ts'
import { actAs, type Principal } from '../people/index.ts'

const COOKIE = 'mot-cua-staff'
const STAFF_TOKEN = 'mc_'
const SIGNED_IN_FOR_S = 12 * 3600
const HARMLESS = new Set(['GET', 'HEAD', 'OPTIONS'])

type Asked = Pick<Request, 'headers' | 'method'>

/** @returns who asks, or null for a stranger */
export type ReadPrincipal = (request: Asked) => Promise<Principal | null>

export function createPrincipalReader({
  publicUrl,
  readToken,
  readSession,
}: {
  publicUrl: string
  readToken(token: string): Promise<Principal | null>
  /** The session of the console, when the cookies hold one. */
  readSession(headers: IncomingHttpHeaders): Promise<Principal | null>
}): ReadPrincipal {
  return async request => {
    const bearer = /^Bearer (\S+)$/.exec(request.headers.authorization ?? '')?.[1]
    if (bearer) return readToken(bearer)
    if (!HARMLESS.has(request.method) && !isSameOrigin(request.headers, publicUrl)) return null
    const kept = readCookie(request.headers.cookie ?? '')
    const session = await readSession(request.headers)
    // A phone's token works in the header only.
    return session ?? (kept?.startsWith(STAFF_TOKEN) ? readToken(kept) : null)
  }
}

/** True when a page of ours sends this. Browsers name the origin of every request that may change something. */
export function isSameOrigin(headers: IncomingHttpHeaders, publicUrl: string): boolean {
  const site = headers['sec-fetch-site']
  if (site !== undefined && site !== 'same-origin') return false
  if (!headers.origin || !URL.canParse(headers.origin)) return false
  return headers.origin === new URL(publicUrl).origin || new URL(headers.origin).host === headers.host
}

/** @throws AppError `unauthenticated` for a stranger, `forbidden` for the wrong role */
export async function requireRole(request: Asked, readPrincipal: ReadPrincipal, asked: StaffRole): Promise<Principal> {
  const principal = await readPrincipal(request)
  if (!principal) throw new AppError('unauthenticated', 'no valid token')
  const acting = actAs(principal, asked)
  if (!acting) throw new AppError('forbidden', `${principal.role} is not ${asked}`)
  return acting
}

/** Puts the token where scripts cannot read it and other sites cannot send it. */
export function rememberToken(response: Response, token: string, { secure }: { secure: boolean }): void {
  response.cookie(COOKIE, token, {
    httpOnly: true,
    sameSite: 'strict',
    secure,
    maxAge: SIGNED_IN_FOR_S * 1000,
    path: '/',
  })
}

function readCookie(header: string): string | null {
  for (const pair of header.split(';')) {
    const [name, value] = pair.trim().split('=')
    if (name !== COOKIE || !value) continue
    try {
      return decodeURIComponent(value)
    } catch {
      return null
    }
  }
  return null
}
