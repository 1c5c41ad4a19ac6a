/**
 * Links by which people come in: the first administrator's, printed at the start; an invitation; a renewal for somebody
 * who lost password or phone. Each works once, for a few days, and only its hash is kept.
 */
import { randomBytes, randomUUID } from 'node:crypto'
import { sql, type Transaction } from 'kysely'
import type { StaffRole } from '../../shared/people.ts'
import type { Invitation, InvitationCard, IssuedInvitation } from '../../shared/staff.ts'
import { AppError } from '../errors.ts'
import type { House } from '../feature.ts'
import { areasBelow } from '../platform/areas/index.ts'
import { hashSecret, type Principal } from '../platform/people/index.ts'
import type { Tables } from '../platform/storage/index.ts'
import { createAttempts } from './attempts.ts'
import type { Auth } from './auth.ts'
import { findWeakness } from './passwords.ts'
import { requireAccount, requireArea } from './scope.ts'
import { forgetTrustedPcs } from './trusted-pcs.ts'

const DAY_MS = 86_400_000
const RESET_LASTS_DAYS = 1
/** Accounts need an address by better-auth's rules; this one can receive nothing (RFC 2606). */
const NO_MAIL = 'can-bo.invalid'

export interface Acceptance {
  code: string
  name?: string
  username?: string
  password: string
}

export interface Invitations {
  /** @throws AppError `not_found` with `link_expired` */
  read(code: string): Promise<InvitationCard>
  /** @throws AppError `not_found`, `invalid` for a weak password, `conflict` for a name that is taken */
  accept(acceptance: Acceptance): Promise<{ username: string }>
  list(administrator: Principal): Promise<Invitation[]>
  invite(
    administrator: Principal,
    invited: { name: string; role: StaffRole; area: string; days: number },
  ): Promise<IssuedInvitation>
  reset(administrator: Principal, personId: string): Promise<IssuedInvitation>
  revoke(administrator: Principal, id: string): Promise<void>
  /** For the operator: at the first start, and when the last administrator lost everything. @returns a path */
  issueFirst(areaId: string, expiresAt: Date): Promise<string>
}

interface Open {
  id: string
  kind: Invitation['kind']
  name: string
  username: string | null
  role: StaffRole
  areaId: string
  areaName: string
  personId: string | null
  createdBy: string
  createdAt: Date
  expiresAt: Date
}

