/**
 * Staff on the plain pages: a one-time link becomes a cookie that holds an access token.
 * Other systems send the same kind of token as `Authorization: Bearer`.
 */
import type { Request, Response } from 'express'
import { includesRole, type StaffRole } from '../../../shared/people.ts'
import { AppError } from '../../errors.ts'
import type { Principal } from '../people/index.ts'

const COOKIE = 'mot-cua-staff'
const STAFF_TOKEN = 'mc_'
const SIGNED_IN_FOR_S = 12 * 3600

export type ReadToken = (token: string) => Promise<Principal | null>

/** @returns who asks, or null for a stranger */
export async function readPrincipal(
  request: Pick<Request, 'headers'>,
  readToken: ReadToken,
): Promise<Principal | null> {
  const bearer = /^Bearer (\S+)$/.exec(request.headers.authorization ?? '')?.[1]
  const token = bearer ?? readCookie(request.headers.cookie ?? '')
  // A phone's token works in the header only: what a browser sends by itself, another site may make it send.
  const isAllowed = bearer !== undefined || token?.startsWith(STAFF_TOKEN)
  return token && isAllowed ? readToken(token) : null
}

/** @throws AppError `unauthenticated` for a stranger, `forbidden` for the wrong role */
export async function requireRole(
  request: Pick<Request, 'headers'>,
  readToken: ReadToken,
  asked: StaffRole,
): Promise<Principal> {
  const principal = await readPrincipal(request, readToken)
  if (!principal) throw new AppError('unauthenticated', 'no valid token')
  if (!includesRole(principal.role, asked)) throw new AppError('forbidden', `${principal.role} is not ${asked}`)
  return principal
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
    if (name === COOKIE && value) return decodeURIComponent(value)
  }
  return null
}
