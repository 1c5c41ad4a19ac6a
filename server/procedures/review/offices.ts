/** Address, telephone, hours and calendar that an officer puts right: in force once a second person agrees. */
import { isDeepStrictEqual } from 'node:util'
import type { Transaction } from 'kysely'
import { formatOpeningHours } from '../../../shared/answers/index.ts'
import type { WardProfile } from '../../../shared/areas.ts'
import { emptyCalendar, mergeCalendars, OfficeCalendar } from '../../../shared/calendars.ts'
import { calendarItem } from '../../../shared/office-keeping.ts'
import {
  type Correction,
  listOfficeItems,
  type OfficeChange,
  OfficeFacts,
  type OfficeNow,
} from '../../../shared/review/index.ts'
import { AppError } from '../../errors.ts'
import {
  areasAbove,
  findOfficeById,
  findOfficeOfArea,
  lockArea,
  type ProposedChange,
  proposeChange,
  saveCalendar,
} from '../../platform/areas/index.ts'
import { mayActIn, type Principal } from '../../platform/people/index.ts'
import type { Database, Tables } from '../../platform/storage/index.ts'
import { handOf } from '../guides/index.ts'

const POLICE = 'office-ward_police'

export function listOffices(profile: WardProfile): OfficeNow[] {
  return listOfficeItems(profile).map(({ key, title }) => ({ item: key, name: title, ...readOffice(profile, key) }))
}

export function readOffice(profile: WardProfile, item: string): OfficeFacts {
  const { address, phone, openingHours, police } = profile
  if (item !== POLICE) return { address, phone, openingHours }
  return { address: police?.address ?? '', phone: police?.phone ?? '', openingHours: null }
}

/** @throws AppError `invalid` when it is no office's address, number or hours, or changes nothing */
export function correctOffice(profile: WardProfile, item: string, changes: readonly Correction[]): OfficeFacts {
  const before = readOffice(profile, item)
  const parsed = OfficeFacts.safeParse({ ...before, ...Object.fromEntries(changes.map(one => [one.place, one.value])) })
  if (!parsed.success || (parsed.data.openingHours === null) !== (before.openingHours === null))
    throw new AppError('invalid', 'this is no address, number or hours of an office', 'incomplete')
  if (isDeepStrictEqual(parsed.data, before))
    throw new AppError('invalid', 'nothing differs from what holds', 'nothing_new')
  return parsed.data
}

export function wordOffice({ address, phone, openingHours }: OfficeFacts): string {
  return [address, `Điện thoại: ${phone}`, ...formatOpeningHours(openingHours ?? [])].join('\n')
}

/** @returns false when another change of this office waits already: its people settle that one first */
export function proposeOffice(
  tx: Transaction<Tables>,
  { officer, ...change }: Omit<ProposedChange, 'actor' | 'label'> & { officer: Principal },
): Promise<boolean> {
  const { actor, label } = handOf(officer)
  return proposeChange(tx, { ...change, actor, label })
}

/** Of the officer's own areas and all below. */
export async function listOfficeChanges(db: Database, officer: Principal): Promise<OfficeChange[]> {
  const rows = await db
    .selectFrom('office_changes as c')
    .innerJoin('areas as a', 'a.id', 'c.area_id')
    .select(['c.id', 'c.area_id', 'c.item_key', 'c.before', 'c.after', 'c.words', 'c.authors'])
    .select(['c.proposed_by', 'c.proposed_at', 'a.name', 'a.code', 'a.profile'])
    .where('c.state', '=', 'waiting')
    .orderBy('c.id')
    .execute()
  const { actor, isPerson } = handOf(officer)
  const mine: OfficeChange[] = []
  for (const row of rows)
    if (mayActIn(officer, await areasAbove(db, row.area_id)))
      mine.push({
        id: row.id,
        areaCode: row.code,
        area: row.name,
        ...(await withInherited(db, row.area_id, wordsOf(row))),
        words: row.words,
        by: row.proposed_by,
        at: row.proposed_at,
        mayDecide: isPerson && !row.authors.includes(actor),
      })
  return mine
}

interface Words extends Pick<OfficeChange, 'office' | 'facts'> {
  calendar: { before: OfficeCalendar; after: OfficeCalendar } | null
}

/** A year that is entered anew replaces another: whoever agrees sees which days go. */
async function withInherited(
  db: Database,
  areaId: string,
  words: Words,
): Promise<Pick<OfficeChange, 'office' | 'facts' | 'calendar'>> {
  const { calendar, ...others } = words
  if (!calendar) return { ...others, calendar }
  const above = (await findOfficeById(db, areaId))?.inherited.map(one => one.calendar) ?? []
  return { ...others, calendar: { ...calendar, inherited: above.reduce(mergeCalendars, emptyCalendar) } }
}