export function createInvitations(
  { db, clock, config }: Pick<House, 'db' | 'clock' | 'config'>,
  loadAuth: () => Promise<Auth>,
): Invitations {
  async function listOpen(where: ReturnType<typeof sql>): Promise<Open[]> {
    const { rows } = await sql<Open>`
      select i.id, i.kind, coalesce(s.name, i.name) as name, s.username, i.role, i.area_id as "areaId", a.name as "areaName",
        i.person_id as "personId", i.created_by as "createdBy", i.created_at as "createdAt", i.expires_at as "expiresAt"
      from staff_invitations i join areas a on a.id = i.area_id left join staff_accounts s on s.id = i.person_id
      where i.used_at is null and i.revoked_at is null and i.expires_at > ${clock.now()} and a.retired_at is null and ${where}
      order by i.created_at desc
    `.execute(db)
    return rows
  }

  async function find(code: string): Promise<Open> {
    const [open] = await listOpen(sql`i.code_hash = ${hashSecret(code)}`)
    if (!open) throw new AppError('not_found', 'the link was used, withdrawn or is too old', 'link_expired')
    return open
  }

  async function issue(row: {
    kind: Invitation['kind']
    name: string
    role: StaffRole
    areaId: string
    personId: string | null
    by: string
    expiresAt: Date
  }): Promise<string> {
    const code = randomBytes(24).toString('base64url')
    const { kind, name, role, areaId, personId, by, expiresAt } = row
    await db.transaction().execute(async tx => {
      // Whoever asks for another link has lost the one before, or does not trust it.
      if (kind === 'reset')
        await sql`update staff_invitations set revoked_at = ${clock.now()} where kind = 'reset' and person_id = ${personId}
          and used_at is null and revoked_at is null`.execute(tx)
      await tx
        .insertInto('staff_invitations')
        .values({
          code_hash: hashSecret(code),
          kind,
          name,
          role,
          area_id: areaId,
          person_id: personId,
          created_by: by,
          created_at: clock.now(),
          expires_at: expiresAt,
        })
        .execute()
      const detail = JSON.stringify({ kind, role, name, expiresAt })
      const subject = personId ?? name
      await tx
        .insertInto('audit')
        .values({ actor: by, action: 'staff invited', area_id: areaId, subject, detail })
        .execute()
    })
    // After the hash: it is never sent to a server, nor written into anybody's log.
    return `/console/loi-moi#${code}`
  }

  const inDays = (days: number) => new Date(clock.now().getTime() + days * DAY_MS)

  return {
    async read(code) {
      const { kind, name, username, role, areaName, expiresAt } = await find(code)
      return { kind, name: kind === 'first' ? '' : name, username, role, areaName, expiresAt }
    },

    async accept({ code, name, username, password }) {
      const open = await find(code)
      const chosen = open.personId ? (open.username ?? '') : username
      if (!chosen) throw new AppError('invalid', 'a name to sign in by is missing')
      const shown = open.kind === 'invite' || open.kind === 'reset' ? open.name : (name ?? '')
      if (!shown) throw new AppError('invalid', 'a name is missing')
      const weakness = await findWeakness(password, [chosen, shown])
      if (weakness) throw new AppError('invalid', 'the password is too easy', weakness)
      const { password: passwords } = await (await loadAuth()).$context
      const hash = await passwords.hash(password)
      await db.transaction().execute(async tx => {
        await spend(tx, open)
        if (open.personId) await renew(tx, open.personId, hash)
        else await enrol(tx, open, { name: shown, username: chosen, hash })
      })
      // Whoever guessed at the old password keeps nobody from using the new one.
      await createAttempts(db).clear(chosen, null)
      return { username: chosen }
    },

    async list({ areaIds }) {
      const open = await listOpen(sql`i.area_id in (${areasBelow(areaIds)})`)
      return open.map(({ areaId: _area, personId: _person, ...shown }) => shown)
    },

    async invite(administrator, { name, role, area, days }) {
      const { id: areaId } = await requireArea(db, administrator, area)
      const expiresAt = inDays(days)
      const by = administrator.label
      const path = await issue({ kind: 'invite', name, role, areaId, personId: null, by, expiresAt })
      return { link: config.publicUrl + path, expiresAt }
    },

    async reset(administrator, personId) {
      const account = await requireAccount(db, administrator, personId)
      if (account.deactivatedAt) throw new AppError('conflict', 'the account is closed', 'deactivated')
      const expiresAt = inDays(RESET_LASTS_DAYS)
      const { name, areaId } = account
      const by = administrator.label
      const path = await issue({ kind: 'reset', name, role: 'viewer', areaId, personId, by, expiresAt })
      return { link: config.publicUrl + path, expiresAt }
    },

    async revoke(administrator, id) {
      await db.transaction().execute(async tx => {
        const { rows } = await sql<{ area_id: string; name: string }>`
          update staff_invitations set revoked_at = ${clock.now()}
          where id = ${id} and used_at is null and revoked_at is null and area_id in (${areasBelow(administrator.areaIds)})
          returning area_id, name
        `.execute(tx)
        const [row] = rows
        if (!row) throw new AppError('not_found', 'no such invitation')
        await tx
          .insertInto('audit')
          .values({
            actor: administrator.label,
            action: 'staff invitation withdrawn',
            area_id: row.area_id,
            subject: row.name,
          })
          .execute()
      })
    },

    issueFirst: (areaId, expiresAt) =>
      issue({
        kind: 'first',
        name: 'operator',
        role: 'administrator',
        areaId,
        personId: null,
        by: 'operator',
        expiresAt,
      }),
  }

  /** The link, and with it every other one to the same end: an older link of the first administrator, or to the same account. */
  async function spend(tx: Transaction<Tables>, { id, kind, areaId, personId }: Open): Promise<void> {
    const isSameEnd =
      kind === 'first'
        ? sql`(kind = 'first' and area_id = ${areaId})`
        : sql`(kind = 'reset' and person_id = ${personId})`
    // Locked in one order: of two links used at once, the second finds itself withdrawn.
    const { rows } = await sql<{ id: string }>`
      select id from staff_invitations where (id = ${id} or ${isSameEnd}) and used_at is null and revoked_at is null
      order by id for update
    `.execute(tx)
    if (!rows.some(row => row.id === id)) throw new AppError('not_found', 'the link was used meanwhile', 'link_expired')
    const others = rows.filter(row => row.id !== id).map(row => row.id)
    const now = clock.now()
    await sql`update staff_invitations set used_at = ${now} where id = ${id}`.execute(tx)
    await sql`update staff_invitations set revoked_at = ${now} where id = any(${others}::bigint[])`.execute(tx)
  }

  /** The person, their account, password and role, all or nothing. */
  async function enrol(
    tx: Transaction<Tables>,
    { role, areaId, createdBy }: Open,
    account: { name: string; username: string; hash: string },
  ): Promise<void> {
    const { name, username, hash } = account
    const id = randomUUID()
    await tx.insertInto('persons').values({ id }).execute()
    const { numInsertedOrUpdatedRows } = await tx
      .insertInto('staff_accounts')
      .values({ id, name, username, email: `${username}@${NO_MAIL}`, area_id: areaId })
      .onConflict(conflict => conflict.doNothing())
      .executeTakeFirstOrThrow()
    if (!numInsertedOrUpdatedRows) throw new AppError('conflict', 'this name is taken', 'username_taken')
    await tx
      .insertInto('staff_credentials')
      .values({ id: randomUUID(), account_id: id, provider_id: 'credential', user_id: id, password: hash })
      .execute()
    await tx
      .insertInto('identities')
      .values({ person_id: id, kind: 'staff', issuer: 'mot-cua', external_id: id })
      .execute()
    await tx.insertInto('roles').values({ person_id: id, role, area_id: areaId }).execute()
    const detail = JSON.stringify({ after: { name, username, role } })
    await tx
      .insertInto('audit')
      .values({ actor: createdBy, action: 'staff account made', area_id: areaId, subject: id, detail })
      .execute()
  }

  /** Another password, and an authenticator to be set up anew; whoever was signed in is not any more. */
  async function renew(tx: Transaction<Tables>, personId: string, hash: string): Promise<void> {
    await tx
      .updateTable('staff_credentials')
      .set({ password: hash, updated_at: new Date() })
      .where('user_id', '=', personId)
      .execute()
    await tx.deleteFrom('staff_two_factors').where('user_id', '=', personId).execute()
    await tx.updateTable('staff_accounts').set({ two_factor_enabled: false }).where('id', '=', personId).execute()
    await tx.deleteFrom('staff_sessions').where('user_id', '=', personId).execute()
    await forgetTrustedPcs(tx, personId)
    await tx
      .insertInto('audit')
      .values({ actor: `staff ${personId}`, action: 'staff access renewed', subject: personId })
      .execute()
  }
}
