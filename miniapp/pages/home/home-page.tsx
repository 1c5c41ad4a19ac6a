/** The first page: one question, and what most people answer to it. The same page turns into the search. */
import { useWard } from '../../api/index.ts'
import { lifeEvents, popular, useSearcher } from '../../content/index.ts'
import { Notice, OldNote, Page, Row, Rows } from '../../ui/index.ts'
import { EmergencyNumbers } from './emergency-numbers.tsx'
import { LifeEventTiles } from './life-event-tiles.tsx'
import { Mast } from './mast.tsx'
import { NoticesSection } from './notices-section.tsx'
import { OfficeCard } from './office-card.tsx'
import { SearchResults } from './search-results.tsx'
import { TypedSearchBox } from './typed-search-box.tsx'
import { useTypedText } from './typed-text.ts'
import './home.css'

export function HomePage() {
  const { typed, isSearching } = useTypedText()
  const { data: ward, oldSince } = useWard()
  useSearcher()
  return (
    <Page
      title={isSearching ? 'Tìm giấy tờ, thủ tục' : 'Trang đầu'}
      top={
        <Mast ward={ward} isSmall={isSearching}>
          <TypedSearchBox typed={typed} isSearching={isSearching} />
        </Mast>
      }
    >
      <OldNote since={oldSince} />
      {isSearching ? (
        <SearchResults typed={typed} ward={ward} />
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
          <NoticesSection />
          <h2 className="section-title">Theo việc trong nhà</h2>
          <LifeEventTiles events={lifeEvents} />
          <div className="helping-row">
            <Rows>
              <Row
                to="/lam-giup"
                icon="elder"
                title="Làm giúp người thân"
                text="Đi thay cha mẹ, con nhỏ, người đau ốm"
              />
            </Rows>
          </div>
          {ward && <OfficeCard ward={ward} />}
          {ward && <EmergencyNumbers numbers={ward.emergencyNumbers} />}
        </>
      )}
    </Page>
  )
}
