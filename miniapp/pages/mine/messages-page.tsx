import { useWard } from '../../api/index.ts'
import { Page } from '../../ui/index.ts'
import { phone } from '../../zalo/index.ts'
import { insideZalo, type Permission, PermissionView } from './permission-view.tsx'
import './mine.css'

const messages: Permission = {
  title: 'Cho phép phường nhắn tin',
  reasons: [
    {
      heading: 'Để làm gì',
      text: 'Để phường gửi tin vào Zalo của bà con khi có việc, kể cả khi chưa bấm Quan tâm.',
    },
    {
      heading: 'Phường biết gì',
      text: 'Zalo báo cho máy của phường một mã riêng. Không có số điện thoại, không có danh bạ.',
    },
    {
      heading: 'Bao lâu một tin',
      text: 'Chỉ khi có việc của phường, của tổ, hoặc khi trả lời câu hỏi. Không quảng cáo.',
    },
    {
      heading: 'Muốn thôi',
      text: 'Mở Zalo của phường, bấm góc trên bên phải, tắt nhận tin. Muốn phường xóa hết thì nhắn “xóa dữ liệu của tôi”.',
    },
  ],
  action: 'Cho phép nhắn tin',
  done: 'Đã cho phép. Khi có việc, phường nhắn vào Zalo.',
  ask: insideZalo(phone.allowMessages),
  byHand: 'mở Zalo của phường rồi nhắn một câu, ví dụ “xin chào”.',
}

export default function MessagesPage() {
  const { data: ward } = useWard()
  return (
    <Page title={messages.title} bar="Nhắn tin">
      <PermissionView permission={messages} ward={ward} />
    </Page>
  )
}
