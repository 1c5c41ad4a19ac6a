/**
 * A city's console after some years, written into the database in bulk: what a list has to cope with, and nothing that a
 * person wrote. Days lie so that no upkeep finds anything to remove while it is measured.
 */
import { readFile } from 'node:fs/promises'
import { NoticeDraft } from '../shared/notices/index.ts'
import type { Observer } from './database.ts'
import { SECRETS } from './installation.ts'

export const CITY = 'thanh-pho-mau'
export const WARD = 'phuong-mau'
export const GUIDE = 'khai-sinh'
export const FILLED = {
  guides: 500,
  revisionsEach: 10,
  wards: 100,
  neighbourhoodsEach: 12,
  people: 40_000,
  staff: 400,
  questions: 50_000,
  openGroups: 3000,
  settledGroups: 1500,
  notices: 400,
  broadcasts: 8,
  recipientsEach: 25_000,
  cases: 5000,
  openCases: 150,
  auditLines: 50_000,
  codes: 700,
} as const

const OA = SECRETS.ZALO_OA_ID
/** The audit's end is one row: lines of one transaction wait in its versions. */
const AUDIT_AT_A_TIME = 500

const meeting = (area: string) =>
  NoticeDraft.parse({
    template: 'hop-to',
    kind: 'meeting',
    urgency: 'ordinary',
    fields: {
      title: 'Mời họp tổ dân phố bàn sửa đường hẻm',
      what: 'Tổ dân phố họp bàn việc sửa đường hẻm 45, góp ý về giờ thu gom rác và việc trực an ninh ban đêm. Bà con có ý kiến xin mang đến cuộc họp, ai bận thì gửi lời qua tổ trưởng trước ngày họp.',
      day: '2035-12-05',
      lastDay: null,
      from: '19:30',
      until: '21:00',
      span: 'daily',
      place: 'Nhà văn hóa khu phố, cạnh trường mầm non',
      who: 'Mỗi hộ một người',
      bring: null,
      phone: null,
    },
    audience: { areas: [area] },
    expiresAt: '2035-12-05T14:00:00Z',
    timing: { kind: 'now' },
    files: [],
    rsvp: 'going',
  })

/** @returns how many rows lie in each of the tables that matter, as counted afterwards */
export async function fillConsole(db: Observer): Promise<Record<string, number>> {
  await fillAreas(db)
  await fillPeople(db)
  await fillGuides(db)
  await fillAroundGuides(db)
  await fillQuestions(db)
  await fillNotices(db)
  await fillDesk(db)
  await fillAudit(db)
  await db.all('vacuum analyze')
  const tables = [
    'areas',
    'staff_accounts',
    'topic_revisions',
    'guide_drafts',
    'local_parts',
    'review_answers',
    'review_tasks',
    'questions',
    'question_groups',
    'handoffs',
    'notices',
    'broadcast_recipients',
    'deliveries',
    'links',
    'audit',
  ]
  const counted: Record<string, number> = {}
  for (const table of tables)
    counted[table] = (await db.one<{ n: number }>(`select count(*)::int as n from ${table}`)).n
  return counted
}

async function fillAreas(db: Observer): Promise<void> {
  await db.all(`
    insert into areas (id, level, code, name) values (gen_random_uuid(), 'city', '${CITY}', 'Thành phố Mẫu');
    update areas set parent_id = (select id from areas where code = '${CITY}') where code = '${WARD}';
    insert into areas (id, parent_id, level, code, name, profile)
      select gen_random_uuid(), c.id, 'ward', 'phuong-do-' || n, 'Phường Đo ' || n, w.profile
      from areas c, areas w, generate_series(2, ${FILLED.wards}) n where c.code = '${CITY}' and w.code = '${WARD}';
    insert into areas (id, parent_id, level, code, name)
      select gen_random_uuid(), w.id, 'neighbourhood', w.code || '-to-' || n, 'Tổ dân phố ' || n
      from areas w, generate_series(1, ${FILLED.neighbourhoodsEach}) n where w.code like 'phuong-do-%';
    insert into area_names (area_id, kind, name)
      select a.id, 'street', 'Đường số ' || n from areas a, generate_series(1, 3) n where a.level = 'neighbourhood' and a.code like 'phuong-do-%';
    insert into houses (area_id, code) select a.id, n || '/' || (n % 7 + 1)
      from areas a, generate_series(1, 300) n where a.level = 'neighbourhood' and a.code like '${WARD}-%' on conflict do nothing`)
}

