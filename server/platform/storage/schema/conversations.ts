import type { GeneratedAlways } from 'kysely'
import type { Optional, OwnersJsonWithDefault, WithDefault } from './columns.ts'

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
