/** Guides as officers keep them: written, agreed to by a second person, in force, compared, restored. */
import type {
  Approval,
  Change,
  DraftCheck,
  DraftWords,
  Guide,
  GuideAsOf,
  GuideDraft,
  GuideExample,
  GuideList,
  GuideName,
  GuidePreview,
  GuideQuery,
  NewGuide,
  NewGuideExample,
  Presence,
  TryOut,
  Version,
} from '../../../shared/guides/index.ts'
import type { PublishedTopic, Topic } from '../../../shared/procedures.ts'
import { vietnamDay } from '../../../shared/vietnam-time.ts'
import type { House } from '../../feature.ts'
import type { Principal } from '../../platform/people/index.ts'
import type { CatalogueKeeper } from '../catalogue.ts'
import type { QuestionCheck } from '../question-check.ts'
import { handOf, hasCharge, requireCharge } from './charge.ts'
import {
  askToRetire,
  createGuide,
  discardDraft,
  giveBackDraft,
  type Pen,
  saveDraft,
  startDraft,
  submitDraft,
} from './drafting.ts'
import { addExample, listExamples, removeExample } from './examples.ts'
import { listGuides, listNames } from './listing.ts'
import { notePresence } from './presence.ts'
import { compareVersions, inForceOnly, readAsOf, readGuide, readRevision } from './reading.ts'
import { approveDraft, markSeen } from './release.ts'
import { refuse } from './rows.ts'
import { createTrial } from './trial.ts'

export { type Hand, handOf, hasCharge, requireCharge } from './charge.ts'
export { listStanding } from './corrections.ts'
export { type Pen, saveDraft, startDraft } from './drafting.ts'
export { readGuidesHealth } from './health.ts'
export { applyDue } from './release.ts'

type AtVersion = { id: string; version: number }
type WithWhy = AtVersion & { why: string }
type OfRevision = { key: string; revision: number }

/** All refuse with AppError: `forbidden` outside one's charge, `not_found`, `conflict` with a reason, `invalid`. */
export interface Guides {
  areKeptBy(officer: Principal): Promise<boolean>
  list(officer: Principal, query: GuideQuery): Promise<GuideList>
  names(officer: Principal): Promise<GuideName[]>
  get(officer: Principal, key: string): Promise<Guide>
  readRevision(officer: Principal, asked: OfRevision): Promise<{ topic: Topic; revision: number }>
  readAsOf(officer: Principal, asked: { key: string; day: string }): Promise<GuideAsOf>
  compare(officer: Principal, asked: { key: string; from: Version; to: Version }): Promise<Change[]>
  preview(officer: Principal, id: string): Promise<GuidePreview>
  tryOut(officer: Principal, asked: { id: string; text: string }): Promise<TryOut>
  create(officer: Principal, guide: NewGuide): Promise<GuideDraft>
  start(officer: Principal, asked: { key: string; from: number | null }): Promise<GuideDraft>
  save(officer: Principal, words: AtVersion & DraftWords & { baseRevision: number | null }): Promise<GuideDraft>
  discard(officer: Principal, asked: WithWhy): Promise<GuideDraft>
  submit(officer: Principal, asked: WithWhy): Promise<GuideDraft>
  giveBack(officer: Principal, asked: WithWhy): Promise<GuideDraft>
  approve(officer: Principal, approval: Approval): Promise<GuideDraft>
  retire(officer: Principal, asked: OfRevision & { why: string }): Promise<Guide>
  present(officer: Principal, asked: { key: string; isLeaving: boolean }): Promise<Presence>
  check(officer: Principal, id: string): Promise<DraftCheck>
  listExamples(officer: Principal, key: string): Promise<GuideExample[]>
  addExample(officer: Principal, asked: NewGuideExample & { key: string }): Promise<GuideExample[]>
  removeExample(officer: Principal, asked: { key: string; id: string; why: string }): Promise<GuideExample[]>
  /** A draft as the phone's program would get it. */
  readDraft(officer: Principal, id: string): Promise<PublishedTopic>
  markSeen(officer: Principal, asked: OfRevision & { why: string | null }): Promise<Guide>
}

