/**
 * One message to many people: frozen words, small rows, counters that the database itself keeps in step with the rows.
 * Also what decides how a person may be pushed, and the schedules.
 */
import { type Kysely, sql } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    -- A neighbourhood that came out of another: notices to the old one reach the new ones.
    alter table areas add column split_from uuid references areas (id);
    create index areas_by_origin on areas (split_from) where split_from is not null;
    create index areas_by_successor on areas (merged_into) where merged_into is not null;

    create table broadcasts (
      id bigint generated always as identity primary key,
      oa_id text not null references official_accounts (oa_id),
      area_id uuid not null references areas (id),
      request_key text not null,
      marker text not null,
      kind text not null,
      lane smallint not null check (lane in (1, 2)),
      policy text not null check (policy in ('at_most_once', 'at_least_once')),
      -- What people read, channel by channel, with the hash of the chat's words.
      content jsonb not null,
      text_hash text not null,
      source jsonb,
      -- Where it goes: areas, or those who got another broadcast.
      areas uuid[] not null,
      correction_of bigint references broadcasts (id),
      ignores_quiet boolean not null default false,
      state text not null check (state in ('scheduled', 'expanding', 'sending', 'paused', 'cancelled', 'done')),
      reason text,
      starts_at timestamptz not null,
      expires_at timestamptz,
      -- The last person written down; null: none yet. Pages after it are still to come until expanded_at.
      expand_cursor uuid,
      expanded_at timestamptz,
      audience integer not null default 0,
      author text not null,
      created_at timestamptz not null,
      finished_at timestamptz,
      details_dropped_at timestamptz,
      unique (oa_id, request_key),
      unique (oa_id, marker),
      check (expires_at is null or expires_at > starts_at)
    );
    create index broadcasts_open on broadcasts (oa_id, lane, id) where finished_at is null;
    create index broadcasts_by_area on broadcasts (area_id, created_at);
    create function broadcast_words_never_change() returns trigger language plpgsql as $$
      begin
        if new.content is distinct from old.content or new.marker <> old.marker or new.text_hash <> old.text_hash
          or new.policy <> old.policy or new.source is distinct from old.source then
          raise exception 'the words of a broadcast are frozen';
        end if;
        return new;
      end $$;
    create trigger broadcasts_are_frozen before update on broadcasts for each row execute function broadcast_words_never_change();

    create table broadcast_recipients (
      broadcast_id bigint not null references broadcasts (id),
      -- A person; for a post (a group's message, an article) a number made from what it is.
      person_id uuid not null,
      area_id uuid not null,
      is_post boolean not null default false,
      channel text not null,
      -- What to try should this channel be refused, in order.
      next_channels text[],
      oa_user_id text,
      app_user_id text,
      -- The post that carries this person's message.
      post_id uuid,
      state text not null check (state in ('pending', 'grouped', 'claimed', 'sending', 'sent', 'failed', 'unknown', 'cancelled', 'inbox')),
      attempts smallint not null default 0,
      not_before timestamptz not null,
      -- When they last did something at the OA: from then on Zalo lets it write for 48 hours, or 7 days.
      acted_at timestamptz,
      -- Minutes of the day, Asia/Ho_Chi_Minh; null: no quiet hours.
      quiet_from smallint,
      quiet_until smallint,
      lease_owner uuid,
      lease_until timestamptz,
      sending_at timestamptz,
      history_misses smallint not null default 0,
      zalo_msg_id text,
      error_code integer,
      reason text,
      resolved_by text,
      is_charged boolean not null default false,
      memo jsonb,
      finished_at timestamptz,
      received_at timestamptz,
      seen_at timestamptz,
      opened_at timestamptz,
      primary key (broadcast_id, person_id)
    ) with (fillfactor = 80, autovacuum_vacuum_scale_factor = 0.02, autovacuum_analyze_scale_factor = 0.05);
    create index broadcast_recipients_of_person on broadcast_recipients (person_id);
    create index broadcast_recipients_due on broadcast_recipients (broadcast_id, channel, not_before) where state = 'pending';
    create index broadcast_recipients_leased on broadcast_recipients (lease_until) where state in ('claimed', 'sending');
    create index broadcast_recipients_undecided on broadcast_recipients (oa_user_id) where sending_at is not null and state in ('pending', 'sending', 'unknown');
    create index broadcast_recipients_by_message on broadcast_recipients (zalo_msg_id) where zalo_msg_id is not null;
    create index broadcast_recipients_by_post on broadcast_recipients (broadcast_id, post_id) where state = 'grouped';

    -- How many people stand where. Spread over shards, so that senders do not wait for each other's commit.
    create table broadcast_counts (
      broadcast_id bigint not null references broadcasts (id) on delete cascade,
      channel text not null,
      measure text not null,
      shard smallint not null,
      total bigint not null,
      primary key (broadcast_id, channel, measure, shard)
    ) with (fillfactor = 50, autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 500);

    create function broadcast_measure(state text) returns text immutable language sql as $$
      select case when state in ('pending', 'grouped', 'claimed', 'sending') then 'waiting' else state end $$;
    create function count_new_recipients() returns trigger language plpgsql as $$
      begin
        insert into broadcast_counts as c (broadcast_id, channel, measure, shard, total)
        select broadcast_id, channel, broadcast_measure(state), pg_backend_pid() % 32, count(*)
        from now_rows where not is_post group by 1, 2, 3, 4 order by 1, 2, 3
        on conflict (broadcast_id, channel, measure, shard) do update set total = c.total + excluded.total;
        return null;
      end $$;
    create function count_changed_recipients() returns trigger language plpgsql as $$
      begin
        insert into broadcast_counts as c (broadcast_id, channel, measure, shard, total)
        select broadcast_id, channel, measure, pg_backend_pid() % 32, sum(n) from (
          select broadcast_id, channel, broadcast_measure(state) as measure, 1 as n from now_rows where not is_post
          union all select broadcast_id, channel, broadcast_measure(state), -1 from before_rows where not is_post
          union all select broadcast_id, channel, 'received', 1 from now_rows where not is_post and received_at is not null
          union all select broadcast_id, channel, 'received', -1 from before_rows where not is_post and received_at is not null
          union all select broadcast_id, channel, 'seen', 1 from now_rows where not is_post and seen_at is not null
          union all select broadcast_id, channel, 'seen', -1 from before_rows where not is_post and seen_at is not null
          union all select broadcast_id, channel, 'opened', 1 from now_rows where not is_post and opened_at is not null
          union all select broadcast_id, channel, 'opened', -1 from before_rows where not is_post and opened_at is not null
          union all select broadcast_id, channel, 'charged', 1 from now_rows where not is_post and is_charged
          union all select broadcast_id, channel, 'charged', -1 from before_rows where not is_post and is_charged
        ) as moved
        group by 1, 2, 3, 4 having sum(n) <> 0 order by 1, 2, 3
        on conflict (broadcast_id, channel, measure, shard) do update set total = c.total + excluded.total;
        return null;
      end $$;
    create trigger broadcast_recipients_arrive after insert on broadcast_recipients
      referencing new table as now_rows for each statement execute function count_new_recipients();
    create trigger broadcast_recipients_move after update on broadcast_recipients
      referencing old table as before_rows new table as now_rows for each statement execute function count_changed_recipients();

    -- The moment itself, or the end of the quiet hours it falls into. Minutes of the day, Asia/Ho_Chi_Minh.
    create function after_quiet(moment timestamptz, quiet_from smallint, quiet_until smallint) returns timestamptz immutable language sql as $$
      select case
        when quiet_from is null or quiet_from = quiet_until then moment
        when quiet_from < quiet_until and not (of_day >= quiet_from and of_day < quiet_until) then moment
        when quiet_from > quiet_until and not (of_day >= quiet_from or of_day < quiet_until) then moment
        else (date_trunc('day', local) + case when quiet_from > quiet_until and of_day >= quiet_from then interval '1 day' else interval '0' end
          + quiet_until * interval '1 minute') at time zone 'Asia/Ho_Chi_Minh' end
      from (select local, extract(hour from local)::int * 60 + extract(minute from local)::int as of_day
        from (select moment at time zone 'Asia/Ho_Chi_Minh' as local) as l) as t $$;

    -- What a person allows. Without a row: everything, in the ward's hours, but no Mini App notification.
    create table broadcast_preferences (
      person_id uuid primary key references persons (id) on delete cascade,
      push boolean not null default true,
      muted_kinds text[] not null default '{}',
      -- Minutes of the day; both null: the ward's.
      quiet_from smallint check (quiet_from between 0 and 1439),
      quiet_until smallint check (quiet_until between 0 and 1439),
      -- When they accepted notifications of the Mini App; null: they did not.
      notifications_since timestamptz,
      updated_at timestamptz not null default now(),
      check ((quiet_from is null) = (quiet_until is null))
    );

    -- Group chats that the OA owns (GMF), and who is in them.
    create table oa_groups (
      oa_id text not null references official_accounts (oa_id),
      group_id text not null,
      area_id uuid not null references areas (id),
      name text not null,
      linked_at timestamptz not null default now(),
      unlinked_at timestamptz,
      members_read_at timestamptz,
      primary key (oa_id, group_id)
    );
    create table oa_group_members (
      oa_id text not null,
      group_id text not null,
      oa_user_id text not null,
      primary key (oa_id, oa_user_id, group_id),
      foreign key (oa_id, group_id) references oa_groups (oa_id, group_id) on delete cascade
    );
    create index oa_group_members_of_group on oa_group_members (oa_id, group_id);

    -- What was used of a quota in a day or month at the ward.
    create table broadcast_usage (
      oa_id text not null,
      channel text not null,
      period text not null,
      used integer not null,
      primary key (oa_id, channel, period)
    );

    create table schedules (
      id bigint generated always as identity primary key,
      schedule_key text not null unique,
      kind text not null,
      area_id uuid references areas (id),
      -- When it comes again (shared/schedules.ts); null: once.
      repeat jsonb,
      next_due_at timestamptz,
      catch_up text not null check (catch_up in ('ask', 'skip', 'fire')),
      detail jsonb not null default '{}',
      created_at timestamptz not null default now(),
      ended_at timestamptz
    );
    create index schedules_due on schedules (next_due_at) where next_due_at is not null and ended_at is null;
    create table schedule_runs (
      schedule_id bigint not null references schedules (id),
      due_at timestamptz not null,
      state text not null check (state in ('fired', 'asks', 'skipped', 'declined')),
      decided_at timestamptz not null,
      decided_by text,
      primary key (schedule_id, due_at)
    );
    create index schedule_runs_asking on schedule_runs (due_at) where state = 'asks';
  `.execute(db)
}
