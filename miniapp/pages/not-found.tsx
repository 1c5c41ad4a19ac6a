import { Empty, Page, Row, Rows } from '../ui/index.ts'

export function NotFound() {
  return (
    <Page title="Không có trang này">
      <Empty title="Không có trang này">
        <p>Có thể đường dẫn đã cũ. Chọn một lối đi tiếp bên dưới.</p>
      </Empty>
      <Rows>
        <Row to="/" icon="home" title="Về trang đầu" />
        <Row to="/thu-tuc" icon="shelves" title="Xem tất cả thủ tục" />
      </Rows>
    </Page>
  )
}
