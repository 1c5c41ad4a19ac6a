/** How officers keep the office's time: closures hold at once, everything else once a second person agrees. */
import { randomUUID } from 'node:crypto'
import { isDeepStrictEqual } from 'node:util'
import type { Transaction } from 'kysely'
import type { OpeningHours } from '../../shared/areas.ts'
import type { Closure, OfficeCalendar, OfficeSchedule } from '../../shared/calendars.ts'
import type { OfficeConcern, OfficeDesk, WrittenSchedule } from '../../shared/office.ts'
import { calendarItem, isUrgentClosure, listOpenYears } from '../../shared/office-keeping.ts'
import { maskPersonalData } from '../../shared/privacy/index.ts'
import type { OfficeFacts } from '../../shared/review/index.ts'
import { vietnamDay } from '../../shared/vietnam-time.ts'
import { AppError } from '../errors.ts'
import type { House } from '../feature.ts'
import {
  type AreaOffice,
  findOfficeById,
  findWaitingChange,
  listClosedAreas,
  lockArea,
  proposeChange,
  saveCalendar,
  withdrawChange,
} from '../platform/areas/index.ts'
import { actorOf, mayActIn, type Principal } from '../platform/people/index.ts'
import type { Tables } from '../platform/storage/index.ts'
import { findOffice, toSchedule } from './schedule.ts'

/** As the review sprint calls the ward's own office. */
const HOURS_ITEM = 'office-ward'
/** Changes that were proposed here, and not along with an answer of the review sprint. */
const CAUSE = 'office page '
/** Looked through for who entered a closure. */
const MOST_EDITS = 100
const WRITTEN = 'office calendar written'

type Edit = Pick<OfficeSchedule, 'revision'> & { why: string }

export interface OfficeKeeping {
  /**
   * What the area itself has entered; what it inherits stays. Short closures hold at once, years and seasons and long
   * closures wait for a second person.
   * @throws AppError `not_found`, `forbidden` outside the officer's own area, `invalid` below the ward, `conflict` when
   * somebody else has edited since this revision was read, or has a change waiting
   */
  writeCalendar(officer: Principal, area: string, edit: Edit & { calendar: OfficeCalendar }): Promise<WrittenSchedule>
  /** @throws AppError as above; `invalid` where there is no office */
  writeHours(officer: Principal, area: string, edit: Edit & { hours: OpeningHours[] }): Promise<WrittenSchedule>
  /** @throws AppError `not_found`, `forbidden` */
  desk(officer: Principal, area: string): Promise<OfficeDesk>
  /** Years of the areas that the officer holds, closures of everything below them too. */
  concerns(officer: Principal): Promise<OfficeConcern[]>
}

