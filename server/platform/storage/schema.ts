/**
 * What the migrations made, as types. Ids counted by the database (bigint) are strings, moments are `Date`,
 * days are `YYYY-MM-DD`. JSON is written with `JSON.stringify`; what only its owner understands is read as
 * `unknown` and parsed by the owner.
 */
import type { ColumnType, Generated, GeneratedAlways, JSONColumnType } from 'kysely'
import type { AreaLevel, AreaNameKind, WardProfile } from '../../../shared/areas.ts'
import type { BroadcastPolicy, BroadcastState } from '../../../shared/broadcasts.ts'
import type { LinkOutcome, TaskKind } from '../../../shared/freshness/index.ts'
import type { ConfirmedExample, DraftState, ExampleAsked } from '../../../shared/guides/index.ts'
import type { LawState } from '../../../shared/laws/index.ts'
import type { LinkAction } from '../../../shared/links.ts'
import type { LocalFacts, LocalPartState } from '../../../shared/local-parts/index.ts'
import type { OutgoingMessage } from '../../../shared/messages.ts'
import type { ApprovalNeed, DoorMark, FoundClass, Urgency } from '../../../shared/notices/index.ts'
import type { Topic } from '../../../shared/procedures.ts'
import type { RecordingSection } from '../../../shared/recordings.ts'
import type { ReviewAnswer } from '../../../shared/review/index.ts'

type OwnersJson = ColumnType<unknown, string, string>
type OwnersJsonOrNull = ColumnType<unknown, string | null | undefined, string | null>
type OwnersJsonWithDefault = ColumnType<unknown, string | undefined, string>
type WithDefault<T> = Generated<T>
/** May be left out when inserting; null then. */
type Optional<T> = ColumnType<T | null, T | null | undefined, T | null>

export interface AreasTable {
  id: string
  parent_id: Optional<string>
  level: AreaLevel
  code: string
  name: string
  profile: JSONColumnType<WardProfile | null, string | null | undefined, string | null>
  merged_into: Optional<string>
  split_from: Optional<string>
  created_at: WithDefault<Date>
  retired_at: Optional<Date>
}

/** What a place is known by besides its own name. */
export interface AreaNamesTable {
  area_id: string
  kind: AreaNameKind
  name: string
}

export interface OfficialAccountsTable {
  oa_id: string
  area_id: string
  app_id: string
  name: Optional<string>
  oa_type: Optional<number>
  plan: Optional<string>
  capabilities: OwnersJsonWithDefault
  access_token: Optional<string>
  access_token_expires_at: Optional<Date>
  refresh_token: Optional<string>
  refresh_token_issued_at: Optional<Date>
  previous_refresh_token: Optional<string>
  token_version: WithDefault<number>
  refresh_started_at: Optional<Date>
  consent_needed_since: Optional<Date>
  sending_paused_until: Optional<Date>
  sending_paused_reason: Optional<string>
  created_at: WithDefault<Date>
}

export interface PersonsTable {
  id: string
  created_at: WithDefault<Date>
}

export interface IdentitiesTable {
  id: GeneratedAlways<string>
  person_id: string
  kind: 'oa' | 'app' | 'staff'
  issuer: string
  external_id: string
  user_id_by_app: Optional<string>
  link_rule: Optional<'user_id_by_oa' | 'user_id_by_app' | 'one_time_link'>
  following: Optional<boolean>
  last_interaction_at: Optional<Date>
  disputed_at: Optional<Date>
  created_at: WithDefault<Date>
}

export interface MembershipsTable {
  person_id: string
  area_id: string
  label: Optional<string>
  joined_at: WithDefault<Date>
  joined_through: WithDefault<'oa' | 'app'>
}

export type StaffRole = 'leader' | 'answerer' | 'editor' | 'reviewer' | 'administrator' | 'viewer'

export interface RolesTable {
  id: GeneratedAlways<string>
  person_id: string
  role: 'resident' | StaffRole
  area_id: string
  granted_at: WithDefault<Date>
  revoked_at: Optional<Date>
}

export interface ApiTokensTable {
  id: GeneratedAlways<string>
  token_hash: string
  label: string
  role: StaffRole
  area_id: string
  created_at: WithDefault<Date>
  created_by: WithDefault<string>
  expires_at: Date
  last_used_at: Optional<Date>
  revoked_at: Optional<Date>
}