async function fillPeople(db: Observer): Promise<void> {
  await db.all(`
    create table bench_people as select n, gen_random_uuid() as id from generate_series(1, ${FILLED.people}) n;
    insert into persons (id) select id from bench_people;
    insert into identities (person_id, kind, issuer, external_id, following, last_interaction_at)
      select id, 'oa', '${OA}', '77' || lpad(n::text, 17, '0'), true, now() - interval '1 hour' from bench_people;
    insert into memberships (person_id, area_id)
      select p.id, h.id from bench_people p join (
        select id, row_number() over (order by code) - 1 as n, count(*) over () as total from areas where level = 'neighbourhood') h on h.n = p.n % h.total;
    create table bench_staff as select n, gen_random_uuid() as id from generate_series(1, ${FILLED.staff}) n;
    insert into persons (id) select id from bench_staff;
    insert into staff_accounts (id, name, username, email, two_factor_enabled, area_id, last_sign_in_at, deactivated_at, deactivated_by)
      select s.id, 'Cán bộ ' || s.n, 'can.bo.' || s.n, 'can.bo.' || s.n || '@x.invalid', true, w.id, now() - make_interval(hours => s.n),
        case when s.n % 10 = 0 then now() end, case when s.n % 10 = 0 then 'Quản trị' end
      from bench_staff s join (select id, row_number() over (order by code) as n from areas where level = 'ward') w on w.n = s.n % ${FILLED.wards} + 1;
    insert into roles (person_id, role, area_id)
      select s.id, r.role, a.area_id from bench_staff s join staff_accounts a on a.id = s.id
      join lateral (select unnest(case s.n % 4 when 0 then array['editor', 'answerer'] when 1 then array['reviewer'] when 2 then array['answerer'] else array['leader', 'viewer'] end) as role) r on true;
    insert into staff_invitations (code_hash, kind, name, role, area_id, created_by, expires_at)
      select 'bench ' || n, 'invite', 'Người mới ' || n, 'editor', (select id from areas where code = '${WARD}'), 'Quản trị', now() + interval '2 days' from generate_series(1, 60) n;
    insert into api_tokens (token_hash, label, role, area_id, expires_at, revoked_at)
      select 'bench ' || n, 'Phần mềm ' || n, 'viewer', (select id from areas where code = '${WARD}'), now() + interval '60 days', case when n % 2 = 0 then now() end from generate_series(1, 60) n`)
}

