/** Who may make, move, retire and read codes, and what is told of them. */
import type { Transaction } from 'kysely'
import {
  type Link,
  type LinkChange,
  type LinkList,
  type LinkMove,
  type LinkPlaceName,
  type LinkQuery,
  type LinkRestoration,
  type LinkRetirement,
  type LinkSummary,
  type LinkTarget,
  type NewLink,
  type NewLinkPlace,
  readCode,
} from '../../shared/links.ts'
import { maskPersonalData } from '../../shared/privacy/index.ts'
import { addDays, vietnamDay } from '../../shared/vietnam-time.ts'
import { AppError } from '../errors.ts'
import type { House } from '../feature.ts'
import { findArea, listWithin, type ServedWard } from '../platform/areas/index.ts'
import {
  addPlace,
  type Change,
  changeLink,
  createLink,
  findLink,
  holdLink,
  listLinks,
  listPlaces,
  type Opening,
  readHistory,
  readOpenings,
  type StoredLink,
  sumOpenings,
  takeDownPlace,
} from '../platform/links/index.ts'
import type { Principal } from '../platform/people/index.ts'
import type { Tables } from '../platform/storage/index.ts'
import { type FindDestination, linkAddress, readTarget } from './destinations.ts'

/** Every refusal is an AppError: `not_found`, `forbidden` outside the officer's own area, `invalid`, `conflict`. */
export interface LinkService {
  /** The codes of the officer's area and below, the most opened first. */
  list(officer: Principal): Promise<LinkSummary[]>
  /** The same, a page at a time. */
  listPage(officer: Principal, query: LinkQuery): Promise<LinkList>
  get(officer: Principal, spelled: string): Promise<Link>
  create(officer: Principal, link: NewLink): Promise<Link>
  move(officer: Principal, move: LinkMove): Promise<Link>
  retire(officer: Principal, retirement: LinkRetirement): Promise<Link>
  /** Puts a retired code back to where it led before. */
  restore(officer: Principal, restoration: LinkRestoration): Promise<Link>
  addPlace(officer: Principal, place: NewLinkPlace): Promise<Link>
  takeDownPlace(officer: Principal, place: LinkPlaceName): Promise<Link>
}

export interface LinkServiceParts extends Pick<House, 'db' | 'clock' | 'config'> {
  findOwnWard(): Promise<ServedWard>
  findDestination: FindDestination
}

type Tx = Transaction<Tables>

const PAGE = 100
const SUMMED_DAYS = 30
const LISTED_DAYS = 90

