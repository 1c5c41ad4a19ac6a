import type { RequiredDocument, Topic } from '../../procedures.ts'
import { channels } from '../channels.ts'
import { nhanChaMeConChecklist } from '../checklists/nhan-cha-me-con.ts'
import {
  abolishedFlag,
  alsoOnVneid,
  birthPapers,
  checkStep,
  civilStatusChanges,
  civilStatusDecision,
  civilStatusLaws,
  civilStatusSources,
  declaration,
  deskReturnsPapers,
  draftFact,
  draftStep,
  foreignPapersNeedLegalisation,
  handInStep,
  identityPaper,
  lawChangeFacts,
  lawChangeFlag,
  postNeedsCertifiedCopies,
  provincialFee,
  residencePaper,
  whichCivilStatusOffice,
} from '../civil-status.ts'
import { copyOf, handedIn, shown, uncounted } from '../papers.ts'
import { fromPortal, portal } from '../sources.ts'

const code = '1.001022'
const withBirth = '1.000689'
const foreign = '2.000779'
const foreignWithBirth = '1.001695'

/** @param pledges rows of the pledge; none where the record names it beside the papers only */
function evidence(expertise: string, ...pledges: string[]): RequiredDocument[] {
  return [
    handedIn(
      'giay-giam-dinh',
      expertise,
      'Giấy y tế, giám định xác nhận cha con, mẹ con; không có thì giấy cam đoan, hai người làm chứng',
    ),
    handedIn('cam-doan', pledges, 'Giấy cam đoan của các bên về quan hệ cha, mẹ, con, có ít nhất hai người làm chứng', {
      ...(pledges.length === 0 && uncounted),
      condition: 'không có giấy y tế, giám định',
      note: 'Các bên tự viết; cam đoan sai thì bị hủy kết quả.',
    }),
  ]
}

const foreignPassport = (component: string) =>
  copyOf('ho-chieu', component, 'Bản sao hộ chiếu hoặc giấy thay hộ chiếu của người nước ngoài')

/** The combined record asks for each declaration once as original and once as copy. */
function copiedDeclaration(id: string, name: string, component: string): RequiredDocument {
  return { ...declaration(name, component), id, copies: 1 }
}

