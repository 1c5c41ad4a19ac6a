/** The staff as administrators keep it: roles given and taken, accounts closed, duties handed over. Nothing is deleted. */
import { sql, type Transaction } from 'kysely'
import type { StaffRole } from '../../shared/people.ts'
import type { Handover, StaffMember } from '../../shared/staff.ts'
import { AppError } from '../errors.ts'
import type { HandOver, House } from '../feature.ts'
import { areasAbove } from '../platform/areas/index.ts'
import type { Principal } from '../platform/people/index.ts'
import type { Tables } from '../platform/storage/index.ts'
import { endTokens, withdrawLinks } from './given-out.ts'
import { listHeldRoles } from './held-roles.ts'
import { labelOf } from './labels.ts'
import { type Account, listAccounts, requireAccount, requireArea } from './scope.ts'
import { forgetTrustedPcs } from './trusted-pcs.ts'

interface RoleOf {
  person: string
  role: StaffRole
  area: string
}

export interface Members {
  list(administrator: Principal): Promise<StaffMember[]>
  /** @throws AppError `not_found`, `forbidden`, `conflict` for a closed account */
  grant(administrator: Principal, asked: RoleOf): Promise<StaffMember>
  /** @throws AppError `conflict` when nobody would administer the area any more */
  revoke(administrator: Principal, asked: RoleOf): Promise<StaffMember>
  /** @throws AppError `conflict` for one's own account, and for the last administrator */
  deactivate(administrator: Principal, personId: string): Promise<StaffMember>
  reactivate(administrator: Principal, personId: string): Promise<StaffMember>
  /** Every role, and whatever features have assigned to the person, goes to the other one. */
  handOver(administrator: Principal, from: string, to: string): Promise<Handover>
}

export function createMembers({ db, clock }: House, handOvers: () => HandOver[]): Members {
  async function toMembers(accounts: Awaited<ReturnType<typeof listAccounts>>): Promise<StaffMember[]> {
    const ids = accounts.map(({ id }) => id)
    const held = await listHeldRoles(db, ids)
    return accounts.map(({ areaId: _area, ...account }) => ({
      ...account,
      roles: held
        .filter(({ personId }) => personId === account.id)
        .map(({ role, area, areaName }) => ({ role, area, areaName })),
    }))
  }

  const leaving = (account: Account, { label: by }: Principal) => ({ label: labelOf(account), by, at: clock.now() })

  async function show(administrator: Principal, personId: string): Promise<StaffMember> {
    const [member] = await toMembers(await listAccounts(db, administrator, personId))
    if (!member) throw new AppError('not_found', 'no such person', 'no_such_person')
    return member
  }

  return {
    list: async administrator => toMembers(await listAccounts(db, administrator)),

    async grant(administrator, { person, role, area }) {
      const place = await requireArea(db, administrator, area)
      const account = await requireAccount(db, administrator, person)
      if (account.deactivatedAt) throw new AppError('conflict', 'the account is closed', 'deactivated')
      await db.transaction().execute(tx => give(tx, administrator.label, { person, role, areaId: place.id }))
      return show(administrator, person)
    },

    async revoke(administrator, { person, role, area }) {
      const place = await requireArea(db, administrator, area)
      const account = await requireAccount(db, administrator, person)
      await db.transaction().execute(async tx => {
        await take(tx, administrator.label, { person, role, areaId: place.id })
        if (role !== 'administrator') return
        await withdrawLinks(tx, leaving(account, administrator), place.id)
        await requireAdministrator(tx, place.id)
      })
      return show(administrator, person)
    },

    async deactivate(administrator, personId) {
      const account = await requireAccount(db, administrator, personId)
      if (administrator.personId === personId)
        throw new AppError('conflict', 'nobody closes their own account', 'own_account')
      await db.transaction().execute(async tx => {
        await note(tx, administrator.label, account, {
          action: 'staff account closed',
          set: { deactivated_at: clock.now(), deactivated_by: administrator.label },
        })
        await tx.deleteFrom('staff_sessions').where('user_id', '=', personId).execute()
        await forgetTrustedPcs(tx, personId)
        await withdrawLinks(tx, leaving(account, administrator), null)
        await endTokens(tx, leaving(account, administrator))
        for (const held of await listHeldRoles(tx, [personId]))
          if (held.role === 'administrator') await requireAdministrator(tx, held.areaId)
      })
      return show(administrator, personId)
    },

    async reactivate(administrator, personId) {
      const account = await requireAccount(db, administrator, personId)
      await db.transaction().execute(tx =>
        note(tx, administrator.label, account, {
          action: 'staff account opened',
          set: { deactivated_at: null, deactivated_by: null },
        }),
      )
      return show(administrator, personId)
    },

    async handOver(administrator, from, to) {
      if (from === to) throw new AppError('conflict', 'both are one person', 'own_account')
      const previous = await requireAccount(db, administrator, from)
      const next = await requireAccount(db, administrator, to)
      if (next.deactivatedAt) throw new AppError('conflict', 'the account is closed', 'deactivated')
      const at = clock.now()
      return db.transaction().execute(async tx => {
        const held = await listHeldRoles(tx, [from])
        for (const { role, areaId } of held) {
          await give(tx, administrator.label, { person: to, role, areaId })
          await take(tx, administrator.label, { person: from, role, areaId })
        }
        await withdrawLinks(tx, leaving(previous, administrator), null)
        let tasks = 0
        const duty = { from, to, toLabel: labelOf(next), by: administrator.label, at }
        for (const handOver of handOvers()) tasks += await handOver(tx, duty)
        const detail = JSON.stringify({ to, roles: held.map(({ role, area }) => ({ role, area })), tasks })
        await tx
          .insertInto('audit')
          .values({ actor: administrator.label, action: 'duties handed over', subject: from, detail })
          .execute()
        return { roles: held.length, tasks }
      })
    },
  }

  async function take(
    tx: Transaction<Tables>,
    actor: string,
    { person, role, areaId }: { person: string; role: StaffRole; areaId: string },
  ): Promise<void> {
    const { numUpdatedRows } = await tx
      .updateTable('roles')
      .set({ revoked_at: clock.now() })
      .where('person_id', '=', person)
      .where('role', '=', role)
      .where('area_id', '=', areaId)
      .where('revoked_at', 'is', null)
      .executeTakeFirst()
    if (numUpdatedRows === 0n) return
    await tx
      .insertInto('audit')
      .values({ actor, action: `role ${role} revoked`, area_id: areaId, subject: person })
      .execute()
  }
}

