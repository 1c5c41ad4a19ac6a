/** Wordings that the machine learns: an editor writes one, somebody else decides. The published guides stay as they are. */
import { sql, type Transaction } from 'kysely'
import { checkWording, type ExampleList, type ExamplePhrase, type NewExample } from '../../shared/questions/index.ts'
import { AppError } from '../errors.ts'
import { areasBelow } from '../platform/areas/index.ts'
import type { Principal } from '../platform/people/index.ts'
import type { Database, Tables } from '../platform/storage/index.ts'
import { noteInAudit, readWordings, requireGroup, settleGroup } from './groups.ts'

const PAGE = 30

/** What is published, as far as examples are concerned. */
export interface Guides {
  titleOf(topic: string): string | null
  decide(text: string): ExamplePhrase['now']
  nearest(text: string): { topic: string; title: string }[]
  /** In the transaction that changes what the machine knows. */
  announce(tx: Transaction<Tables>): Promise<void>
}

interface Row {
  id: string
  areaId: string
  area: string
  topic: string | null
  wording: string
  state: ExamplePhrase['state']
  namesConfirmed: boolean
  proposedBy: string
  proposedByPerson: string | null
  proposedAt: Date
  decidedBy: string | null
  decidedAt: Date | null
  why: string | null
}

/** @throws AppError `not_found`, `invalid` with a `QuestionRefusal`, `conflict` for a wording that is known already */
export async function proposeExample(
  tx: Transaction<Tables>,
  officer: Principal,
  { id: groupId, topic, wording, namesConfirmed, at, guides }: NewExample & { id: string; at: Date; guides: Guides },
): Promise<string> {
  const group = await requireGroup(tx, officer, groupId)
  if (topic !== null && guides.titleOf(topic) === null) throw new AppError('invalid', 'no such topic', 'no_such_topic')
  const originals = (await readWordings(tx, groupId)).map(({ text }) => text)
  const words = wording.normalize('NFC')
  const faults = checkWording(words, originals, at)
  const [fault] = faults.filter(one => one !== 'looks_like_name' || !namesConfirmed)
  if (fault) throw new AppError('invalid', `this wording cannot be kept: ${fault}`, fault)
  const { rows } = await sql<{ id: string }>`
    insert into example_phrases (area_id, group_id, topic_key, wording, wording_key, names_confirmed, proposed_by, proposed_by_person, proposed_at)
    values (${group.areaId}, ${groupId}, ${topic}, ${words}, ${words.toLowerCase()}, ${faults.includes('looks_like_name')}, ${officer.label}, ${officer.personId}, ${at})
    on conflict (wording_key) where state in ('proposed', 'accepted') do nothing returning id
  `.execute(tx)
  const [row] = rows
  if (!row) throw new AppError('conflict', 'this wording is known already', 'known_wording')
  await settleGroup(tx, officer, { id: groupId, as: topic === null ? 'out_of_scope' : 'example', at })
  await noteInAudit(tx, officer, {
    action: 'example proposed',
    areaId: group.areaId,
    subject: row.id,
    detail: { topic, wording: words },
  })
  return row.id
}

/** @throws AppError `not_found`, `forbidden` for one's own, `conflict` when it is decided already */
export async function decideExample(
  tx: Transaction<Tables>,
  officer: Principal,
  decision: { id: string; to: 'accepted' | 'declined' | 'retired'; why?: string | undefined; at: Date; guides: Guides },
): Promise<void> {
  const { id, to, why, at, guides } = decision
  const row = await requireExample(tx, officer, id)
  const from = to === 'retired' ? 'accepted' : 'proposed'
  // What was proposed may be taken back by whoever did; to agree to it takes somebody else.
  if (to === 'accepted' && isOwn(officer, row))
    throw new AppError('forbidden', 'somebody else has to agree', 'own_proposal')
  if (to === 'accepted' && row.topic !== null && guides.titleOf(row.topic) === null)
    throw new AppError('invalid', 'no such topic', 'no_such_topic')
  const { numUpdatedRows } = await tx
    .updateTable('example_phrases')
    .set({ state: to, decided_by: officer.label, decided_at: at, why: why ?? null })
    .where('id', '=', id)
    .where('state', '=', from)
    .executeTakeFirst()
  if (numUpdatedRows === 0n) throw new AppError('conflict', 'it is decided already', 'decided_already')
  if (to !== 'declined') await guides.announce(tx)
  await noteInAudit(tx, officer, {
    action: `example ${to}`,
    areaId: row.areaId,
    subject: id,
    detail: { topic: row.topic, wording: row.wording },
  })
}

/** @param asked `before`: the id of the last one seen */
export async function listExamples(
  db: Database,
  officer: Principal,
  asked: { state?: ExamplePhrase['state'] | undefined; before?: string | undefined },
  guides: Guides,
): Promise<ExampleList> {
  const rows = await readExamples(db, officer, asked)
  return { examples: show(rows.slice(0, PAGE), officer, guides), hasMore: rows.length > PAGE }
}

/** @throws AppError `not_found` */
export async function readExample(
  db: Database,
  officer: Principal,
  id: string,
  guides: Guides,
): Promise<ExamplePhrase> {
  const [example] = show(await readExamples(db, officer, { id }), officer, guides)
  if (!example) throw new AppError('not_found', 'no such example')
  return example
}

/** What the machine says to each today takes a moment: only what is shown is asked about. */
function show(rows: readonly Row[], officer: Principal, guides: Guides): ExamplePhrase[] {
  return rows.map(({ areaId: _, proposedByPerson, ...row }) => ({
    ...row,
    topicTitle: row.topic === null ? null : guides.titleOf(row.topic),
    now: guides.decide(row.wording),
    mayDecide: row.state === 'proposed' && !isOwn(officer, { ...row, proposedByPerson }),
  }))
}

async function requireExample(tx: Transaction<Tables>, officer: Principal, id: string): Promise<Row> {
  const [row] = await readExamples(tx, officer, { id })
  if (!row) throw new AppError('not_found', 'no such example')
  return row
}

async function readExamples(
  db: Database | Transaction<Tables>,
  { areaIds }: Pick<Principal, 'areaIds'>,
  { state, id, before }: { state?: ExamplePhrase['state'] | undefined; id?: string; before?: string | undefined },
): Promise<Row[]> {
  const { rows } = await sql<Row>`
    select p.id, p.area_id as "areaId", a.code as area, p.topic_key as topic, p.wording, p.state,
      p.names_confirmed as "namesConfirmed", p.proposed_by as "proposedBy", p.proposed_by_person as "proposedByPerson",
      p.proposed_at as "proposedAt", p.decided_by as "decidedBy", p.decided_at as "decidedAt", p.why
    from example_phrases p join areas a on a.id = p.area_id
    where p.area_id in (${areasBelow(areaIds)}) and ${state ? sql`p.state = ${state}` : sql`true`}
      and ${id ? sql`p.id = ${id}` : sql`true`} and ${before ? sql`p.id < ${before}` : sql`true`}
    order by p.id desc limit ${PAGE + 1}
  `.execute(db)
  return rows
}

/** A token of the office is nobody's account: it is told by its name. */
function isOwn(
  { personId, label }: Pick<Principal, 'personId' | 'label'>,
  row: Pick<Row, 'proposedByPerson' | 'proposedBy'>,
): boolean {
  return (personId !== null && personId === row.proposedByPerson) || label === row.proposedBy
}
