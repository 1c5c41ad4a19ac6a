/** Giving content out: a pack for others, and everything of the ward as plain files, read row by row, never all at once. */
import { Readable } from 'node:stream'
import { type RawBuilder, sql } from 'kysely'
import yazl from 'yazl'
import { type CsvCell, csvLine, csvMark } from '../../../shared/csv.ts'
import { type ContentPack, packFormat, packSchema } from '../../../shared/packs/index.ts'
import type { Topic } from '../../../shared/procedures.ts'
import type { Database } from '../../platform/storage/index.ts'
import { guideMarkdown } from './markdown.ts'
import { digestOf } from './take.ts'

/** @param origin permanent code of the area whose guides these are */
export async function makePack(
  db: Database,
  { origin, from, now }: { origin: string; from: string; now: Date },
): Promise<ContentPack> {
  const rows = await db
    .selectFrom('topic_revisions')
    .select(['revision', 'content'])
    .where('retired_at', 'is', null)
    .orderBy('topic_key')
    .execute()
  const guides = rows.map(({ revision, content }) => ({ revision, topic: content }))
  return {
    format: packFormat,
    schema: packSchema,
    origin,
    from,
    madeAt: now.toISOString(),
    digest: digestOf(guides),
    guides,
  }
}

const AT_A_TIME = 200

/** One file of the export: what it is called, and its text piece by piece. */
interface Part {
  name: string
  pieces(): AsyncGenerator<string>
}

/**
 * Everything but people: guides with all revisions, counts of questions, areas, figures of notices, settings of offices.
 * Each part is read while it is written, one after the other.
 */
export function exportEverything(db: Database): Readable {
  const zip = new yazl.ZipFile()
  void fill(zip, db).catch((error: unknown) => (zip.outputStream as unknown as Readable).destroy(error as Error))
  return zip.outputStream as unknown as Readable
}

async function fill(zip: yazl.ZipFile, db: Database): Promise<void> {
  const keys = await sql<{ key: string }>`select distinct topic_key as key from topic_revisions order by 1`.execute(db)
  // Keys are our own and hold neither dots nor slashes: a name in the file never leads out of the folder it is unpacked to.
  const parts: Part[] = [
    { name: 'DOC-TRUOC.md', pieces: () => once(README) },
    ...keys.rows.flatMap(({ key }): Part[] => [
      { name: `huong-dan/${key}.json`, pieces: () => revisionsOf(db, key) },
      { name: `huong-dan/${key}.md`, pieces: () => markdownOf(db, key) },
    ]),
    ...TABLES.map(({ name, heading, query }): Part => ({ name, pieces: () => table(db, heading, query) })),
    { name: 'dia-ban/cai-dat.json', pieces: () => settings(db) },
  ]
  for (const { name, pieces } of parts) {
    const stream = Readable.from(pieces())
    const read = new Promise<void>((resolve, reject) =>
      stream.once('end', resolve).once('error', reject).once('close', resolve),
    )
    zip.addReadStream(stream as never, name)
    await read
  }
  zip.end()
}

async function* once(text: string): AsyncGenerator<string> {
  yield text
}

async function* revisionsOf(db: Database, key: string): AsyncGenerator<string> {
  let after = 0
  let isFirst = true
  yield '[\n'
  for (;;) {
    const { rows } = await sql<{ revision: number; line: string }>`
      select revision, json_build_object('revision', revision, 'origin', origin, 'publishedAt', published_at,
        'retiredAt', retired_at, 'effectiveUntil', effective_until, 'why', why, 'topic', content)::text as line
      from topic_revisions where topic_key = ${key} and revision > ${after} order by revision limit 20
    `.execute(db)
    for (const { line, revision } of rows) {
      yield (isFirst ? '' : ',\n') + line
      isFirst = false
      after = revision
    }
    if (rows.length < 20) break
  }
  yield '\n]\n'
}

