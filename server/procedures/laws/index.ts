/** The register of laws: starter facts, what officers say became of them, and the guides that rest on each. */
import { lawFacts, listKnownLaws } from '../../../shared/content/index.ts'
import { searchable } from '../../../shared/language/index.ts'
import type { Law, LawList, LawMark, LawMarked, LawQuery, NewLaw } from '../../../shared/laws/index.ts'
import type { LegalBasis } from '../../../shared/procedures.ts'
import { vietnamDay } from '../../../shared/vietnam-time.ts'
import { AppError } from '../../errors.ts'
import type { House } from '../../feature.ts'
import type { Principal } from '../../platform/people/index.ts'
import type { CatalogueKeeper } from '../catalogue.ts'
import { openTask } from '../freshness/index.ts'
import { requireCharge } from '../guides/index.ts'

/** All refuse with AppError: `forbidden` outside one's charge, `not_found`, `conflict` for a law that is known. */
export interface Laws {
  list(officer: Principal, query: LawQuery): Promise<LawList>
  get(officer: Principal, number: string): Promise<Law>
  mark(officer: Principal, mark: LawMark): Promise<LawMarked>
  add(officer: Principal, law: NewLaw): Promise<Law>
}

const PAGE = 50

const STATE_WORDS: Record<LawMark['state'], string> = {
  in_force: 'còn hiệu lực',
  amended: 'đã được sửa đổi',
  expired: 'hết hiệu lực',
  unknown: 'chưa rõ hiệu lực',
}

export function createLaws({ house: { db, clock }, keeper }: { house: House; keeper: CatalogueKeeper }): Laws {
  async function readAll(): Promise<Law[]> {
    const published = keeper.published().map(({ topic }) => topic)
    const added = await db.selectFrom('known_laws').selectAll().execute()
    const marks = await db
      .selectFrom('law_marks')
      .distinctOn('number')
      .selectAll()
      .orderBy('number')
      .orderBy('id', 'desc')
      .execute()
    const care = await db.selectFrom('guide_care').select(['topic_key', 'owner_name']).execute()
    const ownerOf = new Map(care.map(({ topic_key, owner_name }) => [topic_key, owner_name]))
    const markOf = new Map(marks.map(mark => [mark.number, mark]))
    const citing = new Map<string, Law['citedBy']>()
    for (const { key, title, legalBases } of published)
      for (const number of new Set(legalBases.map(basis => basis.number)))
        citing.set(number, [...(citing.get(number) ?? []), { key, title, owner: ownerOf.get(key) ?? null }])
    const known = new Map<string, LegalBasis>()
    const listed = [
      ...added.map(({ number, title, url }) => ({ number, title, url, effectiveUntil: null })),
      ...published.flatMap(({ legalBases }) => legalBases),
      ...listKnownLaws(),
    ]
    for (const law of listed) if (!known.has(law.number)) known.set(law.number, law)
    return [...known.values()].map(({ number, title, url, effectiveUntil }) => {
      const facts = lawFacts[number]
      const mark = markOf.get(number)
      const lastDay = mark?.state === 'expired' ? mark.since : effectiveUntil
      const today = vietnamDay(clock.now())
      const isOver = effectiveUntil !== null && effectiveUntil <= today
      // Until its last day it holds as before.
      const isAhead = mark?.state === 'expired' && mark.since > today
      return {
        number,
        title,
        url,
        issuedOn: facts?.issuedOn ?? null,
        effectiveFrom: facts?.effectiveFrom ?? null,
        effectiveUntil: lastDay,
        state: mark && !isAhead ? mark.state : isOver ? 'expired' : (facts?.state ?? 'unknown'),
        changedBy: facts?.changedBy ?? [],
        marked: mark ? { by: mark.by, at: mark.at, note: mark.note } : null,
        citedBy: citing.get(number) ?? [],
      }
    })
  }

  async function find(number: string): Promise<Law | undefined> {
    return (await readAll()).find(law => law.number === number)
  }

  return {
    async list(officer, query) {
      await requireCharge(db, officer)
      const found = (await readAll()).filter(isWanted(query)).sort((a, b) => b.citedBy.length - a.citedBy.length)
      const from = query.page * PAGE
      return {
        laws: found.slice(from, from + PAGE).map(({ citedBy, ...law }) => ({ ...law, cited: citedBy.length })),
        total: found.length,
        hasMore: found.length > from + PAGE,
      }
    },
    async get(officer, number) {
      await requireCharge(db, officer)
      const law = await find(number)
      if (!law) throw new AppError('not_found', 'no such law')
      return law
    },
    async mark(officer, { number, state, since, note }) {
      const { label } = await requireCharge(db, officer)
      const law = await find(number)
      if (!law) throw new AppError('not_found', 'no such law')
      const now = clock.now()
      let tasksOpened = 0
      await db.transaction().execute(async tx => {
        const { id } = await tx
          .insertInto('law_marks')
          .values({ number, state, since, note, by: label, at: now })
          .returning('id')
          .executeTakeFirstOrThrow()
        await tx
          .insertInto('audit')
          .values({
            actor: label,
            action: 'law marked',
            subject: number,
            detail: JSON.stringify({ state, since, note }),
          })
          .execute()
        if (state !== 'amended' && state !== 'expired') return
        const day = since.split('-').reverse().join('/')
        for (const { key } of law.citedBy) {
          const isOpened = await openTask(tx, {
            kind: 'law',
            topic: key,
            cause: `law ${id}`,
            text: `${number} (${law.title}) ${STATE_WORDS[state]} từ ${day}: ${note}. Xem lại hướng dẫn này.`,
            by: label,
            now,
          })
          if (isOpened) tasksOpened += 1
        }
      })
      return { law: (await find(number)) ?? law, tasksOpened }
    },
    async add(officer, { number, title, url }) {
      const { label } = await requireCharge(db, officer)
      if (await find(number)) throw new AppError('conflict', 'this law is in the register', 'law_known')
      await db.transaction().execute(async tx => {
        await tx
          .insertInto('known_laws')
          .values({ number, title, url, added_by: label, added_at: clock.now() })
          .execute()
        await tx
          .insertInto('audit')
          .values({ actor: label, action: 'law added', subject: number, detail: JSON.stringify({ title }) })
          .execute()
      })
      const law = await find(number)
      if (!law) throw new Error('a law that was just written down')
      return law
    },
  }
}

function isWanted({ find, state }: LawQuery): (law: Law) => boolean {
  const sought = searchable(find ?? '')
  return law =>
    searchable(`${law.number} ${law.title}`).includes(sought) && (state === undefined || law.state === state)
}
