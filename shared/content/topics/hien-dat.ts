import type { Topic } from '../../procedures.ts'
import { channels, unknownFee } from '../channels.ts'
import { landAuthority, landPaper, originalOrCopy } from '../land.ts'
import { laws } from '../laws.ts'
import { beforeReform, reformFact } from '../review.ts'
import { fromPortal, portal } from '../sources.ts'

const code = '1.013979'

const gift = fromPortal({
  code,
  name: 'Tặng cho quyền sử dụng đất cho Nhà nước hoặc cộng đồng dân cư hoặc mở rộng đường giao thông đối với trường hợp thửa đất chưa được cấp Giấy chứng nhận',
  decision: { number: '2304/QĐ-BNNMT', date: '2025-06-23' },
  updatedOn: '2026-04-16',
  recordId: '019d2bfa-8673-706e-96e4-fd2b840004ba',
})

const fees = [unknownFee('Phí, lệ phí hiến đất', 'not_stated', 'Cổng ghi: không quy định.')]

export const hienDat: Topic = {
  key: 'hien-dat',
  kind: 'procedure',
  title: 'Hiến đất làm đường, công trình chung',
  task: 'hiến đất',
  summary: 'Tặng đất chưa có sổ cho Nhà nước, cho cộng đồng dân cư hoặc để mở rộng đường.',
  category: 'dat-dai-xay-dung',
  procedures: [gift],
  relatedProcedures: [
    {
      code: '1.013978',
      name: 'Đăng ký đất đai, tài sản gắn liền với đất, cấp Giấy chứng nhận quyền sử dụng đất, quyền sở hữu tài sản gắn liền với đất lần đầu đối với hộ gia đình, cá nhân, cộng đồng dân cư, người gốc Việt Nam định cư ở nước ngoài',
      when: 'hiến một phần và muốn làm sổ cho phần đất còn lại',
    },
  ],
  authority: landAuthority,
  cases: [
    {
      id: 'dat-chua-co-so',
      label: 'Đất chưa có sổ',
      words: [],
      procedure: code,
      documents: [
        landPaper(
          'van-ban-tang-cho',
          `${code}-c1`,
          'Văn bản tặng cho quyền sử dụng đất, hoặc biên bản họp giữa đại diện thôn, tổ dân phố với người sử dụng đất',
          null,
          'Đã có biên bản họp giữa phường với người sử dụng đất thì không phải nộp hồ sơ.',
        ),
      ],
    },
  ],
  steps: [
    { title: 'Nộp hồ sơ', text: 'Nộp tại quầy một cửa hoặc Ủy ban nhân dân cấp xã, gửi bưu điện hoặc nộp trực tuyến.' },
    { title: 'Đo đạc', text: 'Bộ phận đất đai của phường đo lại hoặc trích đo thửa đất.' },
    { title: 'Ghi vào sổ sách', text: 'Văn phòng đăng ký đất đai cập nhật phần đất đã hiến vào hồ sơ địa chính.' },
    { title: 'Làm sổ phần còn lại', text: 'Phần đất còn lại, nếu có, thì làm sổ đỏ lần đầu.' },
  ],
  channels: [
    ...channels(['in_person'], { timeLimit: { value: 20, unit: 'working_day', text: '20 ngày làm việc.' }, fees }),
    ...channels(['online', 'post'], { timeLimit: { value: 10, unit: 'working_day', text: '10 ngày làm việc.' }, fees }),
  ],
  results: ['Phần đất đã hiến được ghi vào hồ sơ địa chính, cơ sở dữ liệu đất đai'],
  eligibility: ['Người đang sử dụng thửa đất chưa được cấp Giấy chứng nhận.'],
  advice: [
    'Đất đã có sổ: mục này không nói tới; gọi phường để hỏi cách làm.',
    'Không cần nộp hồ sơ khi phường đã họp và lập biên bản với người hiến.',
    originalOrCopy,
  ],
  legalBases: laws('31/2024/QH15', '101/2024/NĐ-CP', '151/2025/NĐ-CP', '43/2024/QH15', '118/2025/NĐ-CP'),
  scheduledChanges: [],
  disagreements: [
    {
      aspect: 'time',
      text: 'Cổng ghi thời hạn khác nhau theo cách nộp; khi nộp nên hỏi lại ngày hẹn.',
    },
  ],
  sources: [portal],
  facts: [reformFact(code)],
  effectiveFrom: null,
  effectiveUntil: null,
  verifiedOn: null,
  reviewFlags: [beforeReform(gift)],
  aliases: [
    'hiến đất',
    'hiến đất làm đường',
    'hiến đất mở hẻm',
    'cho đất làm nhà văn hóa',
    'tặng đất cho nhà nước',
    'góp đất mở đường',
    'nhường đất làm đường',
    'hiến đất xây trường',
    'lùi rào làm đường',
    'hiến đất cho phường',
    'tặng đất cho thôn',
    'cho đất mở kiệt',
  ],
  exampleQuestions: [
    'Nhà tôi muốn hiến một mét đất trước nhà để mở rộng con hẻm thì làm giấy tờ gì?',
    'Xóm làm đường, bà con góp đất thì có phải ra phường làm thủ tục chi không?',
    'Ba tôi muốn cho miếng đất để cất nhà văn hóa tổ, làm sao cho đúng?',
    'Hiến đất rồi phần còn lại có được làm sổ không?',
    'Nhường đất làm đường thì có mất tiền đo đạc không?',
    'Đất chưa có sổ thì có hiến cho nhà nước được không?',
  ],
  confusableWith: [
    {
      topic: 'sang-ten-dat',
      difference: 'Hiến là tặng đất cho Nhà nước hay xóm làng; tặng cho con cháu, người khác thì đăng ký sang tên.',
    },
    {
      topic: 'cap-so-do-lan-dau',
      difference: 'Hiến là cho bớt đất đi; xin sổ cho đất mình giữ thì làm sổ đỏ lần đầu.',
    },
  ],
}
