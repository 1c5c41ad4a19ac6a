/**
 * Who is where, what came in, what goes out. Forward only: a later change is a later file.
 * Names follow docs/GLOSSARY.md; ids that come from Zalo are text (decimal strings beyond 2^53).
 */
import { type Kysely, sql } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table areas (
      id uuid primary key,
      parent_id uuid references areas (id),
      level text not null check (level in ('city', 'ward', 'neighbourhood')),
      code text not null unique,
      name text not null,
      profile jsonb,
      merged_into uuid references areas (id),
      created_at timestamptz not null default now(),
      retired_at timestamptz
    );
    create index areas_by_parent on areas (parent_id);

    create table official_accounts (
      oa_id text primary key,
      area_id uuid not null references areas (id),
      app_id text not null,
      name text,
      oa_type integer,
      plan text,
      capabilities jsonb not null default '{}',
      access_token text,
      access_token_expires_at timestamptz,
      refresh_token text,
      refresh_token_issued_at timestamptz,
      previous_refresh_token text,
      token_version integer not null default 0,
      refresh_started_at timestamptz,
      consent_needed_since timestamptz,
      sending_paused_until timestamptz,
      sending_paused_reason text,
      created_at timestamptz not null default now()
    );

    create table persons (
      id uuid primary key,
      created_at timestamptz not null default now()
    );

    create table identities (
      id bigint generated always as identity primary key,
      person_id uuid not null references persons (id) on delete cascade,
      kind text not null check (kind in ('oa', 'app', 'staff')),
      issuer text not null,
      external_id text not null,
      user_id_by_app text,
      link_rule text check (link_rule in ('user_id_by_oa', 'user_id_by_app', 'one_time_link')),
      following boolean,
      last_interaction_at timestamptz,
      created_at timestamptz not null default now(),
      unique (kind, issuer, external_id)
    );
    create index identities_by_person on identities (person_id);
    create index identities_by_app_user on identities (user_id_by_app) where user_id_by_app is not null;

    create table memberships (
      person_id uuid not null references persons (id) on delete cascade,
      area_id uuid not null references areas (id),
      label text,
      joined_at timestamptz not null default now(),
      primary key (person_id, area_id)
    );
    create index memberships_by_area on memberships (area_id);

    create table roles (
      id bigint generated always as identity primary key,
      person_id uuid not null references persons (id) on delete cascade,
      role text not null check (role in ('resident', 'leader', 'answerer', 'editor', 'reviewer', 'administrator', 'viewer')),
      area_id uuid not null references areas (id),
      granted_at timestamptz not null default now(),
      revoked_at timestamptz
    );
    create unique index roles_in_force on roles (person_id, role, area_id) where revoked_at is null;

    create table api_tokens (
      id bigint generated always as identity primary key,
      token_hash text not null unique,
      label text not null,
      role text not null check (role in ('leader', 'answerer', 'editor', 'reviewer', 'administrator', 'viewer')),
      area_id uuid not null references areas (id),
      created_at timestamptz not null default now(),
      expires_at timestamptz not null,
      revoked_at timestamptz
    );

    create table one_time_codes (
      code_hash text primary key,
      purpose text not null,
      detail jsonb not null default '{}',
      expires_at timestamptz not null
    );

    create table erasures (
      id bigint generated always as identity primary key,
      proof text not null,
      cause text not null,
      requested_at timestamptz not null,
      erased_at timestamptz not null default now()
    );

    create table events (
      id bigint generated always as identity primary key,
      oa_id text not null,
      dedupe_key text not null,
      event_name text not null,
      subject_id text not null,
      strand text not null,
      payload jsonb not null,
      occurred_at timestamptz not null,
      received_at timestamptz not null default now(),
      state text not null default 'pending' check (state in ('pending', 'claimed', 'done', 'failed')),
      attempts integer not null default 0,
      not_before timestamptz not null default now(),
      lease_owner uuid,
      lease_until timestamptz,
      error text,
      unique (oa_id, dedupe_key)
    ) with (fillfactor = 80, autovacuum_vacuum_scale_factor = 0.02, autovacuum_analyze_scale_factor = 0.02);
    create index events_waiting on events (oa_id, strand, occurred_at, id) where state in ('pending', 'claimed');
    create index events_due on events (not_before, id) where state = 'pending';
    create index events_leased on events (lease_until) where state = 'claimed';
    create index events_old on events (received_at) where state in ('done', 'failed');

    create table deliveries (
      id bigint generated always as identity primary key,
      oa_id text not null references official_accounts (oa_id),
      area_id uuid not null references areas (id),
      request_key text not null,
      lane smallint not null check (lane in (0, 1, 2)),
      channel text not null,
      recipient_id text not null,
      message jsonb not null,
      text_hash text not null,
      marker text,
      source jsonb,
      policy text not null default 'at_most_once' check (policy in ('at_most_once', 'at_least_once')),
      state text not null default 'pending'
        check (state in ('pending', 'claimed', 'sending', 'sent', 'failed', 'unknown', 'cancelled')),
      attempts integer not null default 0,
      not_before timestamptz not null default now(),
      expires_at timestamptz,
      lease_owner uuid,
      lease_until timestamptz,
      sending_at timestamptz,
      history_misses integer not null default 0,
      zalo_msg_id text,
      error_code integer,
      reason text,
      resolved_by text,
      created_at timestamptz not null default now(),
      finished_at timestamptz,
      received_at timestamptz,
      seen_at timestamptz,
      unique (oa_id, request_key)
    ) with (fillfactor = 75, autovacuum_vacuum_scale_factor = 0.02, autovacuum_analyze_scale_factor = 0.02);
    create index deliveries_due on deliveries (oa_id, lane, id) where state = 'pending';
    create index deliveries_open on deliveries (oa_id, recipient_id, id) where state in ('pending', 'claimed', 'sending');
    create index deliveries_leased on deliveries (lease_until) where state in ('claimed', 'sending');
    create index deliveries_undecided on deliveries (oa_id, recipient_id, text_hash) where state in ('pending', 'sending', 'unknown');
    create index deliveries_by_message on deliveries (zalo_msg_id) where zalo_msg_id is not null;
    create index deliveries_old on deliveries (finished_at) where finished_at is not null;

    create table rate_buckets (
      oa_id text not null,
      api text not null,
      tokens double precision not null,
      capacity double precision not null,
      rate_per_second double precision not null,
      full_rate_per_second double precision not null,
      refilled_at timestamptz not null default clock_timestamp(),
      primary key (oa_id, api)
    );

    create table settings (
      area_id uuid references areas (id),
      key text not null,
      value jsonb not null,
      updated_at timestamptz not null default now(),
      unique nulls not distinct (area_id, key)
    );

    create table audit (
      id bigint generated always as identity primary key,
      at timestamptz not null default now(),
      actor text not null,
      action text not null,
      area_id uuid references areas (id),
      subject text not null,
      detail jsonb not null default '{}'
    );
    create function audit_is_append_only() returns trigger language plpgsql as $$
      begin raise exception 'audit is append-only'; end $$;
    create trigger audit_never_changes before update or delete or truncate on audit
      for each statement execute function audit_is_append_only();

    create table counters (
      day date not null,
      name text not null,
      label text not null default '',
      total bigint not null default 0,
      last_at timestamptz not null default now(),
      primary key (day, name, label)
    );
  `.execute(db)
}
