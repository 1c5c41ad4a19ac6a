import { execFile } from 'node:child_process'
import { type Account, isOtherAccount } from './account.ts'

/** Nothing of the operator's own environment (PGDATA, PGPORT, locale…) reaches PostgreSQL. */
export const CLEAN_ENVIRONMENT = { PATH: '/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' }

/** The spawn options that make a command run as this user. */
export function runAs(account: Account): { uid?: number; gid?: number } {
  return isOtherAccount(account) ? account : {}
}

/**
 * Runs one of PostgreSQL's own commands to its end.
 * @returns what it printed
 * @throws an error whose message holds what the command said
 */
export function runCommand(file: string, args: string[], account: Account): Promise<string> {
  return new Promise((resolve, reject) => {
    execFile(file, args, { cwd: '/', env: CLEAN_ENVIRONMENT, ...runAs(account) }, (error, stdout) =>
      error ? reject(error) : resolve(stdout),
    )
  })
}
