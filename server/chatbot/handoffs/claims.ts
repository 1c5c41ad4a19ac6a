/** One officer at a time: who has taken a case on. */
import type { Transaction } from 'kysely'
import type { HandOver } from '../../feature.ts'
import type { Principal } from '../../platform/people/index.ts'
import type { Tables } from '../../platform/storage/index.ts'
import { type HandoffRow, holdHandoff, isMine, refuse } from './access.ts'

type Tx = Transaction<Tables>

/**
 * @param from the colleague it is taken from, as the officer saw it
 * @throws AppError `not_found`, `conflict`: closed, or somebody else's
 */
export async function claimHandoff(
  tx: Tx,
  officer: Principal,
  { id, from, at }: { id: string; from?: string | undefined; at: Date },
): Promise<HandoffRow> {
  const row = await holdHandoff(tx, officer, id)
  if (row.closed_at) throw refuse('closed', 'the case is closed')
  if (isMine(officer, row)) return row
  if (row.claimed_by !== null && from === undefined) throw refuse('claimed', 'a colleague has taken it on')
  if (row.claimed_by !== null && from !== row.claimed_by) throw refuse('moved', 'it has changed hands meanwhile')
  await write(tx, row, { claimed_by: officer.label, claimed_by_person: officer.personId, claimed_at: at })
  await audit(tx, officer, row, 'handoff claimed', row.claimed_by === null ? {} : { from: row.claimed_by })
  return row
}

/** @throws AppError `not_found`, `conflict` when it is not the officer's */
export async function releaseHandoff(tx: Tx, officer: Principal, id: string): Promise<void> {
  const row = await holdHandoff(tx, officer, id)
  if (!isMine(officer, row)) throw refuse('moved', 'it is not yours')
  await write(tx, row, { claimed_by: null, claimed_by_person: null, claimed_at: null })
  await audit(tx, officer, row, 'handoff released', {})
}

/** Open cases of one officer become the next one's. */
export const handOverClaims: HandOver = async (tx, { from, to, toLabel, by, at }) => {
  const open = await tx
    .selectFrom('handoffs')
    .select(['id', 'area_id', 'claimed_by'])
    .where('claimed_by_person', '=', from)
    .where('closed_at', 'is', null)
    .orderBy('id')
    .forUpdate()
    .execute()
  for (const row of open) {
    await write(tx, row, { claimed_by: toLabel, claimed_by_person: to, claimed_at: at })
    await audit(tx, { label: by }, row, 'handoff handed over', { from: row.claimed_by, to: toLabel })
  }
  return open.length
}

async function write(
  tx: Tx,
  { id }: Pick<HandoffRow, 'id'>,
  claim: { claimed_by: string | null; claimed_by_person: string | null; claimed_at: Date | null },
): Promise<void> {
  await tx.updateTable('handoffs').set(claim).where('id', '=', id).execute()
}

export async function audit(
  tx: Tx,
  { label }: Pick<Principal, 'label'>,
  { id, area_id }: Pick<HandoffRow, 'id' | 'area_id'>,
  action: string,
  detail: object,
): Promise<void> {
  await tx
    .insertInto('audit')
    .values({ actor: label, action, area_id, subject: id, detail: JSON.stringify(detail) })
    .execute()
}
