/** Guides as officers keep them: written, agreed to by a second person, in force, compared, restored. */
import type {
  Approval,
  Change,
  DraftWords,
  Guide,
  GuideAsOf,
  GuideDraft,
  GuidePreview,
  GuideSummary,
  NewGuide,
  TryOut,
  Version,
} from '../../../shared/guides/index.ts'
import type { Topic } from '../../../shared/procedures.ts'
import type { House } from '../../feature.ts'
import type { Principal } from '../../platform/people/index.ts'
import type { CatalogueKeeper } from '../catalogue.ts'
import { requireCharge } from './charge.ts'
import { createGuide, discardDraft, giveBackDraft, type Pen, saveDraft, startDraft, submitDraft } from './drafting.ts'
import { compareVersions, listGuides, readAsOf, readGuide, readRevision } from './reading.ts'
import { approveDraft, markSeen, retireGuide } from './release.ts'
import { createTrial } from './trial.ts'

export { readGuidesHealth } from './health.ts'
export { applyDue } from './release.ts'

type AtVersion = { id: string; version: number }
type WithWhy = AtVersion & { why: string }
type OfRevision = { key: string; revision: number }

/** All refuse with AppError: `forbidden` outside one's charge, `not_found`, `conflict` with a reason, `invalid`. */
export interface Guides {
  list(officer: Principal): Promise<GuideSummary[]>
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
  markSeen(officer: Principal, asked: OfRevision & { why: string | null }): Promise<Guide>
}

export function createGuides({ house, keeper }: { house: House; keeper: CatalogueKeeper }): Guides {
  const { db, clock } = house
  const trial = createTrial({ house, keeper })
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
  return {
    list: async officer => listGuides((await penOf(officer)).db),
    get: async (officer, key) => readGuide(await penOf(officer), key),
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
    submit: async (officer, asked) => submitDraft(await penOf(officer), asked),
    giveBack: async (officer, asked) => giveBackDraft(await penOf(officer), asked),
    approve: async (officer, approval) => published(await approveDraft(await penOf(officer), approval)),
    async retire(officer, asked) {
      const pen = await penOf(officer)
      await published(await retireGuide(pen, asked))
      return readGuide(pen, asked.key)
    },
    async markSeen(officer, asked) {
      const pen = await penOf(officer)
      await markSeen(pen, asked)
      return readGuide(pen, asked.key)
    },
  }
}
