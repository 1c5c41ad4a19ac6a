import type { Topic } from '../../procedures.ts'
import { askTheWay, elsewhere, referral } from '../referrals.ts'
import { authorityReading, portal } from '../sources.ts'

const lossReport = '1.010386'

export const hoChieu: Topic = referral({
  key: 'ho-chieu',
  title: 'Hộ chiếu',
  task: 'làm hộ chiếu',
  summary: 'Hộ chiếu để đi nước ngoài: làm lần đầu, đổi khi hết hạn, làm lại sau khi mất.',
  authority: elsewhere('phòng Quản lý xuất nhập cảnh, công an tỉnh, thành phố', askTheWay),
  relatedProcedures: [
    {
      code: lossReport,
      name: 'Trình báo mất hộ chiếu phổ thông (thực hiện tại cấp xã)',
      when: 'bị mất hộ chiếu, phải trình báo trước',
    },
  ],
  advice: [
    'Mất hộ chiếu: trình báo trong 2 ngày làm việc ở công an phường, xã gần nhất hoặc trên Cổng Dịch vụ công quốc gia.',
  ],
  sources: [authorityReading, portal],
  facts: [{ subject: 'time-to-report-a-loss', value: '02 ngày làm việc', source: portal.id, record: lossReport }],
  aliases: [
    'làm hộ chiếu',
    'làm passport',
    'pát po',
    'hộ chiếu phổ thông',
    'hộ chiếu gắn chip',
    'đổi hộ chiếu',
    'hộ chiếu hết hạn',
    'gia hạn passport',
    'hộ chiếu cho con nít',
    'cấp lại hộ chiếu',
    'sổ hộ chiếu',
    'xin hộ chiếu',
    'làm hộ chiếu đi lao động',
    'hộ chiếu đi du học',
    'tiền làm passport',
    'cấp hộ chiếu mới',
    'đi du lịch Thái Lan cần làm hộ chiếu',
    'hộ chiếu lần đầu',
    'phòng xuất nhập cảnh',
    'cấp hộ chiếu phổ thông ở trong nước',
    'cấp lại hộ chiếu bị hỏng',
    'làm pát po đi nước ngoài',
    'hộ chiếu điện tử',
  ],
  exampleQuestions: [
    'Tết này nhà tôi đi Thái chơi, làm hộ chiếu ở phường có được không?',
    'Passport của tui hết hạn rồi thì đổi ở mô?',
    'Muốn qua Mỹ thăm con gái mà chưa có hộ chiếu, phải đi đâu làm?',
    'Làm hộ chiếu cho đứa nhỏ năm tuổi thì nộp chỗ nào?',
    'Công an phường có nhận làm hộ chiếu không hay phải lên tỉnh?',
    'Làm passport mất bao nhiêu tiền, bao lâu có?',
    'Hộ khẩu ở quê, đang ở trọ đây có làm hộ chiếu được không?',
    'Hộ chiếu bị ướt nhòe chữ, xin cuốn mới ở đâu?',
    'Đi xuất khẩu lao động bên Nhật người ta kêu phải có hộ chiếu, xin cấp ở chỗ nào?',
  ],
  confusableWith: [
    {
      topic: 'mat-ho-chieu',
      difference: 'Báo mất hộ chiếu thì đến công an phường; làm cuốn mới thì đến công an tỉnh, thành phố.',
    },
    {
      topic: 'can-cuoc',
      difference: 'Hộ chiếu dùng đi nước ngoài, làm ở công an tỉnh, thành phố; thẻ căn cước làm ở công an phường.',
    },
    {
      topic: 'chung-thuc-ban-sao',
      difference: 'Làm cuốn hộ chiếu là việc của công an tỉnh, thành phố; photo hộ chiếu rồi đóng dấu thì phường làm.',
    },
  ],
})
