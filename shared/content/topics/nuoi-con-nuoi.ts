import type { RequiredDocument, Topic } from '../../procedures.ts'
import { channels, statedFee, unknownFee } from '../channels.ts'
import { laws } from '../laws.ts'
import { beforeReform, reformFact, speaksOf } from '../review.ts'
import { fromPortal, portal } from '../sources.ts'

const code = '2.001263'
const again = '2.001255'

const adoption = fromPortal({
  code,
  name: 'Đăng ký việc nuôi con nuôi trong nước',
  decision: { number: '361/QĐ-BTP', date: '2026-01-23' },
  updatedOn: '2026-04-21',
  recordId: '019d2bfd-9dae-705f-a893-0c4e1f0c32a7',
})
const renewal = fromPortal({
  code: again,
  name: 'Đăng ký lại việc nuôi con nuôi trong nước',
  decision: { number: '1848/QĐ-BTP', date: '2025-06-23' },
  updatedOn: '2026-04-25',
  recordId: '019d2bfd-9614-7528-9c06-e53f6dee7a58',
})

function paper(id: string, component: number, name: string, more: Partial<RequiredDocument> = {}): RequiredDocument {
  return {
    id,
    name,
    role: 'submit',
    originals: 1,
    copies: 0,
    condition: null,
    note: null,
    form: null,
    components: [`${code}-c${component}`],
    ...more,
  }
}

const application = paper('don-xin', 1, 'Đơn xin nhận con nuôi', {
  role: 'form',
  form: { number: null, issuedBy: null },
})

const fromDatabase = 'Cán bộ tra được trên hệ thống thì không phải nộp.'

const parents = [
  paper('giay-to-tuy-than', 4, 'Căn cước hoặc hộ chiếu của người nhận', {
    originals: 0,
    copies: 1,
    note: fromDatabase,
  }),
  paper('giay-ket-hon', 5, 'Giấy chứng nhận kết hôn', {
    condition: 'hai vợ chồng cùng nhận',
    note: `${fromDatabase} Người độc thân thì phường tự tra tình trạng hôn nhân.`,
  }),
]

const fitToAdopt = [
  paper('giay-kham-suc-khoe', 2, 'Giấy khám sức khỏe của người nhận, chưa quá 6 tháng', {
    note: 'Do bệnh viện đa khoa, phòng khám đa khoa hoặc trung tâm y tế khu vực cấp. Sổ sức khỏe trên VNeID thay được giấy này.',
  }),
  paper('xac-nhan-hoan-canh', 3, 'Giấy phường xác nhận hoàn cảnh, chỗ ở, kinh tế', {
    note: 'Do phường nơi thường trú của người nhận cấp; dùng được khi cấp chưa quá 6 tháng.',
  }),
]

const child = [
  paper('khai-sinh-cua-tre', 11, 'Giấy khai sinh của trẻ'),
  paper('suc-khoe-cua-tre', 7, 'Giấy khám sức khỏe của trẻ', { note: 'Sổ sức khỏe trên VNeID thay được giấy này.' }),
  paper('anh-cua-tre', 9, '2 ảnh toàn thân của trẻ, nhìn thẳng, chụp không quá 6 tháng', {
    originals: null,
    copies: null,
  }),
  paper('hoan-canh-cua-tre', 10, 'Giấy tờ về hoàn cảnh của trẻ', {
    condition: 'trẻ bị bỏ rơi, mồ côi, hoặc cha mẹ đẻ mất tích, mất năng lực hành vi',
    note: 'Biên bản trẻ bị bỏ rơi; giấy chứng tử của cha mẹ đẻ; hoặc quyết định của Tòa án.',
  }),
]

const stages =
  'Kiểm tra hồ sơ và lấy ý kiến: 10 ngày kể từ khi đủ hồ sơ; chờ các bên đổi ý: 15 ngày; đăng ký và giao nhận con: 5 ngày nữa. Xác minh hoàn cảnh gia đình trước đó: 5 ngày làm việc.'