export function createLinkService({ db, clock, config, findOwnWard, findDestination }: LinkServiceParts): LinkService {
  const { publicUrl } = config
  const since = (days: number): string => addDays(vietnamDay(clock.now()), 1 - days)

  async function list(officer: Principal): Promise<LinkSummary[]> {
    const links = await listLinks(db, await listWithin(db, officer.areaIds))
    const [places, openings] = await Promise.all([
      listPlaces(
        db,
        links.map(({ code }) => code),
      ),
      sumOpenings(db, since(SUMMED_DAYS)),
    ])
    return links
      .map(link => ({
        ...toSummary(link),
        places: (places.get(link.code) ?? []).filter(({ takenDownAt }) => takenDownAt === null).length,
        opened: openings.get(link.code) ?? 0,
      }))
      .sort(
        (a, b) =>
          Number(a.isRetired) - Number(b.isRetired) || b.opened - a.opened || a.title.localeCompare(b.title, 'vi'),
      )
  }

  async function read(link: StoredLink): Promise<Link> {
    const { code } = link
    const [history, places] = await Promise.all([readHistory(db, code), listPlaces(db, [code])])
    const hanging = places.get(code) ?? []
    const openings = await readOpenings(db, {
      code,
      places: hanging.map(({ number }) => number),
      since: since(LISTED_DAYS),
    })
    const recent = openings.filter(({ day }) => day >= since(SUMMED_DAYS))
    return {
      ...toSummary(link),
      createdAt: link.createdAt,
      opened: sum(recent),
      places: hanging.map(place => ({
        ...place,
        address: linkAddress(publicUrl, code, place.number),
        opened: sum(recent.filter(opening => opening.place === place.number)),
      })),
      history: toHistory(history),
      days: openings.map(({ day, place, total }) => ({ day, place, opened: total })),
    }
  }

  function toSummary({ code, areaCode, title, isRetired, target }: StoredLink) {
    return {
      code,
      area: areaCode,
      title,
      isRetired,
      target: readTarget(target),
      address: linkAddress(publicUrl, code),
    }
  }

  /** @throws AppError `not_found`, `forbidden` */
  async function admit(officer: Principal, link: StoredLink | null): Promise<StoredLink> {
    if (!link) throw new AppError('not_found', 'no such code')
    if (!(await mayKeepLinksOf(officer, link.areaId)))
      throw new AppError('forbidden', 'this code is not in your charge')
    return link
  }

  /** An officer keeps the codes of their own areas and of everything below them. */
  async function mayKeepLinksOf({ areaIds }: Principal, linkArea: string): Promise<boolean> {
    return (await listWithin(db, areaIds)).includes(linkArea)
  }

  async function mustLeadSomewhere(target: LinkTarget): Promise<void> {
    if (findDestination(target, await findOwnWard())) return
    throw new AppError('invalid', 'this target is not published')
  }

  /** One change of one code, with nobody else at it; then the code as it stands. */
  async function change(
    officer: Principal,
    spelled: string,
    work: (tx: Tx, link: StoredLink) => Promise<void>,
  ): Promise<Link> {
    const code = readCode(spelled)
    const link = await admit(officer, code === null ? null : await findLink(db, code))
    await db.transaction().execute(async tx => work(tx, (await holdLink(tx, link.code)) ?? link))
    return read((await findLink(db, link.code)) ?? link)
  }

  /** What an officer writes down is kept for years: numbers of people do not belong in it. */
  const signed = (officer: Principal, why: string) => ({
    at: clock.now(),
    actor: officer.label,
    why: maskPersonalData(why, clock.now()),
  })

  async function get(officer: Principal, spelled: string): Promise<Link> {
    const code = readCode(spelled)
    return read(await admit(officer, code === null ? null : await findLink(db, code)))
  }

  return {
    list,
    async listPage(officer, { page }) {
      const all = await list(officer)
      return { links: all.slice(page * PAGE, (page + 1) * PAGE), hasMore: all.length > (page + 1) * PAGE }
    },
    get,
    async create(officer, { area: areaCode, title, target, why }) {
      const area = await findArea(db, areaCode)
      if (!area) throw new AppError('not_found', 'no such area')
      if (!(await mayKeepLinksOf(officer, area.id))) throw new AppError('forbidden', 'this area is not in your charge')
      await mustLeadSomewhere(target)
      const code = await db
        .transaction()
        .execute(tx => createLink(tx, { areaId: area.id, change: { ...signed(officer, why), title, target } }))
      return get(officer, code ?? '')
    },
    async move(officer, { code, target, title, why }) {
      await mustLeadSomewhere(target)
      return change(officer, code, async (tx, link) => {
        if (link.isRetired) throw new AppError('conflict', 'this code is retired; restore it first')
        const moved = { ...signed(officer, why), action: 'moved', title: title ?? link.title, target } as const
        await changeLink(tx, link, moved)
      })
    },
    async retire(officer, { code, instead, why }) {
      if (instead) await mustLeadSomewhere(instead)
      return change(officer, code, async (tx, link) => {
        if (link.isRetired) throw new AppError('conflict', 'this code is retired already')
        await changeLink(tx, link, { ...signed(officer, why), action: 'retired', title: link.title, target: instead })
      })
    },
    restore: (officer, { code, why }) =>
      change(officer, code, async (tx, link) => {
        if (!link.isRetired) throw new AppError('conflict', 'this code is not retired')
        const before = (await readHistory(tx, link.code)).findLast(({ action }) => action !== 'retired')
        const { title, target } = before ?? link
        await changeLink(tx, link, { ...signed(officer, why), action: 'restored', title, target })
      }),
    addPlace: (officer, { code, name }) =>
      change(officer, code, async (tx, link) => {
        if (link.isRetired) throw new AppError('conflict', 'this code is retired')
        await addPlace(tx, link, { name, at: clock.now(), actor: officer.label })
      }),
    takeDownPlace: (officer, { code, number }) =>
      change(officer, code, async (tx, link) => {
        if (!(await takeDownPlace(tx, link, { number, at: clock.now(), actor: officer.label })))
          throw new AppError('not_found', 'nothing hangs at this place')
      }),
  }
}

/** Newest first; each change with where the code led before it. */
function toHistory(changes: readonly Change[]): LinkChange[] {
  return changes
    .map(({ at, actor, action, title, target, why }, index) => ({
      at,
      by: actor,
      action,
      title,
      from: readTarget(changes[index - 1]?.target),
      to: readTarget(target),
      why,
    }))
    .reverse()
}

function sum(openings: readonly Opening[]): number {
  return openings.reduce((total, opening) => total + opening.total, 0)
}
