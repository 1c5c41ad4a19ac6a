import type { Topic } from '../../procedures.ts'
import { elsewhere, referral } from '../referrals.ts'
import { authorityReading, portal } from '../sources.ts'

export const giayPhepLaiXe: Topic = referral({
  key: 'giay-phep-lai-xe',
  title: 'Giấy phép lái xe',
  task: 'làm giấy phép lái xe',
  summary: 'Bằng lái xe máy, ô tô: thi lấy bằng, đổi khi hết hạn, làm lại khi mất hoặc hỏng.',
  authority: elsewhere(
    'phòng Cảnh sát giao thông, công an tỉnh, thành phố',
    'Học và thi lấy bằng thì hỏi trung tâm đào tạo, sát hạch; chưa biết chỗ thì gọi phường hỏi đường.',
  ),
  relatedProcedures: [
    {
      code: '2.000815',
      name: 'Chứng thực bản sao từ bản chính giấy tờ, văn bản do cơ quan, tổ chức có thẩm quyền của Việt Nam; cơ quan, tổ chức có thẩm quyền của nước ngoài; cơ quan, tổ chức có thẩm quyền của Việt Nam liên kết với cơ quan, tổ chức có thẩm quyền của nước ngoài cấp hoặc chứng nhận',
      when: 'cần bản sao bằng lái có đóng dấu',
    },
  ],
  advice: ['Bản sao bằng lái có đóng dấu thì phường chứng thực được.'],
  sources: [authorityReading, portal],
  aliases: [
    'bằng lái xe',
    'bằng lái xe máy',
    'bằng lái ô tô',
    'GPLX',
    'đổi bằng lái',
    'mất bằng lái',
    'bằng lái hết hạn',
    'thi bằng lái',
    'thi bằng A1',
    'học lái xe',
    'bằng B2 hết hạn',
    'làm lại bằng lái',
    'đổi bằng lái sang thẻ nhựa',
    'bằng xe hơi',
    'rớt mất bằng lái',
    'đổi bằng lái nước ngoài',
    'nâng hạng bằng lái',
    'cấp đổi giấy phép lái xe',
    'sát hạch lái xe',
  ],
  exampleQuestions: [
    'Bằng lái xe máy của tôi mất rồi thì xin lại ở đâu?',
    'Bằng lái ô tô sắp hết hạn, ra phường đổi được không?',
    'Con tôi mười tám tuổi muốn thi bằng xe máy thì đăng ký chỗ nào?',
    'Đổi bằng lái giấy cũ qua thẻ nhựa đi cơ quan nào?',
    'Bằng lái bị gãy đôi, mờ hết chữ, làm lại ra sao?',
    'Đổi bằng lái mất nhiêu tiền, có phải khám sức khỏe không?',
    'Ở tỉnh khác tới đây làm ăn, đổi bằng lái tại đây được không?',
    'Bằng lái ghi sai ngày sinh so với căn cước thì sửa ở đâu?',
    'Công an phường mình có nhận hồ sơ đổi bằng lái không?',
  ],
  confusableWith: [
    {
      topic: 'dang-ky-xe',
      difference: 'Bằng lái là giấy của người lái; cà vẹt, biển số, sang tên là đăng ký xe.',
    },
    {
      topic: 'chung-thuc-ban-sao',
      difference: 'Đổi, làm lại bằng lái là việc của cảnh sát giao thông; photo bằng lái rồi đóng dấu thì phường làm.',
    },
    {
      topic: 'can-cuoc',
      difference: 'Mất bằng lái thì hỏi cảnh sát giao thông của tỉnh; mất thẻ căn cước thì đến công an phường.',
    },
  ],
})
