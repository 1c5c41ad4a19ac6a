/** Questions: what people ask in vain, what officers make of it, and what the ward shows of it to everybody. */
import type { Transaction } from 'kysely'
import type {
  ExampleList,
  ExamplePhrase,
  FiguresSetting,
  NewExample,
  PublicFigures,
  QuestionGroup,
  QuestionGroupDetail,
  QuestionList,
  QuestionQuery,
  QuestionSettling,
  QuestionWeek,
} from '../../shared/questions/index.ts'
import { AppError } from '../errors.ts'
import type { Feature, House } from '../feature.ts'
import { areasAbove, findArea, listWithin } from '../platform/areas/index.ts'
import { mayActIn, type Principal } from '../platform/people/index.ts'
import type { Tables } from '../platform/storage/index.ts'
import { type Checkable, type CheckQuestions, readSelfCheck, renewSelfCheck } from './evaluation.ts'
import { decideExample, type Guides, listExamples, proposeExample, readExample } from './examples.ts'
import { readPublicWeeks, readShownSince, readWeeks, saveSetting } from './figures.ts'
import { createGrouping, removeEmptyGroups } from './grouping.ts'
import { listGroups, readWordings, reopenGroup, requireGroup, settleGroup, toGroup } from './groups.ts'
import { createHearing } from './hearing.ts'

export type { Guides } from './examples.ts'

type OfGroup<T> = T & { id: string }

/** Every refusal is an AppError: `not_found` (another area's too), `forbidden`, `invalid`, `conflict`. */
export interface QuestionsFeature extends Feature {
  list(officer: Principal, query: QuestionQuery): Promise<QuestionList>
  get(officer: Principal, id: string): Promise<QuestionGroupDetail>
  weeks(officer: Principal): Promise<QuestionWeek[]>
  propose(officer: Principal, example: OfGroup<NewExample>): Promise<ExamplePhrase>
  settle(
    officer: Principal,
    settling: OfGroup<{ as: QuestionSettling; note?: string | undefined }>,
  ): Promise<QuestionGroup>
  reopen(officer: Principal, id: string): Promise<QuestionGroup>
  examples: {
    list(
      officer: Principal,
      asked: { state?: ExamplePhrase['state'] | undefined; before?: string | undefined },
    ): Promise<ExampleList>
    decide(
      officer: Principal,
      decision: { id: string; to: 'accepted' | 'declined' | 'retired'; why?: string | undefined },
    ): Promise<ExamplePhrase>
  }
  figures: {
    /** @throws AppError `not_found` while the ward does not show them */
    read(): Promise<PublicFigures>
    readSetting(officer: Principal, area: string): Promise<FiguresSetting>
    writeSetting(officer: Principal, setting: FiguresSetting & { area: string }): Promise<FiguresSetting>
  }
}

export function createQuestions({
  house,
  guides,
  currentCatalogue,
  checkQuestions,
}: {
  house: House
  guides: Guides
  currentCatalogue(): Checkable
  checkQuestions: CheckQuestions
}): QuestionsFeature {
  const { db, clock, config, findWard } = house
  const grouping = createGrouping(db)

  const within = <T>(work: (tx: Transaction<Tables>) => Promise<T>): Promise<T> => db.transaction().execute(work)
  const renewCheck = () => renewSelfCheck(db, currentCatalogue(), { now: clock.now(), checkQuestions })
  const findExample = (officer: Principal, id: string) => readExample(db, officer, id, guides)

  /** @throws AppError `not_found`, `forbidden` */
  async function requireWard(officer: Principal, code: string): Promise<string> {
    const area = await findArea(db, code)
    if (!area) throw new AppError('not_found', 'no such area')
    if (!mayActIn(officer, await areasAbove(db, area.id)))
      throw new AppError('forbidden', 'this area is not in your charge')
    return area.id
  }

  return {
    name: 'questions',
    hear: createHearing(house),
    async list(officer, query) {
      await grouping.next(clock.now())
      return listGroups(db, officer, query)
    },
    async get(officer, id) {
      const group = toGroup(await requireGroup(db, officer, id))
      return { ...group, wordings: await readWordings(db, id), nearest: guides.nearest(group.wording) }
    },
    async weeks({ areaIds }) {
      return readWeeks(db, await listWithin(db, areaIds), clock.now())
    },
    async propose(officer, example) {
      const id = await within(tx => proposeExample(tx, officer, { ...example, at: clock.now(), guides }))
      return findExample(officer, id)
    },
    async settle(officer, settling) {
      await within(tx => settleGroup(tx, officer, { ...settling, at: clock.now() }))
      return toGroup(await requireGroup(db, officer, settling.id))
    },
    async reopen(officer, id) {
      await within(tx => reopenGroup(tx, officer, id))
      return toGroup(await requireGroup(db, officer, id))
    },
    examples: {
      list: (officer, asked) => listExamples(db, officer, asked, guides),
      async decide(officer, decision) {
        await within(tx => decideExample(tx, officer, { ...decision, at: clock.now(), guides }))
        return findExample(officer, decision.id)
      },
    },
    figures: {
      async read() {
        const ward = await findWard(config.zalo.oaId)
        const since = ward && (await readShownSince(db, ward.areaId))
        if (!ward || !since) throw new AppError('not_found', 'the ward does not show its figures')
        const [weeks, selfCheck] = await Promise.all([readPublicWeeks(db, ward.areaId, clock.now()), readSelfCheck(db)])
        return { since, weeks, selfCheck }
      },
      async readSetting(officer, code) {
        return { isOn: (await readShownSince(db, await requireWard(officer, code))) !== null }
      },
      async writeSetting(officer, { area, isOn }) {
        const areaId = await requireWard(officer, area)
        await saveSetting(db, { areaId, isOn, by: officer.label, at: clock.now() })
        if (isOn) await renewCheck()
        return { isOn }
      },
    },
    ticks: [
      {
        name: 'question groups',
        schedule: '45 * * * * *',
        run: async () => {
          await grouping.run(clock.now())
        },
      },
      { name: 'question upkeep', schedule: '0 37 * * * *', run: () => removeEmptyGroups(db) },
      { name: 'self check', schedule: '0 12 2 * * *', run: renewCheck },
    ],
  }
}
