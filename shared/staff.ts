/** Staff: who signs in at the console, what they may do where, how they come and go; and tokens for other systems. */
import { z } from 'zod'
import { operation } from './operation.ts'
import { StaffRole } from './people.ts'
import { longestPassword, shortestPassword } from './staff-limits.ts'

export { lockMinutes, longestPassword, shortestPassword, trustedDays } from './staff-limits.ts'

/** Why something was refused, where a page has words of its own for it. */
export const StaffRefusal = z.enum([
  'link_expired',
  'username_taken',
  'password_common',
  'password_named',
  'wrong_password',
  'wrong_code',
  'code_used',
  'locked',
  'last_administrator',
  'own_account',
  'other_area',
  'no_such_person',
  'deactivated',
])
export type StaffRefusal = z.infer<typeof StaffRefusal>

export const Username = z
  .string()
  .trim()
  .toLowerCase()
  .regex(/^[a-z0-9][a-z0-9._]{2,29}$/)

export const StaffName = z.string().trim().min(2).max(80)

const Password = z.string().min(shortestPassword).max(longestPassword)
const PersonId = z.uuid()
const AreaCode = z.string().max(80)
const RowId = z.string().regex(/^\d{1,18}$/)
const Code = z.string().regex(/^[\w-]{32}$/)
const Days = z.number().int().min(1)

export const HeldRole = z.object({ role: StaffRole, area: z.string(), areaName: z.string() })
export type HeldRole = z.infer<typeof HeldRole>

/** Whoever sits at the screen. `needs_totp`: the password was right, an authenticator is not set up yet. */
export const StaffMe = z.object({
  state: z.enum(['signed_out', 'needs_totp', 'signed_in']),
  person: z.object({ id: z.string(), name: z.string(), username: z.string() }).nullable(),
  roles: z.array(HeldRole),
  recoveryCodesLeft: z.number().int().nonnegative().nullable(),
  /** In charge of every area that these guides speak for; others read what is in force, and say what differs with them. */
  keepsGuides: z.boolean(),
})
export type StaffMe = z.infer<typeof StaffMe>

export const StaffMember = z.object({
  id: z.string(),
  name: z.string(),
  username: z.string(),
  hasTotp: z.boolean(),
  roles: z.array(HeldRole),
  createdAt: z.date(),
  lastSignInAt: z.date().nullable(),
  deactivatedAt: z.date().nullable(),
  /** True when the caller may change this account: everything it holds lies within the caller's own areas. */
  isMine: z.boolean(),
})
export type StaffMember = z.infer<typeof StaffMember>

export const InvitationKind = z.enum(['first', 'invite', 'reset'])
export type InvitationKind = z.infer<typeof InvitationKind>

/** What the holder of a link reads before they accept it. */
export const InvitationCard = z.object({
  kind: InvitationKind,
  name: z.string(),
  username: z.string().nullable(),
  role: StaffRole,
  areaName: z.string(),
  expiresAt: z.date(),
})
export type InvitationCard = z.infer<typeof InvitationCard>

export const Invitation = InvitationCard.extend({ id: z.string(), createdBy: z.string(), createdAt: z.date() })
export type Invitation = z.infer<typeof Invitation>

/** The link is shown this once: only its hash is kept. */
export const IssuedInvitation = z.object({ link: z.string(), expiresAt: z.date() })
export type IssuedInvitation = z.infer<typeof IssuedInvitation>

export const StaffSession = z.object({
  id: z.string(),
  /** "Chrome, Windows": no address is kept. */
  device: z.string(),
  startedAt: z.date(),
  expiresAt: z.date(),
  isCurrent: z.boolean(),
})
export type StaffSession = z.infer<typeof StaffSession>

export const ApiToken = z.object({
  id: z.string(),
  label: z.string(),
  role: StaffRole,
  areaName: z.string(),
  createdBy: z.string(),
  createdAt: z.date(),
  expiresAt: z.date(),
  lastUsedAt: z.date().nullable(),
  endedAt: z.date().nullable(),
})
export type ApiToken = z.infer<typeof ApiToken>

/** What one person did until now and another does from now on. */
export const Handover = z.object({ roles: z.number().int(), tasks: z.number().int() })
export type Handover = z.infer<typeof Handover>

const Done = z.object({ done: z.literal(true) })
const ofPerson = z.object({ person: PersonId })
const roleOfPerson = ofPerson.extend({ role: StaffRole, area: AreaCode })

