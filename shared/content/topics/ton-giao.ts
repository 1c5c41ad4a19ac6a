import type { Topic } from '../../procedures.ts'
import { channels, unknownFee } from '../channels.ts'
import { laws } from '../laws.ts'
import { filledIn, handedIn } from '../papers.ts'
import { beforeReform, reformFact } from '../review.ts'
import { fromPortal, portal } from '../sources.ts'

const gathering = '1.012590'
const belief = '1.012592'
const issuedBy = 'Nghị định 95/2023/NĐ-CP'
const fees = [unknownFee('Lệ phí', 'not_stated', null)]

const forGathering = fromPortal({
  code: gathering,
  name: 'THỦ TỤC ĐĂNG KÝ SINH HOẠT TÔN GIÁO TẬP TRUNG (CẤP XÃ)',
  decision: { number: '364/QĐ-BDTTG', date: '2025-06-24' },
  updatedOn: '2026-04-23',
  recordId: '019d2bf8-5319-70f7-968b-bbdcb5f75aa5',
})
const forBelief = fromPortal({
  code: belief,
  name: 'THỦ TỤC ĐĂNG KÝ HOẠT ĐỘNG TÍN NGƯỠNG (CẤP XÃ)',
  decision: { number: '134/QĐ-BDTTG', date: '2025-03-28' },
  updatedOn: '2026-04-21',
  recordId: '019d2bf8-526e-75a6-bafe-148cf029f697',
})

