/** The first page: one question, and what most people answer to it. The same page turns into the search. */
import { useEffect, useState } from 'react'
import { useLocation, useNavigate } from 'react-router-dom'
import { useWard } from '../../api/index.ts'
import { lifeEvents, popular, useSearch } from '../../content/index.ts'
import { Notice, OldNote, Page, Row, Rows, SearchBox } from '../../ui/index.ts'
import { EmergencyNumbers } from './emergency-numbers.tsx'
import { LifeEventTiles } from './life-event-tiles.tsx'
import { Mast } from './mast.tsx'
import { OfficeCard } from './office-card.tsx'
import { SearchResults } from './search-results.tsx'
import './home.css'

export function HomePage() {
  const { text, isSearching, type, submit } = useTypedText()
  const { data: ward, oldSince } = useWard()
  const search = useSearch(text)
  return (
    <Page
      title={isSearching ? 'Tìm giấy tờ, thủ tục' : 'Trang đầu'}
      top={
        <Mast ward={ward} isSmall={isSearching}>
          <SearchBox
            label="Tìm giấy tờ, thủ tục"
            hint="Ví dụ: khai sinh"
            value={text}
            onChange={type}
            onSubmit={submit}
            hasFocus={isSearching}
          />
        </Mast>
      }
    >
      <OldNote since={oldSince} />
      {isSearching ? (
        <SearchResults text={text} search={search} ward={ward} />
      ) : (
        <>
          {ward?.isPractice && (
            <Notice tone="check">Đây là bản tập dượt: phường, địa chỉ và số điện thoại đều không có thật.</Notice>
          )}
          <h2 className="section-title">Hay hỏi nhất</h2>
          <Rows label="Hay hỏi nhất">
            {popular.map(({ key, title }) => (
              <Row key={key} to={`/thu-tuc/${key}`} title={title} />
            ))}
            <Row to="/thu-tuc" title="Xem tất cả thủ tục" />
          </Rows>
          <h2 className="section-title">Theo việc trong nhà</h2>
          <LifeEventTiles events={lifeEvents} />
          {ward && <OfficeCard ward={ward} />}
          {ward && <EmergencyNumbers numbers={ward.emergencyNumbers} />}
        </>
      )}
    </Page>
  )
}

const REST_MS = 400

/**
 * What is typed. It lives in the browser's history, so that the way back from a guide leads to the same finds; it is never
 * part of an address, so that no server reads it.
 */
function useTypedText() {
  const navigate = useNavigate()
  const { pathname, state } = useLocation()
  const isSearching = pathname === '/tim'
  const remembered: string = isSearching && typeof state?.text === 'string' ? state.text : ''
  const [text, setText] = useState(remembered)

  // biome-ignore lint/correctness/useExhaustiveDependencies: the way back and forth sets the text; typing does not
  useEffect(() => setText(remembered), [pathname])

  useEffect(() => {
    if (!isSearching || text === remembered) return
    const timer = setTimeout(() => navigate('/tim', { replace: true, state: { text } }), REST_MS)
    return () => clearTimeout(timer)
  }, [isSearching, text, remembered, navigate])

  return {
    text,
    isSearching,
    type(next: string) {
      setText(next)
      if (!isSearching) navigate('/tim', { state: { text: next } })
    },
    submit() {
      if (!isSearching) navigate('/tim', { state: { text } })
      if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
    },
  }
}
