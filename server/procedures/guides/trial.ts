/** The ward as it would be if a draft were published. Nothing of it reaches anybody else; what its trial came to is kept. */
import {
  type CheckedQuestion,
  countFates,
  createAnswerer,
  listQuestions,
  toRankingCatalogue,
} from '../../../shared/answering/index.ts'
import { composeAnswer, createChecklistReader, createSayingReader } from '../../../shared/answers/index.ts'
import { listTableProblems } from '../../../shared/checklists/index.ts'
import { negativeExamples } from '../../../shared/content/index.ts'
import { type DraftCheck, type GuidePreview, listIncomplete, type TryOut } from '../../../shared/guides/index.ts'
import type { Aspect, PublishedTopic } from '../../../shared/procedures.ts'
import { vietnamDay } from '../../../shared/vietnam-time.ts'
import { AppError } from '../../errors.ts'
import type { House } from '../../feature.ts'
import { fingerprint } from '../calibration-store.ts'
import { addLearnt, type Catalogue, type CatalogueKeeper, isSameRanking, withThresholds } from '../catalogue.ts'
import type { QuestionCheck } from '../question-check.ts'
import { createProceduresSkill } from '../skill.ts'
import { readExamples } from './examples.ts'
import { outcomeOf, wordAsked } from './outcomes.ts'
import { type DraftRow, OPEN } from './rows.ts'
import { readScore, type Score, writeScore } from './score-store.ts'

const SHOWN: [Aspect, string][] = [
  ['overview', 'Hỏi chung'],
  ['papers', 'Hỏi giấy tờ'],
  ['fee', 'Hỏi lệ phí'],
  ['time', 'Hỏi thời hạn'],
  ['where', 'Hỏi nơi nộp'],
]
const MOST_LOST_SHOWN = 100
const NOWHERE = 'Chưa có hướng dẫn này'

const FATES: Record<CheckedQuestion['fate'], string> = {
  right: 'trả lời đúng',
  offered: 'hỏi lại, có nêu đúng chủ đề',
  wrong: 'trả lời nhầm chủ đề',
  refused: 'không nhận ra',
}
const RANK: Record<CheckedQuestion['fate'], number> = { right: 2, offered: 1, wrong: 0, refused: 0 }

