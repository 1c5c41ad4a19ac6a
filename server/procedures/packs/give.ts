/** Giving content out: everything of the ward as plain files, read row by row, never all at once. */
import { Readable } from 'node:stream'
import { sql } from 'kysely'
import yazl from 'yazl'
import type { Topic } from '../../../shared/procedures.ts'
import type { Database } from '../../platform/storage/index.ts'
import { guideMarkdown } from './markdown.ts'
import { TABLES, writeTable } from './tables.ts'

const AT_A_TIME = 200

/** One file of the export: what it is called, and its text piece by piece. */
interface Part {
  name: string
  pieces(): AsyncGenerator<string>
}

/**
 * Everything but people: guides with all revisions, local parts, counts of questions and of each notice, areas, settings of
 * offices.
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
    { name: 'phan-rieng/phan-rieng.json', pieces: () => localParts(db) },
    ...TABLES.map((table): Part => ({ name: table.name, pieces: () => writeTable(db, table) })),
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

/** What holds in one area only, in force and before; oldest first. */
async function* localParts(db: Database): AsyncGenerator<string> {
  let after = '0'
  let isFirst = true
  yield '[\n'
  for (;;) {
    const { rows } = await sql<{ id: string; line: string }>`
      select p.id, json_build_object('guide', p.topic_key, 'area', a.code, 'areaName', a.name, 'state', p.state, 'why', p.why,
        'decidedAt', p.decided_at, 'facts', p.facts)::text as line
      from local_parts p join areas a on a.id = p.area_id
      where p.state in ('published', 'retired') and p.id > ${after} order by p.id limit ${AT_A_TIME}
    `.execute(db)
    for (const { id, line } of rows) {
      yield (isFirst ? '' : ',\n') + line
      isFirst = false
      after = id
    }
    if (rows.length < AT_A_TIME) break
  }
  yield '\n]\n'
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
- phan-rieng/phan-rieng.json: điều riêng của từng phường (lệ phí, giờ, nơi, điện thoại, mẫu), đang dùng và trước đây.
- thong-bao/thong-bao.csv: mỗi dòng một thông báo, có bao nhiêu người nhận, đã tới, đã xem, trả lời; không có lời của tin.
- so-lieu/*.csv: số câu hỏi, số lượt đếm theo ngày (UTF-8, mở được bằng Excel).
- dia-ban/: địa bàn, giờ làm việc và ngày nghỉ.

Không có tên, số điện thoại hay lời của bà con nào ở đây.
`
