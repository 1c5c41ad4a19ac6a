/** The tables of the export: figures and places, read a page at a time from where the last one ended. */
import { type RawBuilder, sql } from 'kysely'
import { type CsvCell, csvLine, csvMark } from '../../../shared/csv.ts'
import type { Database } from '../../platform/storage/index.ts'

const AT_A_TIME = 500

interface Table<Row extends Record<string, CsvCell> = Record<string, CsvCell>> {
  name: string
  /** Of the columns of a row, in their order. */
  heading: string[]
  /** Rows after this one in their own order, at most `AT_A_TIME`, or those of the next day. */
  query(after: Row | null): RawBuilder<Row>
  /** A page is what belongs to one day, however many rows that is. */
  isByDay?: boolean
}

const DAY = sql`(asked_at at time zone 'Asia/Ho_Chi_Minh')::date`

export const TABLES: Table[] = [
  {
    name: 'so-lieu/cau-hoi.csv',
    heading: ['ngày', 'loại', 'hướng dẫn', 'số câu'],
    isByDay: true,
    query: after => sql`
      with day as (select min(asked_at) as first from questions
        where asked_at >= coalesce((${after?.day ?? null}::date + 1)::timestamp at time zone 'Asia/Ho_Chi_Minh', '-infinity'))
      select ${DAY}::text as day, kind, coalesce(topic_key, '') as topic, count(*)::int as total
      from questions, day where asked_at >= day.first
        and asked_at < ((day.first at time zone 'Asia/Ho_Chi_Minh')::date + 1)::timestamp at time zone 'Asia/Ho_Chi_Minh'
      group by 1, 2, 3 order by 1, 2, 3`,
  },
  {
    name: 'so-lieu/luot-dem.csv',
    heading: ['ngày', 'tên', 'nhãn', 'tổng'],
    query: after => sql`
      select day::text, name, label, total::text from counters
      where ${after === null} or (day, name, label) > (${after?.day ?? null}::date, ${after?.name ?? null}::text, ${after?.label ?? null}::text)
      order by counters.day, counters.name, counters.label limit ${AT_A_TIME}`,
  },
  {
    name: 'dia-ban/dia-ban.csv',
    heading: ['mã', 'tên', 'cấp', 'thuộc', 'đã thôi'],
    query: after => sql`
      select a.code, a.name, a.level, coalesce(p.code, '') as parent, case when a.retired_at is null then '' else 'có' end as retired
      from areas a left join areas p on p.id = a.parent_id where a.code > ${after?.code ?? ''} order by a.code limit ${AT_A_TIME}`,
  },
  {
    name: 'thong-bao/thong-bao.csv',
    heading: [
      ...['số', 'mã', 'địa bàn', 'ngày viết', 'loại', 'mức', 'tình trạng', 'lượt gửi', 'người nhận'],
      ...['đang chờ', 'đã gửi', 'đã tới máy', 'đã xem trong chat', 'đã mở trong ứng dụng', 'chỉ để hộp thư'],
      ...['không gửi được', 'chưa rõ', 'đã hủy', 'mở từ nhóm', 'mở từ tờ dán', 'mở từ nơi khác', 'nhà đã báo tận cửa'],
      ...['có dự', 'số người dự', 'không dự', 'câu hỏi', 'câu hỏi chưa trả lời'],
    ],
    query: after => sql`
      select n.id::int as id, n.code, a.code as area, (n.created_at at time zone 'Asia/Ho_Chi_Minh')::date::text as day, n.kind, n.urgency,
        n.state, coalesce(b.state, '') as broadcast, coalesce(b.audience, 0) as audience,
        ${of('waiting')} as waiting, ${of('sent')} as sent, ${of('received')} as received, ${of('seen')} as seen, ${of('opened')} as opened,
        ${of('inbox')} as inbox, ${of('failed')} as failed, ${of('unknown')} as unknown, ${of('cancelled')} as cancelled,
        ${via(sql`= 'group'`)} as by_group, ${via(sql`= 'poster'`)} as by_poster, ${via(sql`not in ('group', 'poster')`)} as by_other,
        (select count(*)::int from door_marks d where d.notice_id = n.id and d.mark <> 'absent') as told,
        w.going + coalesce(t.going, 0) as going, w.people + coalesce(t.going_people, 0) as people,
        w.not_going + coalesce(t.not_going, 0) as not_going, w.questions, w.open_questions
      from notices n join areas a on a.id = n.area_id left join broadcasts b on b.id = n.broadcast_id
        left join notice_answer_totals t on t.notice_id = n.id
        cross join lateral (
          select count(*) filter (where kind = 'going')::int as going, coalesce(sum(people) filter (where kind = 'going'), 0)::int as people,
            count(*) filter (where kind = 'not_going')::int as not_going, count(*) filter (where kind = 'question')::int as questions,
            count(*) filter (where kind = 'question' and reply is null)::int as open_questions
          from notice_answers where notice_id = n.id) w
      where n.id > ${after?.id ?? 0} order by n.id limit ${AT_A_TIME}`,
  },
]

function of(measure: string): RawBuilder<unknown> {
  return sql`(select coalesce(sum(total), 0)::int from broadcast_counts c where c.broadcast_id = n.broadcast_id and c.measure = ${measure})`
}

function via(which: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`(select coalesce(sum(total), 0)::int from notice_openings o where o.notice_id = n.id and o.via ${which})`
}

/** With the mark by which spreadsheets know the letters. */
export async function* writeTable(db: Database, { heading, query, isByDay }: Table): AsyncGenerator<string> {
  yield csvMark + csvLine(heading)
  let after: Record<string, CsvCell> | null = null
  for (;;) {
    const { rows }: { rows: Record<string, CsvCell>[] } = await query(after).execute(db)
    if (rows.length > 0) yield rows.map(row => csvLine(Object.values(row))).join('')
    after = rows.at(-1) ?? null
    if (rows.length === 0 || (!isByDay && rows.length < AT_A_TIME)) return
  }
}
