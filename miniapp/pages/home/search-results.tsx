/** What was found, as it is typed; and where to go when it was not. */
import { memo, useDeferredValue } from 'react'
import type { Ward } from '../../api/index.ts'
import { popular, type Search, useSearch } from '../../content/index.ts'
import { Button, CallButton, Empty, Icon, Loading, OutLink, Row, Rows, unbroken } from '../../ui/index.ts'
import { AskLink } from '../chat/ask-link.tsx'
import { type TypedText, useText } from './typed-text.ts'

interface SearchResultsProps {
  typed: TypedText
  ward: Ward | undefined
}

/** The same parts in every state: a first key changes words in rows that stand there already, and draws none anew. */
export function SearchResults({ typed, ward }: SearchResultsProps) {
  const text = useText(typed)
  const search = useSearch(text)
  const isTyped = text.trim() !== ''
  const isFound = isTyped && search.finds.length > 0
  // Nobody looks at these while typing: they follow once the finds are painted.
  const askedWords = useDeferredValue(search.text || text.trim())
  return (
    <>
      <Lead search={search} isTyped={isTyped} />
      {isFound ? (
        <TopicRows rows={search.finds} label="Việc tìm thấy" />
      ) : (
        <TopicRows rows={popular} label="Hay hỏi nhất" />
      )}
      <OtherWays ward={ward} words={askedWords} />
    </>
  )
}

function Lead({ search, isTyped }: { search: Search; isTyped: boolean }) {
  if (isTyped && search.state === 'failed')
    return (
      <Empty title="Chưa mở được danh mục để tìm">
        <p>Kiểm tra mạng rồi bấm Thử lại, hoặc chọn việc hay hỏi bên dưới.</p>
        <Button look="main" onClick={search.retry}>
          Thử lại
        </Button>
      </Empty>
    )
  if (isTyped && search.state === 'opening') return <Loading what="Đang mở danh mục…" />
  if (!isTyped) return <p>Gõ vài chữ về việc cần làm, có dấu hay không dấu đều được. Hoặc chọn ngay việc hay hỏi:</p>
  if (search.text === '')
    return (
      <p className="finds" role="status">
        Đang tìm…
      </p>
    )
  if (search.finds.length === 0)
    return (
      <Empty title={`Chưa thấy việc nào như “${search.text}”`}>
        <p>Thử gõ cách khác, ví dụ tên giấy tờ cần làm. Hoặc chọn việc hay hỏi bên dưới.</p>
      </Empty>
    )
  return (
    <p className="finds" role="status">
      {search.finds.length} việc gần nhất với “{search.text}”
    </p>
  )
}

function TopicRows({ rows, label }: { rows: Search['finds']; label: string }) {
  return (
    <Rows label={label}>
      {rows.map(({ key, title, summary }, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a row has no memory; another find in its place is only other words
        <Row key={place} to={`/thu-tuc/${key}`} title={title} text={summary} />
      ))}
    </Rows>
  )
}

/** @param words what was looked for, to be asked instead */
const OtherWays = memo(function OtherWays({ ward, words }: { ward: Ward | undefined; words: string }) {
  if (!ward) return null
  return (
    <section aria-labelledby="other-ways">
      <h2 id="other-ways" className="section-title">
        Không thấy việc cần tìm?
      </h2>
      <div className="buttons">
        <AskLink words={words}>Hỏi ngay ở đây</AskLink>
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
})