/** Copies of the starter guides under other names, each with its history. */
async function fillGuides(db: Observer): Promise<void> {
  await db.all(`
    create table bench_guides as
      with starter as (select content, row_number() over (order by topic_key) - 1 as at, count(*) over () as total from topic_revisions where retired_at is null)
      select n, case when n <= total then content else content || jsonb_build_object(
          'key', left(content->>'key', 60) || '-mau-' || n, 'title', left(content->>'title', 90) || ' (mẫu ' || n || ')',
          'procedures', '[]'::jsonb, 'confusableWith', '[]'::jsonb,
          'aliases', (select coalesce(jsonb_agg(a #>> '{}' || ' mẫu ' || n), '[]') from jsonb_array_elements(content->'aliases') a),
          'exampleQuestions', (select coalesce(jsonb_agg(e #>> '{}' || ' mẫu ' || n), '[]') from jsonb_array_elements(content->'exampleQuestions') e)) end as content
      from generate_series(1, ${FILLED.guides}) n join starter on starter.at = (n - 1) % total;
    update topic_revisions set retired_at = now() - interval '900 days' where retired_at is null;
    insert into topic_revisions (topic_key, revision, content, origin, published_at, retired_at, written_by, published_by, published_actor, why)
      select g.content->>'key', r, g.content || jsonb_build_object('summary', (g.content->>'summary') || case when r < ${FILLED.revisionsEach} then ' Bản thứ ' || r || '.' else '' end),
        'officer', now() - make_interval(days => 80 * (${FILLED.revisionsEach} - r)), case when r < ${FILLED.revisionsEach} then now() - make_interval(days => 80 * (${FILLED.revisionsEach} - r - 1)) end,
        'Cán bộ 1', 'Cán bộ 2', 'someone', 'cập nhật theo văn bản mới'
      from bench_guides g, generate_series(1, ${FILLED.revisionsEach}) r
      where not exists (select 1 from topic_revisions t where t.topic_key = g.content->>'key' and t.revision = r);
    insert into guide_drafts (topic_key, base_revision, content, state, authors, edited_by, edited_at, submitted_by, submitted_at, why, decided_by, decided_at)
      select g.content->>'key', ${FILLED.revisionsEach}, g.content || jsonb_build_object('summary', 'Đang viết lại. ' || (g.content->>'summary')), s.state, array['someone'], 'Cán bộ 1', now(),
        case when s.state <> 'draft' then 'Cán bộ 1' end, case when s.state <> 'draft' then now() end, 'sửa lệ phí',
        case when s.state in ('published', 'discarded') then 'Cán bộ 2' end, case when s.state in ('published', 'discarded') then now() end
      from bench_guides g join (values ('draft', 6), ('submitted', 12), ('published', 1), ('published', 1), ('published', 1), ('discarded', 3)) s (state, every)
        on g.n % s.every = 0 and not (s.state = 'draft' and g.n % 12 = 0)
      union all select content->>'key', ${FILLED.revisionsEach}, content, 'draft', array['someone'], 'Cán bộ 1', now(), null, null, 'sửa lệ phí', null, null
        from bench_guides where content->>'key' = '${GUIDE}' and n % 6 > 0;
    insert into settings (area_id, key, value) values (null, 'catalogue.revision', '1')
      on conflict (area_id, key) do update set value = to_jsonb((settings.value::text)::int + 1)`)
}

