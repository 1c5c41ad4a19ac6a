import type { Topic } from '../../procedures.ts'
import { askTheWay, elsewhere, referral } from '../referrals.ts'
import { authorityReading, portal } from '../sources.ts'

const proxy = '1.001601'

export const troCapThatNghiep: Topic = referral({
  key: 'tro-cap-that-nghiep',
  title: 'Trợ cấp thất nghiệp',
  task: 'hưởng trợ cấp thất nghiệp',
  summary: 'Tiền hằng tháng khi mất việc, cho người đã đóng bảo hiểm thất nghiệp ở chỗ làm cũ.',
  authority: elsewhere('trung tâm dịch vụ việc làm của tỉnh, thành phố', askTheWay),
  relatedProcedures: [
    {
      code: proxy,
      name: 'Ủy quyền lĩnh thay các chế độ bảo hiểm xã hội, trợ cấp thất nghiệp',
      when: 'nhờ người nhận tiền thay',
    },
  ],
  advice: [
    'Nhờ người nhận tiền thay: giấy ủy quyền mẫu 13-HSB, nộp cho bưu điện.',
    'Đang hưởng mà cần thẻ bảo hiểm y tế thì nộp cho cơ quan bảo hiểm xã hội.',
  ],
  sources: [authorityReading, portal],
  facts: [{ subject: 'proxy-form', value: '13-HSB', source: portal.id, record: proxy }],
  aliases: [
    'trợ cấp thất nghiệp',
    'bảo hiểm thất nghiệp',
    'BHTN',
    'tiền thất nghiệp',
    'lãnh thất nghiệp',
    'nghỉ việc lãnh trợ cấp',
    'mất việc lãnh tiền gì',
    'bị cho nghỉ việc',
    'khai báo tìm việc hằng tháng',
    'trung tâm việc làm',
    'công ty cắt giảm người',
    'hồ sơ thất nghiệp',
    'chuyển nơi hưởng thất nghiệp',
    'rút tiền thất nghiệp',
    'hưởng bảo hiểm thất nghiệp',
    'hưởng trợ cấp thất nghiệp',
    'tiền mất việc',
  ],
  exampleQuestions: [
    'Mới bị công ty cho nghỉ, tôi muốn lãnh trợ cấp thất nghiệp thì nộp ở đâu?',
    'Nghỉ việc bao lâu thì phải nộp hồ sơ thất nghiệp?',
    'Làm được hai năm xưởng đóng cửa thì được nhận mấy tháng tiền thất nghiệp?',
    'Phường có nhận giấy tờ bảo hiểm thất nghiệp không?',
    'Tháng nào cũng phải lên khai báo tìm việc, tháng này quên thì sao?',
    'Đang lãnh tiền thất nghiệp mà về quê thì chuyển chỗ nhận được không?',
    'Xưởng may giải thể, mấy chị em công nhân lãnh tiền mất việc ở chỗ nào?',
    'Hồ sơ xin tiền thất nghiệp gồm giấy gì?',
  ],
  confusableWith: [
    {
      topic: 'bhxh',
      difference:
        'Tiền thất nghiệp nộp ở trung tâm dịch vụ việc làm; rút một lần, thai sản hỏi cơ quan bảo hiểm xã hội.',
    },
    {
      topic: 'tro-cap-xa-hoi',
      difference:
        'Tiền thất nghiệp là của người từng đóng bảo hiểm khi đi làm; trợ cấp xã hội hằng tháng thì xin ở phường.',
    },
    {
      topic: 'ho-ngheo',
      difference: 'Mất việc, đã đóng bảo hiểm thì hưởng thất nghiệp; cả nhà khó khăn thì đề nghị phường xét hộ nghèo.',
    },
  ],
})
