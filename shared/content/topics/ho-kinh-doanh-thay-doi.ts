import type { Channel, Fee, RequiredDocument, Topic } from '../../procedures.ts'
import { unknownFee } from '../channels.ts'
import { laws } from '../laws.ts'
import { copyOf, filledIn, handedIn, uncounted } from '../papers.ts'
import { businessReading, feeReading, fromPortal, portal } from '../sources.ts'

const changing = '2.000720'
const pausing = '1.001570'
const closing = '1.001266'
const replacing = '2.000575'
const codes = [changing, pausing, closing, replacing]

const decision = { number: '2353/QĐ-BTC', date: '2025-07-03' }
const system = 'Hệ thống thông tin về đăng ký hộ kinh doanh'

function rows(code: string, ...components: number[]): string[] {
  return components.map(component => `${code}-c${component}`)
}

/** Where the papers of somebody who acts for the owner stand in the form of one procedure. */
interface AuthorisationRows {
  person: number
  services: number[]
  post: number
  identity: number
  rule: number
}

function byAnother(code: string, { person, services, post, identity, rule }: AuthorisationRows): RequiredDocument[] {
  return [
    handedIn('uy-quyen-ca-nhan', rows(code, person, rule), 'Văn bản ủy quyền', {
      ...uncounted,
      condition: 'nhờ một người nộp thay',
      note: 'Không bắt buộc công chứng, chứng thực; cả hai người phải xác thực điện tử.',
    }),
    copyOf('hop-dong-dich-vu', rows(code, ...services), 'Hợp đồng dịch vụ và giấy giới thiệu của tổ chức đó', {
      ...uncounted,
      condition: 'thuê tổ chức dịch vụ làm thay',
      note: 'Nhờ bưu chính không phải bưu chính công ích cũng làm như vậy.',
    }),
    copyOf('phieu-gui', rows(code, post), 'Phiếu gửi hồ sơ có chữ ký nhân viên bưu chính và chủ hộ', {
      ...uncounted,
      condition: 'nhờ bưu chính công ích nộp',
    }),
    copyOf('can-cuoc-nguoi-uy-quyen', rows(code, identity), 'Thẻ căn cước còn hạn của người ủy quyền', {
      condition: 'ủy quyền mà chưa có tài khoản định danh điện tử',
    }),
  ]
}

/** Households that a group of people set up under the older decree. */
function minutes(components: string[]): RequiredDocument {
  return handedIn('bien-ban-hop-nhom', components, 'Biên bản họp nhóm cá nhân', {
    condition: 'hộ do nhóm cá nhân lập trước khi có Nghị định 168/2025/NĐ-CP',
  })
}

const changeBy = byAnother(changing, { person: 7, services: [8, 9], post: 12, identity: 10, rule: 11 })
const pauseBy = byAnother(pausing, { person: 6, services: [2, 1], post: 3, identity: 5, rule: 4 })
const closeBy = byAnother(closing, { person: 4, services: [5, 1], post: 6, identity: 3, rule: 2 })
const replaceBy = byAnother(replacing, { person: 42, services: [39, 40], post: 41, identity: 43, rule: 44 })

const certified = 'Văn bản này phải công chứng hoặc chứng thực.'
const newOwnerNote = { condition: 'đổi chủ hộ, cả nhà giao cho một người khác', note: certified }
const deathNote = { condition: 'chủ hộ cũ đã mất, mất tích hoặc mất năng lực hành vi' }
const newMemberNote = { condition: 'nhận thêm thành viên', note: certified }

const fullFee = unknownFee(
  'Lệ phí đăng ký hộ kinh doanh',
  'set_by_province',
  'Nộp cùng lúc nộp hồ sơ; không được cấp thì không hoàn lại.',
)
const feeIfAny = unknownFee('Lệ phí', 'set_by_province', 'Nơi nào có thu thì theo mức của tỉnh, thành phố.')

