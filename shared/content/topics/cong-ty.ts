import type { Topic } from '../../procedures.ts'
import { askTheWay, elsewhere, referral } from '../referrals.ts'
import { authorityReading, portal } from '../sources.ts'

export const congTy: Topic = referral({
  key: 'cong-ty',
  title: 'Thành lập công ty, doanh nghiệp',
  task: 'thành lập công ty, doanh nghiệp',
  summary: 'Lập, đổi thông tin, tạm ngừng hoặc giải thể công ty, doanh nghiệp tư nhân, chi nhánh.',
  authority: elsewhere('cơ quan đăng ký kinh doanh của tỉnh, thành phố', askTheWay),
  relatedProcedures: [
    {
      code: '1.001612',
      name: 'Đăng ký thành lập hộ kinh doanh',
      when: 'buôn bán nhỏ, không lập công ty',
    },
  ],
  advice: ['Buôn bán nhỏ, không lập công ty thì đăng ký hộ kinh doanh ở phường.'],
  sources: [authorityReading, portal],
  aliases: [
    'thành lập công ty',
    'mở công ty',
    'lập công ty',
    'đăng ký doanh nghiệp',
    'công ty TNHH',
    'công ty cổ phần',
    'doanh nghiệp tư nhân',
    'mở doanh nghiệp',
    'giải thể công ty',
    'tạm ngừng công ty',
    'thay đổi giám đốc công ty',
    'đổi tên công ty',
    'mở chi nhánh công ty',
    'văn phòng đại diện',
    'tăng vốn điều lệ',
    'giấy phép công ty',
    'công ty một thành viên',
    'chuyển hộ kinh doanh lên công ty',
    'đăng ký thành lập doanh nghiệp',
    'hộ kinh doanh chuyển thành công ty',
  ],
  exampleQuestions: [
    'Tôi muốn mở công ty nhỏ làm sắt thép thì đăng ký ở phường được không?',
    'Mấy anh em góp vốn lập công ty thì phải đến cơ quan nào?',
    'Công ty của tôi dời trụ sở qua phường khác thì báo ở đâu?',
    'Làm ăn thua lỗ muốn giải thể công ty phải làm gì?',
    'Mở công ty TNHH cần giấy tờ chi?',
    'Đang có hộ kinh doanh muốn lên doanh nghiệp thì xin chỗ nào?',
    'Đổi người đại diện theo pháp luật của công ty nộp hồ sơ ở đâu?',
    'Phí lập doanh nghiệp bao nhiêu, mấy ngày xong?',
    'Công ty muốn đặt thêm văn phòng đại diện ở phường này thì hỏi ai?',
  ],
  confusableWith: [
    {
      topic: 'ho-kinh-doanh',
      difference:
        'Quán, tiệm, sạp buôn bán nhỏ đăng ký hộ kinh doanh ở phường; công ty, doanh nghiệp đăng ký ở cấp tỉnh.',
    },
    {
      topic: 'ho-kinh-doanh-thay-doi',
      difference: 'Đổi, tạm ngừng, nghỉ hộ kinh doanh thì làm ở phường; đổi, giải thể công ty thì làm ở cấp tỉnh.',
    },
    {
      topic: 'thue',
      difference: 'Lập công ty hỏi cơ quan đăng ký kinh doanh; khai thuế, hóa đơn của công ty hỏi cơ quan thuế.',
    },
  ],
})