async function fillAroundGuides(db: Observer): Promise<void> {
  await db.all(`
    insert into guide_care (topic_key, owner_person, owner_name, set_by, set_at)
      select g.content->>'key', s.id, 'Cán bộ ' || s.n, 'Cán bộ 2', now() from bench_guides g join bench_staff s on s.n = g.n % 40 + 1;
    insert into guide_examples (topic_key, asked, expected, created_by, created_at)
      select g.content->>'key', jsonb_build_object('kind', 'question', 'text', (g.content->>'title') || ' cần giấy gì, lần ' || e), 'Trả lời: ' || (g.content->>'title'), 'Cán bộ 1', now()
      from bench_guides g, generate_series(1, 5) e;
    insert into local_parts (topic_key, area_id, facts, state, authors, edited_by, edited_at, submitted_by, submitted_at)
      select g.content->>'key', w.id, '{"fee":null,"hours":null,"place":{"name":"Phòng số 2","address":"tầng trệt, nhà phía đông","source":"Thông báo của phường"},"phone":null,"form":null}'::jsonb,
        case when (g.n + w.n) % 50 = 0 then 'submitted' else 'published' end, array['someone'], 'Cán bộ 1', now(), 'Cán bộ 1', now()
      from bench_guides g join (select id, row_number() over (order by code) as n from areas where level = 'ward') w on (g.n + w.n) % 25 = 0;
    insert into review_answers (request_key, area_id, topic_key, item_key, fact, answer, by, at)
      select gen_random_uuid(), w.id, g.content->>'key', 'fee', 'một điều đã đọc', 'right', 'Cán bộ 2', now()
      from bench_guides g join (select id, row_number() over (order by code) as n from areas where level = 'ward') w on (g.n * 7 + w.n) % 3 = 0;
    insert into office_changes (area_id, item_key, cause, before, after, words, authors, proposed_by, proposed_at)
      select id, 'office-ward', 'bench ' || code, jsonb_build_object('address', 'Số 1 đường Cũ', 'phone', '0200 000 001', 'openingHours', null),
        jsonb_build_object('address', 'Số 2 đường Mới', 'phone', '0200 000 002', 'openingHours', null), 'chuyển trụ sở', array['someone'], 'Cán bộ 1', now() from areas where level = 'ward';
    insert into review_tasks (kind, topic_key, cause, text, opened_by, opened_at, due_on, confirmed_by, confirmed_at, why)
      select (array['law', 'date', 'change', 'wrong'])[s.n % 4 + 1], g.content->>'key', 'bench ' || s.n, 'Văn bản đã được sửa đổi, xem lại hướng dẫn này.', 'hệ thống', now() - make_interval(hours => s.n),
        current_date + 30, case when s.n > 400 then 'Cán bộ 2' end, case when s.n > 400 then now() - make_interval(days => s.n / 100) end, case when s.n > 400 then 'vẫn đúng' end
      from generate_series(1, 4000) s (n) join bench_guides g on g.n = s.n % ${FILLED.guides} + 1;
    insert into known_laws (number, title, url, added_by, added_at) select n || '/2025/NĐ-CP-ĐO', 'Nghị định dùng để đo số ' || n, null, 'Cán bộ 2', now() from generate_series(1, 300) n;
    insert into law_marks (number, state, since, note, by, at)
      select number, 'amended', current_date - 30, 'được sửa đổi một số điều', 'Cán bộ 2', now() from known_laws, generate_series(1, 3);
    insert into known_changes (day, text, topics, remind_days, added_by, added_at)
      select current_date + 200 + n, 'Lệ phí thay đổi lần ' || n, array[(select content->>'key' from bench_guides where bench_guides.n = s.n)], 30, 'Cán bộ 2', now() from generate_series(1, 200) s (n);
    insert into link_checks (url, outcome, status, checked_at, next_at)
      select distinct l->>'url', 'alive', 200, now(), now() + interval '7 days' from bench_guides g, jsonb_array_elements(g.content->'legalBases') l where l->>'url' is not null on conflict do nothing;
    insert into files (sha256, kind, media_type, extension, bytes) select encode(sha256(n::text::bytea), 'hex'), 'audio', 'audio/mpeg', 'mp3', 400000 from generate_series(1, 500) n;
    insert into recordings (area_id, topic_key, revision, section, file_sha256, attached_by, attached_at)
      select (select id from areas where code = '${WARD}'), g.content->>'key', r, 'whole', encode(sha256(g.n::text::bytea), 'hex'), 'Cán bộ 1', now() from bench_guides g, generate_series(7, 10) r;
    insert into links (code, area_id, created_at)
      select (select string_agg(substr('23456789CFHJKMNPQRTVX', 1 + (s.n / (21 ^ i)::int) % 21, 1), '' order by i) from generate_series(0, 5) i), a.id, now() - interval '300 days'
      from generate_series(1, ${FILLED.codes}) s (n) join (select id, row_number() over (order by code) as n from areas where level = 'ward') a on a.n = s.n % ${FILLED.wards} + 1;
    insert into link_changes (code, at, actor, action, title, target, why)
      select l.code, now() - make_interval(days => 100 - r), 'Cán bộ 1', case r when 1 then 'created' else 'moved' end, 'Mã dán ở cổng ' || l.code, '{"kind":"portal"}'::jsonb, 'dời chỗ' from links l, generate_series(1, 3) r
      where not exists (select 1 from link_changes c where c.code = l.code) order by l.code, r;
    insert into link_places (code, number, name, put_up_at) select code, n, 'Bảng tin số ' || n, now() from links, generate_series(1, 4) n on conflict do nothing;
    insert into counters (day, name, label, total) select current_date - d, 'link opened', code || p, 3 from links, generate_series(0, 89) d, unnest(array['', '/1']) p on conflict do nothing`)
}

