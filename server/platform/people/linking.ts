/** Joins a person's account in the Mini App to their account at the OA, and takes them apart again. */
import { randomUUID } from 'node:crypto'
import { sql, type Transaction } from 'kysely'
import type { Tables } from '../storage/index.ts'
import {
  findAppIdentity,
  type LinkIdentity,
  type LinkRule,
  type MiniAppVisit,
  type Verdict,
  weighLink,
} from './link-evidence.ts'
import { mergePersons } from './merge.ts'

export interface LinkedPerson {
  personId: string
  /** The identity by which the phone is known. */
  identityId: string
  /** True when the person's account at the OA is known too. */
  isLinked: boolean
  /** What this visit changed. `contradicted`: what is known does not fit together, and a link was undone or not made. */
  change: 'none' | 'linked' | 'contradicted'
  /** The one-time link was somebody else's. */
  isLinkRefused: boolean
  rule: LinkRule | null
}

/**
 * Finds or makes the person behind a Mini App account that Zalo has verified. Linked by `user_id_by_oa`, then by
 * `user_id_by_app`, then by a one-time link from the chat. What contradicts itself is undone and put into the audit; from
 * then on only a one-time link joins the two again.
 */
export async function linkMiniApp(tx: Transaction<Tables>, visit: MiniAppVisit, at: Date): Promise<LinkedPerson> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`mini app ${visit.appUserId}`}, 0))`.execute(tx)
  const known = await findRelated(tx, visit)
  const app = findAppIdentity(known, visit)
  const { verdict, isLinkRefused } = weighLink(known, visit)
  const linked = await carryOut(tx, visit, { app, known, verdict, at })
  if (isLinkRefused) await audit(tx, 'one-time link of somebody else refused', linked.personId)
  return { ...linked, isLinkRefused }
}

type Change = Omit<LinkedPerson, 'isLinkRefused'>

interface Known {
  app: LinkIdentity | undefined
  known: readonly LinkIdentity[]
  at: Date
}

async function carryOut(
  tx: Transaction<Tables>,
  visit: MiniAppVisit,
  { verdict, ...rest }: Known & { verdict: Verdict },
): Promise<Change> {
  if (verdict.kind === 'link') return join(tx, visit, { ...rest, ...verdict })
  if (verdict.kind === 'contradiction') return part(tx, visit, rest)
  const { app, known, at } = rest
  const { person_id, id } = app ? await noteVisit(tx, app, at) : await makePerson(tx, visit, at)
  const isLinked = isAtOa(known, visit, person_id)
  return { personId: person_id, identityId: id, isLinked, change: 'none', rule: app?.link_rule ?? null }
}

async function join(
  tx: Transaction<Tables>,
  visit: MiniAppVisit,
  { app, oa, rule, at }: Known & { oa: LinkIdentity; rule: LinkRule },
): Promise<Change> {
  const personId = oa.person_id
  if (app && app.person_id !== personId) await mergePersons(tx, app.person_id, personId)
  const identity = app ?? (await addIdentity(tx, visit, { personId, at }))
  await sql`update identities set link_rule = ${rule}, disputed_at = null, last_interaction_at = ${at} where id = ${identity.id}`.execute(
    tx,
  )
  return { personId, identityId: identity.id, isLinked: true, change: 'linked', rule }
}

/** The phone's account goes its own way with what was named through it; roles and chats stay with the account at the OA. */
async function part(tx: Transaction<Tables>, visit: MiniAppVisit, { app, known, at }: Known): Promise<Change> {
  const was = app && isAtOa(known, visit, app.person_id) ? app.person_id : null
  const { id, person_id } = app ?? (await makePerson(tx, visit, at))
  const personId = was === null ? person_id : randomUUID()
  if (was !== null) {
    await tx.insertInto('persons').values({ id: personId }).execute()
    await sql`update memberships set person_id = ${personId} where person_id = ${was} and joined_through = 'app'`.execute(
      tx,
    )
  }
  await sql`update identities set person_id = ${personId}, link_rule = null, disputed_at = ${at}, last_interaction_at = ${at} where id = ${id}`.execute(
    tx,
  )
  await audit(tx, 'mini app link contradicted', personId, { undone: was, rule: app?.link_rule ?? null })
  return { personId, identityId: id, isLinked: false, change: 'contradicted', rule: null }
}

/** Every identity of everybody this visit may be about. */
async function findRelated(tx: Transaction<Tables>, visit: MiniAppVisit): Promise<LinkIdentity[]> {
  const { rows } = await sql<LinkIdentity>`
    select id, person_id, kind, issuer, external_id, user_id_by_app, link_rule, disputed_at from identities
    where person_id in (
      select person_id from identities
      where (kind = 'app' and issuer = ${visit.appId} and external_id = ${visit.appUserId})
        or (kind = 'oa' and issuer = ${visit.oaId} and (external_id = ${visit.oaUserId} or user_id_by_app = ${visit.appUserId}
          or person_id = ${visit.chatPersonId})))
    order by id for update
  `.execute(tx)
  return rows
}

async function noteVisit(tx: Transaction<Tables>, app: LinkIdentity, at: Date): Promise<LinkIdentity> {
  await sql`update identities set last_interaction_at = greatest(last_interaction_at, ${at}) where id = ${app.id}`.execute(
    tx,
  )
  return app
}

async function makePerson(
  tx: Transaction<Tables>,
  visit: MiniAppVisit,
  at: Date,
): Promise<{ id: string; person_id: string }> {
  const personId = randomUUID()
  await tx.insertInto('persons').values({ id: personId }).execute()
  return addIdentity(tx, visit, { personId, at })
}

function addIdentity(
  tx: Transaction<Tables>,
  { appId, appUserId }: MiniAppVisit,
  { personId, at }: { personId: string; at: Date },
): Promise<{ id: string; person_id: string }> {
  return tx
    .insertInto('identities')
    .values({ person_id: personId, kind: 'app', issuer: appId, external_id: appUserId, last_interaction_at: at })
    .returning(['id', 'person_id'])
    .executeTakeFirstOrThrow()
}

function isAtOa(known: readonly LinkIdentity[], { oaId }: MiniAppVisit, personId: string): boolean {
  return known.some(({ kind, issuer, person_id }) => kind === 'oa' && issuer === oaId && person_id === personId)
}

async function audit(tx: Transaction<Tables>, action: string, subject: string, detail = {}): Promise<void> {
  await tx
    .insertInto('audit')
    .values({ actor: 'system', action, subject, detail: JSON.stringify(detail) })
    .execute()
}
