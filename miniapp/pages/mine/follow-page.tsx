import { useWard } from '../../api/index.ts'
import { Page } from '../../ui/index.ts'
import { phone } from '../../zalo/index.ts'
import { insideZalo, type Permission, PermissionView } from './permission-view.tsx'
import './mine.css'

const follow: Permission = {
  title: 'Quan tâm Zalo của phường',
  reasons: [
    {
      heading: 'Để làm gì',
      text: 'Zalo của phường nằm sẵn trong danh sách trò chuyện: hỏi giấy tờ, giờ làm việc, gặp cán bộ.',
    },
    {
      heading: 'Phường biết gì',
      text: 'Zalo báo cho máy của phường một mã riêng, không có số điện thoại. Cán bộ mở hộp thư Zalo thấy tên và ảnh đang để trong Zalo.',
    },
    {
      heading: 'Bao lâu một tin',
      text: 'Hỏi thì phường trả lời. Tin báo chung chỉ gửi khi có việc, không quảng cáo.',
    },
    {
      heading: 'Muốn thôi',
      text: 'Mở Zalo của phường, bấm góc trên bên phải, chọn Bỏ quan tâm. Lúc nào cũng được.',
    },
  ],
  action: 'Quan tâm',
  done: 'Đã quan tâm Zalo của phường. Từ nay hỏi ngay trong Zalo cũng được.',
  ask: insideZalo(phone.follow),
  byHand: 'mở Zalo của phường rồi bấm Quan tâm.',
}

export default function FollowPage() {
  const { data: ward } = useWard()
  return (
    <Page title={follow.title} bar="Quan tâm">
      <PermissionView permission={follow} ward={ward} />
    </Page>
  )
}