async function fillQuestions(db: Observer): Promise<void> {
  const lines = (await readFile(new URL('../tests/questions.tsv', import.meta.url), 'utf8')).trim().split('\n').slice(1)
  const texts = lines.map(line => line.split('\t')[1] ?? '').filter(text => text.length > 8)
  await db.all(`
    create table bench_texts as select text, n from unnest(array[${texts.map(text => `$t$${text}$t$`).join(',')}]) with ordinality as t (text, n);
    insert into question_groups (area_id, created_at, settled_as, settled_by, settled_at)
      select w.id, now() - interval '20 days', case when s.n > ${FILLED.openGroups} then 'seen' end, case when s.n > ${FILLED.openGroups} then 'Cán bộ 1' end, case when s.n > ${FILLED.openGroups} then now() end
      from generate_series(1, ${FILLED.openGroups + FILLED.settledGroups}) s (n) join (select id, row_number() over (order by code) as n from areas where level = 'ward') w on w.n = case when s.n % 2 = 0 then ${FILLED.wards} else s.n % ${FILLED.wards} + 1 end;
    insert into events (oa_id, dedupe_key, event_name, subject_id, strand, payload, occurred_at, state)
      select '${OA}', 'bench ' || q.n, 'user_send_text', '77' || lpad((q.n % ${FILLED.people})::text, 17, '0'), '77' || (q.n % ${FILLED.people}),
        jsonb_build_object('kind', 'message', 'type', 'text', 'text', t.text || ' ' || (q.n % 97)), now() - make_interval(mins => q.n / 3), 'done'
      from generate_series(1, ${FILLED.questions}) q (n) join bench_texts t on t.n = q.n % ${texts.length} + 1 order by q.n;
    insert into questions (event_id, kind, area_id, topic_key, asked_at, group_id)
      select e.id, (array['unanswered', 'asked_back', 'thumbs_down', 'handed_over'])[e.n % 4 + 1], g.area_id, case when e.n % 3 = 0 then '${GUIDE}' end, e.occurred_at, g.id
      from (select id, occurred_at, row_number() over (order by id) as n from events where dedupe_key like 'bench %') e
      join question_groups g on g.id = (select min(id) from question_groups) + (power(e.n % 1000 / 1000.0, 3) * ${FILLED.openGroups + FILLED.settledGroups - 1} + e.n % 500)::int % ${FILLED.openGroups + FILLED.settledGroups};
    insert into example_phrases (area_id, topic_key, wording, wording_key, state, proposed_by, proposed_at, decided_by, decided_at)
      select (select id from areas where code = '${WARD}'), '${GUIDE}', t.text || ' lần ' || r, lower(t.text) || ' lần ' || r, (array['proposed', 'accepted', 'declined'])[t.n % 3 + 1], 'Cán bộ 1', now(),
        case when t.n % 3 > 0 then 'Cán bộ 2' end, case when t.n % 3 > 0 then now() end from bench_texts t, generate_series(1, 2) r on conflict do nothing;
    insert into counters (day, name, label, total) select current_date - d, 'question ' || k, a.id::text, 9
      from areas a, generate_series(0, 89) d, unnest(array['answered', 'unanswered', 'asked_back', 'handed_over', 'thumbs_up', 'thumbs_down']) k where a.level = 'ward' on conflict do nothing`)
}

