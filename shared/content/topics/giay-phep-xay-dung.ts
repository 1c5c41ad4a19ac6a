import type { Channel, NationalProcedure, RequiredDocument, Topic } from '../../procedures.ts'
import { channels, unknownFee } from '../channels.ts'
import { landPaper } from '../land.ts'
import { laws } from '../laws.ts'
import { filledIn, handedIn, uncounted } from '../papers.ts'
import { fromPortal, portal } from '../sources.ts'

const [newCode, repairCode, changeCode, extensionCode, replacementCode] = [
  '1.013225',
  '1.013229',
  '1.013226',
  '1.013227',
  '1.013228',
] as const

const decision = { number: '1077/QĐ-BXD', date: '2026-06-29' }
const oldDecree = 'Nghị định 175/2024/NĐ-CP'

/** The record also guides buildings that are no dwelling houses: lines, churches, monuments, embassies. */
function otherBuildings(code: string): string[] {
  return [1, 2, 3, 4, 5, 6].map(number => `${code}-h${number}`)
}

const procedures: NationalProcedure[] = [
  fromPortal({
    code: newCode,
    name: 'Cấp giấy phép xây dựng mới đối với công trình cấp III, cấp IV (Công trình không theo tuyến/Theo tuyến trong đô thị/Tín ngưỡng, tôn giáo/Tượng đài, tranh hoành tráng/Theo giai đoạn cho công trình không theo tuyến/Theo giai đoạn cho công trình theo tuyến trong đô thị/Dự án) và nhà ở riêng lẻ',
    decision,
    updatedOn: '2026-07-07',
    recordId: '019d2bfe-9088-744d-aa0a-e846b6dce3d5',
    casesLeftOut: otherBuildings(newCode),
  }),
  fromPortal({
    code: repairCode,
    name: 'Cấp giấy phép xây dựng sửa chữa, cải tạo đối với công trình cấp III, cấp IV (công trình Không theo tuyến/Theo tuyến trong đô thị/Tín ngưỡng, tôn giáo/Tượng đài, tranh hoành tráng/Theo giai đoạn cho công trình không theo tuyến/Theo giai đoạn cho công trình theo tuyến trong đô thị/Dự án) và nhà ở riêng lẻ:',
    decision,
    updatedOn: '2026-07-14',
    recordId: '019d2bfe-909c-759d-9dc9-416500074f0f',
    casesLeftOut: otherBuildings(repairCode),
  }),
  fromPortal({
    code: changeCode,
    name: 'Cấp điều chỉnh giấy phép xây dựng đối với công trình cấp III, cấp IV (công trình Không theo tuyến/Theo tuyến trong đô thị/Tín ngưỡng, tôn giáo/Tượng đài, tranh hoành tráng/Theo giai đoạn cho công trình không theo tuyến/Theo giai đoạn cho công trình theo tuyến trong đô thị/Dự án) và nhà ở riêng lẻ',
    decision,
    updatedOn: '2026-06-22',
    recordId: '019d2bfe-9097-7135-94e7-f539d8b0cc19',
  }),
  fromPortal({
    code: extensionCode,
    name: 'Gia hạn giấy phép xây dựng đối với công trình cấp III, cấp IV (công trình Không theo tuyến/Theo tuyến trong đô thị/Tín ngưỡng, tôn giáo/Tượng đài, tranh hoành tráng/Sửa chữa, cải tạo/Theo giai đoạn cho công trình không theo tuyến/Theo giai đoạn cho công trình theo tuyến trong đô thị/Dự án) và nhà ở riêng lẻ',
    decision,
    updatedOn: '2026-04-18',
    recordId: '019d2bfe-9097-700f-899f-6dfc532f0e6b',
  }),
  fromPortal({
    code: replacementCode,
    name: 'Cấp lại giấy phép xây dựng đối với công trình cấp III, cấp IV (công trình Không theo tuyến/Theo tuyến trong đô thị/Tín ngưỡng, tôn giáo/Tượng đài, tranh hoành tráng/Sửa chữa, cải tạo/Theo giai đoạn cho công trình không theo tuyến/Theo giai đoạn cho công trình theo tuyến trong đô thị/Dự án) và nhà ở riêng lẻ',
    decision,
    updatedOn: '2026-04-18',
    recordId: '019d2bfe-908a-775a-833e-26b204dfda4f',
  }),
]

