/** The list of guides: found by name, shelf and what is being done to them, a page at a time. No words are read for it. */
import { sql } from 'kysely'
import {
  type GuideList,
  type GuideName,
  type GuideQuery,
  type GuideSummary,
  guideState,
} from '../../../shared/guides/index.ts'
import { searchable } from '../../../shared/language/index.ts'
import type { PublishedTopic } from '../../../shared/procedures.ts'
import { isReviewDue, isWithheld } from '../../../shared/trust/index.ts'
import { areasBelow } from '../../platform/areas/index.ts'
import type { Database } from '../../platform/storage/index.ts'
import { OPEN, SUMMARY, toSummary } from './rows.ts'

const PAGE = 50
/** A database may know no letters but English ones. */
const byName = new Intl.Collator('vi', { numeric: true })

/**
 * @param published with the ward's trust, which says when each is to be looked at again
 * @param areaIds of the reader: what waits in other areas is not theirs to see
 * @param isKeeper others see what is in force, and nothing of what is being written
 */
export async function listGuides(
  db: Database,
  query: GuideQuery,
  { isKeeper, ...asked }: Asked & { isKeeper: boolean },
): Promise<GuideList> {
  const summaries = await readSummaries(db, asked)
  const all = isKeeper
    ? summaries
    : summaries.flatMap(guide =>
        guide.revision === null ? [] : { ...guide, draft: null, scheduled: null, isUnseen: false },
      )
  const found = all.filter(isWanted(query))
  const from = query.after === undefined ? 0 : found.findIndex(({ key }) => key === query.after) + 1
  return {
    guides: found.slice(from, from + PAGE),
    total: found.length,
    hasMore: found.length > from + PAGE,
    owners: [...new Set(all.flatMap(({ owner }) => owner ?? []))].sort(byName.compare),
  }
}

export async function listNames(db: Database): Promise<GuideName[]> {
  return (await readLatest(db, [])).map(({ key, title, revision }) => ({ key, title, isInForce: revision !== null }))
}

function isWanted({
  find,
  category,
  state,
  isFlagged,
  owner,
  freshness,
}: GuideQuery): (guide: GuideSummary) => boolean {
  const sought = searchable(find ?? '')
  return guide =>
    (sought === '' || searchable(guide.title).includes(sought)) &&
    (category === undefined || guide.category === category) &&
    (isFlagged === undefined || guide.isFlagged === isFlagged) &&
    (owner === undefined || guide.owner === (owner === '-' ? null : owner)) &&
    (freshness === undefined ||
      guide.freshness === freshness ||
      (freshness === 'due' && guide.freshness === 'withheld')) &&
    (state === undefined || isIn(guide, state))
}

function isIn(guide: GuideSummary, state: NonNullable<GuideQuery['state']>): boolean {
  if (state === 'local') return guide.isLocalWaiting
  if (state === 'open') return guide.isLocalWaiting || guide.isUnseen || guide.draft !== null
  return guideState(guide) === state
}

interface Asked {
  published: readonly PublishedTopic[]
  today: string
  areaIds: readonly string[]
}

type Latest = Omit<GuideSummary, 'draft' | 'scheduled' | 'owner' | 'reviewOn' | 'freshness'>

/** Every guide that is in force, was, or is being written, by name. */
async function readLatest(db: Database, areaIds: readonly string[]): Promise<Latest[]> {
  const { rows } = await sql<Latest>`
    select topic_key as key, kind, title, category, case when retired_at is null then revision end as revision,
      case when retired_at is null then published_at end as "publishedAt", is_flagged as "isFlagged",
      exists (select 1 from local_parts p where p.topic_key = latest.topic_key and p.state = 'submitted'
        and p.area_id in (${areasBelow(areaIds)})) as "isLocalWaiting",
      exists (select 1 from topic_revisions r where r.topic_key = latest.topic_key and r.is_alone and r.seen_by is null)
        as "isUnseen"
    from (
      select distinct on (topic_key) topic_key, revision, published_at, retired_at, kind, title, category, is_flagged
      from topic_revisions order by topic_key, revision desc
    ) latest
    union all
    select distinct on (topic_key) topic_key, content->>'kind', content->>'title', content->>'category', null, null,
      jsonb_array_length(content->'reviewFlags') > 0 or (content->'verifiedOn' = 'null' and jsonb_path_exists(content, '$.sources[*] ? (@.asOf != null)')), false, false
    from guide_drafts d where base_revision is null and state in ('draft', 'submitted', 'scheduled')
      and not exists (select 1 from topic_revisions r where r.topic_key = d.topic_key)
  `.execute(db)
  return rows.sort((a, b) => byName.compare(a.title, b.title) || (a.key < b.key ? -1 : 1))
}

async function readSummaries(db: Database, { published, today, areaIds }: Asked): Promise<GuideSummary[]> {
  const topics = new Map(published.map(({ topic }) => [topic.key, topic]))
  const care = await db.selectFrom('guide_care').select(['topic_key', 'owner_name']).execute()
  const owners = new Map(care.map(({ topic_key, owner_name }) => [topic_key, owner_name]))
  const latest = await readLatest(db, areaIds)
  const drafts = await db
    .selectFrom('guide_drafts')
    .select([...SUMMARY])
    .where('state', 'in', [...OPEN, 'scheduled'])
    .orderBy('effective_from')
    .execute()
  const byGuide = Map.groupBy(drafts, draft => draft.topic_key)
  return latest.map(row => {
    const own = byGuide.get(row.key) ?? []
    const open = own.find(({ state }) => state !== 'scheduled')
    const scheduled = own.find(({ state }) => state === 'scheduled')
    const topic = topics.get(row.key)
    return {
      ...row,
      draft: open ? toSummary(open) : null,
      scheduled: scheduled ? toSummary(scheduled) : null,
      owner: owners.get(row.key) ?? null,
      reviewOn: topic?.trust?.reviewOn ?? null,
      freshness: !topic || !isReviewDue(topic, today) ? 'fresh' : isWithheld(topic, today) ? 'withheld' : 'due',
    }
  })
}
