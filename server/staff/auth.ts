/**
 * Passwords, sessions and authenticators are better-auth's; this file says how it keeps to our house (decision 17). It is
 * loaded when somebody first signs in: a ward's server spends nothing on it at night.
 */
import { randomUUID } from 'node:crypto'
import { betterAuth } from 'better-auth'
import { twoFactor } from 'better-auth/plugins/two-factor'
import { username } from 'better-auth/plugins/username'
import { CamelCasePlugin } from 'kysely'
import { lockMinutes, longestPassword, shortestPassword, trustedDays } from '../../shared/staff.ts'
import type { House } from '../feature.ts'
import { deriveKey } from '../platform/secrets/index.ts'
import { MOST_ATTEMPTS } from './attempts.ts'
import { createAuthHooks, refusal } from './auth-hooks.ts'

/** One working day, however long somebody works: nothing prolongs it. */
const SESSION_S = 12 * 3600
/** How long a code from the phone may be waited for. */
const CODE_WITHIN_S = 600

export type Auth = ReturnType<typeof createAuth>

export function createAuth(house: House) {
  const { config, db, log } = house
  const isHttps = config.publicUrl.startsWith('https://')
  const secret = deriveKey(config.secretKey, 'staff sign-in').toString('hex')

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
    hooks: createAuthHooks(house, { secret }),
  })
}
