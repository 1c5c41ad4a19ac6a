import type { GeneratedAlways } from 'kysely'
import type { Optional, OwnersJsonWithDefault, WithDefault } from './columns.ts'

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
