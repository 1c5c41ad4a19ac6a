/** What the ward has published, in memory, with the answerer built from it. Follows the database within two seconds. */
import type { Logger } from 'pino'
import {
  type Answerer,
  type Calibration,
  createAnswerer,
  type Catalogue as RankingCatalogue,
  toRankingCatalogue,
} from '../../shared/answering/index.ts'
import { createChecklistReader, createSayingReader } from '../../shared/answers/index.ts'
import { negativeExamples, starterTopics } from '../../shared/content/index.ts'
import type { WardPart } from '../../shared/local-parts/index.ts'
import type { PublishedTopic, Topic } from '../../shared/procedures.ts'
import { createLoop, type Loop } from '../platform/jobs/index.ts'
import type { Database } from '../platform/storage/index.ts'
import { readCalibration, writeCalibration } from './calibration-store.ts'
import { readLocal } from './local-parts/store.ts'
import { readCatalogueRevision, readLearnt, readPublished } from './store.ts'

/** The starter list begins with what is asked for most; topics of a ward's own come after it. */
const STARTER_ORDER = new Map(starterTopics.map(({ key }, index) => [key, index]))
const orderOf = (key: string): number => STARTER_ORDER.get(key) ?? STARTER_ORDER.size

export interface Catalogue {
  /** Grows with every publication. */
  revision: number
  /** In the order in which they are asked for. */
  topics: ReadonlyMap<string, PublishedTopic>
  answerer: Answerer
  /** What it was built from. */
  ranking: RankingCatalogue & { calibration: Calibration }
  /** Wordings that officers have agreed to, beside those of the guides. */
  learnt: Awaited<ReturnType<typeof readLearnt>>
  /** What holds in this ward only, by guide; part of `topics` already. */
  local: ReadonlyMap<string, WardPart>
  /** Knows the words of every button again. */
  readSaying: ReturnType<typeof createSayingReader>
  /** The same for the answers of checklists. */
  readChecklistSaying: ReturnType<typeof createChecklistReader>
}

export interface CatalogueKeeper extends Pick<Loop, 'start' | 'stop'> {
  current(): Catalogue
  /** Reads the catalogue now, if it changed. */
  refresh(): Promise<void>
}

/** @param applyDue brings into force what has its day @param findWardId the ward whose local parts hold; null: none yet */
export function createCatalogueKeeper({
  db,
  log,
  applyDue,
  findWardId,
}: {
  db: Database
  log: Logger
  applyDue: () => Promise<void>
  findWardId: () => Promise<string | null>
}): CatalogueKeeper {
  let revision = -1
  let catalogue: Catalogue | null = null

  async function refresh(): Promise<void> {
    const latest = await readCatalogueRevision(db)
    if (latest === revision) return
    const wardId = await findWardId()
    const local = wardId ? await readLocal(db, wardId) : new Map<string, WardPart>()
    const published = (await readPublished(db))
      .sort((a, b) => orderOf(a.topic.key) - orderOf(b.topic.key))
      .map(entry => {
        const part = local.get(entry.topic.key)
        return part ? { ...entry, topic: { ...entry.topic, local: part } } : entry
      })
    const topics = published.map(({ topic }) => topic)
    catalogue = {
      revision: latest,
      topics: new Map(published.map(entry => [entry.topic.key, entry])),
      ...(await buildAnswerer(topics)),
      local,
      readSaying: createSayingReader(topics),
      readChecklistSaying: createChecklistReader(topics),
    }
    revision = latest
    log.info({ revision, topics: published.length }, 'the catalogue was read')
  }

  async function buildAnswerer(topics: Topic[]): Promise<Pick<Catalogue, 'answerer' | 'ranking' | 'learnt'>> {
    const learnt = await readLearnt(db)
    const ranking = addLearnt(toRankingCatalogue(topics, negativeExamples), learnt)
    const calibration = await readCalibration(db, ranking)
    const answerer = createAnswerer({ ...ranking, calibration })
    if (!calibration) await writeCalibration(db, ranking, answerer.calibration)
    return { answerer, ranking: { ...ranking, calibration: answerer.calibration }, learnt }
  }

  const loop = createLoop({
    name: 'catalogue',
    pauseMs: 2000,
    log,
    turn: async () => {
      await applyDue()
      await refresh()
      return false
    },
  })
  return {
    start: loop.start,
    stop: loop.stop,
    refresh,
    current() {
      if (!catalogue) throw new Error('the catalogue is read before the first request')
      return catalogue
    },
  }
}

export function addLearnt(
  { topics, negatives }: RankingCatalogue,
  learnt: readonly { topic: string | null; wording: string }[],
): RankingCatalogue {
  const wordingsOf = (key: string | null) => learnt.flatMap(({ topic, wording }) => (topic === key ? [wording] : []))
  return {
    topics: topics.map(topic => ({
      ...topic,
      exampleQuestions: [...new Set([...topic.exampleQuestions, ...wordingsOf(topic.key)])],
    })),
    negatives: [...new Set([...negatives, ...wordingsOf(null)])],
  }
}