function allWays(procedure: string, days: number, text: string, fee: Fee): Channel[] {
  const shared = { procedure, timeLimit: { value: days, unit: 'working_day' as const, text }, fees: [fee] }
  return [
    { ...shared, type: 'in_person', system: null, note: null },
    {
      ...shared,
      type: 'online',
      system,
      note: 'Đăng nhập bằng tài khoản định danh điện tử, kê khai, tải giấy tờ lên, ký số và nộp lệ phí ngay trên đó.',
    },
    { ...shared, type: 'post', system: null, note: null },
  ]
}

export const hoKinhDoanhThayDoi: Topic = {
  key: 'ho-kinh-doanh-thay-doi',
  kind: 'procedure',
  title: 'Thay đổi, tạm ngừng, đóng hộ kinh doanh',
  task: 'thay đổi, tạm ngừng, đóng hộ kinh doanh',
  summary: 'Đã có giấy hộ kinh doanh mà đổi tên, địa chỉ, ngành nghề, chủ hộ, nghỉ bán, đóng hẳn hoặc mất giấy.',
  category: 'ho-kinh-doanh',
  procedures: [
    fromPortal({
      code: changing,
      name: 'Đăng ký thay đổi nội dung đăng ký hộ kinh doanh',
      decision,
      updatedOn: '2026-04-08',
      recordId: '019d2bfc-d9ca-768c-a8f4-cc0dff5f41ed',
    }),
    fromPortal({
      code: pausing,
      name: 'Tạm ngừng kinh doanh, tiếp tục kinh doanh trước thời hạn đã thông báo của hộ kinh doanh',
      decision,
      updatedOn: '2026-04-23',
      recordId: '019d2bfb-d768-7446-bd77-3bb11051041c',
    }),
    fromPortal({
      code: closing,
      name: 'Chấm dứt hoạt động hộ kinh doanh',
      decision,
      updatedOn: '2026-04-23',
      recordId: '019d2bfb-d748-72d1-848f-3607bc86e647',
    }),
    fromPortal({
      code: replacing,
      name: 'Cấp lại Giấy chứng nhận đăng ký hộ kinh doanh, Cấp đổi sang Giấy chứng nhận đăng ký hộ kinh doanh',
      decision,
      updatedOn: '2026-04-23',
      recordId: '019d2bfc-d9d1-7475-8e58-1aa4479901eb',
    }),
  ],
  relatedProcedures: [
    { code: '1.001612', name: 'Đăng ký thành lập hộ kinh doanh', when: 'chưa đăng ký lần nào' },
    {
      code: '1.014034',
      name: 'Đăng ký cập nhật, bổ sung thông tin trong hồ sơ đăng ký hộ kinh doanh, hiệu đính thông tin đăng ký hộ kinh doanh',
      when: 'chỉ sửa lỗi hoặc bổ sung thông tin trong hồ sơ',
    },
    { code: '1.011022', name: 'Khai thuế đối với hộ kinh doanh, cá nhân kinh doanh', when: 'cần khai thuế' },
  ],
  authority: {
    kind: 'ward',
    name: 'Ủy ban nhân dân cấp xã',
    whichOffice: 'Nộp ở nơi đặt trụ sở, hoặc ở xã, phường bất kỳ trong cùng tỉnh, thành phố.',
    howToReach: null,
  },
  cases: [
    {
      id: 'doi-noi-dung',
      label: 'Đổi tên, địa chỉ, vốn, ngành nghề',
      words: [],
      procedure: changing,
      documents: [
        filledIn('giay-de-nghi', rows(changing, 2), 'Giấy đề nghị thay đổi nội dung, do chủ hộ ký'),
        ...changeBy,
        minutes(rows(changing, 3)),
      ],
    },
    {
      id: 'doi-chu-ho',
      label: 'Đổi chủ hộ, thành viên',
      words: [
        'đổi chủ',
        'chủ hộ',
        'sang tên',
        'người đứng tên',
        'chủ mất',
        'thêm thành viên',
        'sang quán',
        'chuyển tên',
      ],
      procedure: changing,
      documents: [
        filledIn('giay-de-nghi', rows(changing, 5), 'Giấy đề nghị thay đổi nội dung đăng ký hộ kinh doanh'),
        copyOf('uy-quyen-chu-ho', rows(changing, 4), 'Giấy các thành viên giao cho một người làm chủ hộ', newOwnerNote),
        copyOf('giay-chung-tu', rows(changing, 1), 'Giấy chứng tử hoặc quyết định của Tòa án', deathNote),
        copyOf('uy-quyen-thanh-vien-moi', rows(changing, 6), 'Giấy thành viên mới ủy quyền cho chủ hộ', newMemberNote),
        ...changeBy,
      ],
    },
    {
      id: 'tam-ngung',
      label: 'Tạm ngừng, bán lại sớm',
      words: ['tạm ngừng', 'tạm nghỉ', 'nghỉ bán', 'ngưng bán', 'tạm đóng', 'bán lại', 'hoạt động lại', 'mở lại'],
      procedure: pausing,
      documents: [
        filledIn('giay-de-nghi', rows(pausing, 7), 'Giấy đề nghị tạm ngừng hoặc tiếp tục kinh doanh trước thời hạn'),
        ...pauseBy,
        minutes(rows(pausing, 8)),
      ],
    },
    {
      id: 'nghi-han',
      label: 'Nghỉ hẳn, đóng hộ',
      words: [
        'nghỉ hẳn',
        'nghỉ luôn',
        'đóng cửa',
        'dẹp tiệm',
        'dẹp quán',
        'giải thể',
        'chấm dứt',
        'trả giấy phép',
        'đóng mã số',
      ],
      procedure: closing,
      documents: [
        filledIn('thong-bao', rows(closing, 8), 'Thông báo chấm dứt hoạt động hộ kinh doanh'),
        ...closeBy,
        minutes(rows(closing, 7)),
      ],
    },
    {
      id: 'mat-giay',
      label: 'Mất, hỏng giấy chứng nhận',
      words: ['mất giấy', 'cấp lại', 'rách', 'cháy', 'hỏng', 'hư', 'làm lại giấy'],
      procedure: replacing,
      documents: [
        filledIn('giay-de-nghi', rows(replacing, 49), 'Giấy đề nghị cấp lại Giấy chứng nhận đăng ký hộ kinh doanh'),
        ...replaceBy,
      ],
    },
    {
      id: 'doi-giay-cu',
      label: 'Giấy cũ đổi sang giấy mới',
      words: ['cấp đổi', 'đổi giấy', 'giấy cũ', 'giấy phép cũ', 'mẫu mới', 'mã số thuế mới'],
      procedure: replacing,
      documents: [
        filledIn(
          'giay-de-nghi',
          rows(replacing, 45, 47, 1, 4, 7, 8, 9, 11, 14, 17, 21, 24, 26, 28, 30, 32, 34, 35),
          'Giấy đề nghị thay đổi nội dung đăng ký hộ kinh doanh',
          { note: 'Giấy cũ được đổi khi thay đổi nội dung hoặc tạm ngừng.' },
        ),
        filledIn('giay-tam-ngung', rows(replacing, 33, 38), 'Giấy đề nghị tạm ngừng hoặc tiếp tục kinh doanh', {
          condition: 'tạm ngừng hoặc bán lại trước thời hạn',
        }),
        copyOf(
          'uy-quyen-chu-ho',
          rows(replacing, 2, 3, 5, 6, 10, 12, 16, 19),
          'Giấy các thành viên giao cho một người làm chủ hộ',
          newOwnerNote,
        ),
        copyOf(
          'giay-chung-tu',
          rows(replacing, 13, 15, 18, 20, 22, 23, 25),
          'Giấy chứng tử hoặc quyết định của Tòa án',
          deathNote,
        ),
        copyOf(
          'uy-quyen-thanh-vien-moi',
          rows(replacing, 27, 29, 31),
          'Giấy thành viên mới ủy quyền cho chủ hộ',
          newMemberNote,
        ),
        minutes(rows(replacing, 46, 48, 36, 37)),
        filledIn('thong-bao-doi-chu', rows(replacing, 50), 'Thông báo thay đổi chủ hộ kinh doanh', {
          condition: 'mua, được cho hoặc thừa kế hộ kinh doanh trước khi có Nghị định 168/2025/NĐ-CP',
        }),
        handedIn('giay-mua-ban', rows(replacing, 51), 'Hợp đồng mua bán, tặng cho hoặc giấy thừa kế', {
          condition: 'mua, được cho hoặc thừa kế hộ kinh doanh trước khi có Nghị định 168/2025/NĐ-CP',
        }),
        copyOf('uy-quyen-nguoi-thua-ke', rows(replacing, 52), 'Giấy các thành viên ủy quyền cho một người', {
          condition: 'mua, được cho hoặc thừa kế hộ do cả gia đình đứng tên',
          note: certified,
        }),
      ],
    },
  ],
  steps: [
    {
      title: 'Nộp hồ sơ đúng hạn',
      text: 'Đổi nội dung: trong 10 ngày từ ngày thay đổi; tạm ngừng từ 15 ngày trở lên: trước ít nhất 3 ngày làm việc; nghỉ hẳn: trong 5 ngày làm việc sau khi trả hết nợ.',
    },
    {
      title: 'Nhận giấy hẹn',
      text: 'Nhận giấy tiếp nhận và hẹn trả kết quả; thiếu thì có văn bản nói rõ chỗ cần sửa.',
    },
    { title: 'Nghỉ hẳn thì hỏi thuế', text: 'Phường hỏi cơ quan thuế; còn nợ thuế thì chưa đóng được.' },
    { title: 'Nhận kết quả', text: 'Nhận giấy chứng nhận mới hoặc giấy xác nhận.' },
  ],
  channels: [
    ...allWays(changing, 3, '3 ngày làm việc kể từ ngày nhận hồ sơ.', fullFee),
    ...allWays(pausing, 1, '1 ngày làm việc kể từ khi hồ sơ hợp lệ.', feeIfAny),
    ...allWays(
      closing,
      1,
      '1 ngày làm việc theo bảng của Cổng, nhưng phần các bước ghi 5 ngày làm việc vì phải hỏi cơ quan thuế.',
      feeIfAny,
    ),
    ...allWays(replacing, 3, 'Mất, hỏng giấy: 1 ngày làm việc; giấy cũ đổi sang giấy mới: 3 ngày làm việc.', fullFee),
  ],
  results: [
    'Giấy chứng nhận đăng ký hộ kinh doanh mới hoặc cấp lại',
    'Giấy xác nhận tạm ngừng, hoặc tiếp tục kinh doanh trước thời hạn',
    'Tình trạng đã chấm dứt hoạt động trên hệ thống',
  ],
  eligibility: [
    'Đổi địa chỉ mà sang cơ quan thuế khác thì làm với thuế trước.',
    'Hộ hai người mà chủ hộ mất thì người còn lại là chủ hộ.',
    'Giấy cũ vẫn dùng được; chỉ đổi khi thay đổi nội dung hoặc tạm ngừng.',
  ],
  advice: [
    'Nghỉ hẳn thì trả xong nợ và thuế trước rồi mới nộp thông báo.',
    'Lệ phí không gồm tiền dịch vụ thanh toán điện tử.',
  ],
  legalBases: laws(
    '168/2025/NĐ-CP',
    '296/2026/NĐ-CP',
    '68/2025/TT-BTC',
    '85/2019/TT-BTC',
    '59/2020/QH14',
    '76/2025/QH15',
  ),
  scheduledChanges: [],
  disagreements: [{ aspect: 'fee', text: 'Các nguồn ghi số tiền khác nhau nên ở đây không nêu số.' }],
  sources: [portal, businessReading, feeReading],
  facts: [
    { subject: 'change-deadline', value: '10 ngày', source: portal.id, record: changing },
    { subject: 'long-pause', value: '15 ngày', source: portal.id, record: pausing },
    { subject: 'pause-notice', value: '03 ngày làm việc', source: portal.id, record: pausing },
    { subject: 'closing-deadline', value: '05 ngày làm việc', source: portal.id, record: closing },
    { subject: 'lost-certificate', value: '01 ngày làm việc', source: portal.id, record: replacing },
  ],
  effectiveFrom: null,
  effectiveUntil: null,
  verifiedOn: null,
  reviewFlags: codes.flatMap(procedure => [
    {
      code: 'NEWER_LAW',
      procedure,
      text: 'Nghị định 296/2026/NĐ-CP sửa Nghị định 168/2025/NĐ-CP; bản gốc chưa cập nhật.',
    },
    {
      code: 'FEE_SUSPECT',
      procedure,
      text: 'Số tiền hiện trên Cổng chỉ để minh họa; mức thu do Hội đồng nhân dân tỉnh, thành phố quyết định.',
    },
    { code: 'CONFLICT', procedure, text: 'Các nguồn ghi mức lệ phí khác nhau; cần hỏi mức của địa phương.' },
  ]),
  aliases: [
    'tạm ngừng kinh doanh',
    'nghỉ bán',
    'đóng cửa hàng',
    'dẹp tiệm',
    'trả giấy phép kinh doanh',
    'đổi địa chỉ quán',
    'đổi tên quán',
    'đổi chủ hộ kinh doanh',
    'mất giấy phép kinh doanh',
    'giải thể hộ kinh doanh',
    'thêm ngành nghề kinh doanh',
    'đóng mã số thuế hộ kinh doanh',
    'sang quán cho người khác',
    'chấm dứt hộ kinh doanh',
    'đổi giấy đăng ký kinh doanh cũ',
    'thay đổi đăng ký kinh doanh',
    'ngưng buôn bán',
    'sửa giấy đăng ký kinh doanh',
    'dời quán qua chỗ khác',
    'bổ sung ngành nghề',
    'đổi ngành nghề kinh doanh',
    'chuyển địa điểm kinh doanh',
    'sang tên quán',
    'sang nhượng tiệm',
    'đóng tiệm',
    'dẹp quán',
    'đóng quán',
    'không bán nữa',
    'nghỉ kinh doanh một thời gian',
    'mở bán lại',
    'làm lại giấy phép kinh doanh bị mất',
    'giấy phép kinh doanh bị rách',
    'hủy giấy phép kinh doanh',
    'ngưng hộ kinh doanh',
    'đổi tên cửa hàng',
    'đổi tên hộ kinh doanh',
    'trả mặt bằng đóng hộ kinh doanh',
    'tăng vốn hộ kinh doanh',
  ],
  exampleQuestions: [
    'Buôn bán ế quá, tôi muốn đóng tiệm luôn thì báo ai?',
    'Quán cà phê dời qua đường khác, có phải sửa giấy đăng ký không?',
    'Nhà có đám, nghỉ bán một tháng có cần xin phép không?',
    'Chồng đứng tên tiệm vừa mất, vợ muốn bán tiếp thì sang tên thế nào?',
    'Lụt ướt hết giấy đăng ký hộ kinh doanh, xin cấp tờ khác ở đâu?',
    'Tiệm tạp hóa giờ bán thêm gas thì có phải bổ sung ngành nghề không?',
    'Đang tạm nghỉ mà muốn bán lại sớm thì làm giấy gì?',
    'Dẹp quán rồi có phải trả hết thuế mới đóng được giấy không?',
    'Tiệm tóc của tôi dọn sang số nhà khác thì đổi giấy phép ra sao?',
    'Bệnh quá không bán được nữa, muốn trả lại giấy phép thì làm thế nào?',
    'Quán nghỉ ba tháng sửa nhà, có phải báo tạm ngừng không?',
    'Mẹ già giao tiệm cho con gái đứng tên thì làm giấy gì?',
    'Giấy phép hộ kinh doanh cấp từ năm xưa, giờ có phải đổi mẫu mới không?',
    'Muốn bán thêm cà phê ở tiệm tạp hóa thì khai bổ sung ở đâu?',
    'Làm mất giấy chứng nhận hộ kinh doanh, bao lâu được cấp lại?',
  ],
  confusableWith: [
    {
      topic: 'ho-kinh-doanh',
      difference:
        'Đây là khi đã có giấy mà thay đổi, tạm ngừng, đóng hẳn hoặc mất giấy; chưa đăng ký thì làm đăng ký mới.',
    },
    {
      topic: 'thue',
      difference: 'Đây là giấy đăng ký ở phường; nợ thuế, khai thuế thì hỏi cơ quan thuế.',
    },
  ],
}
