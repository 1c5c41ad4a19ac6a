/** Who is signed in, and where else. */
import type { IncomingHttpHeaders } from 'node:http'
import type { HeldRole, StaffMe, StaffSession } from '../../shared/staff.ts'
import { AppError } from '../errors.ts'
import type { House } from '../feature.ts'
import { createPrincipal, type Principal } from '../platform/people/index.ts'
import { createAttempts } from './attempts.ts'
import type { Auth } from './auth.ts'
import { nameDevice } from './devices.ts'
import { listHeldRoles } from './held-roles.ts'
import { labelOf } from './labels.ts'
import { forgetTrustedPcs } from './trusted-pcs.ts'

interface SignedIn {
  sessionId: string
  personId: string
  name: string
  username: string
  hasTotp: boolean
}

export interface Sessions {
  /** Null without a session, for a closed account, and until an authenticator is set up. */
  readPrincipal(headers: IncomingHttpHeaders): Promise<Principal | null>
  me(headers: IncomingHttpHeaders): Promise<Omit<StaffMe, 'keepsGuides'>>
  list(headers: IncomingHttpHeaders): Promise<StaffSession[]>
  end(headers: IncomingHttpHeaders, id: string): Promise<void>
  endOthers(headers: IncomingHttpHeaders): Promise<void>
  /** Takes the authenticator away after password and code, so that another can be set up. @throws AppError */
  replaceTotp(headers: IncomingHttpHeaders, proof: { password: string; code: string }): Promise<void>
}

export const SESSION_COOKIE = 'mot-cua.session_token'

export function createSessions({ db }: House, loadAuth: () => Promise<Auth>): Sessions {
  const attempts = createAttempts(db)

  async function read(headers: IncomingHttpHeaders): Promise<SignedIn | null> {
    if (!headers.cookie?.includes(SESSION_COOKIE)) return null
    const auth = await loadAuth()
    const found = await auth.api.getSession({ headers: webHeaders(headers) })
    if (!found) return null
    const account = await db
      .selectFrom('staff_accounts')
      .selectAll()
      .where('id', '=', found.user.id)
      .where('deactivated_at', 'is', null)
      .executeTakeFirst()
    if (!account) return null
    const { id: personId, name, username, two_factor_enabled: hasTotp } = account
    return { sessionId: found.session.id, personId, name, username, hasTotp }
  }

  async function require(headers: IncomingHttpHeaders): Promise<SignedIn> {
    const signedIn = await read(headers)
    if (!signedIn?.hasTotp) throw new AppError('unauthenticated', 'nobody is signed in at the console')
    return signedIn
  }

  return {
    async readPrincipal(headers) {
      const signedIn = await read(headers)
      if (!signedIn?.hasTotp) return null
      const held = await listHeldRoles(db, [signedIn.personId])
      return createPrincipal({
        label: labelOf(signedIn),
        personId: signedIn.personId,
        grants: held.map(({ role, areaId }) => ({ role, areaId })),
      })
    },

    async me(headers) {
      const signedIn = await read(headers)
      if (!signedIn) return { state: 'signed_out', person: null, roles: [], recoveryCodesLeft: null }
      const { personId: id, name, username, hasTotp } = signedIn
      const held = await listHeldRoles(db, [id])
      const roles: HeldRole[] = held.map(({ role, area, areaName }) => ({ role, area, areaName }))
      return {
        state: hasTotp ? 'signed_in' : 'needs_totp',
        person: { id, name, username },
        roles: hasTotp ? roles : [],
        recoveryCodesLeft: hasTotp ? await countRecoveryCodes(id) : null,
      }
    },

    async list(headers) {
      const { sessionId, personId } = await require(headers)
      const rows = await db
        .selectFrom('staff_sessions')
        .select(['id', 'user_agent', 'created_at', 'expires_at'])
        .where('user_id', '=', personId)
        .where('expires_at', '>', new Date())
        .orderBy('created_at', 'desc')
        .execute()
      return rows.map(row => ({
        id: row.id,
        device: nameDevice(row.user_agent ?? ''),
        startedAt: row.created_at,
        expiresAt: row.expires_at,
        isCurrent: row.id === sessionId,
      }))
    },

    async end(headers, id) {
      const { personId } = await require(headers)
      const { numDeletedRows } = await db
        .deleteFrom('staff_sessions')
        .where('id', '=', id)
        .where('user_id', '=', personId)
        .executeTakeFirst()
      if (numDeletedRows === 0n) throw new AppError('not_found', 'no such session')
    },

    async endOthers(headers) {
      const { sessionId, personId } = await require(headers)
      await db.deleteFrom('staff_sessions').where('user_id', '=', personId).where('id', '!=', sessionId).execute()
      await forgetTrustedPcs(db, personId)
    },

    async replaceTotp(headers, { password, code }) {
      const signedIn = await require(headers)
      const { sessionId, personId } = signedIn
      if (!(await attempts.beginInside(personId))) throw new AppError('conflict', 'too many tries', 'locked')
      const auth = await loadAuth()
      const { password: passwords } = await auth.$context
      const credential = await db
        .selectFrom('staff_credentials')
        .select('password')
        .where('user_id', '=', personId)
        .executeTakeFirst()
      const isRight = await passwords.verify({ hash: credential?.password ?? '', password })
      if (!isRight) throw new AppError('invalid', 'the password is wrong', 'wrong_password')
      if (!(await isOwnCode(auth, headers, code))) throw new AppError('invalid', 'the code is wrong', 'wrong_code')
      await db.transaction().execute(async tx => {
        await tx.deleteFrom('staff_two_factors').where('user_id', '=', personId).execute()
        await tx.updateTable('staff_accounts').set({ two_factor_enabled: false }).where('id', '=', personId).execute()
        await tx.deleteFrom('staff_sessions').where('user_id', '=', personId).where('id', '!=', sessionId).execute()
        await forgetTrustedPcs(tx, personId)
        await tx
          .insertInto('audit')
          .values({ actor: labelOf(signedIn), action: 'authenticator replaced', subject: personId })
          .execute()
      })
    },
  }

  async function isOwnCode(auth: Auth, headers: IncomingHttpHeaders, code: string): Promise<boolean> {
    const body = { code: code.trim() }
    const verify = /^\d{6}$/.test(body.code) ? auth.api.verifyTOTP : auth.api.verifyBackupCode
    return verify({ headers: webHeaders(headers), body }).then(
      () => true,
      () => false,
    )
  }

  async function countRecoveryCodes(personId: string): Promise<number> {
    const auth = await loadAuth()
    const found = await auth.api.viewBackupCodes({ body: { userId: personId } }).catch(() => null)
    return found?.backupCodes.length ?? 0
  }
}

function webHeaders(headers: IncomingHttpHeaders): Headers {
  const web = new Headers()
  for (const name of ['cookie', 'host', 'origin'] as const) {
    const value = headers[name]
    if (typeof value === 'string') web.set(name, value)
  }
  return web
}
