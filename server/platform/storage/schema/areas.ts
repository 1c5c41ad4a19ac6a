import type { JSONColumnType } from 'kysely'
import type { AreaLevel, AreaNameKind, WardProfile } from '../../../../shared/areas.ts'
import type { Optional, OwnersJsonWithDefault, WithDefault } from './columns.ts'

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

export interface HousesTable {
  area_id: string
  code: string
}

export interface HouseMembersTable {
  person_id: string
  area_id: string
  code: string
}
