/**
 * What the migrations made, as types. Ids counted by the database (bigint) are strings, moments are `Date`,
 * days are `YYYY-MM-DD`. JSON is written with `JSON.stringify`; what only its owner understands is read as
 * `unknown` and parsed by the owner.
 */
import type { AreaNamesTable, AreasTable, HouseMembersTable, HousesTable, OfficialAccountsTable } from './areas.ts'
import type {
  BroadcastCountsTable,
  BroadcastPreferencesTable,
  BroadcastRecipientsTable,
  BroadcastsTable,
  BroadcastUsageTable,
  OaGroupMembersTable,
  OaGroupsTable,
} from './broadcasts.ts'
import type {
  CannedRepliesTable,
  ConversationsTable,
  ExamplePhrasesTable,
  HandoffNotesTable,
  HandoffRepliesTable,
  HandoffsTable,
  QuestionGroupsTable,
  QuestionsTable,
} from './conversations.ts'
import type { DeliveriesTable, EventsTable, FilesTable, RateBucketsTable, RecordingsTable } from './exchange.ts'
import type {
  GuideCareTable,
  GuideDraftsTable,
  GuideExamplesTable,
  GuidePresenceTable,
  KnownChangesTable,
  KnownLawsTable,
  LawMarksTable,
  LinkChecksTable,
  LocalPartsTable,
  OfficeChangesTable,
  PackBasesTable,
  ReviewAnswersTable,
  ReviewTasksTable,
  TopicRevisionsTable,
} from './guides.ts'
import type { LinkChangesTable, LinkPlacesTable, LinksTable } from './links.ts'
import type {
  DoorMarksTable,
  NoticeAnswersTable,
  NoticeAnswerTotalsTable,
  NoticeFilesTable,
  NoticeOpeningsTable,
  NoticeStartersLeftOutTable,
  NoticeStartersTable,
  NoticesTable,
} from './notices.ts'
import type {
  ErasuresTable,
  IdentitiesTable,
  MembershipsTable,
  OneTimeCodesTable,
  PersonsTable,
  RolesTable,
} from './people.ts'
import type {
  ApiTokensTable,
  StaffAccountsTable,
  StaffAttemptsTable,
  StaffCredentialsTable,
  StaffInvitationsTable,
  StaffSessionsTable,
  StaffTwoFactorsTable,
  StaffVerificationsTable,
} from './staff.ts'
import type {
  AuditHeadTable,
  AuditTable,
  CountersTable,
  ScheduleRunsTable,
  SchedulesTable,
  SettingsTable,
} from './upkeep.ts'

export type * from './areas.ts'
export type * from './broadcasts.ts'
export type * from './conversations.ts'
export type * from './exchange.ts'
export type * from './guides.ts'
export type * from './links.ts'
export type * from './notices.ts'
export type * from './people.ts'
export type * from './staff.ts'
export type * from './upkeep.ts'

export interface Tables {
  areas: AreasTable
  area_names: AreaNamesTable
  official_accounts: OfficialAccountsTable
  houses: HousesTable
  house_members: HouseMembersTable
  persons: PersonsTable
  identities: IdentitiesTable
  memberships: MembershipsTable
  roles: RolesTable
  one_time_codes: OneTimeCodesTable
  erasures: ErasuresTable
  api_tokens: ApiTokensTable
  staff_accounts: StaffAccountsTable
  staff_credentials: StaffCredentialsTable
  staff_sessions: StaffSessionsTable
  staff_verifications: StaffVerificationsTable
  staff_two_factors: StaffTwoFactorsTable
  staff_attempts: StaffAttemptsTable
  staff_invitations: StaffInvitationsTable
  events: EventsTable
  deliveries: DeliveriesTable
  rate_buckets: RateBucketsTable
  files: FilesTable
  recordings: RecordingsTable
  settings: SettingsTable
  audit: AuditTable
  audit_head: AuditHeadTable
  counters: CountersTable
  schedules: SchedulesTable
  schedule_runs: ScheduleRunsTable
  topic_revisions: TopicRevisionsTable
  guide_drafts: GuideDraftsTable
  guide_presence: GuidePresenceTable
  guide_examples: GuideExamplesTable
  pack_bases: PackBasesTable
  local_parts: LocalPartsTable
  review_answers: ReviewAnswersTable
  office_changes: OfficeChangesTable
  guide_care: GuideCareTable
  review_tasks: ReviewTasksTable
  known_laws: KnownLawsTable
  law_marks: LawMarksTable
  known_changes: KnownChangesTable
  link_checks: LinkChecksTable
  conversations: ConversationsTable
  handoffs: HandoffsTable
  handoff_notes: HandoffNotesTable
  handoff_replies: HandoffRepliesTable
  canned_replies: CannedRepliesTable
  question_groups: QuestionGroupsTable
  questions: QuestionsTable
  example_phrases: ExamplePhrasesTable
  broadcasts: BroadcastsTable
  broadcast_recipients: BroadcastRecipientsTable
  broadcast_counts: BroadcastCountsTable
  broadcast_preferences: BroadcastPreferencesTable
  oa_groups: OaGroupsTable
  oa_group_members: OaGroupMembersTable
  broadcast_usage: BroadcastUsageTable
  notices: NoticesTable
  notice_files: NoticeFilesTable
  notice_answers: NoticeAnswersTable
  notice_answer_totals: NoticeAnswerTotalsTable
  notice_openings: NoticeOpeningsTable
  notice_starters: NoticeStartersTable
  notice_starters_left_out: NoticeStartersLeftOutTable
  door_marks: DoorMarksTable
  links: LinksTable
  link_changes: LinkChangesTable
  link_places: LinkPlacesTable
}