async function give(
  tx: Transaction<Tables>,
  actor: string,
  { person, role, areaId }: { person: string; role: StaffRole; areaId: string },
): Promise<void> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('roles')
    .values({ person_id: person, role, area_id: areaId })
    .onConflict(conflict => conflict.doNothing())
    .executeTakeFirstOrThrow()
  if (!numInsertedOrUpdatedRows) return
  await tx
    .insertInto('audit')
    .values({ actor, action: `role ${role} granted`, area_id: areaId, subject: person })
    .execute()
}

async function note(
  tx: Transaction<Tables>,
  actor: string,
  { id, areaId, deactivatedAt }: Account,
  { action, set }: { action: string; set: { deactivated_at: Date | null; deactivated_by: string | null } },
): Promise<void> {
  await tx.updateTable('staff_accounts').set(set).where('id', '=', id).execute()
  const detail = JSON.stringify({ before: { deactivatedAt }, after: { deactivatedAt: set.deactivated_at } })
  await tx.insertInto('audit').values({ actor, action, area_id: areaId, subject: id, detail }).execute()
}

/** Somebody must be left who can let others in. @throws AppError `conflict` */
async function requireAdministrator(tx: Transaction<Tables>, areaId: string): Promise<void> {
  // Two who remove each other take turns: the second one sees what the first has done.
  await sql`select pg_advisory_xact_lock(hashtext('the last administrator'))`.execute(tx)
  const { rows } = await sql`
    select 1 from roles r join staff_accounts s on s.id = r.person_id
    where r.role = 'administrator' and r.revoked_at is null and s.deactivated_at is null
      and r.area_id = any(${await areasAbove(tx, areaId)}::uuid[])
    limit 1
  `.execute(tx)
  if (rows.length === 0)
    throw new AppError('conflict', 'nobody would administer this area any more', 'last_administrator')
}
