/** Local parts: what holds in one area only. Written by one person, agreed to by a second, inherited down the areas. */
import { sql, type Transaction } from 'kysely'
import {
  inheritFacts,
  type LocalArea,
  type LocalFacts,
  type LocalView,
  localFields,
} from '../../../shared/local-parts/index.ts'
import { AppError } from '../../errors.ts'
import type { House } from '../../feature.ts'
import { areasBelow } from '../../platform/areas/index.ts'
import { mayActIn, type Principal } from '../../platform/people/index.ts'
import type { Tables } from '../../platform/storage/index.ts'
import type { CatalogueKeeper } from '../catalogue.ts'
import { type Hand, handOf } from '../guides/index.ts'
import { bumpCatalogue } from '../store.ts'
import type { PartsWriter } from './proposing.ts'
import { settleAnswers } from './settling.ts'
import { type LineArea, type PartRow, readFacts, readLine, toKept } from './store.ts'

export { proposePart, requireNew } from './proposing.ts'

const OPEN = ['draft', 'submitted'] as const
const BEFORE_SHOWN = 20

type At = { key: string; area: string }
type AtVersion = At & { version: number }

/** All refuse with AppError: `forbidden` outside one's areas, `not_found`, `conflict` with a reason, `invalid`. */
export interface LocalParts extends PartsWriter {
  list(officer: Principal, asked: { key: string }): Promise<LocalArea[]>
  discard(officer: Principal, asked: AtVersion & { why: string }): Promise<LocalView>
  giveBack(officer: Principal, asked: AtVersion & { why: string }): Promise<LocalView>
  approve(officer: Principal, asked: AtVersion & { why: string | null }): Promise<LocalView>
}

interface Place {
  hand: Hand
  line: LineArea[]
  area: LineArea
}

