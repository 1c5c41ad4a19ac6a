import type { GeneratedAlways, JSONColumnType } from 'kysely'
import type { OutgoingMessage } from '../../../../shared/messages.ts'
import type { RecordingSection } from '../../../../shared/recordings.ts'
import type { Optional, OwnersJson, OwnersJsonOrNull, WithDefault } from './columns.ts'

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