async function fillNotices(db: Observer): Promise<void> {
  const draft = `$j$${JSON.stringify(meeting(`${WARD}-to-1`))}$j$::jsonb`
  await db.all(`
    create table bench_notices as select s.n, h.id as area_id, case when s.n <= ${FILLED.broadcasts} then 'large' when s.n <= 300 then 'sent' when s.n <= 340 then 'waiting' when s.n <= 380 then 'draft' else 'cancelled' end as kind
      from generate_series(1, ${FILLED.notices}) s (n) join (select id, row_number() over (order by level <> 'ward', code <> '${WARD}', code not like '${WARD}%', code) as n from areas where level in ('ward', 'neighbourhood')) h on h.n = case when s.n <= ${FILLED.broadcasts} then 1 else s.n end;
    insert into broadcasts (oa_id, area_id, request_key, marker, kind, lane, policy, content, text_hash, areas, state, starts_at, expires_at, expanded_at, audience, author, created_at, finished_at)
      select '${OA}', area_id, 'bench ' || n, 'BENCH' || n, 'meeting', 2, 'at_most_once', '{"message":{"text":"Mời họp tổ dân phố","buttons":[]},"groupText":null,"notification":null,"article":null,"template":null}', 'x' || n, array[area_id], 'done',
        now() - interval '3 days', now() + interval '900 days', now() - interval '3 days', case when kind = 'large' then ${FILLED.recipientsEach} else 0 end, 'someone', now() - interval '3 days', now() - interval '2 days'
      from bench_notices where kind in ('large', 'sent');
    insert into notices (oa_id, area_id, code, request_key, author, last_editor, version, state, draft, areas, kind, urgency, expires_at, approval_need, submitted_at, cancelled_because, broadcast_id, created_at, updated_at)
      select '${OA}', area_id, 'TB-' || (select string_agg(substr('BCDFGHJKMNPQRSTVWXZ', 1 + (n / (19 ^ i)::int) % 19, 1), '' order by i) from generate_series(0, 4) i), gen_random_uuid()::text, 'someone', 'someone', 1,
        case kind when 'large' then 'released' when 'sent' then 'released' else kind end, ${draft}, array[area_id], 'meeting', 'ordinary', now() + interval '900 days',
        case when kind = 'waiting' then 'second_person' end, case when kind = 'waiting' then now() end, case when kind = 'cancelled' then 'đổi ngày' end,
        (select id from broadcasts b where b.request_key = 'bench ' || n), now() - interval '4 days', now() - interval '4 days'
      from bench_notices order by n`)
  for (let n = 1; n <= FILLED.broadcasts; n++)
    await db.all(`
      insert into broadcast_recipients (broadcast_id, person_id, area_id, channel, oa_user_id, state, attempts, not_before, sending_at, finished_at, received_at, seen_at, reason)
        select b.id, p.id, m.area_id, 'oa_message', '77' || lpad(p.n::text, 17, '0'), (array['sent', 'sent', 'sent', 'sent', 'sent', 'sent', 'inbox', 'failed', 'unknown', 'cancelled'])[p.n % 10 + 1], 1, now(),
          now() - interval '2 days', now() - interval '2 days', case when p.n % 10 < 5 then now() end, case when p.n % 10 < 3 then now() end, case when p.n % 10 = 7 then 'window closed' end
        from bench_people p join memberships m on m.person_id = p.id join broadcasts b on b.request_key = 'bench ${n}' where p.n <= ${FILLED.recipientsEach}`)
  await db.all(`
    insert into notice_answers (notice_id, person_id, kind, people, question, answered_at)
      select (select min(id) from notices), id, case when n % 20 = 0 then 'question' when n % 3 = 0 then 'not_going' else 'going' end, 1, case when n % 20 = 0 then 'Họp có phát giấy mời không ạ' end, now() from bench_people where n <= 6000;
    insert into notice_starters (key, area_id, words, created_at, updated_at)
      select a.code || '-' || n, a.id, jsonb_build_object('name', 'Mẫu số ' || n, 'kind', 'meeting', 'title', 'Mời họp …', 'what', 'Tổ dân phố họp bàn việc …', 'who', 'Mỗi hộ một người',
        'bring', null, 'urgency', 'ordinary', 'rsvp', 'going', 'asks', '[]'::jsonb, 'expiresAfterDays', 1), now(), now() from areas a, generate_series(1, 5) n where a.level <> 'neighbourhood';
    insert into oa_groups (oa_id, group_id, area_id, name)
      select '${OA}', 'nhom-' || n, a.id, 'Nhóm ' || a.name from (select *, row_number() over (order by code) as n from areas where level = 'neighbourhood') a where n <= 300;
    insert into notice_openings (notice_id, via, total) select id, v, 40 from notices, unnest(array['group', 'poster', 'zalo']) v;
    insert into door_marks (notice_id, area_id, code, mark, marked_at)
      select (select min(id) from notices), area_id, code, 'told', now() from houses order by area_id, code limit 2000;
    insert into deliveries (oa_id, area_id, request_key, lane, channel, recipient_id, message, text_hash, state, attempts, sending_at, finished_at, created_at)
      select '${OA}', (select id from areas where code = '${WARD}'), 'bench ' || n, case when n % 5 = 0 then 2 else 0 end, 'oa_message', '77' || lpad((n % ${FILLED.people})::text, 17, '0'), '{"text":"Phường trả lời","buttons":[]}', 'x', 'sent', 1, now() - make_interval(mins => n), now() - make_interval(mins => n), now() - make_interval(mins => n)
      from generate_series(1, 20000) n`)
}

