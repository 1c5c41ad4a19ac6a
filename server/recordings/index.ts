/** Recordings: guides read aloud by people of the ward, each bound to the words it reads. */
import type { GuideRecording, NewRecording, Recording, RecordingList, RecordingQuery } from '../../shared/recordings.ts'
import { AppError } from '../errors.ts'
import type { Feature, House } from '../feature.ts'
import { type AreaOffice, findOfficeOfArea } from '../platform/areas/index.ts'
import type { Files } from '../platform/files/index.ts'
import { mayActIn, type Principal } from '../platform/people/index.ts'
import { attachRecording, listRecordings, readGuideRecordings, removeRecording } from './store.ts'

export interface RecordingsFeature extends Feature {
  /** What a phone may play for these words: the ward's own before one that an area above it made. */
  ofGuide(topic: string, revision: number): Promise<GuideRecording[]>
  /** All of an area, also those whose words are out of date. @throws AppError `not_found`, `forbidden` */
  list(officer: Principal, asked: RecordingQuery & { area: string }): Promise<RecordingList>
  /**
   * Takes the place of one for the same part.
   * @throws AppError `not_found`, `forbidden` outside the officer's own area, `conflict` when another revision is in
   * force, `invalid` for a file that cannot be played, or a neighbourhood
   */
  attach(officer: Principal, area: string, recording: NewRecording, bytes: Uint8Array): Promise<Recording>
  /** @throws AppError `not_found`, `forbidden` */
  remove(officer: Principal, area: string, id: string): Promise<Recording>
}

const PAGE = 100

export function createRecordings({
  house: { db, clock, config, findWard },
  files,
}: {
  house: House
  files: Files
}): RecordingsFeature {
  async function areaOf(officer: Principal, code: string): Promise<AreaOffice> {
    const area = await findOfficeOfArea(db, code)
    if (!area) throw new AppError('not_found', 'no such area')
    // An officer records for their own areas and everything below them.
    if (!mayActIn(officer, area.within)) throw new AppError('forbidden', 'this area is not in your charge')
    return area
  }

  return {
    name: 'recordings',
    async ofGuide(topic, revision) {
      const ward = await findWard(config.zalo.oaId)
      return ward ? readGuideRecordings(db, { wardId: ward.areaId, topic, revision }) : []
    },
    async list(officer, { area: code, page }) {
      const area = await areaOf(officer, code)
      const recordings = await listRecordings(db, area.id, { offset: page * PAGE, limit: PAGE + 1 })
      return { recordings: recordings.slice(0, PAGE), hasMore: recordings.length > PAGE }
    },
    async attach(officer, code, recording, bytes) {
      const area = await areaOf(officer, code)
      if (area.level === 'neighbourhood') throw new AppError('invalid', 'a neighbourhood has no guides of its own')
      return attachRecording({ db, files, areaId: area.id, by: officer.label, at: clock.now() }, recording, bytes)
    },
    async remove(officer, code, id) {
      const area = await areaOf(officer, code)
      return removeRecording({ db, files, areaId: area.id, by: officer.label }, id)
    },
  }
}

export { attachRecording, listRecordings, removeRecording } from './store.ts'
