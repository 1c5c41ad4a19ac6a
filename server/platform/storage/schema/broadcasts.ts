import type { ColumnType, GeneratedAlways } from 'kysely'
import type { BroadcastPolicy, BroadcastState } from '../../../../shared/broadcasts.ts'
import type { Optional, OwnersJson, OwnersJsonOrNull, WithDefault } from './columns.ts'

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
