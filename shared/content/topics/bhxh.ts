import type { Topic } from '../../procedures.ts'
import { elsewhere, referral } from '../referrals.ts'
import { portal } from '../sources.ts'

const lumpSum = '1.001613'
const voluntary = '1.002179'
const maternity = '2.000693'
const proxy = '1.001601'

export const bhxh: Topic = referral({
  key: 'bhxh',
  title: 'Bảo hiểm xã hội',
  task: 'làm chế độ bảo hiểm xã hội',
  summary: 'Sổ và các chế độ bảo hiểm xã hội: thai sản, ốm đau, rút một lần, đóng tự nguyện, lương hưu, tử tuất.',
  authority: elsewhere(
    'cơ quan bảo hiểm xã hội (cơ sở hoặc tỉnh, thành phố)',
    'Đang đi làm thì nộp qua công ty; không còn đi làm hoặc đóng tự nguyện thì đến cơ quan bảo hiểm xã hội.',
  ),
  relatedProcedures: [
    { code: maternity, name: 'Giải quyết hưởng chế độ thai sản', when: 'sinh con, nhận con nuôi mà có đóng bảo hiểm' },
    { code: lumpSum, name: 'Giải quyết hưởng bảo hiểm xã hội một lần', when: 'muốn rút một lần' },
    {
      code: voluntary,
      name: 'Đăng ký, đăng ký lại, điều chỉnh đóng BHXH tự nguyện; cấp sổ BHXH',
      when: 'tự đóng, không qua công ty',
    },
    {
      code: proxy,
      name: 'Ủy quyền lĩnh thay các chế độ bảo hiểm xã hội, trợ cấp thất nghiệp',
      when: 'nhờ người nhận tiền thay',
    },
    {
      code: '2.000740',
      name: 'Người hưởng lĩnh chế độ bảo hiểm xã hội bằng tiền mặt chuyển sang lĩnh bằng tài khoản cá nhân và ngược lại, hoặc thay đổi thông tin cá nhân',
      when: 'đổi cách nhận lương hưu',
    },
    {
      code: '2.000821',
      name: 'Giải quyết hưởng chế độ tử tuất',
      when: 'người đóng bảo hiểm hoặc hưởng lương hưu đã mất',
    },
    { code: '1.001667', name: 'Giải quyết hưởng chế độ ốm đau', when: 'nghỉ ốm mà có đóng bảo hiểm' },
  ],
  advice: [
    'Thai sản: nộp cho công ty chậm nhất 45 ngày sau khi hết nghỉ; đóng tự nguyện thì nộp trong 60 ngày từ ngày sinh.',
    'Rút một lần: sổ bảo hiểm xã hội và đơn mẫu 14-HSB.',
    'Đóng tự nguyện: tờ khai TK1-TS, nộp cho cơ quan bảo hiểm xã hội hoặc nơi thu, trên mạng cũng được.',
    'Nhờ người nhận tiền thay: giấy ủy quyền mẫu 13-HSB.',
  ],
  disagreements: [
    {
      aspect: 'eligibility',
      text: 'Bản trên Cổng về rút một lần còn dẫn Luật 58/2014/QH13; chế độ thai sản đã theo Luật 41/2024/QH15. Hỏi điều kiện trước khi nộp.',
    },
  ],
  sources: [portal],
  facts: [
    { subject: 'time-to-claim-maternity', value: 'chậm nhất 45 ngày', source: portal.id, record: maternity },
    { subject: 'time-to-claim-when-voluntary', value: 'chậm nhất 60 ngày', source: portal.id, record: maternity },
    { subject: 'new-law', value: '41/2024/QH15', source: portal.id, record: maternity },
    { subject: 'old-law', value: '58/2014/QH13', source: portal.id, record: lumpSum },
    { subject: 'lump-sum-form', value: '14-HSB', source: portal.id, record: lumpSum },
    { subject: 'form-of-the-participant', value: 'TK1-TS', source: portal.id, record: voluntary },
    { subject: 'proxy-form', value: '13-HSB', source: portal.id, record: proxy },
    { subject: 'reform-from', value: '01/7/2025', source: portal.id, record: lumpSum },
  ],
  reviewFlags: [
    ...[lumpSum, voluntary].flatMap(procedure => [
      {
        code: 'DECISION_BEFORE_REFORM',
        procedure,
        text: 'Quyết định công bố có trước khi sắp xếp chính quyền từ 01/07/2025; cần xem lại nơi nhận.',
      },
      {
        code: 'MENTIONS_ABOLISHED',
        procedure,
        text: 'Bản gốc còn nhắc cấp huyện, nay không còn; cần xem lại nơi nhận.',
      },
    ]),
    {
      code: 'DECISION_BEFORE_REFORM',
      procedure: proxy,
      text: 'Quyết định công bố có trước khi sắp xếp chính quyền từ 01/07/2025; cần xem lại nơi nhận.',
    },
    {
      code: 'MENTIONS_ABOLISHED',
      procedure: proxy,
      text: 'Bản gốc còn nhắc Chứng minh nhân dân, nay không còn dùng; cần đối chiếu lại.',
    },
  ],
  aliases: [
    'bảo hiểm xã hội',
    'BHXH',
    'sổ bảo hiểm xã hội',
    'rút bảo hiểm xã hội một lần',
    'rút BHXH',
    'lãnh bảo hiểm một cục',
    'chế độ thai sản',
    'tiền thai sản',
    'bảo hiểm xã hội tự nguyện',
    'lương hưu',
    'làm thủ tục nghỉ hưu',
    'mất sổ bảo hiểm xã hội',
    'chốt sổ bảo hiểm',
    'gộp sổ bảo hiểm xã hội',
    'tiền tuất',
    'nghỉ ốm hưởng bảo hiểm',
    'dời chỗ lãnh lương hưu',
    'VssID',
    'trợ cấp tuất bảo hiểm xã hội',
    'bảo hiểm trả tiền nghỉ sinh',
    'chế độ ốm đau',
  ],
  exampleQuestions: [
    'Nghỉ làm công ty một năm rồi, giờ muốn rút bảo hiểm thì tới đâu?',
    'Vợ tôi sinh em bé, lãnh tiền thai sản ở phường hay ở công ty?',
    'Bán hàng tự do muốn đóng bảo hiểm để sau này có lương hưu thì đăng ký chỗ nào?',
    'Ba tôi đang lãnh lương hưu mới mất, gia đình làm chế độ gì, nộp ở đâu?',
    'Mất cuốn sổ bảo hiểm xã hội thì xin lại thế nào?',
    'Lương hưu đang nhận tiền mặt, muốn chuyển vô thẻ ATM thì làm sao?',
    'Đóng bảo hiểm được mười lăm năm thì bao giờ có lương hưu?',
    'Có hai sổ bảo hiểm ở hai công ty, gộp lại một sổ được không?',
    'Bà ngoại yếu không đi lãnh lương hưu được, con cháu nhận thay cần giấy gì?',
  ],
  confusableWith: [
    {
      topic: 'tro-cap-nguoi-cao-tuoi',
      difference:
        'Lương hưu là của người đã đóng bảo hiểm xã hội; người cao tuổi không có lương hưu thì xin trợ cấp ở phường.',
    },
    {
      topic: 'bao-hiem-y-te',
      difference: 'Lương hưu, thai sản, rút một lần là bảo hiểm xã hội; thẻ đi khám bệnh là bảo hiểm y tế.',
    },
    {
      topic: 'tro-cap-that-nghiep',
      difference: 'Rút một lần, chốt sổ hỏi bảo hiểm xã hội; tiền thất nghiệp nộp ở trung tâm dịch vụ việc làm.',
    },
    {
      topic: 'mai-tang',
      difference:
        'Người đã mất có đóng bảo hiểm hay lương hưu thì hỏi bảo hiểm xã hội; diện trợ cấp xã hội thì xin ở phường.',
    },
  ],
})
