/** What the ward and the neighbourhood last had to say; nothing at all while there is nothing. */
import { Row, Rows } from '../../ui/index.ts'

export interface NoticeRow {
  id: string
  title: string
  /** From whom and of what day, in words. */
  line: string
}

export function NewestNotices({ notices }: { notices: readonly NoticeRow[] }) {
  if (notices.length === 0) return null
  return (
    <section aria-labelledby="newest-notices">
      <h2 id="newest-notices" className="section-title">
        Thông báo mới
      </h2>
      <Rows label="Thông báo mới">
        {notices.map(({ id, title, line }) => (
          <Row key={id} to={`/thong-bao/${id}`} icon="bell" title={title} text={line} />
        ))}
      </Rows>
    </section>
  )
}
