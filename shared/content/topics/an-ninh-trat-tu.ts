import type { RequiredDocument, Topic } from '../../procedures.ts'
import { channels, statedFee } from '../channels.ts'
import { laws } from '../laws.ts'
import { fromPortal, portal } from '../sources.ts'

const certificate = '3.000243'
const exchange = '3.000244'
const team = '1.012533'
const decree = 'Nghị định 56/2023/NĐ-CP'

function paper(ofCode: string, component: number, more: Omit<RequiredDocument, 'components'>): RequiredDocument {
  return { ...more, components: [`${ofCode}-c${component}`] }
}

function form(
  id: string,
  name: string,
  number: string | null,
  issuedBy: string | null,
): Omit<RequiredDocument, 'components'> {
  return { id, name, role: 'form', originals: 1, copies: 0, condition: null, note: null, form: { number, issuedBy } }
}

function handedIn(
  id: string,
  name: string,
  [originals, copies]: [number, number],
  condition: string | null,
  note: string | null = null,
): Omit<RequiredDocument, 'components'> {
  return { id, name, role: 'submit', originals, copies, condition, note, form: null }
}

function conflictFlag(procedure: string): Topic['reviewFlags'][number] {
  return { code: 'CONFLICT', procedure, text: 'Hai lần chụp Cổng ghi số quyết định công bố khác nhau.' }
}

