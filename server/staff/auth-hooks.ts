/** What we do before and after better-auth: tries are counted, codes are good once, PCs are known again, the audit is written. */
import { APIError, createAuthMiddleware, getAuthoritativeSessionFromCtx } from 'better-auth/api'
import { symmetricDecrypt } from 'better-auth/crypto'
import { type StaffRefusal, trustedDays } from '../../shared/staff.ts'
import type { House } from '../feature.ts'
import { createAttempts } from './attempts.ts'
import { type KnownPc, readKnownPcs, rememberPc } from './known-pcs.ts'
import { labelOf } from './labels.ts'
import { findWeakness } from './passwords.ts'
import { spendCode } from './phone-codes.ts'
import { forgetTrustedPcs } from './trusted-pcs.ts'

const SIGN_IN = '/sign-in/username'
const CHANGE_PASSWORD = '/change-password'
const ENABLE_TOTP = '/two-factor/enable'
const VERIFY_TOTP = '/two-factor/verify-totp'
const VERIFY_RECOVERY = '/two-factor/verify-backup-code'
const NEW_RECOVERY = '/two-factor/generate-backup-codes'
/** Where a password or a code is asked for again of somebody who is in. */
const ASKED_INSIDE = [CHANGE_PASSWORD, ENABLE_TOTP, VERIFY_TOTP, VERIFY_RECOVERY, NEW_RECOVERY]

/** As long as browsers keep anything. */
const KNOWN_FOR_S = 400 * 86_400
const TRUSTED_FOR_S = trustedDays * 86_400

type Ctx = Parameters<Parameters<typeof createAuthMiddleware>[0]>[0]

export function createAuthHooks({ db }: House, { secret }: { secret: string }) {
  const attempts = createAttempts(db)
  const knownCookie = (ctx: Ctx) => ctx.context.createAuthCookie('known_pc', { maxAge: KNOWN_FOR_S })

  async function note(action: string, personId: string): Promise<void> {
    const account = await db
      .selectFrom('staff_accounts')
      .select(['name', 'username', 'area_id'])
      .where('id', '=', personId)
      .executeTakeFirst()
    const actor = account ? labelOf(account) : `staff ${personId}`
    const area_id = account?.area_id ?? null
    await db.insertInto('audit').values({ actor, action, area_id, subject: personId }).execute()
  }

  async function knownPcs(ctx: Ctx): Promise<KnownPc[]> {
    return readKnownPcs(await ctx.getSignedCookie(knownCookie(ctx).name, secret))
  }

  /** This PC as one of somebody's, when they have shown both keys here. */
  async function findPc(ctx: Ctx, username: string): Promise<KnownPc | null> {
    const known = await knownPcs(ctx)
    if (known.length === 0) return null
    const account = await db
      .selectFrom('staff_accounts')
      .select('id')
      .where('username', '=', username.trim().toLowerCase())
      .executeTakeFirst()
    return known.find(({ personId }) => personId === account?.id) ?? null
  }

  /** Thirty days are counted from the code: signing in every day does not prolong them. */
  async function endOldTrust(ctx: Ctx, pc: KnownPc | null): Promise<void> {
    const trusted = await ctx.getSignedCookie(ctx.context.createAuthCookie('trust_device').name, secret)
    const device = (trusted || '').split('!')[1]
    if (!device || (pc && pc.provedAt + TRUSTED_FOR_S > Date.now() / 1000)) return
    await ctx.context.internalAdapter.deleteVerificationByIdentifier(device)
  }

  /** Whoever is in, or has shown the password and is asked for the code. */
  async function whoAsks(ctx: Ctx): Promise<{ personId: string; isInside: boolean } | null> {
    const session = await getAuthoritativeSessionFromCtx(ctx)
    if (session) return { personId: session.user.id, isInside: true }
    const pending = await ctx.getSignedCookie(ctx.context.createAuthCookie('two_factor').name, secret)
    const found = pending ? await ctx.context.internalAdapter.findVerificationValue(pending) : null
    return found ? { personId: found.value, isInside: false } : null
  }

  async function requireFreshCode(ctx: Ctx, personId: string): Promise<void> {
    const row = await db
      .selectFrom('staff_two_factors')
      .select('secret')
      .where('user_id', '=', personId)
      .executeTakeFirst()
    if (!row) return
    const opened = await symmetricDecrypt({ key: ctx.context.secretConfig, data: row.secret })
    const code = String(ctx.body?.code ?? '')
    // better-auth reckons with the machine's own clock too.
    if (!(await spendCode(db, { personId, secret: opened, code, now: new Date() })))
      throw refusal('UNAUTHORIZED', 'code_used')
  }

  const before = createAuthMiddleware(async ctx => {
    const { path } = ctx
    if (path === SIGN_IN) {
      const username = String(ctx.body?.username ?? '')
      const pc = await findPc(ctx, username)
      if (!(await attempts.begin(username, pc?.mark ?? null))) throw refusal('TOO_MANY_REQUESTS', 'locked')
      await endOldTrust(ctx, pc)
    }
    if (ASKED_INSIDE.includes(path)) {
      const asking = await whoAsks(ctx)
      if (asking?.isInside && !(await attempts.beginInside(asking.personId)))
        throw refusal('TOO_MANY_REQUESTS', 'locked')
      if (asking && path === VERIFY_TOTP) await requireFreshCode(ctx, asking.personId)
    }
    if (path === CHANGE_PASSWORD) {
      const weakness = await findWeakness(String(ctx.body?.newPassword ?? ''), [])
      if (weakness) throw refusal('BAD_REQUEST', weakness)
      return { context: { body: { ...ctx.body, revokeOtherSessions: true } } }
    }
  })

  const after = createAuthMiddleware(async ctx => {
    if (ctx.context.returned instanceof Error) return
    const { path } = ctx
    const personId = ctx.context.newSession?.user.id ?? ctx.context.session?.user.id
    // The password was right, whether or not a code is asked for next.
    if (path === SIGN_IN) {
      const username = String(ctx.body?.username ?? '')
      await attempts.clear(username, (await findPc(ctx, username))?.mark ?? null)
    }
    if (!personId) return
    if (ASKED_INSIDE.includes(path)) await attempts.clearInside(personId)
    if (path === SIGN_IN || path === VERIFY_TOTP || path === VERIFY_RECOVERY)
      await db.updateTable('staff_accounts').set({ last_sign_in_at: new Date() }).where('id', '=', personId).execute()
    if (path === VERIFY_TOTP || path === VERIFY_RECOVERY) {
      const { name, attributes } = knownCookie(ctx)
      await ctx.setSignedCookie(name, rememberPc(await knownPcs(ctx), personId, new Date()), secret, attributes)
    }
    if (path === VERIFY_RECOVERY) await note('recovery code used', personId)
    if (path === NEW_RECOVERY) await note('recovery codes made', personId)
    if (path === CHANGE_PASSWORD) {
      await note('password changed', personId)
      await forgetTrustedPcs(db, personId)
    }
  })

  return { before, after }
}

export function refusal(
  status: 'BAD_REQUEST' | 'UNAUTHORIZED' | 'FORBIDDEN' | 'TOO_MANY_REQUESTS',
  code: StaffRefusal,
): APIError {
  return new APIError(status, { code })
}
