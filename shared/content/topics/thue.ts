import type { Topic } from '../../procedures.ts'
import { askTheWay, elsewhere, referral } from '../referrals.ts'
import { authorityReading, portal } from '../sources.ts'

const household = '1.011022'

export const thue: Topic = referral({
  key: 'thue',
  title: 'Thuế',
  task: 'khai, nộp thuế',
  summary: 'Mã số thuế, thuế thu nhập cá nhân, thuế nhà đất, thuế của hộ kinh doanh.',
  authority: elsewhere('cơ quan thuế (Thuế cơ sở)', askTheWay),
  relatedProcedures: [
    {
      code: household,
      name: 'Khai thuế đối với hộ kinh doanh, cá nhân kinh doanh',
      when: 'buôn bán, có hộ kinh doanh',
    },
    {
      code: '1.007695',
      name: 'Khai; miễn, giảm thuế sử dụng đất phi nông nghiệp/ Khai thuế sử dụng đất nông nghiệp',
      when: 'khai hoặc xin giảm thuế đất',
    },
    {
      code: '1.007689',
      name: 'Khai thuế đối với cá nhân cho thuê bất động sản trực tiếp khai thuế với cơ quan thuế',
      when: 'cho thuê nhà, phòng trọ',
    },
    {
      code: '1.007674',
      name: 'Khai thuế TNCN đối với cá nhân có thu nhập từ chuyển nhượng bất động sản; thu nhập từ nhận thừa kế và nhận quà tặng là bất động sản',
      when: 'bán, được cho hoặc thừa kế nhà đất',
    },
    {
      code: '2.002233',
      name: 'Khai quyết toán thuế/ Hoàn thuế đối với cá nhân cư trú có thu nhập từ tiền lương, tiền công quyết toán thuế trực tiếp với cơ quan thuế',
      when: 'tự quyết toán, xin hoàn thuế thu nhập cá nhân',
    },
  ],
  advice: [
    'Hộ kinh doanh khai trên Cổng Dịch vụ công quốc gia hoặc VNeID; người cao tuổi, khuyết tật không làm được trên mạng thì nộp giấy ở Trung tâm Phục vụ hành chính công phường hoặc tỉnh.',
  ],
  sources: [portal, authorityReading],
  reviewFlags: [
    {
      code: 'AGENCY_NOT_COMMUNE',
      procedure: household,
      text: 'Cổng gắn việc khai thuế cho cấp xã nhưng nơi giải quyết là Thuế cơ sở; cần xem lại phường nhận những giấy nào.',
    },
  ],
  aliases: [
    'đóng thuế',
    'nộp thuế',
    'mã số thuế',
    'tra mã số thuế',
    'người phụ thuộc giảm thuế',
    'mã số thuế cá nhân',
    'thuế thu nhập cá nhân',
    'quyết toán thuế',
    'hoàn thuế thu nhập cá nhân',
    'thuế đất',
    'thuế đất phi nông nghiệp',
    'thuế nhà đất hằng năm',
    'thuế hộ kinh doanh',
    'thuế khoán',
    'thuế môn bài',
    'khai thuế bán hàng',
    'thuế bán hàng online',
    'thuế trước bạ',
    'nợ thuế',
    'giảm trừ gia cảnh',
    'eTax',
    'chi cục thuế',
    'thuế cho thuê nhà',
    'hộ kinh doanh đóng thuế',
    'khai thuế hộ kinh doanh',
    'giảm trừ người phụ thuộc',
    'thuế đất hằng năm',
    'khai thuế cho thuê phòng trọ',
    'cơ quan thuế',
  ],
  exampleQuestions: [
    'Tôi bán quán nước thì đóng thuế ở đâu, mỗi tháng bao nhiêu?',
    'Thuế đất năm nay nộp ở phường hay ở đâu vậy?',
    'Xin mã số thuế cho người mới đi làm thì làm sao?',
    'Đăng ký người phụ thuộc là mẹ già để giảm thuế thì nộp giấy chỗ nào?',
    'Cho thuê mấy phòng trọ có phải khai thuế không, khai với ai?',
    'Bán đồ trên mạng người ta báo phải kê khai thuế, tôi lớn tuổi không biết làm trên điện thoại?',
    'Bán nhà thì thuế thu nhập tính ra sao?',
    'Làm hai chỗ bị trừ thuế nhiều quá, xin hoàn lại ở cơ quan nào?',
    'Giấy báo nợ tiền thuế đất gửi về nhà mà tôi đóng rồi, hỏi ai?',
    'Hộ kinh doanh nhỏ thì khai thuế với ai, phường có thu không?',
  ],
  confusableWith: [
    {
      topic: 'ho-kinh-doanh',
      difference:
        'Đăng ký mở quán, xin giấy kinh doanh thì làm ở phường; khai thuế, đóng thuế khi buôn bán thì làm với cơ quan thuế.',
    },
    {
      topic: 'ho-kinh-doanh-thay-doi',
      difference: 'Tạm nghỉ, nghỉ hẳn buôn bán thì báo phường; còn nợ thuế, tính lại thuế thì hỏi cơ quan thuế.',
    },
    {
      topic: 'sang-ten-dat',
      difference: 'Tính và nộp thuế khi bán đất hỏi cơ quan thuế; đổi tên trên sổ thì nộp ở Văn phòng đăng ký đất đai.',
    },
  ],
})