export const nuoiConNuoi: Topic = {
  key: 'nuoi-con-nuoi',
  kind: 'procedure',
  title: 'Nhận con nuôi',
  task: 'đăng ký nhận con nuôi',
  summary: 'Người trong nước đăng ký nhận trẻ em làm con nuôi hợp pháp.',
  category: 'ho-tich',
  procedures: [adoption, renewal],
  relatedProcedures: [
    {
      code: '2.002363',
      name: 'Ghi vào Sổ đăng ký nuôi con nuôi việc nuôi con nuôi đã được giải quyết tại cơ quan có thẩm quyền của nước ngoài',
      when: 'đã nhận con nuôi ở nước ngoài',
    },
  ],
  authority: {
    kind: 'ward',
    name: 'Ủy ban nhân dân cấp xã',
    whichOffice: 'Nộp ở phường, xã khác thì nơi đó giúp gửi hồ sơ qua mạng về đúng chỗ.',
    howToReach: null,
  },
  cases: [
    {
      id: 'nhan-con-nuoi',
      label: 'Trường hợp chung',
      words: [],
      procedure: code,
      documents: [
        application,
        ...parents,
        ...fitToAdopt,
        ...child,
        paper('quyet-dinh-tiep-nhan', 8, 'Quyết định tiếp nhận trẻ vào cơ sở nuôi dưỡng', {
          condition: 'trẻ đang ở cơ sở nuôi dưỡng',
        }),
        paper('don-dang-ky-nhu-cau', 6, 'Đơn đăng ký nhu cầu nhận con nuôi, gửi Sở Tư pháp nơi thường trú', {
          role: 'form',
          condition: 'chưa tìm được trẻ để nhận',
          form: { number: null, issuedBy: null },
        }),
      ],
    },
    {
      id: 'trong-gia-dinh',
      label: 'Nhận con riêng, nhận cháu ruột',
      words: [
        'con riêng',
        'cha dượng',
        'dượng',
        'mẹ kế',
        'cháu ruột',
        'cô ruột',
        'dì ruột',
        'chú ruột',
        'bác ruột',
        'cậu ruột',
        'nhận cháu',
      ],
      procedure: code,
      documents: [application, ...parents, ...child],
    },
    {
      id: 'dang-ky-lai',
      label: 'Đăng ký lại',
      words: ['đăng ký lại', 'mất giấy', 'làm lại giấy', 'giấy con nuôi bị mất', 'thất lạc'],
      procedure: again,
      documents: [
        {
          id: 'to-khai-dang-ky-lai',
          name: 'Tờ khai đăng ký lại việc nuôi con nuôi, có chữ ký của ít nhất hai người làm chứng',
          role: 'form',
          originals: 1,
          copies: 0,
          condition: null,
          note: 'Trong tờ khai phải cam đoan trước đây đã đăng ký thật.',
          form: { number: null, issuedBy: null },
          components: [`${again}-c1`],
        },
      ],
    },
  ],
  steps: [
    {
      title: 'Tìm trẻ',
      text: 'Chưa có trẻ để nhận thì đăng ký nhu cầu với Sở Tư pháp nơi thường trú; Sở giới thiệu về phường.',
    },
    { title: 'Nộp hồ sơ', text: 'Nộp cả hồ sơ của mình và của trẻ cho phường.' },
    {
      title: 'Lấy ý kiến',
      text: 'Cán bộ hỏi ý kiến cha mẹ đẻ, người giám hộ và những người liên quan, giải thích quyền và nghĩa vụ.',
    },
    {
      title: 'Giao nhận con',
      text: 'Phường trao giấy và giao nhận con khi hai bên cha mẹ và trẻ cùng có mặt; vắng một người thì ủy quyền cho người kia.',
    },
  ],
  channels: [
    ...channels(['in_person', 'online', 'post'], {
      procedure: code,
      onlineNote: 'Ứng dụng VNeID cũng nhận.',
      timeLimit: { value: null, unit: null, text: stages },
      fees: [
        statedFee('Lệ phí nhận con nuôi', 400000, {
          per: 'trường hợp',
          text: 'Nhận con riêng của vợ, chồng hoặc nhận cháu ruột thì được miễn. Cũng miễn khi nhận trẻ khuyết tật, nhiễm HIV, bệnh hiểm nghèo, hoặc người nhận là người có công.',
        }),
      ],
    }),
    ...channels(['in_person', 'online', 'post'], {
      procedure: again,
      timeLimit: { value: 5, unit: 'working_day', text: '5 ngày làm việc.' },
      fees: [unknownFee('Lệ phí đăng ký lại', 'not_stated', null)],
    }),
  ],
  results: ['Giấy chứng nhận nuôi con nuôi trong nước'],
  eligibility: [
    'Người nhận hơn con nuôi từ 20 tuổi trở lên, đủ năng lực hành vi, đủ sức khỏe, kinh tế, chỗ ở, đạo đức tốt.',
    'Cha dượng, mẹ kế, cô, cậu, dì, chú, bác ruột thì không xét chênh lệch tuổi, sức khỏe, kinh tế, chỗ ở.',
    'Trẻ dưới 16 tuổi; cha dượng, mẹ kế, cô, cậu, dì, chú, bác ruột nhận thì đến dưới 18 tuổi.',
    'Một người chỉ làm con nuôi của một người độc thân hoặc của cả hai vợ chồng.',
    'Người đang bị hạn chế quyền cha mẹ, đang chấp hành án tù, chưa xóa án tích về tội xâm hại người khác thì không được nhận.',
    'Đăng ký lại chỉ khi sổ và giấy đều mất hoặc hỏng, cha mẹ nuôi và con nuôi đều còn sống.',
  ],
  advice: [
    'Không phải nộp phiếu lý lịch tư pháp: phường tự hỏi cơ quan quản lý.',
    'Biết trẻ mồ côi, không ai nuôi thì báo phường; phường niêm yết 60 ngày tìm người nhận.',
  ],
  legalBases: laws(
    '52/2010/QH12',
    '19/2011/NĐ-CP',
    '06/2025/NĐ-CP',
    '24/2019/NĐ-CP',
    '114/2016/NĐ-CP',
    '120/2025/NĐ-CP',
    '18/2026/NĐ-CP',
    '66.7/2025/NQ-CP',
    '104/2022/NĐ-CP',
    '10/2020/TT-BTP',
    '07/2023/TT-BTP',
  ),
  scheduledChanges: [
    {
      date: '2027-03-01',
      text: 'Nghị định 120/2025/NĐ-CP hết hiệu lực; phải xem lại nơi giải quyết.',
      rewrite: true,
    },
  ],
  disagreements: [
    {
      aspect: 'time',
      text: 'Nhận con nuôi mới: Cổng chỗ thì ghi được đổi ý trong 15 ngày, chỗ thì ghi 10 ngày làm việc; hỏi lại cán bộ.',
    },
  ],
  sources: [portal],
  facts: [
    { subject: 'health-paper-valid-for', value: '06 tháng', source: portal.id, record: code },
    { subject: 'photographs', value: '02 ảnh toàn thân', source: portal.id, record: code },
    { subject: 'checking', value: '10 ngày', source: portal.id, record: code },
    { subject: 'change-of-mind', value: '15 ngày', source: portal.id, record: code },
    { subject: 'change-of-mind-other-reading', value: '10 ngày làm việc', source: portal.id, record: code },
    { subject: 'registration', value: '05 ngày', source: portal.id, record: code },
    { subject: 'home-check', value: '05 ngày làm việc', source: portal.id, record: code },
    { subject: 'age-difference', value: '20 tuổi', source: portal.id, record: code },
    { subject: 'oldest-child', value: '16 tuổi', source: portal.id, record: code },
    { subject: 'oldest-child-in-the-family', value: '18 tuổi', source: portal.id, record: code },
    { subject: 'notice-for-an-orphan', value: '60 ngày', source: portal.id, record: code },
    reformFact(again),
  ],
  effectiveFrom: null,
  effectiveUntil: '2027-02-28',
  verifiedOn: null,
  reviewFlags: [speaksOf(adoption, 'thị trấn'), beforeReform(renewal), speaksOf(renewal, 'thị trấn')],
  aliases: [
    'nhận con nuôi',
    'xin con nuôi',
    'xin một đứa về nuôi',
    'hiếm muộn muốn nhận con',
    'giấy nhận con nuôi',
    'cho con làm con nuôi người khác',
    'cha dượng nhận con riêng của vợ',
    'nhận cháu ruột làm con',
    'nhận trẻ trong trại mồ côi',
    'nuôi con nuôi hợp pháp',
    'làm giấy cho con nuôi',
    'xin bé bị bỏ trước cổng chùa về làm con',
    'mất giấy công nhận con nuôi',
    'đăng ký con nuôi',
    'nhận em bé về làm con nuôi',
    'nhận trẻ mồ côi làm con nuôi',
    'nhận cháu làm con nuôi',
    'nhận con riêng làm con nuôi',
    'nhận bé bị bỏ rơi làm con',
    'vợ chồng không có con muốn xin con',
    'cho nhận con nuôi',
  ],
  exampleQuestions: [
    'Vợ chồng tôi cưới mười năm chưa có con, muốn xin một bé về nuôi cho hợp pháp thì bắt đầu từ đâu?',
    'Chị gái tôi mất để lại đứa con, tôi muốn nhận cháu làm con luôn, cần giấy tờ gì?',
    'Người độc thân có được nhận con nuôi không?',
    'Tôi lấy vợ có con riêng, nay muốn nhận bé làm con chính thức, có phải đóng lệ phí không?',
    'Có người cho đứa nhỏ mới sinh, nhận về nuôi thì phải khai báo, đăng ký ở phường ra sao?',
    'Nhận con nuôi phải hơn con bao nhiêu tuổi?',
    'Từ lúc nộp đơn đến lúc được nhận con nuôi mất bao lâu?',
    'Giấy nhận con nuôi hồi xưa thất lạc, giờ xin lại được không?',
  ],
  confusableWith: [
    {
      topic: 'giam-ho',
      difference: 'Con nuôi là nhận làm con của mình; giám hộ chỉ là đứng ra trông nom, đại diện.',
    },
    {
      topic: 'cham-soc-thay-the',
      difference:
        'Con nuôi là thành con trong nhà; chăm sóc thay thế là nuôi trẻ một thời gian theo quyết định của phường.',
    },
    {
      topic: 'nhan-cha-me-con',
      difference: 'Con nuôi là con của người khác; con ruột của mình thì đăng ký nhận cha, mẹ, con.',
    },
  ],
}