export function createOfficeDesk({ db, clock }: Pick<House, 'db' | 'clock'>): OfficeKeeping {
  async function write(
    officer: Principal,
    area: string,
    { revision, why }: Edit,
    work: (tx: Transaction<Tables>, before: AreaOffice) => Promise<boolean>,
  ): Promise<WrittenSchedule> {
    requireNobody([why])
    return db.transaction().execute(async tx => {
      await lockArea(tx, area)
      const before = await findOffice(tx, area)
      // An officer keeps the offices of their own areas and of everything below them.
      if (!mayActIn(officer, before.within)) throw new AppError('forbidden', 'this area is not in your charge')
      if (before.level === 'neighbourhood')
        throw new AppError('invalid', 'a neighbourhood has no office time of its own')
      if (toSchedule(before).revision !== revision)
        throw new AppError('conflict', 'somebody else has edited meanwhile', 'office_changed')
      const waits = await work(tx, before)
      return { ...toSchedule(await findOffice(tx, area)), waits }
    })
  }

  /** Some of these words are read by everybody, all of them are kept. */
  function requireNobody(words: readonly string[]): void {
    if (words.some(one => maskPersonalData(one, clock.now()) !== one))
      throw new AppError('invalid', 'it names a person', 'personal_data')
  }

  async function propose(
    tx: Transaction<Tables>,
    { id, code }: AreaOffice,
    officer: Principal,
    change: { item: string; before: unknown; after: unknown; words: string },
  ): Promise<void> {
    const by = { actor: actorOf(officer), label: officer.label, now: clock.now() }
    const waiting = await findWaitingChange(tx, id, change.item)
    if (waiting && !isMine(waiting, by.actor)) throw otherWaits()
    if (waiting) await withdrawChange(tx, { id: waiting.id, ...by })
    const cause = `${CAUSE}${randomUUID()}`
    if (!(await proposeChange(tx, { areaId: id, cause, ...change, ...by }))) throw otherWaits()
    await keepInAudit(tx, officer, { id, code }, 'office change proposed', change)
  }

  /** What holds, sent while one's own change of it waits: the change is taken back. */
  async function takeBack(tx: Transaction<Tables>, { id, code }: AreaOffice, officer: Principal, item: string) {
    const by = { actor: actorOf(officer), label: officer.label, now: clock.now() }
    const waiting = await findWaitingChange(tx, id, item)
    if (!waiting || !isMine(waiting, by.actor)) return
    await withdrawChange(tx, { id: waiting.id, ...by })
    await keepInAudit(tx, officer, { id, code }, 'office change taken back', { before: waiting.after, after: null })
  }

  return {
    writeHours: (officer, area, { hours, ...edit }) =>
      write(officer, area, edit, async (tx, office) => {
        if (!office.profile) throw new AppError('invalid', 'this area has no office')
        const { address, phone, openingHours } = office.profile
        if (isDeepStrictEqual(inOrder(hours), inOrder(openingHours))) {
          await takeBack(tx, office, officer, HOURS_ITEM)
          return false
        }
        const before: OfficeFacts = { address, phone, openingHours }
        const after: OfficeFacts = { ...before, openingHours: inOrder(hours) }
        await propose(tx, office, officer, { item: HOURS_ITEM, before, after, words: edit.why })
        return true
      }),
    writeCalendar: (officer, area, { calendar, ...edit }) =>
      write(officer, area, edit, async (tx, office) => {
        const { own } = office
        requireNobody([...calendar.closures.map(({ reason }) => reason), ...calendar.seasons.map(({ name }) => name)])
        const isKnown = (closure: Closure) => own.closures.some(one => isDeepStrictEqual(one, closure))
        const added = calendar.closures.filter(one => !isKnown(one))
        const long = added.filter(one => !isUrgentClosure(one, calendar.closures))
        const now = { ...own, closures: calendar.closures.filter(one => !long.includes(one)) }
        if (!isDeepStrictEqual(now, own)) {
          await saveCalendar(tx, office.id, now)
          await keepInAudit(tx, officer, office, WRITTEN, { before: own, after: now })
        }
        const before: OfficeCalendar = { ...own, closures: [] }
        const after: OfficeCalendar = { ...calendar, closures: long }
        if (isDeepStrictEqual(after, before)) {
          if (isDeepStrictEqual(now, own)) await takeBack(tx, office, officer, calendarItem)
          return false
        }
        await propose(tx, office, officer, { item: calendarItem, before, after, words: edit.why })
        return true
      }),
    async desk(officer, area) {
      const office = await findOffice(db, area)
      if (!mayActIn(officer, office.within)) throw new AppError('forbidden', 'this area is not in your charge')
      const [hours, calendar] = await Promise.all(
        [HOURS_ITEM, calendarItem].map(item => findWaitingChange(db, office.id, item)),
      )
      const { name, level, profile, inherited } = office
      const told = (waiting: Waiting) => ({
        by: waiting.proposed_by,
        at: waiting.proposed_at,
        isMine: isMine(waiting, actorOf(officer)),
      })
      const proposed = hours && (hours.after as OfficeFacts).openingHours
      return {
        ...{ name, level, now: clock.now(), ward: profile, schedule: toSchedule(office), inherited },
        waitingHours: hours && proposed ? { ...told(hours), hours: proposed } : null,
        waitingCalendar: calendar ? { ...told(calendar), calendar: calendar.after as OfficeCalendar } : null,
      }
    },
    async concerns(officer) {
      const today = vietnamDay(clock.now())
      const concerns: OfficeConcern[] = []
      const closed = await listClosedAreas(db, officer.areaIds, today)
      for (const id of new Set([...officer.areaIds, ...closed])) {
        const office = await findOfficeById(db, id)
        if (!office || office.level === 'neighbourhood') continue
        const openYears = officer.areaIds.includes(id) ? listOpenYears(office.calendar, today) : []
        const published = await listPublished(office, today)
        if (openYears.length + published.length > 0)
          concerns.push({ area: office.code, name: office.name, openYears, published })
      }
      return concerns
    },
  }

  /** Closures that hold and are not over, as far as somebody entered them lately. */
  async function listPublished({ id, own }: AreaOffice, today: string): Promise<OfficeConcern['published']> {
    const coming = own.closures.filter(({ until }) => until >= today)
    if (coming.length === 0) return []
    const rows = await db
      .selectFrom('audit')
      .select(['actor', 'at', 'detail'])
      .where('area_id', '=', id)
      .where('action', '=', WRITTEN)
      .orderBy('id', 'desc')
      .limit(MOST_EDITS)
      .execute()
    return coming.flatMap(closure => {
      const entered = rows.find(({ detail }) => {
        const { before, after } = detail as { before: OfficeCalendar; after: OfficeCalendar }
        const stands = ({ closures }: OfficeCalendar) => closures.some(one => isDeepStrictEqual(one, closure))
        return stands(after) && !stands(before)
      })
      return entered ? [{ by: entered.actor, at: entered.at, closure }] : []
    })
  }
}

type Waiting = NonNullable<Awaited<ReturnType<typeof findWaitingChange>>>

function isMine({ authors, cause }: Pick<Waiting, 'authors' | 'cause'>, actor: string): boolean {
  return cause.startsWith(CAUSE) && authors.every(author => author === actor)
}

function otherWaits(): AppError {
  return new AppError('conflict', 'another change of it waits for a second person', 'change_waiting')
}

function inOrder(hours: readonly OpeningHours[]): OpeningHours[] {
  return [...hours].sort((a, b) => a.weekday - b.weekday || a.opens.localeCompare(b.opens))
}

async function keepInAudit(
  tx: Transaction<Tables>,
  officer: Principal,
  { id, code }: Pick<AreaOffice, 'id' | 'code'>,
  action: string,
  { before, after }: { before: unknown; after: unknown },
): Promise<void> {
  await tx
    .insertInto('audit')
    .values({
      ...{ actor: officer.label, action, area_id: id, subject: code },
      detail: JSON.stringify({ before, after }),
    })
    .execute()
}