async function* markdownOf(db: Database, key: string): AsyncGenerator<string> {
  const row = await db
    .selectFrom('topic_revisions')
    .select(['revision', 'content', 'published_at', 'retired_at'])
    .where('topic_key', '=', key)
    .orderBy('revision', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (row) yield guideMarkdown(row.content as Topic, { revision: row.revision, isRetired: row.retired_at !== null })
}

interface Table {
  name: string
  heading: string[]
  /** Rows after one number, in its order, with that number first. */
  query(after: string): RawBuilder<Record<string, unknown>>
}

const TABLES: Table[] = [
  {
    name: 'so-lieu/cau-hoi.csv',
    heading: ['số', 'ngày', 'loại', 'hướng dẫn', 'số câu'],
    query: after => sql`
      select * from (select row_number() over (order by day, kind, topic) as n, * from (
        select (asked_at at time zone 'Asia/Ho_Chi_Minh')::date::text as day, kind, coalesce(topic_key, '') as topic, count(*)::int as total
        from questions group by 1, 2, 3) q) t where n > ${after}::bigint order by n limit ${AT_A_TIME}`,
  },
  {
    name: 'dia-ban/dia-ban.csv',
    heading: ['số', 'mã', 'tên', 'cấp', 'thuộc', 'đã thôi'],
    query: after => sql`
      select * from (select row_number() over (order by a.code) as n, a.code, a.name, a.level, coalesce(p.code, '') as parent,
        case when a.retired_at is null then '' else 'có' end as retired
        from areas a left join areas p on p.id = a.parent_id) t where n > ${after}::bigint order by n limit ${AT_A_TIME}`,
  },
  {
    name: 'so-lieu/thong-bao.csv',
    heading: ['số', 'loại lượt gửi', 'kênh', 'tình trạng', 'số lượt'],
    query: after => sql`
      select * from (select row_number() over (order by day, channel, state) as n, * from (
        select (created_at at time zone 'Asia/Ho_Chi_Minh')::date::text as day, channel, state, count(*)::int as total
        from deliveries where lane > 0 group by 1, 2, 3) q) t where n > ${after}::bigint order by n limit ${AT_A_TIME}`,
  },
  {
    name: 'so-lieu/luot-dem.csv',
    heading: ['số', 'ngày', 'tên', 'nhãn', 'tổng'],
    query: after => sql`
      select * from (select row_number() over (order by day, name, label) as n, day::text, name, label, total::text from counters) t
      where n > ${after}::bigint order by n limit ${AT_A_TIME}`,
  },
]

async function* table(db: Database, heading: string[], query: Table['query']): AsyncGenerator<string> {
  yield csvMark + csvLine(heading)
  let after = '0'
  for (;;) {
    const { rows } = await query(after).execute(db)
    for (const row of rows) {
      const cells = Object.values(row) as CsvCell[]
      after = String(cells[0])
      yield csvLine(cells)
    }
    if (rows.length < AT_A_TIME) break
  }
}

/** What offices go by, and no other setting: some of the others are secrets. */
async function* settings(db: Database): AsyncGenerator<string> {
  const { rows } = await sql<{ line: string }>`
    select json_build_object('area', a.code, 'profile', a.profile, 'calendar',
      (select value from settings s where s.area_id = a.id and s.key = 'office.calendar'))::text as line
    from areas a where a.retired_at is null
      and (a.profile is not null or exists (select 1 from settings s where s.area_id = a.id and s.key = 'office.calendar'))
    order by a.code
  `.execute(db)
  yield `[\n${rows.map(({ line }) => line).join(',\n')}\n]\n`
}

const README = `# Nội dung của phường

- huong-dan/<mã>.json: mọi phiên bản của một hướng dẫn, cũ nhất trước; huong-dan/<mã>.md: bản mới nhất để đọc.
- so-lieu/*.csv: số câu hỏi, số lượt gửi, số lượt đếm theo ngày (UTF-8, mở được bằng Excel).
- dia-ban/: địa bàn, giờ làm việc và ngày nghỉ.

Không có tên, số điện thoại hay lời của bà con nào ở đây.
`