/** Who signs in at the console; the id is the person's. */
export interface StaffAccountsTable {
  id: string
  name: string
  username: string
  email: string
  email_verified: WithDefault<boolean>
  image: Optional<string>
  two_factor_enabled: WithDefault<boolean>
  created_at: WithDefault<Date>
  updated_at: WithDefault<Date>
  area_id: string
  last_sign_in_at: Optional<Date>
  deactivated_at: Optional<Date>
  deactivated_by: Optional<string>
}

export interface StaffCredentialsTable {
  id: string
  account_id: string
  provider_id: string
  user_id: string
  password: Optional<string>
  created_at: WithDefault<Date>
  updated_at: WithDefault<Date>
}

export interface StaffSessionsTable {
  id: string
  expires_at: Date
  token: string
  created_at: WithDefault<Date>
  updated_at: WithDefault<Date>
  ip_address: Optional<string>
  user_agent: Optional<string>
  user_id: string
}

export interface StaffVerificationsTable {
  id: string
  identifier: string
  value: string
  expires_at: Date
  created_at: WithDefault<Date>
  updated_at: WithDefault<Date>
}

export interface StaffTwoFactorsTable {
  id: string
  secret: string
  backup_codes: string
  user_id: string
  verified: WithDefault<boolean>
  failed_verification_count: WithDefault<number>
  locked_until: Optional<Date>
}

export interface StaffAttemptsTable {
  key_hash: string
  attempts: number
  last_at: WithDefault<Date>
  locked_until: Optional<Date>
}

export interface StaffInvitationsTable {
  id: GeneratedAlways<string>
  code_hash: string
  /** `first`: printed for the first administrator · `reset`: a new password and authenticator for an account that exists. */
  kind: 'first' | 'invite' | 'reset'
  name: string
  role: StaffRole
  area_id: string
  person_id: Optional<string>
  created_by: string
  created_at: WithDefault<Date>
  expires_at: Date
  used_at: Optional<Date>
  revoked_at: Optional<Date>
}

export interface OneTimeCodesTable {
  code_hash: string
  purpose: string
  detail: OwnersJsonWithDefault
  expires_at: Date
}

export interface ErasuresTable {
  id: GeneratedAlways<string>
  proof: string
  cause: string
  requested_at: Date
  erased_at: WithDefault<Date>
}

export interface EventsTable {
  id: GeneratedAlways<string>
  oa_id: string
  dedupe_key: string
  event_name: string
  subject_id: string
  /** Events of one strand are worked through one after the other. */
  strand: string
  payload: OwnersJson
  occurred_at: Date
  received_at: WithDefault<Date>
  state: WithDefault<'pending' | 'claimed' | 'done' | 'failed'>
  attempts: WithDefault<number>
  not_before: WithDefault<Date>
  lease_owner: Optional<string>
  lease_until: Optional<Date>
  error: Optional<string>
}

export interface DeliveriesTable {
  id: GeneratedAlways<string>
  oa_id: string
  area_id: string
  request_key: string
  /** 0 replies, 1 urgent, 2 ordinary notices: the order in which the rate bucket serves them. */
  lane: 0 | 1 | 2
  channel: string
  recipient_id: string
  message: JSONColumnType<OutgoingMessage>
  text_hash: string
  marker: Optional<string>
  source: OwnersJsonOrNull
  policy: WithDefault<'at_most_once' | 'at_least_once'>
  state: WithDefault<'pending' | 'claimed' | 'sending' | 'sent' | 'failed' | 'unknown' | 'cancelled'>
  attempts: WithDefault<number>
  not_before: WithDefault<Date>
  expires_at: Optional<Date>
  lease_owner: Optional<string>
  lease_until: Optional<Date>
  sending_at: Optional<Date>
  history_misses: WithDefault<number>
  zalo_msg_id: Optional<string>
  error_code: Optional<number>
  reason: Optional<string>
  resolved_by: Optional<string>
  created_at: WithDefault<Date>
  finished_at: Optional<Date>
  received_at: Optional<Date>
  seen_at: Optional<Date>
}

