/** A notice as leader and reviewer see it, and as the words that go out. */
import {
  NoticeAction as Actions,
  canMove,
  compareFields,
  type Notice,
  type NoticeAction,
  type NoticeSheet,
  noticePath,
} from '../../shared/notices/index.ts'
import type { Principal } from '../platform/people/index.ts'
import { actorOf, senderOf } from './charge.ts'
import type { NoticeRow } from './store.ts'

export function toSheet(row: NoticeRow, publicUrl: string): NoticeSheet {
  const { draft, original } = row
  return {
    fields: draft.fields,
    kind: draft.kind,
    urgency: draft.urgency,
    rsvp: draft.rsvp,
    files: draft.files,
    expiresAt: row.expires_at,
    code: row.code,
    sender: senderOf(row.area),
    wardName: row.wardName,
    url: publicUrl + noticePath(row.code),
    corrects: original && { code: original.code, changes: compareFields(original.fields, draft.fields) },
  }
}

/** Actions of the machine or of the reviewer are nobody's button here. */
const OF_LEADERS: readonly NoticeAction[] = Actions.options.filter(
  action => !['approve', 'give_back', 'send', 'wake_late', 'finish', 'expire'].includes(action),
)

export function toNotice(
  row: NoticeRow,
  caller: Principal,
  publicUrl: string,
  extra: { mayReview?: boolean; hadAHand?: boolean } = {},
): Notice {
  const sheet = toSheet(row, publicUrl)
  const may = (extra.mayReview ? (['approve', 'give_back'] as const) : OF_LEADERS).filter(
    action =>
      canMove(row.shown, action) &&
      row.erased_at === null &&
      !isSenseless(row, action) &&
      !(action === 'approve' && extra.hadAHand),
  )
  return {
    id: row.id,
    code: row.code,
    version: row.version,
    state: row.shown,
    draft: row.draft,
    sender: sheet.sender,
    wardName: row.wardName,
    areaNames: row.areaNames,
    url: sheet.url,
    isOwn: row.author === actorOf(caller),
    isConfirmed: row.is_confirmed,
    approval: { need: row.approval_need, approvedAt: row.approved_at, returnedBecause: row.returned_because },
    createdAt: row.created_at,
    sendsAt: row.asksFor ?? row.nextRun ?? (row.shown === 'scheduled' ? row.startsAt : null),
    startedAt: row.shown === 'scheduled' ? null : row.startsAt,
    finishedAt: row.finishedAt,
    corrects: row.original && {
      id: row.original.id,
      code: row.original.code,
      changes: compareFields(row.original.fields, row.draft.fields),
    },
    correctedBy: row.correctedBy,
    isErased: row.erased_at !== null,
    posted: { times: row.posted_times, lastAt: row.posted_at },
    may: [...may],
  }
}

function isSenseless(row: NoticeRow, action: NoticeAction): boolean {
  if (action === 'correct') return row.correctedBy !== null || row.state !== 'released' || row.startsAt === null
  if (action === 'pause') return row.state !== (row.shown === 'sending' ? 'released' : 'repeating')
  if (action === 'resume') return row.state !== 'released' && row.state !== 'repeating'
  return false
}