export const staffContract = {
  me: operation('public')
    .route({ method: 'GET', path: '/staff/me', summary: 'Who is signed in at this browser' })
    .output(StaffMe),
  readInvitation: operation('public')
    .route({ method: 'POST', path: '/staff/invitations/read', summary: 'What a link of invitation is for' })
    .input(z.object({ code: Code }))
    .output(InvitationCard),
  accept: operation('public')
    .route({ method: 'POST', path: '/staff/invitations/accept', summary: 'Makes the account, or renews its password' })
    .input(z.object({ code: Code, name: StaffName.optional(), username: Username.optional(), password: Password }))
    .output(z.object({ username: z.string() })),
  listSessions: operation('resident')
    .route({ method: 'GET', path: '/staff/sessions', summary: 'Where the caller is signed in' })
    .output(z.array(StaffSession)),
  endSession: operation('resident')
    .route({ method: 'DELETE', path: '/staff/sessions/{id}', summary: 'Ends one session of the caller' })
    .input(z.object({ id: z.uuid() }))
    .output(Done),
  endOtherSessions: operation('resident')
    .route({ method: 'POST', path: '/staff/sessions/end-others', summary: 'Ends all others, and forgets trusted PCs' })
    .output(Done),
  replaceTotp: operation('resident')
    .route({ method: 'POST', path: '/staff/totp/replace', summary: 'Makes way for another phone' })
    .input(z.object({ password: z.string().max(longestPassword), code: z.string().max(20) }))
    .output(Done),
  list: operation('administrator')
    .route({ method: 'GET', path: '/staff', summary: 'The staff of the caller’s areas' })
    .output(z.array(StaffMember)),
  listInvitations: operation('administrator')
    .route({ method: 'GET', path: '/staff/invitations', summary: 'Links that were not used yet' })
    .output(z.array(Invitation)),
  invite: operation('administrator')
    .route({ method: 'POST', path: '/staff/invitations', summary: 'A link for somebody new' })
    .input(z.object({ name: StaffName, role: StaffRole, area: AreaCode, days: Days.max(14).default(3) }))
    .output(IssuedInvitation),
  revokeInvitation: operation('administrator')
    .route({ method: 'DELETE', path: '/staff/invitations/{id}', summary: 'Makes a link worthless' })
    .input(z.object({ id: RowId }))
    .output(Done),
  grantRole: operation('administrator')
    .route({ method: 'POST', path: '/staff/{person}/roles', summary: 'Gives a role at an area' })
    .input(roleOfPerson)
    .output(StaffMember),
  revokeRole: operation('administrator')
    .route({ method: 'POST', path: '/staff/{person}/roles/revoke', summary: 'Takes a role back' })
    .input(roleOfPerson)
    .output(StaffMember),
  deactivate: operation('administrator')
    .route({ method: 'POST', path: '/staff/{person}/deactivate', summary: 'Closes an account; nothing is deleted' })
    .input(ofPerson)
    .output(StaffMember),
  reactivate: operation('administrator')
    .route({ method: 'POST', path: '/staff/{person}/reactivate', summary: 'Opens a closed account again' })
    .input(ofPerson)
    .output(StaffMember),
  resetAccess: operation('administrator')
    .route({ method: 'POST', path: '/staff/{person}/reset', summary: 'A link to choose password and phone anew' })
    .input(ofPerson)
    .output(IssuedInvitation),
  handOver: operation('administrator')
    .route({ method: 'POST', path: '/staff/{person}/hand-over', summary: 'Moves the duties of one person to another' })
    .input(ofPerson.extend({ to: PersonId }))
    .output(Handover),
  listTokens: operation('administrator')
    .route({ method: 'GET', path: '/staff/tokens', summary: 'Access tokens of other systems' })
    .output(z.array(ApiToken)),
  createToken: operation('administrator')
    .route({ method: 'POST', path: '/staff/tokens', summary: 'A token for another system, shown this once' })
    .input(
      z.object({
        label: z.string().trim().min(2).max(80),
        role: StaffRole,
        area: AreaCode,
        days: Days.max(366).default(90),
      }),
    )
    .output(z.object({ token: z.string(), expiresAt: z.date() })),
  endToken: operation('administrator')
    .route({ method: 'DELETE', path: '/staff/tokens/{id}', summary: 'Makes a token worthless' })
    .input(z.object({ id: RowId }))
    .output(Done),
}
