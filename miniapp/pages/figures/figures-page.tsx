/** What the ward shows of its machine: how often it is right, how often it has no answer. Counts below five stay hidden. */
import { api, useAnswer } from '../../api/index.ts'
import { Card, Loading, Notice, OldNote, Page, Row, Rows, TroubleNote } from '../../ui/index.ts'
import './figures.css'

type Figures = Awaited<ReturnType<typeof api.questions.figures.read>>
type Week = Figures['weeks'][number]

const DAY = new Intl.DateTimeFormat('vi-VN', { day: '2-digit', month: '2-digit', timeZone: 'UTC' })
const DATE = new Intl.DateTimeFormat('vi-VN', { dateStyle: 'short', timeZone: 'Asia/Ho_Chi_Minh' })
const WEEK_MS = 6 * 86_400_000

export default function FiguresPage() {
  const { data, trouble, oldSince, retry } = useAnswer(['figures'], signal =>
    api.questions.figures.read(undefined, { signal }),
  )
  return (
    <Page title="Máy trả lời đúng tới đâu" bar="Số liệu">
      {trouble === 'not-found' ? <NotShown /> : trouble && <TroubleNote trouble={trouble} retry={retry} isWholePage />}
      {!data && !trouble && <Loading what="Đang tải số liệu…" />}
      {data && (
        <>
          <h1 className="page-title">Máy trả lời đúng tới đâu</h1>
          <OldNote since={oldSince} />
          {data.selfCheck && <SelfCheck check={data.selfCheck} />}
          <Card title="Từng tuần" icon="clock">
            <p>Chỉ tính các tuần đã hết. Số nhỏ hơn 5 ghi “dưới 5”, để không ai bị đoán ra.</p>
            <ul className="weeks">
              {data.weeks.map(week => (
                <li key={week.week}>
                  <WeekOf week={week} />
                </li>
              ))}
            </ul>
          </Card>
          <Notice>Số liệu là số đếm. Không có tên, số điện thoại hay câu hỏi của ai.</Notice>
        </>
      )}
    </Page>
  )
}

function NotShown() {
  return (
    <>
      <h1 className="page-title">Phường chưa mở trang số liệu</h1>
      <p>Khi phường mở, trang này cho biết máy trả lời đúng bao nhiêu, chưa trả lời được bao nhiêu.</p>
      <Rows>
        <Row to="/" icon="home" title="Về trang đầu" />
      </Rows>
    </>
  )
}

function SelfCheck({ check }: { check: NonNullable<Figures['selfCheck']> }) {
  const share = (count: number): string => `${Math.round((count / check.questions) * 100)} %`
  return (
    <Card title="Máy tự chấm" icon="check">
      <p>
        Ngày {DATE.format(new Date(check.at))}, máy làm lại {check.questions} câu hỏi mẫu. Mỗi câu được giấu đi trước
        khi hỏi, như chưa ai từng hỏi thế.
      </p>
      <dl className="figures">
        <Figure words="Trả lời đúng việc" count={`${check.right} câu (${share(check.right)})`} />
        <Figure words="Hỏi lại, có đúng việc để chọn" count={`${check.offered} câu (${share(check.offered)})`} />
        <Figure words="Nhầm sang việc khác" count={`${check.wrong} câu (${share(check.wrong)})`} />
        <Figure words="Nói chưa trả lời được" count={`${check.refused} câu (${share(check.refused)})`} />
      </dl>
    </Card>
  )
}

function WeekOf({ week }: { week: Week }) {
  const monday = new Date(week.week)
  const { answered, unanswered, thumbsUp: up, thumbsDown: down } = week
  const isSilent = [answered, unanswered, up, down].every(count => count === null)
  return (
    <>
      <h3>
        {DAY.format(monday)} – {DAY.format(monday.getTime() + WEEK_MS)}
      </h3>
      {isSilent && <p>Quá ít lượt hỏi để hiện số.</p>}
      <dl className="figures" hidden={isSilent}>
        <Figure words="Câu trả lời" count={say(answered)} />
        <Figure words="Chưa trả lời được" count={say(unanswered)} />
        <Figure words="Khen có ích" count={say(up)} />
        <Figure words="Chê" count={say(down)} />
        {up !== null && down !== null && (
          <Figure words="Người chấm thấy có ích" count={`${Math.round((up / (up + down)) * 100)} %`} />
        )}
      </dl>
    </>
  )
}

function say(count: number | null): string {
  return count === null ? 'dưới 5' : String(count)
}

function Figure({ words, count }: { words: string; count: string }) {
  return (
    <div>
      <dt>{words}</dt>
      <dd>{count}</dd>
    </div>
  )
}
