/** Who sits at the desk while it is measured. */
import { randomBytes } from 'node:crypto'
import { hashSecret } from '../server/platform/people/index.ts'
import { connect } from '../server/platform/storage/index.ts'
import { StaffRole } from '../shared/people.ts'
import { enrol } from '../tests/setup/staff.ts'
import type { TestWard } from '../tests/setup/ward.ts'
import { CITY } from './console-fill.ts'
import type { Observer } from './database.ts'

const SESSION_COOKIE = 'mot-cua.session_token'

/** An officer of the city for each role, by a link of invitation, with password and authenticator. @returns their cookies */
export async function signInAll(serverUrl: string, db: Observer): Promise<Map<StaffRole, string>> {
  const cookies = new Map<StaffRole, string>()
  const ward = { url: serverUrl, db: connect(db.url, { poolSize: 1 }) } as TestWard
  for (const role of StaffRole.options) {
    const code = randomBytes(24).toString('base64url')
    await db.all(`
      insert into staff_invitations (code_hash, kind, name, role, area_id, created_by, expires_at)
      select '${hashSecret(code)}', 'invite', 'Người đo ${role}', '${role}', id, 'bench', now() + interval '1 hour' from areas where code = '${CITY}'`)
    const officer = await enrol(ward, `/#${code}`, {
      username: `do.${role}.${code.slice(0, 4).toLowerCase().replace(/\W/g, 'x')}`,
      name: `Người Đo ${role}`,
    })
    cookies.set(role, `${SESSION_COOKIE}=${officer.cookie(SESSION_COOKIE)}`)
  }
  await ward.db.destroy()
  return cookies
}
