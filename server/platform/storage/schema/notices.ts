import type { ColumnType, GeneratedAlways } from 'kysely'
import type { ApprovalNeed, DoorMark, FoundClass, Urgency } from '../../../../shared/notices/index.ts'
import type { Optional, OwnersJson, WithDefault } from './columns.ts'

export interface NoticesTable {
  id: GeneratedAlways<string>
  oa_id: string
  area_id: string
  code: string
  request_key: string
  author: string
  last_editor: string
  version: WithDefault<number>
  state: 'draft' | 'waiting' | 'released' | 'repeating' | 'cancelled' | 'expired'
  /** A series that rests. */
  paused_at: Optional<Date>
  draft: OwnersJson
  areas: string[]
  kind: string
  urgency: Urgency
  expires_at: Date
  is_confirmed: WithDefault<boolean>
  approval_need: Optional<ApprovalNeed>
  submitted_at: Optional<Date>
  approved_by: Optional<string>
  approved_at: Optional<Date>
  returned_because: Optional<string>
  cancelled_because: Optional<string>
  corrects: Optional<string>
  series_id: Optional<string>
  series_day: Optional<string>
  broadcast_id: Optional<string>
  posted_times: WithDefault<number>
  posted_at: Optional<Date>
  erased_at: Optional<Date>
  created_at: Date
  updated_at: Date
}

export interface NoticeStartersTable {
  key: string
  area_id: string
  words: OwnersJson
  replaces: Optional<string>
  version: WithDefault<number>
  created_at: Date
  updated_at: Date
  retired_at: Optional<Date>
}

/** Of what holds from above or is shipped. */
export interface NoticeStartersLeftOutTable {
  area_id: string
  key: string
}

export interface NoticeFilesTable {
  sha256: string
  kind: 'picture' | 'pdf'
  bytes: number
  found: FoundClass[]
  has_text: boolean
  added_at: Date
}

export interface NoticeAnswersTable {
  id: GeneratedAlways<string>
  notice_id: string
  person_id: string
  kind: 'going' | 'not_going' | 'question'
  people: WithDefault<number>
  question: Optional<string>
  reply: Optional<string>
  answered_at: Date
  replied_at: Optional<Date>
  reply_opened_at: Optional<Date>
}

/** Of answers that are gone. */
export interface NoticeAnswerTotalsTable {
  notice_id: string
  going: number
  going_people: number
  not_going: number
}

export interface NoticeOpeningsTable {
  notice_id: string
  via: string
  total: ColumnType<string, number, string | number>
}

export interface DoorMarksTable {
  notice_id: string
  area_id: string
  code: string
  mark: DoorMark
  marked_at: Date
}
