/**
 * Accounts of the staff. The first five tables are better-auth's, under our names (its own tool never touches them);
 * an account's id is its person's. Then: failures to sign in, invitations, and what tokens
 * were missing.
 */
import { type Kysely, sql } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table staff_accounts (
      id uuid primary key references persons (id) on delete cascade,
      name text not null,
      username text not null unique,
      -- better-auth wants one; nothing is ever sent to it.
      email text not null unique,
      email_verified boolean not null default false,
      image text,
      two_factor_enabled boolean not null default false,
      created_at timestamptz not null default now(),
      updated_at timestamptz not null default now(),
      -- Where the account was made; whoever administers this area looks after it. Always given, though better-auth,
      -- which makes no accounts here, wants to see that it could.
      area_id uuid references areas (id),
      last_sign_in_at timestamptz,
      deactivated_at timestamptz,
      deactivated_by text
    );
    create index staff_accounts_by_area on staff_accounts (area_id);

    create table staff_credentials (
      id uuid primary key,
      account_id text not null,
      provider_id text not null,
      user_id uuid not null references staff_accounts (id) on delete cascade on update cascade,
      access_token text,
      refresh_token text,
      id_token text,
      access_token_expires_at timestamptz,
      refresh_token_expires_at timestamptz,
      scope text,
      password text,
      created_at timestamptz not null default now(),
      updated_at timestamptz not null default now(),
      unique (user_id, provider_id)
    );

    create table staff_sessions (
      id uuid primary key,
      expires_at timestamptz not null,
      token text not null unique,
      created_at timestamptz not null default now(),
      updated_at timestamptz not null default now(),
      ip_address text,
      user_agent text,
      user_id uuid not null references staff_accounts (id) on delete cascade on update cascade
    );
    create index staff_sessions_by_user on staff_sessions (user_id);

    create table staff_verifications (
      id uuid primary key,
      identifier text not null,
      value text not null,
      expires_at timestamptz not null,
      created_at timestamptz not null default now(),
      updated_at timestamptz not null default now()
    );
    create index staff_verifications_by_identifier on staff_verifications (identifier);
    create index staff_verifications_by_value on staff_verifications (value);

    create table staff_two_factors (
      id uuid primary key,
      secret text not null,
      backup_codes text not null,
      user_id uuid not null unique references staff_accounts (id) on delete cascade on update cascade,
      verified boolean not null default true,
      failed_verification_count integer not null default 0,
      locked_until timestamptz
    );

    -- Names that exist and names that do not are treated alike: a lock betrays nothing.
    create table staff_attempts (
      key_hash text primary key,
      attempts integer not null,
      last_at timestamptz not null default now(),
      locked_until timestamptz
    );

    create table staff_invitations (
      id bigint generated always as identity primary key,
      code_hash text not null unique,
      kind text not null check (kind in ('first', 'invite', 'reset')),
      name text not null,
      role text not null check (role in ('leader', 'answerer', 'editor', 'reviewer', 'administrator', 'viewer')),
      area_id uuid not null references areas (id),
      person_id uuid references persons (id) on delete cascade,
      created_by text not null,
      created_at timestamptz not null default now(),
      expires_at timestamptz not null,
      used_at timestamptz,
      revoked_at timestamptz
    );
    create index staff_invitations_open on staff_invitations (area_id) where used_at is null and revoked_at is null;

    alter table api_tokens add column created_by text not null default 'operator';
    alter table api_tokens add column last_used_at timestamptz;
  `.execute(db)
}