export interface RateBucketsTable {
  oa_id: string
  api: string
  tokens: number
  capacity: number
  rate_per_second: number
  full_rate_per_second: number
  refilled_at: WithDefault<Date>
}

export interface SettingsTable {
  /** Null: the setting holds for the whole installation. */
  area_id: Optional<string>
  key: string
  value: OwnersJson
  updated_at: WithDefault<Date>
}

/** Append-only: the database refuses to change or remove a line. */
export interface AuditTable {
  id: GeneratedAlways<string>
  at: ColumnType<Date, Date | undefined, never>
  actor: ColumnType<string, string, never>
  action: ColumnType<string, string, never>
  area_id: ColumnType<string | null, string | null | undefined, never>
  subject: ColumnType<string, string, never>
  detail: ColumnType<unknown, string | undefined, never>
  /** Made by the database. */
  previous_digest: ColumnType<Buffer, never, never>
  digest: ColumnType<Buffer, never, never>
}

/** The end of the audit's chain; kept by the database. */
export interface AuditHeadTable {
  is_only: ColumnType<boolean, never, never>
  id: ColumnType<string, never, never>
  digest: ColumnType<Buffer, never, never>
}

export interface CountersTable {
  day: string
  name: string
  label: WithDefault<string>
  total: ColumnType<string, string | number | undefined, string | number>
  last_at: WithDefault<Date>
}

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
  by: string
  at: Date
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

/** Content-addressed: a row never changes. */
export interface FilesTable {
  sha256: string
  kind: 'audio' | 'picture' | 'document'
  media_type: string
  extension: string
  bytes: number
  created_at: WithDefault<Date>
}

/** Belongs to exactly one revision: what is published later has other words. */
export interface RecordingsTable {
  id: GeneratedAlways<string>
  area_id: string
  topic_key: string
  revision: number
  section: RecordingSection
  file_sha256: string
  attached_by: string
  attached_at: Date
}

export interface ConversationsTable {
  oa_id: string
  oa_user_id: string
  person_id: Optional<string>
  state: OwnersJsonWithDefault
  updated_at: Date
  officer_at: Optional<Date>
  machine_since: Optional<Date>
}

export interface HandoffsTable {
  id: GeneratedAlways<string>
  oa_id: string
  area_id: string
  oa_user_id: string
  person_id: string
  reason: 'asked' | 'failures' | 'thumbs_down' | 'distress'
  topic_key: Optional<string>
  context: OwnersJsonWithDefault
  opened_at: Date
  due_at: Optional<Date>
  escalate_at: Date
  officer_at: Optional<Date>
  escalated_at: Optional<Date>
  callback_asked_at: Optional<Date>
  callback_given_at: Optional<Date>
  callback_phone: Optional<string>
  closed_at: Optional<Date>
  claimed_by: Optional<string>
  claimed_by_person: Optional<string>
  claimed_at: Optional<Date>
  closed_by: Optional<string>
  outcome: Optional<'answered' | 'visited' | 'no_answer_needed' | 'unreachable' | 'unanswered'>
  note: Optional<string>
}

/** Words, marker, policy and source never change. */
export interface BroadcastsTable {
  id: GeneratedAlways<string>
  oa_id: string
  area_id: string
  request_key: string
  marker: string
  kind: string
  lane: 1 | 2
  policy: BroadcastPolicy
  content: OwnersJson
  text_hash: string
  group_text_hash: Optional<string>
  source: OwnersJsonOrNull
  areas: string[]
  correction_of: Optional<string>
  ignores_quiet: WithDefault<boolean>
  state: BroadcastState
  reason: Optional<string>
  starts_at: Date
  expires_at: Optional<Date>
  expand_cursor: Optional<string>
  expanded_at: Optional<Date>
  audience: WithDefault<number>
  author: string
  created_at: Date
  finished_at: Optional<Date>
  details_dropped_at: Optional<Date>
}

export type RecipientState =
  | 'pending'
  | 'grouped'
  | 'claimed'
  | 'sending'
  | 'sent'
  | 'failed'
  | 'unknown'
  | 'cancelled'
  | 'inbox'

