/** What the ward has published, in memory, with the answerer built from it. Follows the database within two seconds. */
import { crc32 } from 'node:zlib'
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
import { isWithheld, withhold } from '../../shared/trust/index.ts'
import { vietnamDay } from '../../shared/vietnam-time.ts'
import type { Clock } from '../clock.ts'
import type { ServedWard } from '../platform/areas/index.ts'
import { createLoop, type Loop } from '../platform/jobs/index.ts'
import type { Database } from '../platform/storage/index.ts'
import { createCalibrating } from './calibrating.ts'
import { readCalibration, writeCalibration } from './calibration-store.ts'
import { readAreaNames, readLocal } from './local-parts/store.ts'
import { readTrust } from './review/trust.ts'
import { readCatalogueRevision, readLearnt, readPublished, readTrustRevision } from './store.ts'

/** The starter list begins with what is asked for most; topics of a ward's own come after it. */
const STARTER_ORDER = new Map(starterTopics.map(({ key }, index) => [key, index]))
const orderOf = (key: string): number => STARTER_ORDER.get(key) ?? STARTER_ORDER.size

/** So many ways to stand behind one state of what is published are told apart. */
const TRUST_STATES = 1_000_000

export interface Catalogue {
  /** Another one whenever something else is published, or stood behind otherwise. The same in every replica. */
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
  /** What is published, also what is withheld, with all its words and the ward's trust in it: for officers. */
  published(): readonly PublishedTopic[]
  /** Reads the catalogue now, if it changed. */
  refresh(): Promise<void>
  /** What was built to try a draft out: published as it stands, nothing is read a second time. */
  offer(tried: Pick<Catalogue, 'answerer' | 'ranking'>): void
}

/**
 * @param applyDue brings into force what has its day
 * @param findWard the ward whose local parts and confirmations hold; null: none yet
 * @param reviewDays how long a guide is fresh @param withholdDays how long after that it is shown
 */
export function createCatalogueKeeper({
  db,
  log,
  clock,
  applyDue,
  findWard,
  reviewDays,
  withholdDays,
}: {
  db: Database
  log: Logger
  clock: Clock
  applyDue: () => Promise<void>
  findWard: () => Promise<ServedWard | null>
  reviewDays: number
  withholdDays: number
}): CatalogueKeeper {
  let revision = -1
  /** What was published, before anybody's word on it. */
  let base: (Omit<Catalogue, 'revision' | 'topics'> & { published: PublishedTopic[] }) | null = null
  let trustedAs = ''
  let namedAs = ''
  let catalogue: Catalogue | null = null
  let whole: readonly PublishedTopic[] = []
  let offered: Pick<Catalogue, 'answerer' | 'ranking'> | null = null
  const calibrating = createCalibrating(log)

  async function refresh(): Promise<void> {
    const ward = await findWard()
    const latest = await readCatalogueRevision(db)
    const today = vietnamDay(clock.now())
    // Another day withholds, other hours are to be confirmed again.
    const names = await readAreaNames(db)
    const state = JSON.stringify([latest, await readTrustRevision(db), today, ward?.profile, names])
    if (base && state === trustedAs) return
    if (!base || latest !== revision || names !== namedAs) base = await readBase(ward?.areaId ?? null)
    const { published, ...rest } = base
    const trust = await readTrust(db, { ward, published, reviewDays, withholdDays })
    whole = published.map(entry => ({ ...entry, topic: { ...entry.topic, trust: trust.get(entry.topic.key) } }))
    const shown = whole.map(entry => ({
      ...entry,
      topic: isWithheld(entry.topic, today) ? withhold(entry.topic) : entry.topic,
    }))
    const states = shown.map(({ topic }) => [topic.trust, topic.local, isWithheld(topic, today)])
    const words = JSON.stringify([states, rest.ranking.calibration])
    catalogue = {
      ...rest,
      revision: latest * TRUST_STATES + (crc32(words) % TRUST_STATES),
      topics: new Map(shown.map(entry => [entry.topic.key, entry])),
    }
    revision = latest
    trustedAs = state
    namedAs = names
    log.info({ revision, topics: shown.length }, 'the catalogue was read')
  }

  async function readBase(wardId: string | null): Promise<NonNullable<typeof base>> {
    const local = wardId ? await readLocal(db, wardId) : new Map<string, WardPart>()
    const published = (await readPublished(db))
      .sort((a, b) => orderOf(a.topic.key) - orderOf(b.topic.key))
      .map(entry => {
        const part = local.get(entry.topic.key)
        return part ? { ...entry, topic: { ...entry.topic, local: part } } : entry
      })
    const topics = published.map(({ topic }) => topic)
    return {
      published,
      ...(await buildAnswerer(topics)),
      local,
      readSaying: createSayingReader(topics),
      readChecklistSaying: createChecklistReader(topics),
    }
  }

  async function buildAnswerer(topics: Topic[]): Promise<Pick<Catalogue, 'answerer' | 'ranking' | 'learnt'>> {
    const learnt = await readLearnt(db)
    const ranking = addLearnt(toRankingCatalogue(topics, negativeExamples), learnt)
    // Most edits touch nothing that finding goes by, and reading every phrase takes a good part of a second.
    if (base && catalogue && isSameRanking(catalogue.ranking, ranking))
      return { answerer: catalogue.answerer, ranking: catalogue.ranking, learnt }
    const stored = await readCalibration(db, ranking)
    // The thresholds before, with which the second person tried it out, hold until these words have their own.
    const calibration = stored ?? catalogue?.ranking.calibration
    if (!stored) await calibrating.stop()
    const built = [catalogue, offered].find(one => one && isSameRanking(one.ranking, ranking))
    const answerer =
      built && calibration ? withThresholds(built.answerer, calibration) : createAnswerer({ ...ranking, calibration })
    offered = null
    if (!calibration) await writeCalibration(db, ranking, answerer.calibration)
    else if (!stored)
      calibrating.begin(ranking, async computed => {
        await writeCalibration(db, ranking, computed)
        base = null
      })
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
    async stop() {
      await loop.stop()
      await calibrating.stop()
    },
    refresh,
    published: () => whole,
    offer(tried) {
      offered = tried
    },
    current() {
      if (!catalogue) throw new Error('the catalogue is read before the first request')
      return catalogue
    },
  }
}

/** What was built for these words, with other thresholds where they are others. */
export function withThresholds(answerer: Answerer, calibration: Calibration): Answerer {
  return answerer.calibration === calibration ? answerer : answerer.withCalibration(calibration)
}

/** Whether questions are found by the same words. */
export function isSameRanking(one: RankingCatalogue, other: RankingCatalogue): boolean {
  const words = ({ topics, negatives }: RankingCatalogue) => JSON.stringify([topics, negatives])
  return words(one) === words(other)
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
