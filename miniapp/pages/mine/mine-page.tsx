/** What belongs to the person who holds the phone: their places, the ward's Zalo, how the pages look, what is stored. */
import { useAccount, useWard } from '../../api/index.ts'
import { Card, LookChoices, Page, Row, Rows } from '../../ui/index.ts'
import { phone } from '../../zalo/index.ts'
import { usePlaces } from './places.ts'
import './mine.css'

export default function MinePage() {
  const { data: ward } = useWard()
  const { places } = usePlaces()
  const account = useAccount()
  const placesText = places.map(({ label, name }) => `${label}: ${name}`).join(' · ')
  return (
    <Page title="Của tôi">
      <h1 className="page-title">Của tôi</h1>
      <Rows>
        {phone.can.signIn && (
          <Row
            to="/cua-toi/dang-nhap"
            icon="person"
            title={account ? 'Đã đăng nhập' : 'Đăng nhập bằng Zalo'}
            text={account ? 'Xem, liên kết với cuộc trò chuyện, đăng xuất' : 'Để phường gửi tin của tổ cho đúng nơi'}
          />
        )}
        <Row to="/cua-toi/noi" icon="house" title="Nơi của tôi" text={placesText || 'Nhà mình, nhà ba mẹ, phòng trọ'} />
        <Row
          to="/thong-bao"
          icon="bell"
          title="Thông báo của tổ"
          text="Họp tổ, cắt điện, tiêm chủng; chọn tin muốn nhận"
        />
        {phone.can.follow && (phone.isInsideZalo || ward?.chatUrl) && (
          <Row to="/cua-toi/quan-tam" icon="chat" title="Quan tâm Zalo của phường" text="Hỏi thủ tục ngay trong Zalo" />
        )}
        {phone.can.allowMessages && (
          <Row
            to="/cua-toi/nhan-tin"
            icon="bell"
            title="Cho phép phường nhắn tin"
            text="Nhận tin của phường qua Zalo khi có việc"
          />
        )}
        {phone.can.allowNotifications && (
          <Row
            to="/cua-toi/bao-tin"
            icon="bell"
            title="Báo tin mới qua ứng dụng này"
            text="Điện thoại báo khi có tin của tổ; bật, tắt lúc nào cũng được"
          />
        )}
      </Rows>
      <div className="mine-look">
        <Card title="Cỡ chữ và màu" icon="type">
          <LookChoices />
        </Card>
      </div>
      <Rows>
        <Row to="/cua-toi/du-lieu" icon="info" title="Điều đang lưu về tôi" text="Xem trên máy này có gì, xóa hết" />
        <Row to="/cua-toi/gioi-thieu" icon="papers" title="Về ứng dụng này" text="Ai làm, nội dung lấy từ đâu" />
      </Rows>
    </Page>
  )
}
