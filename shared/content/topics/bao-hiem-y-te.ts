import type { Topic } from '../../procedures.ts'
import { elsewhere, referral } from '../referrals.ts'
import { portal } from '../sources.ts'

const cardChange = '1.002759'
const enrolment = '1.001939'

export const baoHiemYTe: Topic = referral({
  key: 'bao-hiem-y-te',
  title: 'Bảo hiểm y tế',
  task: 'làm thẻ bảo hiểm y tế',
  summary: 'Thẻ bảo hiểm y tế: mua mới, làm lại khi mất, sửa thông tin, đổi nơi khám.',
  authority: elsewhere(
    'cơ quan bảo hiểm xã hội',
    'Mua theo hộ gia đình: nộp ở cơ quan này, ở nơi thu bảo hiểm, hoặc trên Cổng Dịch vụ công quốc gia.',
    'Thẻ do Nhà nước hay bảo hiểm xã hội đóng hết: nộp ở phường được; đi làm thì qua công ty, đi học thì qua trường.',
  ),
  relatedProcedures: [
    {
      code: enrolment,
      name: 'Đăng ký đóng, cấp thẻ BHYT đối với người chỉ tham gia BHYT',
      when: 'mua bảo hiểm y tế lần đầu, theo hộ gia đình',
    },
    {
      code: cardChange,
      name: 'Cấp lại, đổi, điều chỉnh thông tin trên sổ BHXH, thẻ BHYT',
      when: 'mất thẻ, sai thông tin, đổi nơi khám',
    },
    {
      code: '1.001656',
      name: 'Thanh toán trực tiếp chi phí khám, chữa bệnh BHYT/Cấp giấy chứng nhận không cùng chi trả trong năm',
      when: 'đã tự trả tiền khám và muốn được thanh toán lại',
    },
    {
      code: '3.000722',
      name: 'Liên thông điện tử: đăng ký khai sinh, đăng ký thường trú, cấp thẻ bảo hiểm y tế, cấp thẻ căn cước cho trẻ em dưới 6 tuổi',
      when: 'làm thẻ cho trẻ mới khai sinh',
    },
  ],
  advice: [
    'Làm lại, đổi thẻ: điền tờ khai TK1-TS; có sửa thông tin thì tối đa 3 ngày, không sửa thì trả trong ngày.',
    'Thẻ cho trẻ dưới 6 tuổi: làm cùng lúc với khai sinh ở phường.',
    'Nơi khám ban đầu chỉ đổi được vào tháng đầu quý.',
    'Mua mới: có thẻ trong 5 ngày kể từ khi nộp đủ giấy.',
  ],
  disagreements: [
    {
      aspect: 'time',
      text: 'Cổng ghi chung 45 ngày cho cả sổ bảo hiểm xã hội và thẻ; phần các bước ghi riêng thẻ tối đa 3 ngày.',
    },
  ],
  sources: [portal],
  facts: [
    { subject: 'form-of-the-participant', value: 'TK1-TS', source: portal.id, record: cardChange },
    { subject: 'time-to-change-a-card', value: 'Không quá 03 ngày', source: portal.id, record: cardChange },
    { subject: 'time-to-verify-a-book', value: 'không quá 45 ngày', source: portal.id, record: cardChange },
    { subject: 'time-to-enrol', value: 'Không quá 05 ngày', source: portal.id, record: enrolment },
    { subject: 'reform-from', value: '01/7/2025', source: portal.id, record: enrolment },
  ],
  reviewFlags: [cardChange, enrolment].flatMap(procedure => [
    {
      code: 'DECISION_BEFORE_REFORM',
      procedure,
      text: 'Quyết định công bố có trước khi sắp xếp chính quyền từ 01/07/2025; cần xem lại nơi nhận.',
    },
    { code: 'MENTIONS_ABOLISHED', procedure, text: 'Bản gốc còn nhắc cấp huyện, nay không còn; cần xem lại nơi nhận.' },
  ]),
  aliases: [
    'bảo hiểm y tế',
    'BHYT',
    'thẻ bảo hiểm y tế',
    'mua bảo hiểm y tế',
    'bảo hiểm y tế hộ gia đình',
    'mất thẻ bảo hiểm y tế',
    'thẻ bảo hiểm hết hạn',
    'gia hạn bảo hiểm y tế',
    'đổi nơi khám bệnh ban đầu',
    'thẻ khám bệnh',
    'sai tên trên thẻ BHYT',
    'làm lại thẻ bảo hiểm y tế',
    'bảo hiểm y tế cho người già',
    'bảo hiểm y tế học sinh',
    'bảo hiểm y tế tự nguyện',
    'mua bảo hiểm khám bệnh',
    'bảo hiểm y tế hộ nghèo',
    'thẻ BHYT bị khóa',
  ],
  exampleQuestions: [
    'Nhà tôi bốn người muốn mua bảo hiểm y tế thì ra đâu mua?',
    'Thẻ bảo hiểm y tế bị mất, mai đi viện rồi, làm lại chỗ nào cho kịp?',
    'Thẻ BHYT ghi sai ngày sinh so với căn cước, sửa ở phường được không?',
    'Muốn đổi chỗ khám bảo hiểm về gần nhà thì làm sao?',
    'Mẹ tôi tám mươi hai tuổi có được cấp bảo hiểm y tế miễn phí không?',
    'Bảo hiểm y tế sắp hết hạn thì đóng tiếp ở đâu?',
    'Nghỉ làm công ty rồi thì bảo hiểm y tế mua lại kiểu gì?',
    'Đóng bảo hiểm y tế hộ gia đình một năm bao nhiêu tiền?',
    'Đi cấp cứu trái tuyến có được bảo hiểm y tế trả tiền không?',
  ],
  confusableWith: [
    {
      topic: 'khai-sinh-lien-thong',
      difference:
        'Thẻ cho trẻ mới sinh làm gộp với khai sinh ở phường; thẻ của người lớn thì hỏi cơ quan bảo hiểm xã hội.',
    },
    {
      topic: 'bhxh',
      difference: 'Thẻ để đi khám bệnh là bảo hiểm y tế; lương hưu, thai sản, rút một lần là bảo hiểm xã hội.',
    },
    {
      topic: 'tro-cap-xa-hoi',
      difference: 'Thẻ khám bệnh hỏi cơ quan bảo hiểm xã hội; tiền trợ cấp hằng tháng thì nộp ở phường.',
    },
    {
      topic: 'ho-ngheo',
      difference: 'Xét vào hộ nghèo là việc của phường; sửa, làm lại thẻ bảo hiểm y tế là việc của bảo hiểm xã hội.',
    },
  ],
})
