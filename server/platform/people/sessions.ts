/**
 * What a phone shows after Zalo has said who holds it: a token of ours for one hour, known by the person's number here and
 * by none of Zalo's. Each use looks the person up, so that whoever was erased, parted or merged is refused at once.
 */
import { jwtVerify, SignJWT } from 'jose'
import { sql } from 'kysely'
import { z } from 'zod'
import type { Clock } from '../../clock.ts'
import { deriveKey } from '../secrets/index.ts'
import type { Database } from '../storage/index.ts'
import { createPrincipal, type Principal } from './principal.ts'

export interface Sessions {
  start(holder: { personId: string; identityId: string }): Promise<{ token: string; lastsSeconds: number }>
  /** @returns null when the token is not ours, too old, or its holder is not who they were */
  read(token: string): Promise<Principal | null>
}

const LASTS_S = 3600
/** Replicas may disagree about the time by so much. */
const TOLERANCE_S = 10
const ALGORITHM = 'HS256'
const TYPE = 'session+jwt'
const ISSUER = 'mot-cua'
const Claims = z.object({ sub: z.uuid(), sid: z.string().regex(/^\d{1,18}$/) })

export function createSessions({
  db,
  clock,
  secretKey,
  oaId,
}: {
  db: Database
  clock: Clock
  secretKey: string
  /** Tokens open this ward's server only. */
  oaId: string
}): Sessions {
  const key = deriveKey(secretKey, 'sessions')
  return {
    async start({ personId, identityId }) {
      const now = Math.floor(clock.now().getTime() / 1000)
      const token = await new SignJWT({ sid: identityId })
        .setProtectedHeader({ alg: ALGORITHM, typ: TYPE })
        .setSubject(personId)
        .setIssuer(ISSUER)
        .setAudience(oaId)
        .setIssuedAt(now)
        .setExpirationTime(now + LASTS_S)
        .sign(key)
      return { token, lastsSeconds: LASTS_S }
    },
    async read(token) {
      const claims = await verify(token)
      if (!claims) return null
      const { rows } = await sql<{ area_id: string; leads: string[] }>`
        select oa.area_id, array(select area_id::text from roles where person_id = i.person_id and role = 'leader' and revoked_at is null) as leads
        from identities i join official_accounts oa on oa.oa_id = ${oaId}
        where i.id = ${claims.identityId} and i.person_id = ${claims.personId} and i.kind = 'app'
      `.execute(db)
      const [row] = rows
      if (!row) return null
      const { personId } = claims
      const ofPerson = { role: 'resident' as const, areaId: row.area_id }
      const ofLeader = row.leads.map(areaId => ({ role: 'leader' as const, areaId }))
      return createPrincipal({ label: `person ${personId}`, personId, grants: [ofPerson, ...ofLeader] })
    },
  }

  async function verify(token: string): Promise<{ personId: string; identityId: string } | null> {
    try {
      const { payload } = await jwtVerify(token, key, {
        algorithms: [ALGORITHM],
        typ: TYPE,
        issuer: ISSUER,
        audience: oaId,
        currentDate: clock.now(),
        clockTolerance: TOLERANCE_S,
        requiredClaims: ['sub', 'sid', 'iat', 'exp'],
      })
      const { sub: personId, sid: identityId } = Claims.parse(payload)
      return { personId, identityId }
    } catch {
      return null
    }
  }
}