export function createGuides({
  house,
  keeper,
  questionCheck,
}: {
  house: House
  keeper: CatalogueKeeper
  questionCheck: QuestionCheck
}): Guides {
  const { db, clock } = house
  const trial = createTrial({ house, keeper, questionCheck })
  const penOf = async (officer: Principal): Promise<Pen> => ({
    db,
    hand: await requireCharge(db, officer),
    now: clock.now(),
  })
  /** This replica answers with the new words at once; the others follow within two seconds. */
  const published = async <T>(outcome: T): Promise<T> => {
    await keeper.refresh()
    return outcome
  }
  const readExamplesOf = async (key: string) =>
    listExamples(db, key, { published: keeper.current(), drafted: await trial.draftedOf(key) })
  return {
    areKeptBy: officer => hasCharge(db, officer),
    list: async (officer, query) =>
      listGuides(db, query, {
        published: keeper.published(),
        today: vietnamDay(clock.now()),
        areaIds: officer.areaIds,
        isKeeper: await hasCharge(db, officer),
      }),
    names: async officer => {
      const names = await listNames(db)
      return (await hasCharge(db, officer)) ? names : names.filter(({ isInForce }) => isInForce)
    },
    get: async (officer, key) => {
      const guide = await readGuide({ db, hand: handOf(officer) }, key)
      return (await hasCharge(db, officer)) ? guide : inForceOnly(guide)
    },
    readRevision: async (officer, asked) => readRevision((await penOf(officer)).db, asked),
    readAsOf: async (officer, asked) => readAsOf(await penOf(officer), asked),
    compare: async (officer, asked) => compareVersions((await penOf(officer)).db, asked),
    async preview(officer, id) {
      await penOf(officer)
      return trial.preview(id)
    },
    async tryOut(officer, { id, text }) {
      await penOf(officer)
      return trial.ask(id, text)
    },
    create: async (officer, guide) => createGuide(await penOf(officer), guide),
    start: async (officer, asked) => startDraft(await penOf(officer), asked),
    save: async (officer, words) => saveDraft(await penOf(officer), words),
    discard: async (officer, asked) => discardDraft(await penOf(officer), asked),
    async submit(officer, asked) {
      const pen = await penOf(officer)
      const problems = await trial.listTableProblems(asked.id)
      if (problems.length > 0) throw refuse('table_broken', problems.slice(0, 3).join(' '))
      return submitDraft(pen, asked)
    },
    giveBack: async (officer, asked) => giveBackDraft(await penOf(officer), asked),
    async approve(officer, approval) {
      const pen = await penOf(officer)
      // What was tried must be what is published: the version is asked for again when it is, the rest is brought up to date here.
      await keeper.refresh()
      const tried = await trial.check(approval.id)
      return published(await approveDraft(pen, approval, tried))
    },
    async retire(officer, asked) {
      const pen = await penOf(officer)
      await askToRetire(pen, asked)
      return readGuide(pen, asked.key)
    },
    present: async (officer, asked) => notePresence(await penOf(officer), asked),
    async check(officer, id) {
      await penOf(officer)
      await keeper.refresh()
      return trial.check(id)
    },
    async listExamples(officer, key) {
      await penOf(officer)
      return readExamplesOf(key)
    },
    async addExample(officer, asked) {
      const pen = await penOf(officer)
      await addExample(pen, asked, (await trial.draftedOf(asked.key)) ?? keeper.current())
      return readExamplesOf(asked.key)
    },
    async removeExample(officer, asked) {
      await removeExample(await penOf(officer), asked)
      return readExamplesOf(asked.key)
    },
    async readDraft(officer, id) {
      await penOf(officer)
      return trial.readDraft(id)
    },
    async markSeen(officer, asked) {
      const pen = await penOf(officer)
      await markSeen(pen, asked)
      return readGuide(pen, asked.key)
    },
  }
}