export const tonGiao: Topic = {
  key: 'ton-giao',
  kind: 'procedure',
  title: 'Sinh hoạt tôn giáo, tín ngưỡng',
  task: 'đăng ký sinh hoạt tôn giáo, tín ngưỡng',
  summary: 'Đăng ký nhóm sinh hoạt tôn giáo tập trung, hoặc đăng ký hoạt động của đình, đền, miếu, nhà thờ họ.',
  category: 'van-hoa-ton-giao',
  procedures: [forGathering, forBelief],
  relatedProcedures: [
    {
      code: '1.012591',
      name: 'THỦ TỤC ĐĂNG KÝ BỔ SUNG HOẠT ĐỘNG TÍN NGƯỠNG (CẤP XÃ)',
      when: 'đã đăng ký hoạt động tín ngưỡng mà có thêm việc mới',
    },
    {
      code: '1.012585',
      name: 'THỦ TỤC ĐĂNG KÝ THAY ĐỔI NGƯỜI ĐẠI DIỆN CỦA NHÓM SINH HOẠT TÔN GIÁO TẬP TRUNG (CẤP XÃ)',
      when: 'nhóm sinh hoạt đổi người đại diện',
    },
    {
      code: '1.012584',
      name: 'THỦ TỤC ĐỀ NGHỊ THAY ĐỔI ĐỊA ĐIỂM SINH HOẠT TÔN GIÁO TẬP TRUNG TRONG ĐỊA BÀN MỘT XÃ (CẤP XÃ)',
      when: 'nhóm dời chỗ trong cùng một phường, xã',
    },
    {
      code: '1.012582',
      name: 'THỦ TỤC ĐỀ NGHỊ THAY ĐỔI ĐỊA ĐIỂM SINH HOẠT TÔN GIÁO TẬP TRUNG ĐẾN ĐỊA BÀN XÃ KHÁC (CẤP XÃ)',
      when: 'nhóm dời sang phường, xã khác',
    },
  ],
  authority: {
    kind: 'ward',
    name: 'Ủy ban nhân dân cấp xã',
    whichOffice: 'Nộp ở nơi có địa điểm sinh hoạt, hoặc nơi có đình, đền, miếu.',
    howToReach: null,
  },
  cases: [
    {
      id: 'sinh-hoat-ton-giao',
      label: 'Nhóm sinh hoạt tôn giáo',
      words: [],
      procedure: gathering,
      documents: [
        filledIn('van-ban-dang-ky', `${gathering}-c4`, 'Văn bản đăng ký sinh hoạt tôn giáo tập trung', {
          number: 'B5',
          issuedBy,
        }),
        handedIn('giay-dia-diem', `${gathering}-c1`, 'Giấy tờ chứng minh có địa điểm hợp pháp'),
        handedIn('so-yeu-ly-lich', `${gathering}-c2`, 'Sơ yếu lý lịch', {
          note: 'Nguồn không ghi của ai; thường hỏi người đại diện nhóm, gọi phường cho chắc.',
        }),
        handedIn('tom-tat-giao-ly', `${gathering}-c3`, 'Bản tóm tắt giáo lý, giáo luật', {
          condition: 'nhóm đăng ký theo khoản 2 Điều 16 Luật Tín ngưỡng, tôn giáo',
        }),
      ],
    },
    {
      id: 'hoat-dong-tin-nguong',
      label: 'Hoạt động của đình, đền, miếu',
      words: [
        'đình làng',
        'cúng đình',
        'hoạt động của đình',
        'đền thờ',
        'miếu',
        'tín ngưỡng',
        'nhà thờ họ',
        'lăng ông',
        'hầu đồng',
        'từ đường',
      ],
      procedure: belief,
      documents: [
        filledIn('van-ban-dang-ky', `${belief}-c1`, 'Văn bản đăng ký hoạt động tín ngưỡng', { number: 'B1', issuedBy }),
      ],
    },
  ],
  steps: [
    { title: 'Nộp văn bản đăng ký', text: 'Nộp tại phường, gửi bưu điện hoặc nộp trực tuyến.' },
    {
      title: 'Bổ sung nếu thiếu',
      text: 'Phường gọi, nhắn tin hoặc gửi văn bản; thời gian bổ sung không tính vào hạn.',
    },
    {
      title: 'Nhận trả lời',
      text: 'Phường trả lời chấp thuận hoặc không; không chấp thuận thì nói rõ lý do bằng văn bản.',
    },
  ],
  channels: [
    ...channels(['in_person', 'online', 'post'], {
      procedure: gathering,
      timeLimit: { value: 20, unit: 'day', text: '20 ngày.' },
      fees,
    }),
    ...channels(['in_person', 'online', 'post'], {
      procedure: belief,
      timeLimit: { value: 15, unit: 'day', text: '15 ngày.' },
      fees,
    }),
  ],
  results: ['Văn bản trả lời chấp thuận hoặc không chấp thuận'],
  eligibility: [
    'Hoạt động tín ngưỡng phải đăng ký chậm nhất 30 ngày trước khi bắt đầu.',
    'Người đại diện hoặc ban quản lý cơ sở tín ngưỡng đứng ra đăng ký.',
    'Nhóm sinh hoạt tôn giáo do tổ chức tôn giáo hoặc người đại diện nhóm đăng ký.',
  ],
  advice: ['Đình, đền mở lễ hội đông người thì xem thêm mục tổ chức lễ hội.'],
  legalBases: laws('02/2016/QH14', '95/2023/NĐ-CP', '124/2025/NĐ-CP'),
  scheduledChanges: [],
  disagreements: [],
  sources: [portal],
  facts: [
    reformFact(gathering),
    { subject: 'group-rule', value: 'khoản 2 Điều 16', source: portal.id, record: gathering },
    { subject: 'belief-deadline', value: '30 ngày', source: portal.id, record: belief },
  ],
  effectiveFrom: null,
  effectiveUntil: null,
  verifiedOn: null,
  reviewFlags: [beforeReform(forGathering), beforeReform(forBelief)],
  aliases: [
    'sinh hoạt tôn giáo',
    'nhóm tôn giáo',
    'điểm nhóm tin lành',
    'nhóm cầu nguyện tại nhà',
    'đăng ký tín ngưỡng',
    'hoạt động tín ngưỡng',
    'cúng đình làng',
    'cúng miếu',
    'tụ tập đọc kinh',
    'sinh hoạt đạo',
    'đăng ký cho đền miếu',
    'nhóm phật tử tụng kinh',
    'hội thánh tại gia',
    'lập điểm nhóm theo đạo',
    'nhóm đạo',
    'điểm sinh hoạt tôn giáo',
    'nhóm Tin Lành tại gia',
    'đọc kinh chung tại nhà',
    'đăng ký điểm nhóm',
    'cúng đình',
    'lễ cúng ở miếu',
    'đền thờ đăng ký hoạt động',
    'chùa chiền xin phép',
    'đạo Cao Đài sinh hoạt',
    'nhà thờ họ đăng ký cúng',
    'đổi người đứng đầu nhóm đạo',
    'tín ngưỡng dân gian',
    'thờ Mẫu',
  ],
  exampleQuestions: [
    'Bà con theo đạo muốn nhóm lại ở nhà tôi mỗi chủ nhật thì có phải xin phường không?',
    'Đình làng năm tới làm lễ cúng thì báo với ai, trước bao lâu?',
    'Nhóm tụng kinh hai chục người muốn sinh hoạt hẳn hoi thì viết đơn theo mẫu nào?',
    'Ban quản lý miếu Bà cần nộp giấy gì cho phường hằng năm?',
    'Xin lập điểm nhóm Tin Lành bao nhiêu ngày được trả lời?',
    'Nhóm cầu nguyện dời qua nhà khác có phải báo lại không?',
    'Gia đình tôi cho mượn nhà làm chỗ đọc kinh cho giáo dân, có phải đăng ký không?',
    'Ban khánh tiết đình muốn làm lễ cúng kỳ yên, gửi giấy cho phường trước bao nhiêu ngày?',
    'Đăng ký hoạt động của miếu một năm một lần hay mỗi lần cúng?',
    'Hội nhóm theo đạo chưa được công nhận có được tụ họp không?',
    'Trưởng nhóm Tin Lành đổi người khác thì báo phường thế nào?',
  ],
  confusableWith: [
    {
      topic: 'le-hoi',
      difference: 'Đây là sinh hoạt của đạo, của đình, đền, miếu; mở hội đông người thì là tổ chức lễ hội.',
    },
  ],
}
