/** The staff: signing in at the console, who may do what where, invitations, and tokens for other systems. */
import { sql } from 'kysely'
import type { Feature, HandOver, House } from '../feature.ts'
import type { Auth } from './auth.ts'
import { createAuthRoutes } from './auth-routes.ts'
import { createInvitations, type Invitations } from './invitations.ts'
import { createMembers, type Members } from './members.ts'
import { createSessions, type Sessions } from './sessions.ts'
import { createTokens, type Tokens } from './tokens.ts'

export interface StaffFeature extends Feature {
  sessions: Sessions
  invitations: Invitations
  members: Members
  tokens: Tokens
  /** The path of a link for the first administrator; null when there is one already. */
  firstLink(areaId: string, expiresAt: Date): Promise<string | null>
}

/** @param handOvers what features do when one person's duties go to another */
export function createStaff({ house, handOvers }: { house: House; handOvers: () => HandOver[] }): StaffFeature {
  const { db } = house
  let auth: Promise<Auth> | null = null
  const loadAuth = (): Promise<Auth> => {
    auth ??= import('./auth.ts').then(({ createAuth }) => createAuth(house))
    return auth
  }
  let handler: Promise<typeof import('better-auth/node')['toNodeHandler']> | null = null
  const routes = createAuthRoutes(house, async (request, response) => {
    handler ??= import('better-auth/node').then(({ toNodeHandler }) => toNodeHandler)
    await (await handler)(await loadAuth())(request, response)
  })
  const invitations = createInvitations(house, loadAuth)

  return {
    name: 'staff',
    routers: [routes],
    ticks: [{ name: 'staff sweep', schedule: '0 37 * * * *', run: sweep }],
    sessions: createSessions(house, loadAuth),
    invitations,
    members: createMembers(house, handOvers),
    tokens: createTokens(house),
    async firstLink(areaId, expiresAt) {
      const administrator = await db
        .selectFrom('staff_accounts')
        .innerJoin('roles', 'roles.person_id', 'staff_accounts.id')
        .select('staff_accounts.id')
        .where('roles.role', '=', 'administrator')
        .where('roles.revoked_at', 'is', null)
        .where('staff_accounts.deactivated_at', 'is', null)
        .executeTakeFirst()
      return administrator ? null : invitations.issueFirst(areaId, expiresAt)
    },
  }

  /** What has run out opens nothing; here it goes. */
  async function sweep(): Promise<void> {
    await sql`delete from staff_sessions where expires_at < now()`.execute(db)
    await sql`delete from staff_verifications where expires_at < now()`.execute(db)
    await sql`delete from staff_attempts where last_at < now() - interval '1 day'`.execute(db)
  }
}

/** For the operator, when nobody can sign in any more. @returns a path */
export function issueAdministratorLink(
  house: Pick<House, 'db' | 'clock' | 'config'>,
  { areaId, expiresAt }: { areaId: string; expiresAt: Date },
): Promise<string> {
  const loadAuth = () => Promise.reject(new Error('a link is made without anybody signing in'))
  return createInvitations(house, loadAuth).issueFirst(areaId, expiresAt)
}
