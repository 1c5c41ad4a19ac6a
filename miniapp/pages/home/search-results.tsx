/** What was found, as it is typed; and where to go when it was not. */
import type { Ward } from '../../api/index.ts'
import { popular, type Search, useSearch } from '../../content/index.ts'
import { CallButton, Empty, Icon, Loading, OutLink, Row, Rows, unbroken } from '../../ui/index.ts'
import { AskLink } from '../chat/ask-link.tsx'
import { type TypedText, useText } from './typed-text.ts'

interface SearchResultsProps {
  typed: TypedText
  ward: Ward | undefined
}

export function SearchResults({ typed, ward }: SearchResultsProps) {
  const text = useText(typed)
  const search = useSearch(text)
  if (text.trim() === '') {
    return (
      <>
        <p>Gõ vài chữ về việc cần làm, có dấu hay không dấu đều được. Hoặc chọn ngay việc hay hỏi:</p>
        <TopicRows rows={popular} label="Hay hỏi nhất" />
      </>
    )
  }
  if (search.state === 'failed') {
    return (
      <>
        <Empty title="Chưa mở được danh mục để tìm">
          <p>Kiểm tra mạng rồi gõ lại, hoặc chọn việc hay hỏi bên dưới.</p>
        </Empty>
        <TopicRows rows={popular} label="Hay hỏi nhất" />
        <OtherWays ward={ward} words={text} />
      </>
    )
  }
  if (search.state === 'opening') return <Loading what="Đang mở danh mục…" />
  if (search.finds.length === 0) {
    return (
      <>
        <Empty title={`Chưa thấy việc nào như “${search.text}”`}>
          <p>Thử gõ cách khác, ví dụ tên giấy tờ cần làm. Hoặc chọn việc hay hỏi bên dưới.</p>
        </Empty>
        <TopicRows rows={popular} label="Hay hỏi nhất" />
        <OtherWays ward={ward} words={text} />
      </>
    )
  }
  return (
    <>
      <p className="finds" role="status">
        {search.finds.length} việc gần nhất với “{search.text}”
      </p>
      <TopicRows rows={search.finds} label="Việc tìm thấy" />
      <OtherWays ward={ward} words={text} />
    </>
  )
}

function TopicRows({ rows, label }: { rows: Search['finds']; label: string }) {
  return (
    <Rows label={label}>
      {rows.map(({ key, title, summary }) => (
        <Row key={key} to={`/thu-tuc/${key}`} title={title} text={summary} />
      ))}
    </Rows>
  )
}

/** @param words what was looked for, to be asked instead */
function OtherWays({ ward, words }: { ward: Ward | undefined; words: string }) {
  if (!ward) return null
  return (
    <section aria-labelledby="other-ways">
      <h2 id="other-ways" className="section-title">
        Không thấy việc cần tìm?
      </h2>
      <div className="buttons">
        <AskLink words={words.trim()}>Hỏi ngay ở đây</AskLink>
        <CallButton number={ward.phone} look="main">
          Gọi {unbroken(ward.phone)}
        </CallButton>
        {ward.chatUrl && (
          <OutLink className="button" href={ward.chatUrl}>
            <Icon name="chat" />
            <span>Hỏi qua Zalo của phường</span>
          </OutLink>
        )}
      </div>
    </section>
  )
}