/** Conversations, and the cases that came out of them. */
async function fillDesk(db: Observer): Promise<void> {
  const lines = JSON.stringify(
    Array.from({ length: 6 }, (_, at) => ({
      from: at % 2 === 0 ? 'person' : 'ward',
      text: 'Cho hỏi làm giấy khai sinh cho cháu cần mang theo giấy tờ gì và nộp ở đâu',
      at: '2026-11-30T02:00:00.000Z',
    })),
  )
  await db.all(`
    insert into conversations (oa_id, oa_user_id, person_id, updated_at) select '${OA}', '77' || lpad(n::text, 17, '0'), id, now() from bench_people where n <= ${FILLED.cases};
    insert into handoffs (oa_id, area_id, oa_user_id, person_id, reason, topic_key, context, opened_at, due_at, escalate_at, escalated_at, officer_at, claimed_by, claimed_at, closed_at, closed_by, outcome)
      select '${OA}', (select id from areas where code = '${WARD}'), '77' || lpad(n::text, 17, '0'), id, (array['asked', 'failures', 'thumbs_down', 'distress'])[n % 4 + 1], '${GUIDE}',
        case when n <= ${FILLED.openCases} then $j$${lines}$j$::jsonb else '[]' end, now() - make_interval(mins => n), now(), now(), now(),
        case when n > ${FILLED.openCases} or n % 3 = 0 then now() end, case when n % 3 = 0 then 'Cán bộ 3' end, case when n % 3 = 0 then now() end,
        case when n > ${FILLED.openCases} then now() - make_interval(mins => n) end, case when n > ${FILLED.openCases} then 'Cán bộ 3' end, case when n > ${FILLED.openCases} then 'answered' end
      from bench_people where n <= ${FILLED.cases};
    insert into handoff_notes (handoff_id, at, by, text) select id, now(), 'Cán bộ 3', 'đã gọi' from handoffs;
    insert into handoff_replies (handoff_id, request_key, at, by, way, text) select id, gen_random_uuid()::text, now(), 'Cán bộ 3', 'inbox', 'Phường đã nhận, mời đến quầy số 2.' from handoffs`)
}

async function fillAudit(db: Observer): Promise<void> {
  for (let from = 0; from < FILLED.auditLines; from += AUDIT_AT_A_TIME)
    await db.all(`
      insert into audit (at, actor, action, area_id, subject, detail)
        select now() - make_interval(mins => ${FILLED.auditLines} - s.n), 'Cán bộ ' || (s.n % 300), case when s.n % 4 = 0 then 'guide submitted' else (array['notice changed', 'review right', 'handoff claimed', 'questions settled', 'link moved', 'role editor granted'])[s.n % 6 + 1] end,
          case when s.n % 4 <> 0 then w.id end, case when s.n % 4 = 0 then (select content->>'key' from bench_guides g where g.n = s.n % ${FILLED.guides} + 1) when s.n % 6 = 0 then 'notice:' || (s.n % 400 + 1) else s.n::text end,
          '{"why": "cập nhật theo văn bản mới", "before": "một nghìn đồng", "after": "hai nghìn đồng"}'
        from generate_series(${from + 1}, ${from + AUDIT_AT_A_TIME}) s (n) join (select id, row_number() over (order by code) as n from areas where level = 'ward') w on w.n = s.n % ${FILLED.wards} + 1`)
}
