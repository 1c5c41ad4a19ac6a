import type { GeneratedAlways } from 'kysely'
import type { Optional, WithDefault } from './columns.ts'
import type { StaffRole } from './people.ts'

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
  /** Half minutes since 1970. */
  last_counter: Optional<string>
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