export function createLocalParts({
  house: { db, clock },
  keeper,
}: {
  house: House
  keeper: CatalogueKeeper
}): LocalParts {
  async function enter(officer: Principal, { key, area: code }: At): Promise<Place> {
    const line = await readLine(db, code)
    const [area] = line
    if (
      !area ||
      !mayActIn(
        officer,
        line.map(({ id }) => id),
      )
    )
      throw new AppError('forbidden', 'this area is not in your charge')
    if (!keeper.current().topics.has(key)) throw new AppError('not_found', 'no such guide')
    return { hand: handOf(officer), line, area }
  }

  async function view({ hand, line, area }: Place, key: string): Promise<LocalView> {
    const rows = await db
      .selectFrom('local_parts')
      .selectAll()
      .where('topic_key', '=', key)
      .where('area_id', '=', area.id)
      .orderBy('id', 'desc')
      .limit(BEFORE_SHOWN)
      .execute()
    const kept = rows.map(row => toKept(row, hand.actor))
    return {
      area: { code: area.code, name: area.name, level: area.level },
      inherited: inheritFacts(await readFacts(db, key, line.slice(1))),
      own: kept.find(({ state }) => state === 'published') ?? null,
      open: kept.find(({ state }) => state === 'draft' || state === 'submitted') ?? null,
      before: kept.filter(({ state }) => state === 'retired'),
    }
  }

  /** One step of one part, written down in the audit; refused when somebody else was there first. */
  async function step(
    officer: Principal,
    asked: AtVersion & { why: string | null },
    from: 'draft' | 'submitted' | typeof OPEN,
    action: string,
    change: (held: PartRow, tx: Transaction<Tables>, hand: Hand) => Promise<Partial<PartRow>>,
  ): Promise<LocalView> {
    const place = await enter(officer, asked)
    await db.transaction().execute(async tx => {
      const held = await hold(tx, { key: asked.key, areaId: place.area.id })
      if (!held || !(Array.isArray(from) ? [...from] : [from]).includes(held.state as never))
        throw new AppError('conflict', 'nothing like that waits here', 'wrong_state')
      if (held.version !== asked.version)
        throw new AppError('conflict', `${held.edited_by} saved version ${held.version}`, 'changed_meanwhile')
      const { facts: _, confirmed: __, ...columns } = (await change(held, tx, place.hand)) as Record<string, unknown>
      await tx
        .updateTable('local_parts')
        .set({ ...columns, version: held.version + 1 })
        .where('id', '=', held.id)
        .execute()
      await note(tx, place, { action, key: asked.key, why: asked.why, facts: held.facts })
    })
    return view(place, asked.key)
  }

  return {
    async list(officer, { key }) {
      if (!keeper.current().topics.has(key)) throw new AppError('not_found', 'no such guide')
      const areas = await db
        .selectFrom('areas')
        .select(['id', 'code', 'name', 'level'])
        .where('retired_at', 'is', null)
        .where(sql<boolean>`id in (${areasBelow(officer.areaIds)})`)
        .execute()
      const parts = await db
        .selectFrom('local_parts')
        .select(['area_id', 'state'])
        .where('topic_key', '=', key)
        .where('state', 'in', [...OPEN, 'published'])
        .execute()
      const ORDER = ['city', 'ward', 'neighbourhood']
      return areas
        .sort(
          (a, b) =>
            ORDER.indexOf(a.level) - ORDER.indexOf(b.level) || a.name.localeCompare(b.name, 'vi', { numeric: true }),
        )
        .map(({ id, code, name, level }) => {
          const own = parts.filter(({ area_id }) => area_id === id).map(({ state }) => state)
          const open = own.find(state => state === 'draft' || state === 'submitted')
          return { code, name, level, hasOwn: own.includes('published'), openState: open ?? null }
        })
    },
    get: async (officer, asked) => view(await enter(officer, asked), asked.key),
    async save(officer, { facts, version, ...asked }) {
      const place = await enter(officer, asked)
      await db.transaction().execute(async tx => {
        const held = await hold(tx, { key: asked.key, areaId: place.area.id })
        if ((held?.version ?? null) !== version)
          throw new AppError('conflict', `${held?.edited_by ?? 'nobody'} was there first`, 'changed_meanwhile')
        if (held && held.state !== 'draft') throw new AppError('conflict', 'it waits already', 'wrong_state')
        const { actor, label } = place.hand
        const words = { facts: JSON.stringify(facts), edited_by: label, edited_at: clock.now() }
        if (held)
          await tx
            .updateTable('local_parts')
            .set({ ...words, version: held.version + 1, authors: [...new Set([...held.authors, actor])] })
            .where('id', '=', held.id)
            .execute()
        else
          await tx
            .insertInto('local_parts')
            .values({ ...words, topic_key: asked.key, area_id: place.area.id, authors: [actor] })
            .execute()
      })
      return view(place, asked.key)
    },
    submit: (officer, asked) =>
      step(officer, asked, 'draft', 'submitted', async (held, tx, hand) => {
        const own = await findPublished(tx, held)
        const isNew = localFields.some(
          field => JSON.stringify(sorted(held.facts[field])) !== JSON.stringify(sorted(own?.facts[field] ?? null)),
        )
        if (!isNew) throw new AppError('invalid', 'nothing differs from what holds here', 'nothing_new')
        return {
          state: 'submitted',
          authors: [...new Set([...held.authors, hand.actor])],
          submitted_by: hand.label,
          submitted_at: clock.now(),
          why: asked.why,
          returned_because: null,
        }
      }),
    async discard(officer, asked) {
      const outcome = await step(officer, asked, OPEN, 'given up', async (held, tx, hand) => {
        const now = clock.now()
        await settleAnswers(tx, { partId: held.id, by: hand.label, why: asked.why, now })
        return { state: 'discarded', decided_by: hand.label, decided_why: asked.why, decided_at: now }
      })
      await keeper.refresh()
      return outcome
    },
    giveBack: (officer, asked) =>
      step(officer, asked, 'submitted', 'given back', async () => ({ state: 'draft', returned_because: asked.why })),
    async approve(officer, asked) {
      const outcome = await step(officer, asked, 'submitted', 'agreed to', async (held, tx, hand) => {
        if (!hand.isPerson)
          throw new AppError('forbidden', 'a person agrees, signed in; a token of the office is nobody')
        if (held.authors.includes(hand.actor))
          throw new AppError('conflict', 'a second person agrees to these words', 'own_words')
        const own = await findPublished(tx, held)
        if (own) await tx.updateTable('local_parts').set({ state: 'retired' }).where('id', '=', own.id).execute()
        await bumpCatalogue(tx)
        const now = clock.now()
        await settleAnswers(tx, { partId: held.id, by: hand.label, why: 'đã có phần riêng tại đây', now })
        const says = localFields.some(field => held.facts[field] !== null)
        return {
          // A part that says nothing leaves everything to the areas above.
          state: says ? 'published' : 'retired',
          decided_by: hand.label,
          decided_actor: hand.actor,
          decided_why: asked.why,
          decided_at: now,
        }
      })
      await keeper.refresh()
      return outcome
    },
  }
}

function hold(tx: Transaction<Tables>, { key, areaId }: { key: string; areaId: string }): Promise<PartRow | undefined> {
  return tx
    .selectFrom('local_parts')
    .selectAll()
    .where('topic_key', '=', key)
    .where('area_id', '=', areaId)
    .where('state', 'in', [...OPEN])
    .forUpdate()
    .executeTakeFirst()
}

function findPublished(tx: Transaction<Tables>, { topic_key, area_id }: PartRow): Promise<PartRow | undefined> {
  return tx
    .selectFrom('local_parts')
    .selectAll()
    .where('topic_key', '=', topic_key)
    .where('area_id', '=', area_id)
    .where('state', '=', 'published')
    .forUpdate()
    .executeTakeFirst()
}

/** The database does not keep the order of keys. */
function sorted(fact: object | null): unknown {
  return fact && Object.entries(fact).sort(([a], [b]) => (a < b ? -1 : 1))
}

async function note(
  tx: Transaction<Tables>,
  { hand, area }: Place,
  { action, key, why, facts }: { action: string; key: string; why: string | null; facts: LocalFacts },
): Promise<void> {
  await tx
    .insertInto('audit')
    .values({
      actor: hand.label,
      action: `local part ${action}`,
      area_id: area.id,
      subject: key,
      detail: JSON.stringify({ area: area.code, why, facts }),
    })
    .execute()
}