/** Frozen as they were parsed on arrival. */
function wordsOf({
  item_key,
  before,
  after,
  profile,
}: Pick<Held, 'item_key' | 'before' | 'after'> & { profile: WardProfile | null }): Words {
  if (item_key === calendarItem)
    return {
      office: 'Lịch nghỉ, giờ theo mùa',
      facts: null,
      calendar: { before: before as OfficeCalendar, after: after as OfficeCalendar },
    }
  const item = profile ? listOfficeItems(profile).find(({ key }) => key === item_key) : undefined
  const facts = { before: before as OfficeFacts, after: after as OfficeFacts }
  return { office: item?.title ?? '', facts, calendar: null }
}

/**
 * @throws AppError `not_found`, `forbidden`, `conflict` when it is decided, when these are one's own words, or when the
 * office tells other things of itself meanwhile; `invalid` without a reason for a refusal
 */
export async function decideOfficeChange(
  db: Database,
  officer: Principal,
  { id, isAgreed, why, now }: { id: string; isAgreed: boolean; why: string | null; now: Date },
): Promise<void> {
  if (!isAgreed && !why) throw new AppError('invalid', 'a refusal says why')
  const hand = handOf(officer)
  await db.transaction().execute(async tx => {
    const held = await tx.selectFrom('office_changes').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
    if (!held || !mayActIn(officer, await areasAbove(tx, held.area_id)))
      throw new AppError('not_found', 'no such change in your charge')
    if (held.state !== 'waiting') throw new AppError('conflict', 'it is decided', 'decided_already')
    if (!hand.isPerson) throw new AppError('forbidden', 'a person agrees, signed in; a token of the office is nobody')
    if (isAgreed && held.authors.includes(hand.actor))
      throw new AppError('conflict', 'a second person agrees to these words', 'own_words')
    if (isAgreed) await putInForce(tx, held)
    await tx
      .updateTable('office_changes')
      .set({
        state: isAgreed ? 'agreed' : 'refused',
        decided_by: hand.label,
        decided_actor: hand.actor,
        decided_why: why,
        decided_at: now,
      })
      .where('id', '=', id)
      .execute()
    await tx
      .updateTable('review_tasks')
      .set({ confirmed_by: hand.label, confirmed_at: now, why: why ?? 'đã đổi địa chỉ, điện thoại hoặc giờ nhận' })
      .where('cause', '=', held.cause)
      .where('confirmed_at', 'is', null)
      .execute()
    await tx
      .insertInto('audit')
      .values({
        actor: hand.label,
        action: isAgreed ? 'office changed' : 'office change refused',
        area_id: held.area_id,
        subject: held.item_key,
        detail: JSON.stringify({ before: held.before, after: held.after, why }),
      })
      .execute()
  })
}

interface Held {
  area_id: string
  item_key: string
  before: OfficeFacts | OfficeCalendar
  after: OfficeFacts | OfficeCalendar
}

async function putInForce(tx: Transaction<Tables>, held: Held): Promise<void> {
  const find = () => tx.selectFrom('areas').select(['code', 'profile']).where('id', '=', held.area_id)
  const { code } = await find().executeTakeFirstOrThrow()
  await lockArea(tx, code)
  const { facts, calendar } = wordsOf({ ...held, profile: null })
  if (calendar) return putCalendarInForce(tx, code, calendar)
  const { profile } = await find().executeTakeFirstOrThrow()
  if (!profile || !facts || !isDeepStrictEqual(readOffice(profile, held.item_key), facts.before))
    throw changedMeanwhile()
  const { address, phone, openingHours } = facts.after
  const next: WardProfile =
    held.item_key === POLICE && profile.police
      ? { ...profile, police: { ...profile.police, address, phone } }
      : { ...profile, address, phone, openingHours: openingHours ?? profile.openingHours }
  await tx
    .updateTable('areas')
    .set({ profile: JSON.stringify(next) })
    .where('id', '=', held.area_id)
    .execute()
}

/** Years and seasons as proposed; closures that were published meanwhile stay. */
async function putCalendarInForce(
  tx: Transaction<Tables>,
  code: string,
  { before, after }: NonNullable<Words['calendar']>,
): Promise<void> {
  const office = await findOfficeOfArea(tx, code)
  if (!office || !isDeepStrictEqual({ ...office.own, closures: [] }, { ...before, closures: [] }))
    throw changedMeanwhile()
  const next = OfficeCalendar.safeParse({ ...after, closures: [...office.own.closures, ...after.closures] })
  if (!next.success) throw new AppError('invalid', 'the calendar is full', 'incomplete')
  await saveCalendar(tx, office.id, next.data)
}

function changedMeanwhile(): AppError {
  return new AppError('conflict', 'the office tells other things of itself meanwhile', 'changed_meanwhile')
}
