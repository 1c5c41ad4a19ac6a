import type { Fee, Topic } from '../../procedures.ts'
import { channels, statedFee, unknownFee } from '../channels.ts'
import { laws } from '../laws.ts'
import { copyOf, filledIn, handedIn, uncounted } from '../papers.ts'
import { otherAgency } from '../review.ts'
import { fromPortal, portal } from '../sources.ts'

const eating = '1.013855'
const farming = '2.001827'

const forEating = fromPortal({
  code: eating,
  name: 'Cấp giấy chứng nhận cơ sở đủ điều kiện an toàn thực phẩm đối với cơ sở kinh doanh dịch vụ ăn uống, cơ sở sản xuất thực phẩm thuộc phạm vi quản lý của Bộ Y tế',
  decision: { number: '2495/QĐ-BYT', date: '2025-08-04' },
  updatedOn: '2026-05-02',
  recordId: '019d2bff-2d33-76fe-bd90-4f37b18e4401',
})
const forFarming = fromPortal({
  code: farming,
  name: 'Cấp Giấy chứng nhận cơ sở đủ điều kiện an toàn thực phẩm đối với cơ sở sản xuất, kinh doanh thực phẩm nông, lâm, thủy sản',
  decision: { number: '1908/QĐ-BNNMT', date: '2026-05-25' },
  updatedOn: '2026-06-03',
  recordId: '019d2bfa-b57f-73cc-856f-0255333fcb48',
})

function inspection(name: string, amount: number): Fee {
  return statedFee(name, amount, { per: 'lần', cases: ['an-uong'] })
}

const reduced = 'Có thể đang được giảm theo Thông tư 64/2025/TT-BTC (hết hiệu lực từ 01/01/2027); gọi hỏi trước.'
const eatingFees = [
  { ...inspection('Quán ăn dưới 200 suất', 350000), text: reduced },
  inspection('Quán ăn từ 200 suất trở lên', 500000),
  inspection('Nơi bán thực phẩm', 500000),
  inspection('Nơi sản xuất nhỏ lẻ', 250000),
  inspection('Nơi sản xuất khác', 1250000),
]