/** The source lists old and new certificates as rows of their own; one of them is enough. */
function landTitle(code: string, components: number[]): RequiredDocument {
  return landPaper(
    'giay-to-ve-dat',
    components.map(component => `${code}-c${component}`),
    'Một trong các giấy tờ hợp pháp về đất, như sổ đỏ, sổ hồng',
    null,
    'Sổ đã có trong cơ sở dữ liệu quốc gia về đất đai thì dùng dữ liệu thay giấy, khi hệ thống đó chạy.',
  )
}

function drawings(code: string, component: number): RequiredDocument {
  return handedIn('ban-ve', `${code}-c${component}`, 'Bản vẽ thiết kế nhà, 2 bộ', {
    ...uncounted,
    note: 'Gồm mặt bằng trên lô đất, mặt bằng các tầng, mặt đứng, mặt cắt, móng, chỗ đấu nối điện, nước. Nhà có công trình liền kề thì thêm bản cam kết an toàn. Pháp luật yêu cầu thì thêm kết quả về phòng cháy, báo cáo thẩm tra.',
  })
}

function request(code: string, component: number, name: string, number: string): RequiredDocument {
  return filledIn('don-de-nghi', `${code}-c${component}`, name, { number, issuedBy: oldDecree, ...uncounted })
}

function permit(code: string, component: number, name: string, condition: string | null = null): RequiredDocument {
  return handedIn('giay-phep-da-cap', `${code}-c${component}`, name, { condition })
}

const changeLandRows = [1, 2, 4, 5, 7, 8, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 22, 23]

function waysFor(code: string, timeLimit: Channel['timeLimit'], feeName: string): Channel[] {
  return channels(['in_person', 'online', 'post'], {
    procedure: code,
    timeLimit,
    fees: [unknownFee(feeName, 'set_by_province', null)],
  })
}

