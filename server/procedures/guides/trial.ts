/** The chat as it would speak if a draft were published. Nothing of it is written down or reaches anybody else. */
import { createAnswerer, toRankingCatalogue } from '../../../shared/answering/index.ts'
import { composeAnswer, createChecklistReader, createSayingReader } from '../../../shared/answers/index.ts'
import { negativeExamples } from '../../../shared/content/index.ts'
import { type GuidePreview, listIncomplete, type TryOut } from '../../../shared/guides/index.ts'
import type { Aspect } from '../../../shared/procedures.ts'
import { vietnamDay } from '../../../shared/vietnam-time.ts'
import { AppError } from '../../errors.ts'
import type { House } from '../../feature.ts'
import { addLearnt, type Catalogue, type CatalogueKeeper } from '../catalogue.ts'
import { createProceduresSkill } from '../skill.ts'
import type { DraftRow } from './rows.ts'

const SHOWN: [Aspect, string][] = [
  ['overview', 'Hỏi chung'],
  ['papers', 'Hỏi giấy tờ'],
  ['fee', 'Hỏi lệ phí'],
  ['time', 'Hỏi thời hạn'],
  ['where', 'Hỏi nơi nộp'],
]

export function createTrial({
  house: { db, clock, config, findWard },
  keeper,
}: {
  house: House
  keeper: CatalogueKeeper
}) {
  /** Reading the phrases takes a moment; an officer asks several questions of one version. */
  let last: { tag: string; catalogue: Catalogue } | null = null

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

  function withDraft(row: DraftRow): Catalogue {
    const now = keeper.current()
    const tag = `${row.id} ${row.version} ${now.revision}`
    if (last?.tag === tag) return last.catalogue
    const draft = { topic: row.content, revision: (row.base_revision ?? 0) + 1, publishedAt: clock.now() }
    const topics = new Map([...now.topics, [row.topic_key, draft]])
    const all = [...topics.values()].map(({ topic }) => topic)
    const { calibration } = now.answerer
    const ranking = { ...addLearnt(toRankingCatalogue(all, negativeExamples), now.learnt), calibration }
    const catalogue: Catalogue = {
      revision: now.revision,
      topics,
      answerer: createAnswerer(ranking),
      ranking,
      learnt: now.learnt,
      readSaying: createSayingReader(all),
      readChecklistSaying: createChecklistReader(all),
    }
    last = { tag, catalogue }
    return catalogue
  }

  return {
    async preview(id: string): Promise<GuidePreview> {
      const row = await read(id)
      const { profile: ward } = await wardOfOurs()
      const today = vietnamDay(clock.now())
      const say = (aspect: Aspect) =>
        composeAnswer({
          topic: row.content,
          revision: (row.base_revision ?? 0) + 1,
          publishedOn: today,
          aspects: [aspect],
          ward,
          today,
        }).map(({ text }) => text)
      return {
        texts: SHOWN.map(([aspect, asked]) => ({ asked, messages: say(aspect) })),
        missing: listIncomplete(row.content),
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