export const nhanChaMeCon: Topic = {
  key: 'nhan-cha-me-con',
  kind: 'procedure',
  title: 'Nhận cha, mẹ, con',
  task: 'đăng ký nhận cha, mẹ, con',
  summary: 'Ghi nhận ai là cha, mẹ của con khi giấy khai sinh để trống hoặc chưa có.',
  category: 'ho-tich',
  procedures: [
    fromPortal({
      code,
      name: 'Thủ tục đăng ký nhận cha, mẹ, con',
      decision: civilStatusDecision,
      updatedOn: '2026-04-16',
      recordId: '019d2bfd-3fa6-722f-ac1a-e949c8ce3418',
    }),
    fromPortal({
      code: withBirth,
      name: 'Thủ tục đăng ký khai sinh kết hợp đăng ký nhận cha, mẹ, con',
      decision: civilStatusDecision,
      updatedOn: '2026-04-15',
      recordId: '019d2bfd-3faf-768a-9224-9cb889436133',
    }),
    fromPortal({
      code: foreign,
      name: 'Thủ tục đăng ký nhận cha, mẹ, con có yếu tố nước ngoài',
      decision: civilStatusDecision,
      updatedOn: '2026-04-16',
      recordId: '019d2bfd-8dff-7296-94d7-25b5966319d5',
    }),
    fromPortal({
      code: foreignWithBirth,
      name: 'Thủ tục đăng ký khai sinh kết hợp đăng ký nhận cha, mẹ, con có yếu tố nước ngoài',
      decision: civilStatusDecision,
      updatedOn: '2026-04-15',
      recordId: '019d2bfd-47b0-7285-b035-456104e16436',
    }),
  ],
  relatedProcedures: [],
  authority: {
    kind: 'ward',
    name: 'Ủy ban nhân dân cấp xã',
    whichOffice: whichCivilStatusOffice,
    howToReach: null,
  },
  cases: [
    {
      id: 'con-da-khai-sinh',
      label: 'Con đã khai sinh',
      words: [],
      procedure: code,
      documents: [
        declaration('Tờ khai đăng ký nhận cha, mẹ, con', `${code}-c7`, `${code}-c8`),
        ...evidence(`${code}-c3`, `${code}-c1`),
        identityPaper(`${code}-c4`),
        { ...residencePaper(`${code}-c5`), originals: null, copies: null },
      ],
    },
    {
      id: 'con-chua-khai-sinh',
      label: 'Con chưa khai sinh',
      words: [
        'chưa khai sinh',
        'chưa làm khai sinh',
        'chưa có khai sinh',
        'chưa có giấy khai sinh',
        'mới sinh',
        'mới đẻ',
      ],
      procedure: withBirth,
      documents: [
        copiedDeclaration('to-khai-khai-sinh', 'Tờ khai đăng ký khai sinh', `${withBirth}-c6`),
        copiedDeclaration('to-khai', 'Tờ khai đăng ký nhận cha, mẹ, con', `${withBirth}-c2`),
        ...birthPapers(`${withBirth}-c1`),
        ...evidence(`${withBirth}-c5`, `${withBirth}-c3`),
        identityPaper(`${withBirth}-c7`),
        residencePaper(`${withBirth}-c8`),
      ],
    },
    {
      id: 'nuoc-ngoai',
      label: 'Có người nước ngoài',
      words: ['người nước ngoài', 'yếu tố nước ngoài', 'cha nước ngoài', 'mẹ nước ngoài'],
      procedure: foreign,
      documents: [
        declaration('Tờ khai đăng ký nhận cha, mẹ, con', `${foreign}-c8`, `${foreign}-c6`),
        ...evidence(`${foreign}-c1`),
        foreignPassport(`${foreign}-c3`),
        identityPaper(`${foreign}-c5`),
        residencePaper(`${foreign}-c4`),
      ],
    },
    {
      id: 'nuoc-ngoai-chua-khai-sinh',
      label: 'Có người nước ngoài, con chưa khai sinh',
      words: ['người nước ngoài chưa khai sinh', 'nước ngoài mà chưa khai sinh', 'chưa khai sinh có yếu tố nước ngoài'],
      procedure: foreignWithBirth,
      documents: [
        { ...declaration('Tờ khai đăng ký khai sinh', `${foreignWithBirth}-c4`), id: 'to-khai-khai-sinh' },
        declaration('Tờ khai đăng ký nhận cha, mẹ, con', `${foreignWithBirth}-c1`),
        ...birthPapers(`${foreignWithBirth}-c6`, `${foreignWithBirth}-c8`),
        handedIn(
          'giay-chung-sinh-nuoc-ngoai',
          `${foreignWithBirth}-c3`,
          'Giấy của nước ngoài xác nhận trẻ sinh ở đó và ai là mẹ, như giấy chứng sinh',
          { condition: 'trẻ sinh ở nước ngoài' },
        ),
        handedIn('thoa-thuan-quoc-tich', `${foreignWithBirth}-c2`, 'Giấy cha mẹ thỏa thuận chọn quốc tịch cho con', {
          condition: 'cha, mẹ hoặc cả hai là người nước ngoài',
          note: 'Chọn quốc tịch nước ngoài thì thêm giấy của nước đó xác nhận trẻ có quốc tịch là đúng luật nước họ.',
        }),
        ...evidence(`${foreignWithBirth}-c5`),
        foreignPassport(`${foreignWithBirth}-c7`),
        identityPaper(`${foreignWithBirth}-c12`),
        shown(
          'nhap-canh-va-cu-tru',
          `${foreignWithBirth}-c11`,
          'Hộ chiếu hoặc giấy tờ có dấu nhập cảnh của trẻ, kèm giấy công an xác nhận trẻ đang ở Việt Nam',
          { condition: 'trẻ sinh ở nước ngoài, chưa khai sinh ở đó' },
        ),
        residencePaper(`${foreignWithBirth}-c10`),
      ],
    },
  ],
  checklist: nhanChaMeConChecklist,
  steps: [
    handInStep,
    checkStep,
    {
      title: 'Cán bộ xem chứng cứ',
      text: 'Nhận cha, mẹ, con là đúng và không ai tranh chấp thì phường ghi vào sổ.',
    },
    draftStep('trích lục'),
    { title: 'Nhận kết quả', text: 'Nhận Trích lục; con chưa khai sinh thì nhận thêm Giấy khai sinh.' },
  ],
  channels: [
    ...channels(['in_person', 'online', 'post'], {
      procedure: code,
      onlineNote: alsoOnVneid,
      timeLimit: {
        value: null,
        unit: null,
        text: 'Cổng ghi 3 ngày mà không nói là ngày thường hay ngày làm việc.',
      },
      fees: [provincialFee('Lệ phí nhận cha, mẹ, con', 'trích lục')],
    }),
    ...channels(['in_person', 'online', 'post'], {
      procedure: withBirth,
      onlineNote: alsoOnVneid,
      timeLimit: { value: 8, unit: 'working_day', text: '8 ngày làm việc, cả khai sinh và nhận cha, mẹ, con.' },
      fees: [provincialFee('Lệ phí khai sinh kết hợp nhận cha, mẹ, con', 'Giấy khai sinh, trích lục')],
    }),
    ...channels(['in_person', 'online', 'post'], {
      procedure: foreign,
      onlineNote: alsoOnVneid,
      timeLimit: { value: 10, unit: 'day', text: '10 ngày.' },
      fees: [provincialFee('Lệ phí nhận cha, mẹ, con', 'trích lục')],
    }),
    ...channels(['in_person', 'online', 'post'], {
      procedure: foreignWithBirth,
      onlineNote: alsoOnVneid,
      timeLimit: { value: 10, unit: 'day', text: '10 ngày, cả khai sinh và nhận cha, mẹ, con.' },
      fees: [provincialFee('Lệ phí khai sinh kết hợp nhận cha, mẹ, con', 'Giấy khai sinh, trích lục')],
    }),
  ],
  results: ['Trích lục đăng ký nhận cha, mẹ, con', 'Giấy khai sinh, nếu con chưa khai sinh'],
  eligibility: [
    'Hai bên tự nguyện, có chứng cứ và không ai tranh chấp.',
    'Có tranh chấp về cha, mẹ, con thì phải nhờ Tòa án, phường không giải quyết.',
  ],
  advice: [
    'Con chưa khai sinh thì làm gộp khai sinh và nhận cha, mẹ, con một lần.',
    foreignPapersNeedLegalisation,
    deskReturnsPapers,
    postNeedsCertifiedCopies,
  ],
  legalBases: civilStatusLaws('52/2014/QH13', '281/2016/TT-BTC'),
  scheduledChanges: civilStatusChanges,
  disagreements: [],
  sources: civilStatusSources,
  facts: [
    { subject: 'time-limit-reading', value: '3 ngày', source: portal.id, record: code },
    draftFact(code),
    ...lawChangeFacts(code),
  ],
  effectiveFrom: null,
  effectiveUntil: '2027-02-28',
  verifiedOn: null,
  reviewFlags: [
    abolishedFlag(code, 'thị trấn và Chứng minh nhân dân'),
    lawChangeFlag(code),
    abolishedFlag(withBirth, 'thị trấn'),
    lawChangeFlag(withBirth),
    abolishedFlag(foreign, 'Chứng minh nhân dân'),
    lawChangeFlag(foreign),
    abolishedFlag(foreignWithBirth, 'Chứng minh nhân dân'),
    lawChangeFlag(foreignWithBirth),
  ],
  aliases: [
    'nhận con ruột',
    'nhận cha cho con',
    'cha ra nhận con',
    'thêm tên cha vào khai sinh',
    'khai sinh để trống tên cha',
    'con riêng chưa có tên ba',
    'nhận con ngoài giá thú',
    'ba muốn nhận con',
    'cha mẹ chưa cưới muốn đứng tên cho con',
    'xét nghiệm ADN nhận con',
    'con mang họ mẹ giờ nhận cha',
    'nhận lại mẹ ruột',
    'bổ sung tên mẹ cho con',
    'đăng ký nhận con',
    'đăng ký nhận cha',
    'con không có tên cha',
    'khai sinh chưa có tên cha',
    'bổ sung tên cha vào khai sinh',
    'bổ sung tên mẹ vào khai sinh',
    'thêm tên bố vào giấy khai sinh',
  ],
  exampleQuestions: [
    'Hồi trước làm khai sinh một mình mẹ, giờ ba nó muốn đứng tên cha thì làm sao?',
    'Tôi với cô ấy không cưới nhưng có với nhau đứa con, nay tôi muốn nhận con, phường có bắt đi thử ADN không?',
    'Con trai tôi có con rơi, muốn nhận cháu về để ghi tên cha thì cần giấy tờ gì?',
    'Cha mẹ chưa đăng ký kết hôn, bé mới sinh, muốn khai sinh có tên cha luôn được không?',
    'Không có giấy xét nghiệm thì nhờ người làm chứng nhận cha con được không?',
    'Nhận cha cho con lấy giấy mất mấy ngày?',
    'Người cha đã có vợ khác vẫn muốn nhận con thì làm ở đâu?',
  ],
  confusableWith: [
    {
      topic: 'khai-sinh',
      difference:
        'Khai sinh là làm giấy lần đầu cho trẻ; nhận cha, mẹ, con là ghi nhận ai là cha, mẹ khi cha mẹ chưa cưới hoặc giấy còn trống.',
    },
    {
      topic: 'cai-chinh-ho-tich',
      difference: 'Thêm tên cha, mẹ còn trống là nhận cha, mẹ, con; sửa chữ sai, đổi tên là cải chính.',
    },
    {
      topic: 'nuoi-con-nuoi',
      difference: 'Nhận con là nhận con ruột của mình; nhận con của người khác về nuôi là nuôi con nuôi.',
    },
  ],
}