/** One person of a broadcast's audience, or a post that carries the message to many. */
export interface BroadcastRecipientsTable {
  broadcast_id: string
  person_id: string
  area_id: string
  is_post: WithDefault<boolean>
  /** `inbox`, or a `PushChannel`. */
  channel: string
  next_channels: Optional<string[]>
  oa_user_id: Optional<string>
  app_user_id: Optional<string>
  post_id: Optional<string>
  state: RecipientState
  attempts: WithDefault<number>
  not_before: Date
  acted_at: Optional<Date>
  quiet_from: Optional<number>
  quiet_until: Optional<number>
  lease_owner: Optional<string>
  lease_until: Optional<Date>
  sending_at: Optional<Date>
  history_misses: WithDefault<number>
  zalo_msg_id: Optional<string>
  error_code: Optional<number>
  reason: Optional<string>
  resolved_by: Optional<string>
  is_charged: WithDefault<boolean>
  memo: OwnersJsonOrNull
  finished_at: Optional<Date>
  received_at: Optional<Date>
  seen_at: Optional<Date>
  opened_at: Optional<Date>
}

/** Kept by triggers; only ever read. */
export interface BroadcastCountsTable {
  broadcast_id: ColumnType<string, never, never>
  channel: ColumnType<string, never, never>
  measure: ColumnType<string, never, never>
  shard: ColumnType<number, never, never>
  total: ColumnType<string, never, never>
}

export interface BroadcastPreferencesTable {
  person_id: string
  push: WithDefault<boolean>
  muted_kinds: WithDefault<string[]>
  quiet_from: Optional<number>
  quiet_until: Optional<number>
  notifications_since: Optional<Date>
  updated_at: WithDefault<Date>
}

export interface OaGroupsTable {
  oa_id: string
  group_id: string
  area_id: string
  name: string
  linked_at: WithDefault<Date>
  unlinked_at: Optional<Date>
  members_read_at: Optional<Date>
}

export interface OaGroupMembersTable {
  oa_id: string
  group_id: string
  oa_user_id: string
}

export interface BroadcastUsageTable {
  oa_id: string
  channel: string
  /** `2026-11-30` or `2026-11`. */
  period: string
  used: number
}

export interface SchedulesTable {
  id: GeneratedAlways<string>
  schedule_key: string
  kind: string
  area_id: Optional<string>
  repeat: OwnersJsonOrNull
  next_due_at: Optional<Date>
  catch_up: 'ask' | 'skip' | 'fire'
  detail: OwnersJsonWithDefault
  created_at: WithDefault<Date>
  ended_at: Optional<Date>
}

export interface ScheduleRunsTable {
  schedule_id: string
  due_at: Date
  state: 'fired' | 'asks' | 'skipped' | 'declined'
  decided_at: Date
  decided_by: Optional<string>
}

/** A printed code: the database refuses to change or remove one. */
export interface LinksTable {
  code: ColumnType<string, string, never>
  area_id: ColumnType<string, string, never>
  made_for: ColumnType<string | null, string | null | undefined, never>
  created_at: ColumnType<Date, Date, never>
}

/** Append-only; the latest one of a code says where it leads. */
export interface LinkChangesTable {
  id: GeneratedAlways<string>
  code: ColumnType<string, string, never>
  at: ColumnType<Date, Date, never>
  actor: ColumnType<string, string, never>
  action: ColumnType<LinkAction, LinkAction, never>
  title: ColumnType<string, string, never>
  target: ColumnType<unknown, string | null, never>
  why: ColumnType<string, string, never>
}

/** Where a printed copy of a code hangs. */
export interface LinkPlacesTable {
  code: ColumnType<string, string, never>
  number: ColumnType<number, number, never>
  name: ColumnType<string, string, never>
  put_up_at: ColumnType<Date, Date, never>
  taken_down_at: Optional<Date>
}

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

export interface HousesTable {
  area_id: string
  code: string
}

export interface HouseMembersTable {
  person_id: string
  area_id: string
  code: string
}

export interface DoorMarksTable {
  notice_id: string
  area_id: string
  code: string
  mark: DoorMark
  marked_at: Date
}

