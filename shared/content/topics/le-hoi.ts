import type { Topic } from '../../procedures.ts'
import { channels, unknownFee } from '../channels.ts'
import { laws } from '../laws.ts'
import { handedIn } from '../papers.ts'
import { beforeReform, reformFact } from '../review.ts'
import { fromPortal, portal } from '../sources.ts'

const notice = '1.003622'
const registration = '1.013791'
const fees = [unknownFee('Lệ phí', 'not_stated', null)]

const forNotice = fromPortal({
  code: notice,
  name: 'Thủ tục thông báo tổ chức lễ hội cấp xã',
  decision: { number: '3684/QĐ-BVHTTDL', date: '2022-12-28' },
  updatedOn: '2026-06-02',
  recordId: '019d2bfd-c4cb-734d-bb80-29723a707c08',
})
const forRegistration = fromPortal({
  code: registration,
  name: 'Thủ tục tiếp nhận hồ sơ đăng ký lễ hội quy mô cấp xã',
  decision: { number: '2069/QĐ-BVHTTDL', date: '2025-06-19' },
  updatedOn: '2026-05-29',
  recordId: '019d2bfd-ec2b-7125-824c-c4bea27bd2c8',
})

export const leHoi: Topic = {
  key: 'le-hoi',
  kind: 'procedure',
  title: 'Tổ chức lễ hội',
  task: 'đăng ký tổ chức lễ hội',
  summary: 'Lễ hội làm hằng năm thì thông báo cho phường; lễ hội lần đầu, khôi phục hoặc có thay đổi thì phải đăng ký.',
  category: 'van-hoa-ton-giao',
  procedures: [forNotice, forRegistration],
  relatedProcedures: [
    {
      code: '1.012592',
      name: 'THỦ TỤC ĐĂNG KÝ HOẠT ĐỘNG TÍN NGƯỠNG (CẤP XÃ)',
      when: 'chỉ cúng lễ ở đình, đền, miếu',
    },
  ],
  authority: {
    kind: 'ward',
    name: 'Ủy ban nhân dân cấp xã',
    whichOffice: null,
    howToReach: null,
  },
  cases: [
    {
      id: 'hang-nam',
      label: 'Lễ hội làm hằng năm',
      words: [],
      procedure: notice,
      documents: [
        handedIn('van-ban-thong-bao', `${notice}-c1`, 'Văn bản thông báo tổ chức lễ hội', {
          note: 'Ghi tên lễ hội, lý do, thời gian, địa điểm, quy mô, các hoạt động, khách mời, ban tổ chức và cách giữ an ninh, phòng cháy, vệ sinh.',
        }),
      ],
    },
    {
      id: 'lan-dau',
      label: 'Lần đầu, khôi phục, thay đổi',
      words: [
        'lần đầu',
        'khôi phục',
        'làm lại',
        'đổi địa điểm',
        'thay đổi',
        'mấy năm không làm',
        'chưa từng',
        'đăng ký',
      ],
      procedure: registration,
      documents: [
        handedIn('van-ban-dang-ky', `${registration}-c2`, 'Văn bản đăng ký lễ hội', {
          note: 'Ghi tên lễ hội, lý do, thời gian, địa điểm, quy mô, nội dung và khách mời.',
        }),
        handedIn('phuong-an-an-ninh', `${registration}-c1`, 'Phương án giữ an ninh, phòng cháy, bảo vệ môi trường'),
        handedIn('ban-to-chuc', `${registration}-c3`, 'Dự kiến thành phần Ban tổ chức'),
        handedIn('nguon-goc', `${registration}-c4`, 'Tài liệu chứng minh nguồn gốc lễ hội', {
          condition: 'là lễ hội truyền thống',
        }),
      ],
    },
  ],
  steps: [
    {
      title: 'Nộp sớm',
      text: 'Làm hằng năm: trước ít nhất 20 ngày; phải đăng ký: trước ít nhất 30 ngày làm việc. Nộp trực tiếp, gửi bưu điện hoặc trực tuyến.',
    },
    { title: 'Phường xem xét', text: 'Phường xem giấy tờ và cách giữ an ninh, phòng cháy, vệ sinh.' },
    {
      title: 'Nhận trả lời',
      text: 'Thông báo mà sau 15 ngày phường không có ý kiến thì cứ làm; đăng ký thì phải chờ văn bản chấp thuận mới được làm.',
    },
  ],
  channels: [
    ...channels(['in_person', 'post'], {
      procedure: notice,
      timeLimit: { value: 15, unit: 'day', text: '15 ngày; phường không có ý kiến thì được tổ chức.' },
      fees,
    }),
    ...channels(['in_person', 'online', 'post'], {
      procedure: registration,
      timeLimit: { value: 15, unit: 'working_day', text: '15 ngày làm việc kể từ khi hồ sơ hợp lệ.' },
      fees,
    }),
  ],
  results: ['Văn bản trả lời khi phường không đồng ý với thông báo', 'Văn bản chấp thuận lễ hội đã đăng ký'],
  eligibility: [
    'Chỉ thông báo: lễ hội cấp xã được tổ chức hằng năm.',
    'Phải đăng ký: lễ hội lần đầu, khôi phục sau khi gián đoạn từ 2 năm trở lên, hoặc lễ hội truyền thống có thay đổi cách làm, nội dung, địa điểm.',
  ],
  advice: ['Lễ hội lớn hơn một phường, xã: nguồn ở đây chưa có; hỏi phường.'],
  legalBases: laws('110/2018/NĐ-CP', '137/2025/NĐ-CP', '138/2025/NĐ-CP'),
  scheduledChanges: [],
  disagreements: [
    {
      aspect: 'steps',
      text: 'Phần kết quả trên Cổng ghi nhầm sang giấy về quyền tác giả; ở đây theo phần các bước.',
    },
    {
      aspect: 'online',
      text: 'Lễ hội hằng năm: phần các bước cho nộp trực tuyến, bảng cách nộp không có; gọi phường hỏi trước.',
    },
  ],
  sources: [portal],
  facts: [
    reformFact(notice),
    { subject: 'notice-before', value: 'ít nhất 20 ngày', source: portal.id, record: notice },
    { subject: 'registration-before', value: 'ít nhất 30 ngày làm việc', source: portal.id, record: registration },
    { subject: 'interruption', value: '02 năm', source: portal.id, record: registration },
  ],
  effectiveFrom: null,
  effectiveUntil: null,
  verifiedOn: null,
  reviewFlags: [beforeReform(forNotice), beforeReform(forRegistration)],
  aliases: [
    'lễ hội',
    'tổ chức lễ hội',
    'mở hội làng',
    'hội đình',
    'lễ hội cầu ngư',
    'lễ kỳ yên',
    'thông báo lễ hội',
    'đăng ký lễ hội',
    'khôi phục lễ hội',
    'lễ hội truyền thống',
    'hội xuân',
    'lễ hội ngành nghề',
    'làm hội đua ghe',
    'rước lễ ngoài đường',
    'hội làng',
    'lễ hội đầu năm',
    'xin mở hội',
    'tổ chức hội đình',
    'lễ hội đua thuyền',
    'lễ hội nghinh Ông',
    'lễ hội làng nghề',
    'lễ hội văn hóa',
    'ngày hội của làng',
    'xin phép mở lễ hội',
    'báo phường tổ chức hội',
    'mở lại lễ hội cũ',
  ],
  exampleQuestions: [
    'Làng tôi năm nào cũng mở hội đầu xuân, phải báo phường trước mấy ngày?',
    'Hội cầu ngư bỏ mấy năm nay, giờ bà con muốn mở lại thì xin ai?',
    'Ban tổ chức hội làng cần viết những gì trong giấy gửi phường?',
    'Gửi thông báo mở hội rồi mà phường chưa trả lời thì có được làm không?',
    'Đua ghe mừng xuân có phải đăng ký không?',
    'Năm nay dời chỗ làm hội sang bãi biển thì giấy tờ khác gì mọi năm?',
    'Thôn tôi định mở lễ hội làng nghề lần đầu tiên, phải đăng ký với ai?',
    'Hội vật đầu xuân làm hằng năm thì chỉ cần thông báo hay phải xin phép?',
    'Bao lâu trước ngày hội thì phải nộp giấy?',
    'Phường không đồng ý cho mở hội thì có nói lý do không?',
    'Lễ nghinh Ông năm nay đổi đường rước thì có phải đăng ký lại không?',
  ],
  confusableWith: [
    {
      topic: 'ton-giao',
      difference: 'Đây là mở hội đông người; cúng lễ, sinh hoạt của đạo, của đình, đền, miếu là mục khác.',
    },
  ],
}
