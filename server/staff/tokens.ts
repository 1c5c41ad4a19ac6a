/** Access tokens of other systems, as administrators make, see and end them. */
import { sql } from 'kysely'
import type { StaffRole } from '../../shared/people.ts'
import type { ApiToken } from '../../shared/staff.ts'
import { AppError } from '../errors.ts'
import type { House } from '../feature.ts'
import { areasBelow } from '../platform/areas/index.ts'
import { createToken, type Principal } from '../platform/people/index.ts'
import { requireArea } from './scope.ts'

const DAY_MS = 86_400_000
/** How long an ended token is still shown, in days. */
const SHOWN_AFTER_END_DAYS = 30
/** What a one-time link becomes is no other system. */
const OF_LINKS = 'one-time link'

export interface Tokens {
  list(administrator: Principal): Promise<ApiToken[]>
  /** @throws AppError `not_found`, `forbidden` */
  create(
    administrator: Principal,
    asked: { label: string; role: StaffRole; area: string; days: number },
  ): Promise<{ token: string; expiresAt: Date }>
  /** @throws AppError `not_found` */
  end(administrator: Principal, id: string): Promise<void>
}

export function createTokens({ db, clock }: House): Tokens {
  return {
    async list({ areaIds }) {
      const shownSince = new Date(clock.now().getTime() - SHOWN_AFTER_END_DAYS * DAY_MS)
      const { rows } = await sql<ApiToken>`
        select t.id, t.label, t.role, a.name as "areaName", t.created_by as "createdBy", t.created_at as "createdAt",
          t.expires_at as "expiresAt", t.last_used_at as "lastUsedAt",
          case when t.revoked_at is not null then t.revoked_at when t.expires_at <= ${clock.now()} then t.expires_at end as "endedAt"
        from api_tokens t join areas a on a.id = t.area_id
        where t.area_id in (${areasBelow(areaIds)}) and t.label <> ${OF_LINKS}
          and least(t.expires_at, t.revoked_at) > ${shownSince}
        order by (t.revoked_at is not null or t.expires_at <= ${clock.now()}), t.created_at desc
      `.execute(db)
      return rows
    },
    async create(administrator, { label, role, area, days }) {
      const { id: areaId } = await requireArea(db, administrator, area)
      const expiresAt = new Date(clock.now().getTime() + days * DAY_MS)
      const token = await createToken(db, { label, role, areaId, expiresAt, createdBy: administrator.label })
      return { token, expiresAt }
    },
    async end(administrator, id) {
      await db.transaction().execute(async tx => {
        const { rows } = await sql<{ area_id: string; label: string }>`
          update api_tokens set revoked_at = ${clock.now()}
          where id = ${id} and revoked_at is null and area_id in (${areasBelow(administrator.areaIds)})
          returning area_id, label
        `.execute(tx)
        const [row] = rows
        if (!row) throw new AppError('not_found', 'no such token')
        await tx
          .insertInto('audit')
          .values({ actor: administrator.label, action: 'token ended', area_id: row.area_id, subject: row.label })
          .execute()
      })
    },
  }
}