/** A group of questions that are alike. */
export interface QuestionGroupsTable {
  id: GeneratedAlways<string>
  area_id: string
  created_at: Date
  settled_as: Optional<'example' | 'new_topic' | 'out_of_scope' | 'seen'>
  settled_by: Optional<string>
  settled_at: Optional<Date>
  note: Optional<string>
}

/** Points at the message that holds the words. */
export interface QuestionsTable {
  event_id: string
  kind: 'unanswered' | 'asked_back' | 'thumbs_down' | 'handed_over'
  area_id: string
  topic_key: Optional<string>
  asked_at: Date
  group_id: Optional<string>
}

export interface ExamplePhrasesTable {
  id: GeneratedAlways<string>
  area_id: string
  group_id: Optional<string>
  topic_key: Optional<string>
  wording: string
  wording_key: string
  state: WithDefault<'proposed' | 'accepted' | 'declined' | 'retired'>
  names_confirmed: WithDefault<boolean>
  proposed_by: string
  proposed_by_person: Optional<string>
  proposed_at: Date
  decided_by: Optional<string>
  decided_at: Optional<Date>
  why: Optional<string>
}

export interface HandoffNotesTable {
  id: GeneratedAlways<string>
  handoff_id: string
  at: Date
  by: string
  text: string
}

export interface HandoffRepliesTable {
  id: GeneratedAlways<string>
  handoff_id: string
  request_key: string
  at: Date
  by: string
  way: 'oa' | 'inbox'
  text: Optional<string>
  opened_at: Optional<Date>
}

export interface CannedRepliesTable {
  id: GeneratedAlways<string>
  area_id: string
  position: number
  title: string
  text: string
}

export interface Tables {
  question_groups: QuestionGroupsTable
  questions: QuestionsTable
  example_phrases: ExamplePhrasesTable
  handoff_notes: HandoffNotesTable
  handoff_replies: HandoffRepliesTable
  canned_replies: CannedRepliesTable
  areas: AreasTable
  area_names: AreaNamesTable
  official_accounts: OfficialAccountsTable
  persons: PersonsTable
  identities: IdentitiesTable
  memberships: MembershipsTable
  roles: RolesTable
  api_tokens: ApiTokensTable
  one_time_codes: OneTimeCodesTable
  staff_accounts: StaffAccountsTable
  staff_credentials: StaffCredentialsTable
  staff_sessions: StaffSessionsTable
  staff_verifications: StaffVerificationsTable
  staff_two_factors: StaffTwoFactorsTable
  staff_attempts: StaffAttemptsTable
  staff_invitations: StaffInvitationsTable
  erasures: ErasuresTable
  events: EventsTable
  deliveries: DeliveriesTable
  rate_buckets: RateBucketsTable
  settings: SettingsTable
  audit: AuditTable
  audit_head: AuditHeadTable
  counters: CountersTable
  topic_revisions: TopicRevisionsTable
  guide_drafts: GuideDraftsTable
  guide_presence: GuidePresenceTable
  guide_examples: GuideExamplesTable
  review_answers: ReviewAnswersTable
  guide_care: GuideCareTable
  review_tasks: ReviewTasksTable
  known_laws: KnownLawsTable
  law_marks: LawMarksTable
  known_changes: KnownChangesTable
  link_checks: LinkChecksTable
  local_parts: LocalPartsTable
  pack_bases: PackBasesTable
  files: FilesTable
  recordings: RecordingsTable
  conversations: ConversationsTable
  handoffs: HandoffsTable
  broadcasts: BroadcastsTable
  broadcast_recipients: BroadcastRecipientsTable
  broadcast_counts: BroadcastCountsTable
  broadcast_preferences: BroadcastPreferencesTable
  oa_groups: OaGroupsTable
  oa_group_members: OaGroupMembersTable
  broadcast_usage: BroadcastUsageTable
  schedules: SchedulesTable
  schedule_runs: ScheduleRunsTable
  links: LinksTable
  link_changes: LinkChangesTable
  link_places: LinkPlacesTable
  notices: NoticesTable
  notice_files: NoticeFilesTable
  notice_answers: NoticeAnswersTable
  notice_answer_totals: NoticeAnswerTotalsTable
  notice_openings: NoticeOpeningsTable
  houses: HousesTable
  house_members: HouseMembersTable
  door_marks: DoorMarksTable
}
