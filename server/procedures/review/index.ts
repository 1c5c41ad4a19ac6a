/** The review sprint: a ward, or the city above it, confirms starter content fact by fact. */

import { sql } from 'kysely'
import { maskPersonalData } from '../../../shared/privacy/index.ts'
import {
  inReviewOrder,
  listOfficeItems,
  listTopicItems,
  localFieldsOf,
  type NewReviewAnswer,
  type OfficeChange,
  type OfficeNow,
  type ReviewArea,
  type ReviewBatch,
  type ReviewItem,
  type ReviewOutcome,
} from '../../../shared/review/index.ts'
import { AppError } from '../../errors.ts'
import type { House } from '../../feature.ts'
import { areasAbove, areasBelow } from '../../platform/areas/index.ts'
import { mayActIn, type Principal } from '../../platform/people/index.ts'
import type { CatalogueKeeper } from '../catalogue.ts'
import { openTask } from '../freshness/index.ts'
import { handOf, hasCharge } from '../guides/index.ts'
import { type LocalParts, proposePart, requireNew } from '../local-parts/index.ts'
import { bumpTrust } from '../store.ts'
import { correctGuide, wordCorrection } from './correcting.ts'
import { createSettled, readAllWords } from './counting.ts'
import { readSaid, wordSaid } from './local.ts'
import {
  correctOffice,
  decideOfficeChange,
  listOfficeChanges,
  listOffices,
  proposeOffice,
  readOffice,
  wordOffice,
} from './offices.ts'
import { createJudge, readWords } from './words.ts'

/** All refuse with AppError: `forbidden` outside one's areas, `conflict` when the words have changed meanwhile, `invalid`. */
export interface Review {
  areas(officer: Principal): Promise<ReviewArea[]>
  next(officer: Principal, asked: { area: string; size: number }): Promise<ReviewBatch>
  answer(officer: Principal, answer: NewReviewAnswer & { area: string }): Promise<ReviewOutcome>
  offices(officer: Principal, area: string): Promise<OfficeNow[]>
  officeChanges(officer: Principal): Promise<OfficeChange[]>
  decideOffice(
    officer: Principal,
    decision: { id: string; isAgreed: boolean; why: string | null },
  ): Promise<OfficeChange[]>
}

interface Place extends Omit<ReviewArea, 'left'> {
  id: string
  profile: Parameters<typeof listOfficeItems>[0] | null
}

