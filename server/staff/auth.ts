/**
 * Passwords, sessions and authenticators are better-auth's; this file says how it keeps to our house (decision 17). It is
 * loaded when somebody first signs in: a ward's server spends nothing on it at night.
 */
import { randomUUID } from 'node:crypto'
import { betterAuth } from 'better-auth'
import { APIError, createAuthMiddleware } from 'better-auth/api'
import { twoFactor } from 'better-auth/plugins/two-factor'
import { username } from 'better-auth/plugins/username'
import { CamelCasePlugin } from 'kysely'
import { lockMinutes, longestPassword, type StaffRefusal, shortestPassword, trustedDays } from '../../shared/staff.ts'
import type { House } from '../feature.ts'
import { deriveKey } from '../platform/secrets/index.ts'
import { createAttempts, MOST_ATTEMPTS } from './attempts.ts'
import { findWeakness } from './passwords.ts'
import { forgetTrustedPcs } from './trusted-pcs.ts'

/** One working day, however long somebody works: nothing prolongs it. */
const SESSION_S = 12 * 3600
/** How long a code from the phone may be waited for. */
const CODE_WITHIN_S = 600

const SIGN_IN = '/sign-in/username'
const CHANGE_PASSWORD = '/change-password'
const VERIFY_TOTP = '/two-factor/verify-totp'
const VERIFY_RECOVERY = '/two-factor/verify-backup-code'

export type Auth = ReturnType<typeof createAuth>

export function createAuth({ config, db, log }: House) {
  const attempts = createAttempts(db)
  const isHttps = config.publicUrl.startsWith('https://')
  const secret = deriveKey(config.secretKey, 'staff sign-in').toString('hex')

  const note = (action: string, personId: string) =>
    db
      .insertInto('audit')
      .values({ actor: `staff ${personId}`, action, subject: personId })
      .execute()

  return betterAuth({
    appName: 'Một Cửa',
    baseURL: config.publicUrl,
    basePath: '/api/auth',
    secret,
    database: { db: db.withPlugin(new CamelCasePlugin()), type: 'postgres' },
    user: { modelName: 'staffAccounts' },
    account: { modelName: 'staffCredentials' },
    session: { modelName: 'staffSessions', expiresIn: SESSION_S, disableSessionRefresh: true },
    verification: { modelName: 'staffVerifications', storeIdentifier: 'hashed' },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: shortestPassword,
      maxPasswordLength: longestPassword,
    },
    plugins: [
      username({ displayUsername: false }),
      twoFactor({
        issuer: 'Một Cửa',
        twoFactorTable: 'staffTwoFactors',
        twoFactorCookieMaxAge: CODE_WITHIN_S,
        trustDeviceMaxAge: trustedDays * 86_400,
        accountLockout: { maxFailedAttempts: MOST_ATTEMPTS, durationSeconds: lockMinutes * 60 },
      }),
    ],
    // Ours are counted in the database, for all replicas; by address, before a request gets here.
    rateLimit: { enabled: false },
    telemetry: { enabled: false },
    logger: { log: (level, message) => level === 'error' && log.warn({ message }, 'staff sign-in') },
    trustedOrigins: request => {
      const host = request?.headers.get('host')
      return host ? [`http://${host}`, `https://${host}`] : []
    },
    advanced: {
      cookiePrefix: 'mot-cua',
      useSecureCookies: isHttps,
      defaultCookieAttributes: { httpOnly: true, sameSite: 'strict', secure: isHttps, path: '/' },
      disableOriginCheck: false,
      ipAddress: { disableIpTracking: true },
      database: { generateId: () => randomUUID() },
    },
    databaseHooks: {
      session: {
        create: {
          before: async session => {
            const account = await db
              .selectFrom('staff_accounts')
              .select('deactivated_at')
              .where('id', '=', session.userId)
              .executeTakeFirst()
            if (!account || account.deactivated_at) throw refusal('FORBIDDEN', 'deactivated')
          },
        },
      },
    },
    hooks: {
      before: createAuthMiddleware(async ctx => {
        if (ctx.path === SIGN_IN) {
          const trusted = await ctx.getSignedCookie(ctx.context.createAuthCookie('trust_device').name, secret)
          const isAllowed = await attempts.begin(String(ctx.body?.username ?? ''), { trusted: trusted || null, secret })
          if (!isAllowed) throw refusal('TOO_MANY_REQUESTS', 'locked')
        }
        if (ctx.path === CHANGE_PASSWORD) {
          const weakness = await findWeakness(String(ctx.body?.newPassword ?? ''), [])
          if (weakness) throw refusal('BAD_REQUEST', weakness)
          return { context: { body: { ...ctx.body, revokeOtherSessions: true } } }
        }
      }),
      after: createAuthMiddleware(async ctx => {
        if (ctx.context.returned instanceof Error) return
        const { path } = ctx
        const personId = ctx.context.newSession?.user.id ?? ctx.context.session?.user.id
        // The password was right, whether or not a code is asked for next.
        if (path === SIGN_IN) await attempts.clear(String(ctx.body?.username ?? ''))
        if (!personId) return
        if (path === SIGN_IN || path === VERIFY_TOTP || path === VERIFY_RECOVERY)
          await db
            .updateTable('staff_accounts')
            .set({ last_sign_in_at: new Date() })
            .where('id', '=', personId)
            .execute()
        if (path === VERIFY_RECOVERY) await note('recovery code used', personId)
        if (path === CHANGE_PASSWORD) {
          await note('password changed', personId)
          await forgetTrustedPcs(db, personId)
        }
      }),
    },
  })
}

function refusal(status: 'BAD_REQUEST' | 'FORBIDDEN' | 'TOO_MANY_REQUESTS', code: StaffRefusal): APIError {
  return new APIError(status, { code })
}