export const anNinhTratTu: Topic = {
  key: 'an-ninh-trat-tu',
  kind: 'procedure',
  title: 'Giấy an ninh, trật tự; vào Tổ bảo vệ',
  task: 'xin giấy an ninh hoặc vào Tổ bảo vệ',
  summary: 'Giấy chứng nhận an ninh, trật tự cho cơ sở kinh doanh, hoặc đơn vào Tổ bảo vệ.',
  category: 'cong-an-quan-su',
  procedures: [
    fromPortal({
      code: certificate,
      name: 'Cấp mới Giấy chứng nhận đủ điều kiện về an ninh, trật tự (thực hiện tại cấp xã)',
      decision: { number: '3116/QĐ-BCA-C06', date: '2026-05-25' },
      updatedOn: '2026-06-22',
      recordId: '019d2bf7-b5d8-7392-a177-972d1534d8bf',
    }),
    fromPortal({
      code: exchange,
      name: 'Cấp đổi Giấy chứng nhận đủ điều kiện về an ninh, trật tự (thực hiện tại Công an cấp xã)',
      decision: { number: '3116/QĐ-BCA-C06', date: '2026-05-25' },
      updatedOn: '2026-06-22',
      recordId: '019d2bf7-b5d4-75ed-a3db-16ee15d99e2f',
    }),
    fromPortal({
      code: team,
      name: 'Tuyển chọn Tổ viên Tổ bảo vệ an ninh, trật tự',
      decision: { number: '4768/QĐ-BCA', date: '2024-06-28' },
      updatedOn: '2026-05-01',
      recordId: '019d2bf7-8e64-73ed-b300-12585357acd0',
    }),
  ],
  relatedProcedures: [
    {
      code: '1.012537',
      name: 'Giải quyết chế độ, chính sách cho người tham gia lực lượng tham gia bảo vệ an ninh, trật tự ở cơ sở chưa tham gia bảo hiểm y tế mà bị ốm đau, bị tai nạn, bị thương khi thực hiện nhiệm vụ',
      when: 'tổ viên chưa có bảo hiểm y tế mà ốm đau, bị thương khi làm nhiệm vụ',
    },
    { code: '3.000527', name: 'Đăng ký cai nghiện ma túy tự nguyện', when: 'xin cai nghiện tự nguyện' },
  ],
  authority: {
    kind: 'ward_police',
    name: 'Công an cấp xã',
    whichOffice: null,
    howToReach: null,
  },
  cases: [
    {
      id: 'cap-moi',
      label: 'Giấy an ninh, xin mới',
      words: [],
      procedure: certificate,
      documents: [
        paper(certificate, 5, form('mau-03', 'Văn bản đề nghị cấp giấy chứng nhận', '03', decree)),
        paper(certificate, 2, {
          ...form('mau-02', 'Bản khai lý lịch kèm Phiếu lý lịch tư pháp của người chịu trách nhiệm', '02', decree),
          note: 'Người trong lực lượng vũ trang thì không cần Phiếu lý lịch tư pháp, nhưng bản khai có xác nhận của đơn vị.',
        }),
        paper(
          certificate,
          1,
          handedIn(
            'giay-dang-ky-kinh-doanh',
            'Giấy đăng ký kinh doanh hoặc giấy phép hoạt động',
            [0, 1],
            null,
            'Hộ kinh doanh nộp giấy đăng ký hộ kinh doanh. Giấy không ghi ngành nghề thì kèm giấy được chấp thuận ngành nghề; doanh nghiệp thì công an tự tra phần này.',
          ),
        ),
        paper(
          certificate,
          3,
          handedIn(
            'phong-chay',
            'Văn bản nghiệm thu hoặc biên bản kiểm tra về phòng cháy, chữa cháy',
            [0, 1],
            'cơ sở thuộc danh mục của Nghị định 136/2020/NĐ-CP',
          ),
        ),
        paper(certificate, 4, {
          ...form(
            'ban-khai-nhan-su',
            'Bản khai nhân sự kèm bản sao hộ chiếu, thẻ thường trú, tạm trú hoặc thị thực',
            null,
            null,
          ),
          condition: 'người chịu trách nhiệm là người nước ngoài hoặc người Việt mang hộ chiếu nước ngoài',
        }),
      ],
    },
    {
      id: 'cap-doi',
      label: 'Giấy an ninh, đổi',
      words: ['đổi giấy', 'cấp đổi', 'thay người đứng tên', 'đổi địa chỉ', 'đổi tên cơ sở', 'giấy bị hỏng'],
      procedure: exchange,
      documents: [
        paper(exchange, 1, form('mau-03', 'Văn bản đề nghị cấp đổi giấy chứng nhận', '03', decree)),
        paper(exchange, 2, handedIn('giay-cu', 'Giấy chứng nhận cũ', [1, 0], 'còn giữ giấy cũ')),
        paper(
          exchange,
          4,
          handedIn('chung-minh-thay-doi', 'Giấy tờ chứng minh chỗ thay đổi', [0, 1], 'có giấy tờ về thay đổi đó'),
        ),
        paper(
          exchange,
          3,
          handedIn(
            'nguoi-dung-ten-moi',
            'Bản khai lý lịch, Phiếu lý lịch tư pháp hoặc bản khai nhân sự của người mới',
            [1, 0],
            'thay người đứng tên trên giấy',
          ),
        ),
      ],
    },
    {
      id: 'to-bao-ve',
      label: 'Vào Tổ bảo vệ',
      words: ['tổ bảo vệ', 'bảo vệ dân phố', 'dân phòng', 'tổ viên', 'tuyển chọn', 'vào tổ'],
      procedure: team,
      documents: [
        paper(
          team,
          2,
          form(
            'mau-01',
            'Đơn đề nghị tham gia lực lượng bảo vệ an ninh, trật tự ở cơ sở',
            '01',
            'Thông tư 14/2024/TT-BCA',
          ),
        ),
        paper(team, 1, form('so-yeu-ly-lich', 'Bản khai sơ yếu lý lịch', null, null)),
        paper(
          team,
          3,
          handedIn('giay-suc-khoe', 'Giấy chứng nhận đủ sức khỏe của cơ sở khám, chữa bệnh', [1, 0], null),
        ),
        paper(
          team,
          4,
          handedIn(
            'bang-cap',
            'Bằng hoặc giấy đã học xong trung học cơ sở trở lên',
            [0, 1],
            null,
            'Nơi biên giới, hải đảo, miền núi, vùng khó khăn có thể nhận người học xong tiểu học.',
          ),
        ),
      ],
    },
  ],
  steps: [
    {
      title: 'Nộp hồ sơ',
      text: 'Xin giấy chứng nhận thì nộp khi cần; xin vào Tổ bảo vệ thì nộp theo ngày, nơi ghi trong kế hoạch tuyển của phường.',
    },
    { title: 'Cán bộ xem hồ sơ', text: 'Đủ thì nhận giấy biên nhận; thiếu thì nhận phiếu chỉ cách bổ sung.' },
    {
      title: 'Xét tuyển',
      text: 'Riêng Tổ bảo vệ: danh sách dự tuyển được niêm yết 15 ngày làm việc, rồi hội đồng của phường họp xét.',
    },
    { title: 'Nhận kết quả', text: 'Nhận giấy chứng nhận theo ngày hẹn, hoặc thông báo kết quả xét tuyển gửi về nhà.' },
  ],
  channels: [
    ...channels(['in_person', 'online', 'post'], {
      procedure: certificate,
      timeLimit: { value: 5, unit: 'working_day', text: '5 ngày làm việc.' },
      fees: [statedFee('Giấy an ninh, xin mới', 300000, { cases: ['cap-moi'] })],
      onlineNote: 'Ứng dụng VNeID cũng nhận, trừ giấy tờ không được phép đưa lên mạng.',
    }),
    ...channels(['in_person', 'online', 'post'], {
      procedure: exchange,
      timeLimit: { value: 3, unit: 'working_day', text: '3 ngày làm việc.' },
      fees: [statedFee('Giấy an ninh, đổi', 300000, { cases: ['cap-doi'] })],
      onlineNote: 'Ứng dụng VNeID cũng nhận, trừ giấy tờ không được phép đưa lên mạng.',
    }),
    ...channels(['in_person'], {
      procedure: team,
      timeLimit: {
        value: 15,
        unit: 'working_day',
        text: 'niêm yết danh sách 15 ngày làm việc trước khi họp xét; kết quả báo trong 3 ngày làm việc sau biên bản.',
      },
      fees: [],
      note: 'Tổ bảo vệ: nộp đúng ngày, đúng nơi ghi trong kế hoạch tuyển niêm yết tại phường và nhà văn hóa.',
    }),
  ],
  results: ['Giấy chứng nhận đủ điều kiện về an ninh, trật tự', 'Thông báo kết quả xét tuyển Tổ viên Tổ bảo vệ'],
  eligibility: [
    'Giấy chứng nhận: tổ chức, cá nhân kinh doanh ngành, nghề có điều kiện về an ninh, trật tự.',
    'Tổ bảo vệ: từ đủ 18 tuổi đến đủ 70 tuổi; trên 70 tuổi mà còn khỏe thì Chủ tịch phường xem xét.',
    'Tổ bảo vệ: lý lịch rõ ràng, đủ sức khỏe, học xong trung học cơ sở, không bị truy cứu hay chấp hành án.',
    'Tổ bảo vệ: đã thường trú hoặc tạm trú từ 1 năm trở lên và đang sống tại nơi nộp đơn.',
  ],
  advice: [
    'Cơ sở có nhiều người đại diện thì chỉ khai lý lịch của người đứng tên trên giấy chứng nhận.',
    'Nộp cả ở công an cấp xã lẫn công an tỉnh, thành phố được; gọi hỏi trước xem nơi nào nhận.',
  ],
  legalBases: laws(
    '96/2016/NĐ-CP',
    '56/2023/NĐ-CP',
    '30/2023/QH15',
    '14/2024/TT-BCA',
    '218/2016/TT-BTC',
    '23/2019/TT-BTC',
    '42/2017/TT-BCA',
    '43/2017/TT-BCA',
    '15/2022/TT-BCA',
  ),
  scheduledChanges: [],
  disagreements: [
    {
      aspect: 'where',
      text: 'Giấy chứng nhận: Cổng ghi nộp ở công an cấp xã và công an cấp tỉnh, nhưng ghi nơi trả là Cục Cảnh sát quản lý hành chính về trật tự xã hội.',
    },
  ],
  sources: [portal],
  facts: [
    { subject: 'age', value: 'Từ đủ 18 tuổi đến đủ 70 tuổi', source: portal.id, record: team },
    { subject: 'living-there', value: '01 năm', source: portal.id, record: team },
    { subject: 'result-told', value: '03 ngày làm việc', source: portal.id, record: team },
    { subject: 'reform-from', value: '01/7/2025', source: portal.id, record: team },
    { subject: 'fire-safety-list', value: '136/2020/NĐ-CP', source: portal.id, record: certificate },
  ],
  effectiveFrom: null,
  effectiveUntil: null,
  verifiedOn: null,
  reviewFlags: [
    conflictFlag(certificate),
    conflictFlag(exchange),
    {
      code: 'DECISION_BEFORE_REFORM',
      procedure: team,
      text: 'Quyết định 4768/QĐ-BCA ngày 28/06/2024 có trước khi sắp xếp chính quyền từ 01/07/2025; cần xem lại nơi giải quyết.',
    },
    {
      code: 'MENTIONS_ABOLISHED',
      procedure: team,
      text: 'Bản gốc còn nhắc thị trấn, nay không còn; cần đối chiếu lại.',
    },
  ],
  aliases: [
    'giấy an ninh trật tự',
    'giấy ANTT',
    'giấy chứng nhận an ninh trật tự',
    'đủ điều kiện an ninh trật tự',
    'giấy an ninh cho nhà nghỉ',
    'giấy an ninh tiệm cầm đồ',
    'đổi giấy an ninh trật tự',
    'tổ bảo vệ an ninh trật tự',
    'bảo vệ dân phố',
    'dân phòng',
    'vào tổ bảo vệ',
    'tuyển dân phòng',
    'đi tuần ban đêm ở khu phố',
    'lực lượng bảo vệ an ninh cơ sở',
  ],
  exampleQuestions: [
    'Tôi mở nhà nghỉ nhỏ, công an đòi giấy an ninh trật tự thì xin ở đâu?',
    'Giấy chứng nhận an ninh trật tự cho tiệm cầm đồ hết bao nhiêu tiền?',
    'Thay người đứng tên trên giấy an ninh thì đổi lại mất mấy ngày?',
    'Chú tôi sáu mươi lăm tuổi muốn vào tổ bảo vệ của khu phố có được không?',
    'Nghe nói phường đang tuyển người đi tuần ban đêm, nộp đơn chỗ nào?',
    'Xin vô dân phòng cần bằng cấp gì không?',
  ],
  confusableWith: [
    {
      topic: 'ho-kinh-doanh',
      difference:
        'Giấy an ninh, trật tự do công an cấp cho nghề có điều kiện; giấy đăng ký hộ kinh doanh do phường cấp và phải có trước.',
    },
    {
      topic: 'phan-anh-kien-nghi',
      difference: 'Ồn ào, mất trật tự ở xóm thì phản ánh; xin giấy chứng nhận hoặc vào Tổ bảo vệ mới làm ở mục này.',
    },
    {
      topic: 'to-cao',
      difference:
        'Báo chuyện trộm cắp, đánh nhau là tố giác với công an; mục này là xin giấy chứng nhận hoặc vào Tổ bảo vệ.',
    },
  ],
}