export const anToanThucPham: Topic = {
  key: 'an-toan-thuc-pham',
  kind: 'procedure',
  title: 'Giấy an toàn thực phẩm',
  task: 'xin giấy an toàn thực phẩm',
  summary: 'Giấy chứng nhận cơ sở đủ điều kiện an toàn thực phẩm cho quán ăn, nơi nấu, chế biến, bán thực phẩm.',
  category: 'ho-kinh-doanh',
  procedures: [forEating, forFarming],
  relatedProcedures: [
    { code: '1.001612', name: 'Đăng ký thành lập hộ kinh doanh', when: 'chưa có giấy đăng ký kinh doanh' },
  ],
  authority: {
    kind: 'ward',
    name: 'Ủy ban nhân dân cấp xã hoặc cơ quan được tỉnh, thành phố giao',
    whichOffice:
      'Tùy nơi: có nơi phường cấp, có nơi Sở Y tế hoặc Sở An toàn thực phẩm cấp; nông, lâm, thủy sản do cơ quan tỉnh, thành phố chỉ định. Gọi phường hỏi trước khi đi.',
    howToReach: null,
  },
  cases: [
    {
      id: 'an-uong',
      label: 'Quán ăn, nơi nấu thức ăn',
      words: [],
      procedure: eating,
      documents: [
        filledIn('don-de-nghi', `${eating}-c1`, 'Đơn đề nghị cấp giấy chứng nhận', {
          ...uncounted,
          number: '1',
          issuedBy: 'Nghị định 155/2018/NĐ-CP',
        }),
        copyOf('giay-dang-ky-kinh-doanh', `${eating}-c1`, 'Bản sao giấy đăng ký kinh doanh, có cơ sở xác nhận', {
          ...uncounted,
          note: 'Ngành nghề trên giấy phải hợp với món làm ra.',
        }),
        handedIn('thuyet-minh', `${eating}-c1`, 'Bản thuyết minh về nhà cửa, dụng cụ bảo đảm vệ sinh', uncounted),
        handedIn('giay-suc-khoe', `${eating}-c1`, 'Giấy xác nhận đủ sức khỏe của chủ và người trực tiếp làm', {
          ...uncounted,
          note: 'Nguồn ghi cơ sở y tế tuyến huyện trở lên cấp.',
        }),
        handedIn('danh-sach-tap-huan', `${eating}-c1`, 'Danh sách người đã học kiến thức an toàn thực phẩm', {
          ...uncounted,
          note: 'Chủ cơ sở xác nhận.',
        }),
      ],
    },
    {
      id: 'nong-lam-thuy-san',
      label: 'Thực phẩm nông, lâm, thủy sản',
      words: [
        'nông sản',
        'thủy sản',
        'nông lâm',
        'rau củ',
        'bán thịt',
        'bán cá',
        'hải sản',
        'nước mắm',
        'tàu cá',
        'giết mổ',
      ],
      procedure: farming,
      documents: [
        filledIn('don-de-nghi', `${farming}-c1`, 'Đơn đề nghị cấp giấy chứng nhận', {
          issuedBy: 'Thông tư 17/2025/TT-BNNMT',
        }),
        filledIn('thuyet-minh', `${farming}-c2`, 'Bản thuyết minh về nhà cửa, dụng cụ bảo đảm vệ sinh', {
          issuedBy: 'Thông tư 17/2025/TT-BNNMT',
        }),
      ],
    },
  ],
  steps: [
    { title: 'Nộp hồ sơ', text: 'Nộp trực tiếp, gửi bưu điện hoặc nộp trực tuyến.' },
    {
      title: 'Bổ sung nếu thiếu',
      text: 'Quán ăn: cơ quan báo bằng văn bản trong 5 ngày làm việc; quá 30 ngày không bổ sung thì phải nộp lại từ đầu.',
    },
    { title: 'Đoàn tới xem', text: 'Đoàn thẩm định tới tận nơi xem và lập biên bản; chưa đạt thì cho thời gian sửa.' },
    { title: 'Nhận giấy', text: 'Đạt thì được cấp giấy chứng nhận; không đạt thì chưa được hoạt động.' },
  ],
  channels: [
    ...channels(['in_person', 'online', 'post'], {
      procedure: eating,
      timeLimit: {
        value: 20,
        unit: 'working_day',
        text: '20 ngày làm việc: 15 ngày làm việc thẩm định, 5 ngày làm việc cấp giấy.',
      },
      fees: eatingFees,
    }),
    ...channels(['in_person', 'online', 'post'], {
      procedure: farming,
      timeLimit: { value: 15, unit: 'day', text: '15 ngày kể từ khi đủ hồ sơ hợp lệ.' },
      fees: [
        unknownFee('Phí thẩm định', 'see_text', 'Con số trên Cổng không rõ đơn vị tiền nên ở đây không nêu.', {
          cases: ['nong-lam-thuy-san'],
        }),
      ],
    }),
  ],
  results: ['Giấy chứng nhận cơ sở đủ điều kiện an toàn thực phẩm'],
  eligibility: [
    'Chủ và người trực tiếp làm phải đủ sức khỏe và đã học kiến thức an toàn thực phẩm.',
    'Nguồn không ghi quán nhỏ nào được miễn giấy này; hỏi phường.',
  ],
  advice: [
    'Đổi tên, đổi chủ mà không đổi chỗ và cách làm thì chỉ cần gửi thông báo kèm giấy chứng minh cho nơi đã cấp.',
  ],
  legalBases: laws(
    '55/2010/QH12',
    '155/2018/NĐ-CP',
    '67/2021/TT-BTC',
    '64/2025/TT-BTC',
    '148/2025/NĐ-CP',
    '17/2025/TT-BNNMT',
    '17/2024/TT-BNNPTNT',
    '38/2018/TT-BNNPTNT',
  ),
  scheduledChanges: [
    {
      date: '2027-01-01',
      text: 'Thông tư 64/2025/TT-BTC về giảm, miễn một số phí hết hiệu lực; hỏi lại mức thu.',
      rewrite: false,
    },
  ],
  disagreements: [],
  sources: [portal],
  facts: [
    { subject: 'meals', value: '200 suất', source: portal.id, record: eating },
    { subject: 'notice-of-gaps', value: '05 làm việc ngày', source: portal.id, record: eating },
    { subject: 'deadline-for-gaps', value: '30 ngày', source: portal.id, record: eating },
    { subject: 'inspection', value: '15 ngày làm việc', source: portal.id, record: eating },
    { subject: 'certificate', value: '05 ngày làm việc', source: portal.id, record: eating },
  ],
  effectiveFrom: null,
  effectiveUntil: null,
  verifiedOn: null,
  reviewFlags: [
    {
      code: 'FEE_SUSPECT',
      procedure: farming,
      text: 'Con số phí trên Cổng không rõ đơn vị tiền; không dùng làm mức thu.',
    },
    otherAgency(forFarming, 'cơ quan do Ủy ban nhân dân tỉnh, thành phố chỉ định'),
  ],
  aliases: [
    'vệ sinh an toàn thực phẩm',
    'giấy vệ sinh thực phẩm',
    'giấy ATTP',
    'VSATTP',
    'giấy chứng nhận an toàn thực phẩm',
    'giấy phép quán ăn',
    'nấu cơm bán cần giấy gì',
    'bếp ăn tập thể xin giấy',
    'xin giấy vệ sinh cho quán',
    'cơ sở chế biến thực phẩm',
    'làm nước mắm bán',
    'kiểm tra vệ sinh quán ăn',
    'suất ăn công nghiệp',
    'khám sức khỏe bán đồ ăn',
    'tập huấn an toàn thực phẩm',
    'giấy chứng nhận vệ sinh',
    'giấy đủ điều kiện an toàn thực phẩm',
    'an toàn vệ sinh thực phẩm cho quán ăn',
    'xin giấy VSATTP',
    'quán nhậu xin giấy vệ sinh',
    'bán cơm văn phòng cần giấy gì',
    'cơ sở làm bánh',
    'lò bánh mì xin giấy',
    'lò bún',
    'làm đậu hũ bán',
    'bán thịt ngoài chợ cần giấy',
    'phí thẩm định an toàn thực phẩm',
    'nhà hàng tiệc cưới giấy an toàn',
    'bếp ăn trường học',
  ],
  exampleQuestions: [
    'Quán cơm của tôi bị hỏi giấy vệ sinh thực phẩm, đi xin ở đâu?',
    'Mở quán bún bán buổi sáng có cần giấy an toàn thực phẩm không?',
    'Nấu cơm hộp giao cho công ty thì phải có giấy chứng nhận gì về ăn uống sạch sẽ?',
    'Nhà làm chả cá, nước mắm bán sỉ thì xin giấy an toàn thực phẩm chỗ nào?',
    'Phí thẩm định quán ăn nhỏ là bao nhiêu?',
    'Người nấu ăn có phải khám sức khỏe rồi mới xin giấy được không?',
    'Xin giấy ATTP mấy ngày có?',
    'Tôi làm bánh tráng tại nhà bán cho siêu thị, họ đòi giấy an toàn thực phẩm',
    'Đoàn kiểm tra nói quán tôi thiếu giấy đủ điều kiện vệ sinh, phải làm sao?',
    'Quán phở dưới hai trăm suất thì đóng phí thẩm định bao nhiêu?',
    'Giấy an toàn thực phẩm hết hạn thì xin lại thế nào?',
    'Hồ sơ xin giấy vệ sinh an toàn thực phẩm gồm những gì?',
    'Cơ sở sơ chế rau, cá thì xin giấy ở phường hay ở sở?',
  ],
  confusableWith: [
    {
      topic: 'ho-kinh-doanh',
      difference: 'Đây là giấy về vệ sinh, an toàn thức ăn; đăng ký mở quán, buôn bán là giấy khác, làm trước.',
    },
  ],
}