export function createTrial({
  house: { db, clock, config, findWard },
  keeper,
  questionCheck,
}: {
  house: House
  keeper: CatalogueKeeper
  questionCheck: QuestionCheck
}) {
  /** Reading the phrases takes a moment; an officer asks several questions of one version. */
  let last: { tag: string; catalogue: Catalogue } | null = null
  /** Every question as published, worked out once for each state of what questions are found by. */
  let scored: { of: Catalogue['ranking']; checked: Promise<CheckedQuestion[]> } | null = null
  /**
   * Asked for by the second person, again when they agree, and by whoever looks meanwhile: worked out once. New thresholds
   * that come in between change nothing of what was looked at.
   */
  let lastScore: { words: string; score: Promise<Score> } | null = null

  async function read(id: string): Promise<DraftRow> {
    const row = await db.selectFrom('guide_drafts').selectAll().where('id', '=', id).executeTakeFirst()
    if (!row) throw new AppError('not_found', 'no such draft')
    return row
  }

  async function wardOfOurs() {
    const ward = await findWard(config.zalo.oaId)
    if (!ward) throw new AppError('unavailable', 'no ward was set up')
    return ward
  }

  /** The draft as a published guide, with what holds in this ward only. */
  function asPublished(row: DraftRow): PublishedTopic {
    const local = keeper.current().local.get(row.topic_key)
    return {
      topic: local ? { ...row.content, local } : row.content,
      revision: (row.base_revision ?? 0) + 1,
      publishedAt: clock.now(),
    }
  }

  function withDraft(row: DraftRow): Catalogue {
    const now = keeper.current()
    const tag = `${row.id} ${row.version} ${now.revision}`
    if (last?.tag === tag) return last.catalogue
    const topics = new Map(now.topics)
    if (row.is_retirement) topics.delete(row.topic_key)
    else topics.set(row.topic_key, asPublished(row))
    const all = [...topics.values()].map(({ topic }) => topic)
    const { calibration } = now.answerer
    const words = addLearnt(toRankingCatalogue(all, negativeExamples), now.learnt)
    // What somebody confirms meanwhile changes no word that questions are found by.
    const known = [now, last?.catalogue].find(one => one && isSameRanking(words, one.ranking))
    const isReady = known?.ranking.calibration === calibration
    const ranking = known && isReady ? known.ranking : { ...words, calibration }
    const catalogue: Catalogue = {
      ...now,
      topics,
      answerer: known ? withThresholds(known.answerer, calibration) : createAnswerer(ranking),
      ranking,
      readSaying: createSayingReader(all),
      readChecklistSaying: createChecklistReader(all),
    }
    last = { tag, catalogue }
    if (ranking !== now.ranking) keeper.offer(catalogue)
    return catalogue
  }

  function checkNow(ranking: Catalogue['ranking']): Promise<CheckedQuestion[]> {
    if (scored?.of !== ranking) scored = { of: ranking, checked: questionCheck.run({ catalogue: ranking, also: [] }) }
    return scored.checked
  }

  /** The published questions, before and after; those of a guide that goes belong to nobody any more. */
  async function score(row: DraftRow): Promise<Score> {
    const drafted = withDraft(row)
    const now = keeper.current().ranking
    if (drafted.ranking === now) return { before: null, after: null, lost: [], lostCount: 0 }
    const words = `${fingerprint(drafted.ranking)} ${fingerprint(now)}`
    if (lastScore?.words !== words) lastScore = { words, score: findScore(words, drafted, now) }
    try {
      return await lastScore.score
    } catch (error) {
      // Reckoned anew for whoever asks next.
      lastScore = null
      scored = null
      throw error
    }
  }

  async function findScore(words: string, drafted: Catalogue, now: Catalogue['ranking']): Promise<Score> {
    const known = await readScore(db, words)
    if (known) return known
    const score = await scoreDrafted(drafted, now)
    await writeScore(db, words, score)
    return score
  }

  async function scoreDrafted(drafted: Catalogue, now: Catalogue['ranking']): Promise<Score> {
    const isKept = ({ topic }: { topic: string }) => drafted.topics.has(topic)
    // Side by side: each needs a thread for as long as the other.
    const [all, after] = await Promise.all([
      checkNow(now),
      questionCheck.run({ catalogue: drafted.ranking, also: listQuestions(now).filter(isKept) }),
    ])
    const before = all.filter(isKept)
    const fates = new Map(after.map(one => [`${one.topic} ${one.text}`, one.fate]))
    const lost = before.flatMap(({ topic, text, fate }) => {
      const then = fates.get(`${topic} ${text}`) ?? 'refused'
      const guide = drafted.topics.get(topic)?.topic.title ?? topic
      return RANK[then] < RANK[fate] ? [{ text, guide, before: FATES[fate], after: FATES[then] }] : []
    })
    return {
      before: countFates(before),
      after: countFates(after),
      lost: lost.slice(0, MOST_LOST_SHOWN),
      lostCount: lost.length,
    }
  }

  async function check(id: string): Promise<DraftCheck> {
    const row = await read(id)
    const [published, drafted] = [keeper.current(), withDraft(row)]
    const examples = await readExamples(db)
    const changed = examples.flatMap(({ id: example, topic, asked, expected }) => {
      const before = outcomeOf(asked, topic, published) ?? NOWHERE
      const after = outcomeOf(asked, topic, drafted) ?? 'Hướng dẫn không còn'
      if (after === expected || (after === before && topic !== row.topic_key)) return []
      const guide = drafted.topics.get(topic)?.topic ?? published.topics.get(topic)?.topic
      return [{ id: example, guide: guide?.title ?? topic, words: wordAsked(asked, guide), expected, before, after }]
    })
    return { changed, examples: examples.length, ...(await score(row)) }
  }

  return {
    check,
    /** The catalogue with what is being written of a guide; null: nobody writes it. */
    async draftedOf(key: string): Promise<Catalogue | null> {
      const row = await db
        .selectFrom('guide_drafts')
        .selectAll()
        .where('topic_key', '=', key)
        .where('state', 'in', [...OPEN])
        .executeTakeFirst()
      return row && !row.is_retirement ? withDraft(row) : null
    },
    /** What is wrong with the questions of a draft. */
    async listTableProblems(id: string): Promise<string[]> {
      const row = await read(id)
      return listTableProblems(row.content, key => withDraft(row).topics.get(key)?.topic)
    },
    /** The draft as the Mini App would get it. */
    readDraft: async (id: string): Promise<PublishedTopic> => asPublished(await read(id)),
    async preview(id: string): Promise<GuidePreview> {
      const row = await read(id)
      const { profile: ward } = await wardOfOurs()
      const today = vietnamDay(clock.now())
      const { topic, revision } = asPublished(row)
      const say = (aspect: Aspect) =>
        composeAnswer({ topic, revision, publishedOn: today, aspects: [aspect], ward, today }).map(({ text }) => text)
      return {
        texts: SHOWN.map(([aspect, asked]) => ({ asked, messages: say(aspect) })),
        missing: listIncomplete(row.content),
        tableProblems: listTableProblems(row.content, key => withDraft(row).topics.get(key)?.topic),
      }
    },
    async ask(id: string, text: string): Promise<TryOut> {
      const catalogue = withDraft(await read(id))
      const { profile: ward, calendar, neighbourhoods } = await wardOfOurs()
      const bid = createProceduresSkill({ current: () => catalogue }).bid({
        text,
        topic: null,
        caseId: null,
        aspects: [],
        addressing: null,
        isOpening: false,
        recent: [],
        memory: undefined,
        leads: [],
        ward,
        calendar,
        neighbourhoods,
        now: clock.now(),
      })
      const reply = bid?.reply()
      return {
        messages: reply?.messages.map(message => message.text) ?? [],
        buttons: reply?.messages.at(-1)?.buttons?.map(({ title }) => title) ?? [],
        topic: reply?.source?.topic ?? null,
      }
    },
  }
}
