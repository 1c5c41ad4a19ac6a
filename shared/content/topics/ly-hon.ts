import type { Topic } from '../../procedures.ts'
import { askTheWay, elsewhere, referral } from '../referrals.ts'
import { authorityReading, portal } from '../sources.ts'

export const lyHon: Topic = referral({
  key: 'ly-hon',
  title: 'Ly hôn',
  task: 'ly hôn',
  summary: 'Chấm dứt hôn nhân, chia tài sản, ai nuôi con, cấp dưỡng sau ly hôn.',
  authority: elsewhere('Tòa án nhân dân', askTheWay),
  relatedProcedures: [
    {
      code: '1.004873',
      name: 'Thủ tục cấp Giấy xác nhận tình trạng hôn nhân',
      when: 'đã ly hôn xong, cần giấy xác nhận đang độc thân',
    },
    {
      code: '2.000635',
      name: 'Cấp bản sao Trích lục hộ tịch, bản sao Giấy khai sinh',
      when: 'mất giấy kết hôn, giấy khai sinh của con, cần bản sao',
    },
    {
      code: '2.000554',
      name: 'Thủ tục ghi vào Sổ hộ tịch việc ly hôn, hủy việc kết hôn của công dân Việt Nam đã được giải quyết tại cơ quan có thẩm quyền của nước ngoài',
      when: 'đã ly hôn ở nước ngoài, nay ghi vào sổ trong nước',
    },
  ],
  advice: [
    'Ở phường làm được: bản sao giấy kết hôn, khai sinh của con; giấy độc thân sau khi ly hôn; ghi sổ việc ly hôn ở nước ngoài.',
  ],
  sources: [authorityReading, portal],
  aliases: [
    'ly hôn',
    'ly dị',
    'làm đơn ly hôn',
    'đơn xin ly hôn',
    'bỏ chồng',
    'bỏ vợ',
    'ly hôn thuận tình',
    'ly hôn đơn phương',
    'vợ chồng ra tòa',
    'thôi nhau',
    'giành quyền nuôi con',
    'chia tài sản vợ chồng',
    'tiền cấp dưỡng nuôi con',
    'mẫu đơn ly dị',
    'vợ bỏ đi muốn ly hôn',
    'chia tay có giấy kết hôn',
    'ly thân',
    'giải quyết ly hôn',
    'nộp đơn ra tòa ly hôn',
    'quyền nuôi con sau ly hôn',
    'chia tài sản khi ly hôn',
    'cấp dưỡng sau ly hôn',
    'vợ chồng bỏ nhau',
    'muốn bỏ chồng',
    'muốn bỏ vợ',
    'xin ly hôn với chồng',
    'hai vợ chồng ly thân',
  ],
  exampleQuestions: [
    'Hai vợ chồng đồng ý chia tay rồi, nộp đơn ly hôn ở phường được không?',
    'Chồng tôi bỏ đi mấy năm nay, tôi muốn ly dị thì làm đơn ở đâu?',
    'Ly hôn thì con nhỏ ở với ai, hỏi cơ quan nào?',
    'Mẫu đơn ly hôn xin ở chỗ mô?',
    'Muốn bỏ vợ mà vợ không chịu ký thì sao?',
    'Ra tòa ly hôn mất bao lâu, tốn bao nhiêu?',
    'Chồng cũ không gửi tiền nuôi con thì đòi ở đâu?',
    'Mất giấy đăng ký kết hôn rồi có ly hôn được không?',
    'Vợ chồng ly dị thì căn nhà chia thế nào?',
    'Vợ chồng cãi nhau hoài, giờ muốn bỏ nhau thì đơn nộp nơi nào?',
    'Ly dị xong ai được nuôi con, chồng có phải gửi tiền cấp dưỡng không?',
  ],
  confusableWith: [
    {
      topic: 'xac-nhan-tinh-trang-hon-nhan',
      difference: 'Xin ly hôn thì nộp ở tòa án; đã có bản án ly hôn, cần giấy độc thân thì xin ở phường.',
    },
    {
      topic: 'ket-hon',
      difference: 'Đăng ký kết hôn, kể cả cưới lại sau khi ly hôn, làm ở phường; ly hôn thì chỉ tòa án giải quyết.',
    },
    {
      topic: 'trich-luc-ho-tich',
      difference: 'Xin bản sao giấy kết hôn để nộp tòa thì làm ở phường; giải quyết ly hôn là việc của tòa án.',
    },
    {
      topic: 'hoa-giai-co-so',
      difference:
        'Vợ chồng xích mích, nhờ hòa giải thì tìm tổ hòa giải ở tổ dân phố; muốn ly hôn thì nộp đơn ở tòa án.',
    },
  ],
})
