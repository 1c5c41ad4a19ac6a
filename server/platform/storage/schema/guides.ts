import type { ColumnType, GeneratedAlways, JSONColumnType } from 'kysely'
import type { OfficeCalendar } from '../../../../shared/calendars.ts'
import type { LinkOutcome, TaskKind } from '../../../../shared/freshness/index.ts'
import type { ConfirmedExample, DraftState, ExampleAsked } from '../../../../shared/guides/index.ts'
import type { LawState } from '../../../../shared/laws/index.ts'
import type { LocalFacts, LocalPartState } from '../../../../shared/local-parts/index.ts'
import type { Topic } from '../../../../shared/procedures.ts'
import type { OfficeFacts, ReviewAnswer } from '../../../../shared/review/index.ts'
import type { Optional, WithDefault } from './columns.ts'

/** A published revision keeps its words; it may end, and be seen by a second person. */
export interface TopicRevisionsTable {
  topic_key: ColumnType<string, string, never>
  revision: ColumnType<number, number, never>
  content: JSONColumnType<Topic, string, never>
  origin: 'starter' | 'officer'
  published_at: WithDefault<Date>
  retired_at: Optional<Date>
  effective_until: Optional<string>
  draft_id: Optional<string>
  written_by: Optional<string>
  published_by: Optional<string>
  published_actor: Optional<string>
  why: Optional<string>
  is_alone: WithDefault<boolean>
  seen_by: Optional<string>
  seen_at: Optional<Date>
  /** Worked out by the database from the words. */
  title: GeneratedAlways<string>
  kind: GeneratedAlways<Topic['kind']>
  category: GeneratedAlways<string>
  /** Something in it is still to be confirmed by the ward. */
  is_flagged: GeneratedAlways<boolean>
}

/** What was handed in does not change any more; a row is never removed. */
export interface GuideDraftsTable {
  id: GeneratedAlways<string>
  topic_key: string
  base_revision: Optional<number>
  content: JSONColumnType<Topic, string, string>
  version: WithDefault<number>
  state: WithDefault<DraftState>
  effective_from: Optional<string>
  effective_until: Optional<string>
  authors: string[]
  edited_by: string
  edited_at: Date
  submitted_by: Optional<string>
  submitted_at: Optional<Date>
  why: Optional<string>
  returned_because: Optional<string>
  decided_by: Optional<string>
  decided_actor: Optional<string>
  decided_why: Optional<string>
  decided_at: Optional<Date>
  is_alone: WithDefault<boolean>
  is_retirement: WithDefault<boolean>
  confirmed: JSONColumnType<ConfirmedExample[], string | undefined, string>
  loss_why: Optional<string>
}

/** What an area says of one fact. */
export interface ReviewAnswersTable {
  id: GeneratedAlways<string>
  request_key: string
  area_id: string
  topic_key: Optional<string>
  item_key: string
  fact: string
  answer: ReviewAnswer
  correction: Optional<string>
  /** Of the guide, where the correction belongs. */
  place: Optional<string>
  /** What holds in this area only: the fields that were said, no others. */
  local: ColumnType<Partial<LocalFacts> | null, string | null | undefined, never>
  by: string
  at: Date
}

/** Address, telephone and hours of an office, or its calendar: put right by one person and agreed to by another. */
export interface OfficeChangesTable {
  id: GeneratedAlways<string>
  area_id: string
  item_key: string
  /** The answer that it came with, or the edit. */
  cause: string
  before: JSONColumnType<OfficeFacts | OfficeCalendar, string, never>
  after: JSONColumnType<OfficeFacts | OfficeCalendar, string, never>
  words: string
  authors: string[]
  proposed_by: string
  proposed_at: Date
  state: WithDefault<'waiting' | 'agreed' | 'refused'>
  decided_by: Optional<string>
  decided_actor: Optional<string>
  decided_why: Optional<string>
  decided_at: Optional<Date>
}

/** Who keeps a guide, and its days where they differ from the installation's. */
export interface GuideCareTable {
  topic_key: string
  owner_person: Optional<string>
  owner_name: Optional<string>
  review_on: Optional<string>
  withhold_on: Optional<string>
  set_by: string
  set_at: Date
}

export interface ReviewTasksTable {
  id: GeneratedAlways<string>
  kind: TaskKind
  topic_key: Optional<string>
  cause: string
  text: string
  opened_by: string
  opened_at: Date
  due_on: Optional<string>
  owner_person: Optional<string>
  owner_name: Optional<string>
  confirmed_by: Optional<string>
  confirmed_at: Optional<Date>
  why: Optional<string>
}

export interface KnownLawsTable {
  number: string
  title: string
  url: Optional<string>
  added_by: string
  added_at: Date
}

export interface LawMarksTable {
  id: GeneratedAlways<string>
  number: string
  state: LawState
  since: string
  note: string
  by: string
  at: Date
}

export interface KnownChangesTable {
  id: GeneratedAlways<string>
  day: string
  text: string
  topics: string[]
  remind_days: number
  added_by: string
  added_at: Date
  removed_by: Optional<string>
  removed_at: Optional<Date>
}

export interface LinkChecksTable {
  url: string
  outcome: Optional<LinkOutcome>
  status: Optional<number>
  detail: Optional<string>
  checked_at: Optional<Date>
  failures: WithDefault<number>
  next_at: Date
}

/** Who has a guide open at the desk. */
export interface GuidePresenceTable {
  topic_key: string
  actor: string
  label: string
  since: WithDefault<Date>
  seen_at: WithDefault<Date>
}

/** A question, or answers to a checklist, and what they came to when somebody last agreed to it. */
export interface GuideExamplesTable {
  id: GeneratedAlways<string>
  topic_key: string
  asked: JSONColumnType<ExampleAsked, string, never>
  expected: string
  created_by: string
  created_at: Date
  confirmed_by: Optional<string>
  confirmed_at: Optional<Date>
  retired_by: Optional<string>
  retired_at: Optional<Date>
}

/** What holds in one area only, apart from the national record. */
/** What was last taken from whose pack. */
export interface PackBasesTable {
  origin: string
  topic_key: string
  content: JSONColumnType<Topic, string, string>
  taken_at: Date
  taken_by: string
}

export interface LocalPartsTable {
  id: GeneratedAlways<string>
  topic_key: string
  area_id: string
  facts: JSONColumnType<LocalFacts, string, string>
  version: WithDefault<number>
  state: WithDefault<LocalPartState>
  authors: string[]
  edited_by: string
  edited_at: Date
  submitted_by: Optional<string>
  submitted_at: Optional<Date>
  why: Optional<string>
  returned_because: Optional<string>
  decided_by: Optional<string>
  decided_actor: Optional<string>
  decided_why: Optional<string>
  decided_at: Optional<Date>
}