export const giayPhepXayDung: Topic = {
  key: 'giay-phep-xay-dung',
  kind: 'procedure',
  title: 'Giấy phép xây dựng nhà ở',
  task: 'xin giấy phép xây dựng nhà',
  summary: 'Xin phép xây nhà mới, sửa nhà, hoặc đổi, gia hạn, cấp lại giấy phép xây dựng nhà ở riêng lẻ.',
  category: 'dat-dai-xay-dung',
  procedures,
  relatedProcedures: [],
  authority: {
    kind: 'ward',
    name: 'Ủy ban nhân dân cấp xã',
    whichOffice: null,
    howToReach: null,
  },
  cases: [
    {
      id: 'xay-moi',
      label: 'Xây nhà mới',
      words: [],
      procedure: newCode,
      documents: [
        request(newCode, 50, 'Đơn đề nghị cấp giấy phép xây dựng', '1'),
        landTitle(newCode, [48, 49, 51, 52]),
        drawings(newCode, 53),
      ],
    },
    {
      id: 'sua-nha',
      label: 'Sửa chữa, cải tạo nhà',
      words: ['sửa nhà', 'sửa chữa', 'cải tạo', 'nâng tầng', 'cơi nới', 'lên lầu', 'thêm tầng', 'nới nhà'],
      procedure: repairCode,
      documents: [
        request(repairCode, 53, 'Đơn đề nghị cấp giấy phép sửa chữa, cải tạo công trình', '1'),
        landTitle(repairCode, [50, 52, 54, 55]),
        drawings(repairCode, 51),
      ],
    },
    {
      id: 'dieu-chinh',
      label: 'Đổi nội dung giấy phép',
      words: ['điều chỉnh giấy phép', 'đổi thiết kế', 'xây khác giấy phép', 'thay đổi thiết kế', 'đổi bản vẽ'],
      procedure: changeCode,
      documents: [
        request(changeCode, 21, 'Đơn đề nghị điều chỉnh, gia hạn, cấp lại giấy phép xây dựng', '02'),
        permit(changeCode, 3, 'Bản chính giấy phép xây dựng và bản vẽ đã cấp'),
        handedIn('ban-ve-dieu-chinh', `${changeCode}-c9`, 'Bản vẽ thiết kế đã điều chỉnh, 2 bộ', uncounted),
        landPaper(
          'giay-to-ve-dat',
          changeLandRows.map(component => `${changeCode}-c${component}`),
          'Một trong các giấy tờ hợp pháp về đất',
          'đổi diện tích đất hoặc công năng đất',
        ),
        handedIn(
          'tham-dinh-dieu-chinh',
          `${changeCode}-c6`,
          'Báo cáo kết quả thẩm định và văn bản phê duyệt thiết kế điều chỉnh',
          { ...uncounted, condition: 'là công trình khác, không phải nhà ở riêng lẻ' },
        ),
      ],
    },
    {
      id: 'gia-han',
      label: 'Gia hạn giấy phép',
      words: ['gia hạn', 'hết hạn giấy phép', 'giấy phép hết hạn', 'chưa khởi công'],
      procedure: extensionCode,
      documents: [
        request(extensionCode, 1, 'Đơn đề nghị gia hạn giấy phép xây dựng', '2'),
        permit(extensionCode, 2, 'Bản chính giấy phép xây dựng đã cấp'),
      ],
    },
    {
      id: 'cap-lai',
      label: 'Mất, rách giấy phép',
      words: ['mất giấy phép', 'rách giấy phép', 'cấp lại', 'làm lại giấy phép'],
      procedure: replacementCode,
      documents: [
        request(
          replacementCode,
          1,
          'Đơn đề nghị điều chỉnh, gia hạn, cấp lại giấy phép xây dựng, ghi rõ lý do xin cấp lại',
          '02',
        ),
        permit(replacementCode, 2, 'Bản chính giấy phép xây dựng đã cấp', 'giấy phép bị rách, nát'),
      ],
    },
  ],
  steps: [
    { title: 'Nộp hồ sơ', text: 'Nộp tại quầy một cửa, gửi bưu điện hoặc nộp trực tuyến.' },
    {
      title: 'Kiểm tra',
      text: 'Trong 7 ngày làm việc, phường xem hồ sơ, ra xem thực địa, báo một lần bằng văn bản nếu phải bổ sung. Gia hạn, cấp lại không qua bước này.',
    },
    {
      title: 'Bổ sung',
      text: 'Bổ sung chưa đạt thì trong 5 ngày làm việc phường hướng dẫn tiếp; vẫn chưa đạt thì báo lý do không cấp.',
    },
    { title: 'Nhận giấy phép', text: 'Nhận giấy phép kèm bản vẽ đã đóng dấu.' },
  ],
  channels: [
    ...waysFor(
      newCode,
      {
        value: 10,
        unit: 'working_day',
        text: 'nhà ở riêng lẻ 7 ngày làm việc, công trình khác 10 ngày làm việc, kể từ khi đủ hồ sơ.',
      },
      'Phí cấp phép xây mới',
    ),
    ...waysFor(
      repairCode,
      {
        value: 10,
        unit: 'working_day',
        text: 'nhà ở riêng lẻ 7 ngày, công trình khác 10 ngày làm việc, kể từ khi đủ hồ sơ.',
      },
      'Phí cấp phép sửa nhà',
    ),
    ...waysFor(
      changeCode,
      {
        value: 9,
        unit: 'day',
        text: 'nhà ở riêng lẻ 7 ngày làm việc, công trình khác 9 ngày làm việc, kể từ khi đủ hồ sơ.',
      },
      'Phí điều chỉnh giấy phép',
    ),
    ...waysFor(extensionCode, { value: 5, unit: 'working_day', text: '5 ngày làm việc.' }, 'Lệ phí gia hạn'),
    ...waysFor(replacementCode, { value: 5, unit: 'working_day', text: '5 ngày làm việc.' }, 'Lệ phí cấp lại'),
  ],
  results: ['Giấy phép xây dựng kèm bản vẽ có đóng dấu'],
  eligibility: [],
  advice: [
    'Có nhà được miễn giấy phép; hỏi phường trước khi thuê vẽ thiết kế.',
    'Mục này nói về nhà ở riêng lẻ. Công trình tôn giáo, tượng đài, công trình theo tuyến và công trình khác: gọi phường để hỏi giấy tờ.',
    'Luật Xây dựng 135/2025/QH15 có hiệu lực từ 01/07/2026; mẫu đơn có thể đã đổi, hỏi phường trước khi điền.',
  ],
  legalBases: laws(
    '135/2025/QH15',
    '217/2026/NĐ-CP',
    '140/2025/NĐ-CP',
    '144/2025/NĐ-CP',
    '66.18/2026/NQ-CP',
    '14/2026/NĐ-CP',
    '105/2025/NĐ-CP',
    '175/2024/NĐ-CP',
    '62/2020/QH14',
    '50/2014/QH13',
  ),
  scheduledChanges: [
    {
      date: '2027-03-01',
      text: 'Hai nghị định về thẩm quyền xây dựng của phường (140/2025/NĐ-CP, 144/2025/NĐ-CP) hết hiệu lực.',
      rewrite: true,
    },
  ],
  disagreements: [
    {
      aspect: 'form',
      text: 'Cổng còn ghi mẫu đơn của Nghị định 175/2024/NĐ-CP; nghị định này đã được Nghị định 217/2026/NĐ-CP thay. Hỏi phường trước khi điền.',
    },
    {
      aspect: 'time',
      text: 'Có chỗ trên Cổng ghi ngày, có chỗ ghi ngày làm việc; khi nộp nên hỏi lại ngày hẹn.',
    },
  ],
  sources: [portal],
  facts: [
    { subject: 'time-for-a-house', value: '7 ngày làm việc', source: portal.id, record: newCode },
    { subject: 'time-for-repair-of-a-house', value: '7 ngày', source: portal.id, record: repairCode },
    { subject: 'time-to-change-for-others', value: '9 ngày làm việc', source: portal.id, record: changeCode },
    { subject: 'sets-of-drawings', value: '02 bộ', source: portal.id, record: newCode },
    { subject: 'time-after-completion', value: '05 ngày làm việc', source: portal.id, record: newCode },
    { subject: 'new-law-from', value: '01/7/2026', source: portal.id, record: newCode },
  ],
  effectiveFrom: null,
  effectiveUntil: null,
  verifiedOn: null,
  reviewFlags: procedures.flatMap(({ code: procedure }) => [
    {
      code: 'NEWER_LAW',
      procedure,
      text: 'Luật Xây dựng 135/2025/QH15 có hiệu lực từ 01/07/2026 và Nghị định 217/2026/NĐ-CP thay Nghị định 175/2024/NĐ-CP; bản gốc còn dẫn văn bản cũ.',
    },
    {
      code: 'CONFLICT',
      procedure,
      text: 'Hai bản chụp Cổng ghi số quyết định công bố khác nhau; cần xem lại.',
    },
  ]),
  aliases: [
    'giấy phép xây dựng',
    'xin phép xây nhà',
    'GPXD',
    'cất nhà',
    'làm nhà mới',
    'xây nhà có phải xin phép',
    'sửa nhà xin phép',
    'nâng tầng nhà',
    'cơi nới nhà',
    'xây thêm lầu',
    'đổ mái lên tầng',
    'gia hạn giấy phép xây dựng',
    'mất giấy phép xây dựng',
    'điều chỉnh giấy phép xây dựng',
    'xin phép sửa nhà',
    'đập nhà cũ xây lại',
    'xây nhà cấp bốn',
    'xin xây nhà trọ',
  ],
  exampleQuestions: [
    'Tôi tính cất cái nhà nhỏ cho con trai ra riêng, ra phường xin phép cần những gì?',
    'Nhà dột nát quá muốn đập ra làm lại thì có phải xin giấy không?',
    'Muốn đổ thêm một lầu nữa, phường có bắt nộp bản vẽ không?',
    'Xin giấy phép xây nhà mất bao nhiêu ngày mới có?',
    'Giấy phép hết hạn mà tôi chưa có tiền xây, xin gia hạn làm sao?',
    'Xây khác bản vẽ đã duyệt một chút thì phải làm lại giấy gì?',
    'Phí xin phép xây dựng nhà ở là bao nhiêu vậy?',
  ],
  confusableWith: [
    {
      topic: 'chuyen-muc-dich-dat',
      difference: 'Đây là xin phép xây nhà; đất vườn, đất ruộng muốn thành đất ở thì xin chuyển mục đích.',
    },
    {
      topic: 'phan-anh-kien-nghi',
      difference: 'Xin phép xây nhà mình thì ở đây; báo nhà khác xây trái phép, gây ồn, bụi là phản ánh.',
    },
    {
      topic: 'cap-so-do-lan-dau',
      difference: 'Đây là giấy cho phép xây; nhà xây xong muốn có sổ thì làm sổ đỏ, sổ hồng.',
    },
  ],
}