export function createReview({
  house: { db, clock },
  keeper,
  localParts,
}: {
  house: House
  keeper: CatalogueKeeper
  localParts: LocalParts
}): Review {
  async function enter(officer: Principal, code: string): Promise<Place> {
    const area = await db
      .selectFrom('areas')
      .select(['id', 'code', 'name', 'level', 'profile'])
      .where('code', '=', code)
      .where('level', '<>', 'neighbourhood')
      .where('retired_at', 'is', null)
      .executeTakeFirst()
    if (!area || !mayActIn(officer, await areasAbove(db, area.id)))
      throw new AppError('forbidden', 'this area is not in your charge')
    return area
  }

  async function judgeAll({ id, profile }: Place) {
    const judge = createJudge(await readWords(db, id))
    const topics = [...keeper.published()].map(({ topic }) => topic)
    const items = [...(profile ? listOfficeItems(profile) : []), ...topics.flatMap(listTopicItems)]
    return inReviewOrder(items).map(item => ({ ...item, ...judge(item) }))
  }

  const countOpen = (all: Awaited<ReturnType<typeof judgeAll>>) => all.filter(({ state }) => state === 'open').length

  return {
    async areas(officer) {
      const places = await db
        .selectFrom('areas')
        .select(['id', 'code', 'name', 'level', 'profile'])
        .where('level', '<>', 'neighbourhood')
        .where('retired_at', 'is', null)
        .where(sql<boolean>`id in (${areasBelow(officer.areaIds)})`)
        .orderBy('level', 'desc')
        .orderBy('name')
        .execute()
      const ofGuides = keeper.published().flatMap(({ topic }) => listTopicItems(topic))
      const settled = createSettled(await readAllWords(db), ofGuides)
      return places.map(({ id, profile, code, name, level }) => {
        const ofOffice = profile ? listOfficeItems(profile) : []
        return { code, name, level, left: ofGuides.length + ofOffice.length - settled(id, ofOffice) }
      })
    },
    async next(officer, { area, size }) {
      const place = await enter(officer, area)
      const all = await judgeAll(place)
      const open = all.filter(({ state }) => state === 'open')
      // What somebody did not know comes last: the next officer may.
      const ordered = [...open.filter(({ wasUnknown }) => !wasUnknown), ...open.filter(({ wasUnknown }) => wasUnknown)]
      return {
        area: { code: place.code, name: place.name, level: place.level },
        left: open.length,
        confirmed: all.filter(({ state }) => state === 'right').length,
        beingCorrected: all.filter(({ state }) => state === 'wrong').length,
        mayChangeGuides: await hasCharge(db, officer),
        items: ordered.slice(0, size),
      }
    },
    async answer(officer, { area, ...given }) {
      const place = await enter(officer, area)
      const { answer, requestKey, changes, place: where } = given
      const said = readSaid(given.local)
      const now = clock.now()
      if (given.correction && maskPersonalData(given.correction, now) !== given.correction)
        throw new AppError('invalid', 'it names a person', 'personal_data')
      const item = (await judgeAll(place)).find(({ topic, key }) => topic === given.topic && key === given.item)
      const topic = keeper.published().find(entry => entry.topic.key === item?.topic)?.topic ?? null
      const isCurrent = item !== undefined && item.fact === given.fact
      // Only what was read can be put right; a second sending of an answer is told so below.
      const office =
        isCurrent && !topic && place.profile && changes.length > 0
          ? correctOffice(place.profile, item.key, changes)
          : null
      const here = { key: topic?.key ?? '', area: place.code }
      if (isCurrent && said) {
        const allowed: readonly string[] = localFieldsOf(item)
        if (changes.length > 0 || Object.keys(said).some(field => !allowed.includes(field)))
          throw new AppError('invalid', 'nothing like that can hold in one area only')
        await requireNew(localParts, officer, { ...here, said })
      }
      const derive = (): string | null => {
        if (!isCurrent) return null
        if (said) return wordSaid(place.name, said)
        if (changes.length === 0) return null
        if (topic) return wordCorrection(topic, item, changes)
        return office && wordOffice(office)
      }
      const inWords = derive()
      const correction = [given.correction, inWords].filter(Boolean).join('\n') || null
      if (isCurrent && (answer === 'wrong') !== (correction !== null))
        throw new AppError('invalid', 'what is right goes with what is wrong')
      let isProposed = false
      const isNew = await db.transaction().execute(async tx => {
        const known = await tx
          .selectFrom('review_answers')
          .select('id')
          .where('request_key', '=', requestKey)
          .executeTakeFirst()
        if (known) return false
        if (!item || !isCurrent)
          throw new AppError('conflict', 'these words are not in force any more', 'changed_meanwhile')
        const { id } = await tx
          .insertInto('review_answers')
          .values({
            request_key: requestKey,
            area_id: place.id,
            topic_key: item.topic,
            item_key: item.key,
            fact: item.fact,
            answer,
            correction,
            place: where,
            local: said && JSON.stringify(said),
            by: officer.label,
            at: now,
          })
          .returning('id')
          .executeTakeFirstOrThrow()
        if (answer === 'wrong')
          await openTask(tx, {
            kind: 'wrong',
            topic: item.topic,
            cause: `answer ${id}`,
            text: `${place.name}: ${wordKind(item)} ghi chưa đúng. Đúng ra là: ${correction}`,
            by: officer.label,
            now,
          })
        if (office && place.profile)
          isProposed = await proposeOffice(tx, {
            ...{ areaId: place.id, item: item.key, cause: `answer ${id}`, officer, now },
            ...{ before: readOffice(place.profile, item.key), after: office },
            words: given.correction ?? '',
          })
        await tx
          .insertInto('audit')
          .values({
            actor: handOf(officer).label,
            action: `review ${answer}`,
            area_id: place.id,
            subject: item.topic ?? item.key,
            detail: JSON.stringify({ item: item.key, correction }),
          })
          .execute()
        await bumpTrust(tx)
        return true
      })
      const outcome = async (): Promise<ReviewOutcome['correction']> => {
        if (!isNew || !item || answer !== 'wrong') return null
        if (said)
          return proposePart(localParts, officer, { ...here, said, why: given.correction ?? 'Duyệt nhanh: ở đây khác' })
        if (topic) return correctGuide({ db, officer, now }, item, { topic, changes, place: where })
        return isProposed ? 'office' : 'task'
      }
      const corrected = await outcome()
      await keeper.refresh()
      return { left: countOpen(await judgeAll(place)), correction: corrected }
    },
    async offices(officer, area) {
      const { profile } = await enter(officer, area)
      return profile ? listOffices(profile) : []
    },
    officeChanges: officer => listOfficeChanges(db, officer),
    async decideOffice(officer, decision) {
      await decideOfficeChange(db, officer, { ...decision, now: clock.now() })
      await db.transaction().execute(bumpTrust)
      await keeper.refresh()
      return listOfficeChanges(db, officer)
    },
  }
}

const kindNames: Record<ReviewItem['kind'], string> = {
  hours: 'địa chỉ, giờ nhận',
  fee: 'lệ phí',
  time: 'thời hạn',
  place: 'nơi làm',
  flag: 'điều cần xem lại',
  difference: 'chỗ các nguồn nói khác nhau',
  papers: 'giấy tờ',
  steps: 'các bước, điều kiện',
}

function wordKind({ kind, title, topic }: ReviewItem): string {
  return topic === null ? `${kindNames[kind]} của ${title}` : kindNames[kind]
}
