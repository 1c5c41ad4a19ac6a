/** The doors of the sign-in that stay open (server/staff/auth-routes.ts). */
import { send } from './client.ts'

const post = (path: string, body: object): Promise<unknown> =>
  send(`/api/auth${path}`, {
    method: 'POST',
    body: JSON.stringify(body),
    headers: { 'content-type': 'application/json' },
  })

export const auth = {
  /** @returns true when a code from the phone is asked for next */
  async signIn(username: string, password: string): Promise<boolean> {
    const answer = (await post('/sign-in/username', { username, password })) as { twoFactorRedirect?: boolean }
    return answer.twoFactorRedirect === true
  },
  verifyCode: (code: string, trustDevice: boolean) => post('/two-factor/verify-totp', { code, trustDevice }),
  verifyRecoveryCode: (code: string) => post('/two-factor/verify-backup-code', { code }),
  enable: (password: string) =>
    post('/two-factor/enable', { password }) as Promise<{ totpURI: string; backupCodes: string[] }>,
  newRecoveryCodes: (password: string) =>
    post('/two-factor/generate-backup-codes', { password }) as Promise<{ backupCodes: string[] }>,
  changePassword: (currentPassword: string, newPassword: string) =>
    post('/change-password', { currentPassword, newPassword }),
  signOut: () => post('/sign-out', {}),
}
