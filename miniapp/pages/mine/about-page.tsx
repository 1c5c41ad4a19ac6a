/** Who runs this, how to reach them, and what the words rest on. */
import { useWard } from '../../api/index.ts'
import { CallButton, Card, Notice, Page, Row, Rows, unbroken } from '../../ui/index.ts'
import { license, version } from './edition.ts'

export default function AboutPage() {
  const { data: ward } = useWard()
  return (
    <Page title="Về ứng dụng này" bar="Giới thiệu">
      <h1 className="page-title">Về ứng dụng này</h1>
      {ward?.isPractice && (
        <Notice tone="check">Đây là bản tập dượt: phường, địa chỉ và số điện thoại đều không có thật.</Notice>
      )}
      <Card title="Ai phụ trách" icon="house">
        {ward && (
          <>
            <p>
              <strong>{ward.officeName}</strong>
            </p>
            <p>{ward.address}</p>
            <CallButton number={ward.phone}>Gọi {unbroken(ward.phone)}</CallButton>
          </>
        )}
        {!ward && <p>Chưa nối được tới máy của phường. Mở lại trang này khi có mạng.</p>}
      </Card>
      <Card title="Nội dung lấy từ đâu" icon="law">
        <p>
          Hướng dẫn thủ tục lấy từ Cổng Dịch vụ công quốc gia và văn bản pháp luật. Cuối mỗi hướng dẫn ghi nguồn, ngày
          lấy, phiên bản.
        </p>
        <p>Mục nào phường chưa kiểm tra lại thì có ghi ở đầu; gọi phường trước khi đi.</p>
      </Card>
      <Card title="Ứng dụng" icon="info">
        <p>
          Một Cửa, phiên bản {version}. Phần mềm nguồn mở, giấy phép {license}.
        </p>
        <p>Không quảng cáo, không theo dõi ai, không cần đăng nhập để đọc.</p>
      </Card>
      <Rows>
        <Row to="/cua-toi/du-lieu" icon="person" title="Điều đang lưu về tôi" />
        <Row to="/so-lieu" icon="info" title="Máy trả lời đúng tới đâu" />
      </Rows>
    </Page>
  )
}
