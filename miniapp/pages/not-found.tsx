import { Page, Row, Rows, TroubleNote } from '../ui/index.ts'

export function NotFound() {
  return (
    <Page title="Không có trang này">
      <TroubleNote trouble="not-found" retry={() => undefined} isWholePage />
      <Rows>
        <Row to="/" icon="home" title="Về trang đầu" />
      </Rows>
    </Page>
  )
}
