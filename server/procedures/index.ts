/** Procedures: the published guides, as answers in the chat, as pages for any browser, and for other systems. */
import type { CheckedQuestion } from '../../shared/answering/index.ts'
import { starterTopics } from '../../shared/content/index.ts'
import { AppError } from '../errors.ts'
import type { Feature, House } from '../feature.ts'
import { type CatalogueKeeper, createCatalogueKeeper } from './catalogue.ts'
import { createChecklistSkill } from './checklist-skill.ts'
import { createExamples } from './examples.ts'
import { createFreshness, type Freshness } from './freshness/index.ts'
import { createGuideRoutes } from './guide-routes.ts'
import { applyDue, createGuides, type Guides, readGuidesHealth } from './guides/index.ts'
import { createJsonLdRoute } from './jsonld-route.ts'
import { createLaws, type Laws } from './laws/index.ts'
import { createLocalParts, type LocalParts } from './local-parts/index.ts'
import { createPacks, type Packs } from './packs/index.ts'
import { createQuestionCheck } from './question-check.ts'
import { createReview, type Review } from './review/index.ts'
import { createProceduresSkill } from './skill.ts'
import { publishStarter } from './store.ts'

export type { Freshness } from './freshness/index.ts'
export type { Guides } from './guides/index.ts'
export type { Laws } from './laws/index.ts'
export type { LocalParts } from './local-parts/index.ts'
export { exportEverything, takeContent, writePack } from './packs/index.ts'
export type { Review } from './review/index.ts'
export { readPublishedTitles } from './store.ts'

export interface ProceduresFeature extends Feature {
  list(): {
    key: string
    kind: 'procedure' | 'information' | 'referral'
    title: string
    summary: string
    category: string
  }[]
  /** @throws AppError `not_found` */
  get(key: string): ReturnType<CatalogueKeeper['current']>['topics'] extends ReadonlyMap<string, infer T> ? T : never
  /** What is published now. */
  current: CatalogueKeeper['current']
  /** For officers. */
  guides: Guides
  localParts: LocalParts
  review: Review
  laws: Laws
  freshness: Freshness
  packs: Packs
  /** What finding goes by now. */
  rankingCatalogue(): ReturnType<CatalogueKeeper['current']>['ranking']
  examples: ReturnType<typeof createExamples>
  /** What becomes of every question of a catalogue, reckoned beside everything else. */
  checkQuestions(catalogue: ReturnType<ProceduresFeature['rankingCatalogue']>): Promise<CheckedQuestion[]>
}

export function createProcedures(house: House): ProceduresFeature {
  const { db, clock, log } = house
  const keeper = createCatalogueKeeper({
    db,
    log,
    applyDue: () => applyDue(db, clock.now()),
    clock,
    findWard: () => house.findWard(house.config.zalo.oaId),
    ...house.config.freshness,
  })
  const questionCheck = createQuestionCheck()
  const freshness = createFreshness({ house, keeper })
  const packs = createPacks(house)
  const localParts = createLocalParts({ house, keeper })
  return {
    name: 'procedures',
    routers: [createJsonLdRoute({ house, keeper }), createGuideRoutes({ house, keeper }), packs.router],
    skills: [createProceduresSkill(keeper), createChecklistSkill(keeper)],
    async start() {
      await publishStarter(db, starterTopics)
      await applyDue(db, clock.now())
      await keeper.refresh()
      await freshness.start()
      keeper.start()
    },
    async stop() {
      await keeper.stop()
      await questionCheck.leave()
    },
    current: keeper.current,
    guides: createGuides({ house, keeper, questionCheck }),
    localParts,
    review: createReview({ house, keeper, localParts }),
    laws: createLaws({ house, keeper }),
    freshness,
    ticks: freshness.ticks,
    handOver: freshness.handOver,
    health: () => readGuidesHealth(db, clock.now()),
    packs,
    rankingCatalogue: () => keeper.current().ranking,
    examples: createExamples(keeper),
    checkQuestions: catalogue => questionCheck.run({ catalogue, also: [] }),
    list: () =>
      [...keeper.current().topics.values()].map(({ topic: { key, kind, title, summary, category } }) => ({
        key,
        kind,
        title,
        summary,
        category,
      })),
    get(key) {
      const published = keeper.current().topics.get(key)
      if (!published) throw new AppError('not_found', 'no such topic')
      return published
    },
  }
}
